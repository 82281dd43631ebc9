import Membership
import Storage
import Web

/// The questions of each form about a recommendation.
struct StepFields {
    let followed: FollowedThread
    let bodies: [Body]
    let people: [Participant]
    let answers: Answers
    let refusals: Refusals?

    private func field(
        _ name: String, _ label: String, hint: String? = nil, _ control: Field.Control = .text(autocomplete: nil)
    ) -> Field {
        Field(name, label, hint: hint, control, value: answers[name], refusals: refusals)
    }

    private var choices: Field.Control {
        .choice([.init("", "Another body")] + bodies.map { .init($0.id.description, $0.name) })
    }

    private var day: Field { field("day", "On which day?", hint: "For example, 9/2/2016.") }

    private var open: Field {
        field("open", "May the public be told of it?", .choice([.init("yes", "Yes"), .init("no", "No")]))
    }

    private func body(_ label: String) -> [Field] {
        [
            field("body", label, choices),
            field("body-name", "Or its name", hint: "Where it is not in the list."),
        ]
    }

    var sending: [Field] {
        [
            field("from", "Which body sends it?", choices), field("to", "To which body?", choices),
            field("to-name", "Or its name", hint: "Where it is not in the list."),
            field(
                "asks", "Is it asked to answer?",
                hint: "In writing, within \(ResponseDue.days) days where no law is named.",
                .choice([
                    .init("", "As such a body usually is"), .init("yes", "Yes"),
                    .init("no", "No: it passes it on, or decides"),
                ])), law("The partnership asks for it by itself"), day, open,
        ]
    }

    /// Nothing but whoever enters it knows: one committee may scrutinise both.
    private func law(_ none: String) -> Field {
        field(
            "law", "Under which law is it answered?",
            hint:
                "\(AnsweringLaw.crimeAndDisorder.provision), or \(AnsweringLaw.executive.provision), where the committee asked by notice in writing. Both are of England.",
            .choice([.init("", none)] + AnsweringLaw.allCases.map { .init($0.rawValue, $0.title) }))
    }

    var outcome: [Field] {
        body("Which body decided?") + [
            day,
            field("outcome", "What did it decide?", .choice(Outcome.allCases.map { .init($0.rawValue, $0.title) })),
            field(
                "words", "Words that go with it",
                hint:
                    "With amendments: how all of it reads now. With an addendum: what follows “with the addendum that”. In part: what was agreed, and what was not.",
                .longText(rows: 4)),
            field("minute", "Number of the minute", hint: "It may be left empty."), open,
        ]
    }

    var response: [Field] {
        body("Which body answers?") + [
            day,
            field(
                "acceptance", "Does it accept it?",
                .choice(Acceptance.allCases.map { .init($0.rawValue, $0.title) })),
            field("reasons", "Reasons", hint: "Asked for where it is not accepted in whole.", .longText(rows: 5)), open,
        ]
    }

    var action: [Field] {
        [
            field("words", "What was done, or is being done?", .longText(rows: 4)), field("by", "By whom?"),
            field(
                "complete", "Is that all?",
                .choice([.init("no", "No: it is under way"), .init("yes", "Yes: it is done")])), day, open,
        ]
    }

    var asking: [Field] {
        [
            field(
                "person", "Who is to answer for \(followed.state.awaiting?.body.name ?? "the body")?",
                hint: "They are told, and can enter the answer themselves.",
                .search([.init("", "Nobody of the partnership")] + people.map { .init($0.id.description, $0.name) })),
            field("name", "Or their name", hint: "Of somebody who does not sign in here."), day,
        ]
    }

    var due: [Field] {
        [
            law("None: by the day below"),
            field("due", "By which day?", hint: "For example, 31/3/2016. It follows from the law, where one is named."),
            field("why", "Why?"), day,
        ]
    }
}

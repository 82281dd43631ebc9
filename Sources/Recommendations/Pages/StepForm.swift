import Membership
import Storage
import Web
import WorkingDays

/// The forms by which somebody enters what became of a recommendation.
enum StepForm: String, CaseIterable {
    case sending, outcome, response, action, asking, due

    var title: String {
        switch self {
        case .sending: "Send it to a body"
        case .outcome: "What a meeting decided"
        case .response: "The answer"
        case .action: "What was done"
        case .asking: "Who is to answer"
        case .due: "Set another day for the answer"
        }
    }

    /// Whether it makes sense only while an answer is awaited.
    var wantsAwaiting: Bool { self == .asking || self == .due }
}

/// What is likely to be entered next.
struct NextSteps {
    let likely: [StepForm]

    init(_ state: ThreadState) {
        switch state.stage {
        case .made: likely = [.outcome, .sending]
        case .waits, .before:
            likely = state.awaiting.map { [.outcome, $0.person == nil ? .asking : .response] } ?? [.outcome, .sending]
        case .decided(_, let outcome):
            likely =
                state.awaiting != nil
                ? [.response, .sending] : outcome.isFavourable ? [.sending, .action] : [.sending]
        case .answered, .underWay: likely = [.action, .sending]
        case .done, .withdrawn: likely = [.action]
        }
    }
}

/// The page of such a form.
struct StepPages {
    let followed: FollowedThread
    /// Bodies that there are now.
    let bodies: [Body]
    let people: [Participant]
    let today: Day

    private var thread: RecommendationThread { followed.thread }
    private var crumbs: [Mention] {
        [.home, .committees, .recommendations, Mention(at: thread.address, titled: thread.title)]
    }

    func page(_ form: StepForm, _ typed: Answers? = nil, refusals: Refusals? = nil) -> FormPage {
        let answers = typed ?? known(form)
        var page = FormPage(
            title: form.title, lead: "<p class=\"lead\">\(thread.title)</p>", crumbs: crumbs,
            action: "\(thread.address)/steps/\(form.rawValue)", button: Button("Enter it"),
            fields: fields(form, answers, refusals), refusals: refusals, back: thread.address)
        page.hidden = [("newest", answers["newest"].isEmpty ? "\(thread.steps.last?.number ?? 0)" : answers["newest"])]
        return page
    }

    /// What is likely, before anything is typed.
    private func known(_ form: StepForm) -> Answers {
        let state = followed.state
        var known = ["day": today.typed]
        switch form {
        case .sending: known["from"] = state.body?.key ?? ""
        case .outcome: known["body"] = state.body?.key ?? thread.start.deciding?.key ?? ""
        case .response: known["body"] = state.awaiting?.body.key ?? state.body?.key ?? ""
        case .due: known["due"] = state.awaiting?.due.day.typed ?? ""
        case .asking: known["person"] = state.awaiting?.person?.key ?? ""
        case .action: break
        }
        return Answers(known)
    }

    private func fields(_ form: StepForm, _ answers: Answers, _ refusals: Refusals?) -> [Field] {
        func field(
            _ name: String, _ label: String, hint: String? = nil, _ control: Field.Control = .text(autocomplete: nil)
        )
            -> Field
        {
            Field(name, label, hint: hint, control, value: answers[name], refusals: refusals)
        }
        let bodies = [Field.Choice("", "Another body")] + bodies.map { .init($0.id.description, $0.name) }
        let day = field("day", "On which day?", hint: "For example, 9/2/2016.")
        let other = "Where it is not in the list."
        let open = field(
            "open", "May the public be told of it?", .choice([.init("yes", "Yes"), .init("no", "No")]))
        switch form {
        case .sending:
            return [
                field("from", "Which body sends it?", .choice(bodies)),
                field("to", "To which body?", .choice(bodies)), field("to-name", "Or its name", hint: other),
                field(
                    "asks", "Is it asked to answer?",
                    hint: "Responsible authorities answer within \(ResponseDue.days) days (SI 2009/942, regulation 7).",
                    .choice([
                        .init("", "By what sort of body it is"), .init("yes", "Yes"),
                        .init("no", "No: it passes it on or decides"),
                    ])), day, open,
            ]
        case .outcome:
            return [
                field("body", "Which body decided?", .choice(bodies)), field("body-name", "Or its name", hint: other),
                day,
                field("outcome", "What did it decide?", .choice(Outcome.allCases.map { .init($0.rawValue, $0.title) })),
                field(
                    "words", "Words that go with it",
                    hint:
                        "With amendments: how it reads now, all of it. With an addendum: what follows “with the addendum that”.",
                    .longText(rows: 4)),
                field("minute", "Number of the minute", hint: "It may be left empty."), open,
            ]
        case .response:
            return [
                field("body", "Which body answers?", .choice(bodies)), field("body-name", "Or its name", hint: other),
                day,
                field(
                    "acceptance", "Does it accept it?",
                    .choice(Acceptance.allCases.map { .init($0.rawValue, $0.title) })),
                field("reasons", "Reasons", hint: "Asked for where it is not accepted in whole.", .longText(rows: 5)),
                open,
            ]
        case .action:
            return [
                field("words", "What was done, or is being done?", .longText(rows: 4)), field("by", "By whom?"),
                field(
                    "complete", "Is that all?",
                    .choice([.init("no", "No: it is under way"), .init("yes", "Yes: it is done")])), day, open,
            ]
        case .asking:
            return [
                field(
                    "person", "Who is to answer for \(followed.state.awaiting?.body.name ?? "the body")?",
                    hint: "They are told, and can enter the answer themselves.",
                    .search([.init("", "Nobody of the partnership")] + people.map { .init($0.id.description, $0.name) })
                ),
                field("name", "Or their name", hint: "Of somebody who does not sign in here."), day,
            ]
        case .due: return [field("due", "By which day?", hint: "For example, 31/3/2016."), field("why", "Why?"), day]
        }
    }
}

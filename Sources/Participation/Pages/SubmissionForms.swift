import Membership
import Storage
import Web
import Wording

/// The forms by which something that the public brought is entered, decided, answered and withdrawn.
struct SubmissionForms {
    let meeting: HeardMeeting

    private var crumbs: [Mention] { meeting.crumbs + [Mention(at: meeting.address, titled: "From the public")] }

    func enter(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Enter what came from the public", lead: lead, crumbs: crumbs, action: meeting.address,
            button: Button("Enter it"),
            fields: what(answers, refusals) + naming(answers, refusals) + contact(answers, refusals),
            refusals: refusals, back: meeting.address)
    }

    func change(_ known: Submission, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        // Where it was erased nobody is asked again.
        let reach = known.contact == nil ? [] : contact(answers, refusals)
        var page = FormPage(
            title: "Change what came from the public", lead: lead,
            crumbs: crumbs + [Mention(at: known.address, titled: known.details.subject)],
            action: "\(known.address)/details", button: Button("Save"),
            fields: what(answers, refusals) + naming(answers, refusals) + reach + LookedAt.fields(answers, refusals),
            refusals: refusals,
            back: known.address)
        page.hidden = [("revision", "\(known.revision)")]
        return page
    }

    private var lead: HTML {
        """
        <p class="lead">Of what you enter, everybody reads the subject, the words, who is to answer, and the name that you choose: \
        never how to reach anybody.</p>
        """
    }

    private func what(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        func field(_ name: String, _ label: String, hint: String? = nil) -> Field {
            Field(name, label, hint: hint, value: answers[name], refusals: refusals)
        }
        return [
            Field(
                "kind", "What came?", .choice(Submission.Kind.allCases.map { .init($0.rawValue, $0.title) }),
                value: answers["kind"], refusals: refusals),
            field("day", "On which day did it come?", hint: "For example, 2/2/2016."),
            field("time", "At what time?", hint: "For example, 4.30 pm. Leave it empty where nobody knows."),
            field("subject", "What is it about, in a few words?", hint: "For example, Lamps in Kent Street."),
            Field(
                "words", "In their words", hint: "As plain text. Leave out addresses, email and telephone numbers.",
                .longText(rows: 8), value: answers["words"], refusals: refusals),
            field(
                "put-to", "Who is to answer?", hint: "For example, the Chairman. Leave it empty where nobody is named."),
            field("signatures", "How many signed it?", hint: "Of a petition only."),
        ]
    }

    private func naming(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        [
            Field(
                "naming", "How are they named where everybody reads it?",
                .choice([
                    .init("resident", "As a resident, without a name"),
                    .init("named", "By their name: they agreed to it"),
                ]), value: answers["naming"], refusals: refusals),
            Field(
                "place", "A resident of which ward or district?",
                hint: "For example, Cliftonville West. It may be empty.",
                value: answers["place"], refusals: refusals),
        ]
    }

    private func contact(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        [
            Field(
                "name", "Name", hint: "Read by everybody only where you say above that they agreed to it.",
                value: answers["name"], refusals: refusals),
            Field(
                "address", "Address, which is never published",
                hint: "In one line. Leave it empty where it is not needed to answer them.",
                value: answers["address"], refusals: refusals),
            Field(
                "email", "Email, which is never published", .email(isAccount: false), value: answers["email"],
                refusals: refusals),
            Field(
                "telephone", "Telephone, which is never published", .telephone, value: answers["telephone"],
                refusals: refusals),
        ]
    }

    func decide(_ known: Submission, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        let concerns = known.details.concerns(at: meeting.hearings)
        var page = FormPage(
            title: "Accept or reject it",
            crumbs: crumbs + [Mention(at: known.address, titled: known.details.subject)],
            action: "\(known.address)/decision", button: Button("Save"),
            fields: [
                Field(
                    "decision", "What is decided?",
                    .choice([
                        .init("", "Choose"), .init("accepted", "The meeting hears it"),
                        .init("rejected", "It does not"),
                    ]), value: answers["decision"], refusals: refusals),
                Field(
                    "why", "Why?",
                    hint: "Needed where it is rejected, or accepted against a rule. It is kept for good: name nobody.",
                    value: answers["why"], refusals: refusals),
            ] + LookedAt.fields(answers, refusals), refusals: refusals, back: known.address,
            notice: concerns.isEmpty
                ? nil
                : Notice(
                    .warning, "By the rules it would not be heard", "<ul>\(concerns.html { "<li>\($0)</li>" })</ul>"))
        page.hidden = [("revision", "\(known.revision)")]
        return page
    }

    func withdraw(_ known: Submission, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        var page = FormPage(
            title: "Withdraw it",
            lead: """
                <p class="lead">The meeting does not hear it. Where it stands in something that was published, publish that anew: \
                what was published stays as it was until you do.</p>
                """,
            crumbs: crumbs + [Mention(at: known.address, titled: known.details.subject)],
            action: "\(known.address)/withdrawal", button: Button("Withdraw it", weight: .warning),
            fields: [
                Field(
                    "why", "Why?", hint: "For example, They asked for it. It is kept for good: name nobody.",
                    value: answers["why"], refusals: refusals)
            ], refusals: refusals, back: known.address)
        page.hidden = [("revision", "\(known.revision)")]
        return page
    }

    func erase(_ known: Submission) -> FormPage {
        FormPage(
            title: "Erase how to reach them",
            lead: """
                <p class="lead">Name, address, email and telephone are gone for good: nobody can be told of an answer any more. What \
                they brought stays.</p>
                """,
            crumbs: crumbs + [Mention(at: known.address, titled: known.details.subject)],
            action: "\(known.address)/erasure", button: Button("Erase it for good", weight: .warning), fields: [],
            back: known.address)
    }

    func answer(_ known: Submission, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        var page = FormPage(
            title: known.answer == nil ? "Enter the answer" : "Change the answer",
            lead: """
                <p class="lead">It stands in the minutes under the item until a meeting confirms them, and for everybody once you \
                publish it.</p>
                """,
            crumbs: crumbs + [Mention(at: known.address, titled: known.details.subject)],
            action: "\(known.address)/answer", button: Button("Save the answer"),
            fields: [
                Field(
                    "way", "How was it answered?",
                    .choice([.init("spoken", "At the meeting"), .init("written", "In writing")]), value: answers["way"],
                    refusals: refusals),
                Field("by", "Who answered?", value: answers["by"], refusals: refusals),
                Field(
                    "day", "On which day?", hint: "For example, 9/2/2016.", value: answers["day"], refusals: refusals),
                Field(
                    "text", "What was answered?", hint: "As plain text.", .longText(rows: 8), value: answers["text"],
                    refusals: refusals),
            ] + LookedAt.fields(answers, refusals), refusals: refusals, back: known.address)
        page.hidden = [("revision", "\(known.revision)")]
        return page
    }
}

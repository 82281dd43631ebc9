import Storage
import Web
import Wording

/// A motion as it stands, and what can be done with it now.
struct MotionPart {
    let motion: Motion
    let item: MinutedMeeting.Item
    let record: MinutesRecord
    let page: LiveForm.Surroundings
    /// Which of its item’s motions it is.
    let number: Int

    private var id: String { "n\(item.number)-m\(number)" }

    var html: HTML {
        let decision = motion.decision
        let style = decision.style == .recommended ? "Recommend to \(decision.to)" : decision.style.rawValue.withCapital
        return """
            <section class="motion" aria-label="Motion \(String(number)) on item \(item.number), moved by \(record.name(of: motion.question.mover))">
            <h3>Motion: \(style) \(tag(motion.state))</h3>
            <p>\(by(motion.question))</p>
            <ol>\(decision.points.html { "<li>\($0)</li>" })</ol>
            \(motion.amendments.html(amendment))
            \(motion.openAmendment == nil ? forms(motion.question, nil) : nil)
            \(LiveForm(id: "\(id)-strike", deed: "strike", values: [("item", item.key), ("id", motion.id)])
                .html(page, button: "Take this motion out: entered by mistake", .empty))
            </section>

            """
    }

    private func by(_ question: Question) -> String {
        let seconder = question.seconder.map { ", seconded by \(record.name(of: $0))" } ?? ""
        return "Moved by \(record.name(of: question.mover))\(seconder)."
    }

    private func tag(_ state: Question.State) -> HTML {
        Tag(state.rawValue.withCapital, state == .carried ? .good : state.isOpen ? .waiting : .plain).html
    }

    private func amendment(_ question: Question) -> HTML {
        """
        <div class="motion__amendment">
        <h4>Amendment \(tag(question.state))</h4>
        <p>\(by(question)) The motion would read:</p>
        <ol>\(Decision(id: "", style: .resolved, text: question.text).points.html { "<li>\($0)</li>" })</ol>
        \(question.state.isOpen ? forms(question, question.id) : nil)
        </div>
        """
    }

    // MARK: What can be done now

    private func field(_ form: String, _ name: String, _ label: String, _ hint: String? = nil) -> LiveField {
        LiveField(form: "\(id)-\(form)", name: name, label: label, hint: hint, typed: page.typed)
    }

    private func form(
        _ deed: String, _ amendment: String?, button: String, more: [(name: String, value: String)] = [],
        isQuiet: Bool = true, _ body: HTML
    ) -> HTML {
        let values = [("item", item.key), ("motion", motion.id)] + (amendment.map { [("amendment", $0)] } ?? [])
        return LiveForm(id: "\(id)-\(deed)", deed: deed, values: values.map { (name: $0.0, value: $0.1) } + more)
            .html(page, button: button, isQuiet: isQuiet, body)
    }

    private var voters: [(value: String, label: String)] {
        record.voters(on: item.key)
    }

    private func forms(_ question: Question, _ amendment: String?) -> HTML? {
        switch question.state {
        case .moved:
            return """
                \(form("second", amendment, button: "Seconded", isQuiet: false,
                    field("second", "seat", "Seconded by").choice(
                        [(value: "", label: "Choose")] + voters.filter { $0.value != question.mover }, "")))
                \(form("lapse", amendment, button: "Nobody seconded it", .empty))
                \(withdraw(question, amendment))
                """
        case .seconded, .put:
            return """
                \(votes(amendment))
                \(amendment == nil && question.state == .seconded ? amend : nil)
                \(amendment == nil && question.state == .seconded ? form("put", nil, button: "Put it to the vote: no more amendments", .empty) : nil)
                \(question.state == .seconded ? withdraw(question, amendment) : nil)
                """
        case .carried, .lost, .lapsed, .withdrawn: return nil
        }
    }

    private func withdraw(_ question: Question, _ amendment: String?) -> HTML {
        form(
            "withdraw", amendment, button: "Withdrawn by \(record.name(of: question.mover))",
            more: [("seat", question.mover)],
            question.state == .moved
                ? .empty : field("withdraw", "consented", "The meeting agreed that it is withdrawn").tick(false))
    }

    private var amend: HTML {
        Disclosure(
            "Move an amendment",
            form(
                "amend", nil, button: "Enter the amendment", isQuiet: false,
                """
                \(field("amend", "seat", "Moved by").choice([(value: "", label: "Choose")] + voters, ""))
                \(field("amend", "text", "How the motion would read", "Change the words, and leave the rest.")
                    .longText(motion.decision.text, rows: 4))
                """), isOpen: page.typed?.form == "\(id)-amend"
        ).html
    }

    private func votes(_ amendment: String?) -> HTML {
        let names: HTML = Disclosure(
            "A recorded vote, by name", recorded(amendment), isOpen: record.meeting.rules.decidesBudget
        ).html
        if record.meeting.rules.decidesBudget {
            return
                "<p>This meeting decides a budget or a council tax, so each vote is recorded by name (SI 2014/165).</p>\(names)"
        }
        return """
            \(form("affirm", amendment, button: "Agreed without a vote", isQuiet: false, .empty))
            \(Disclosure("A show of hands", counted("hands", amendment, asked), isOpen: page.typed?.form == "\(id)-hands").html)
            \(Disclosure("A ballot", counted("ballot", amendment, nil), isOpen: page.typed?.form == "\(id)-ballot").html)
            \(names)
            """
    }

    /// Votes that are counted, and not told by name.
    private func counted(_ way: String, _ amendment: String?, _ more: HTML?) -> HTML {
        form(
            way, amendment, button: "Enter the votes", more: [("seats", voters.map(\.value).joined(separator: " "))],
            isQuiet: false,
            """
            <div class="minutes__pair">
            \(field(way, "in-favour", "For").number())
            \(field(way, "against", "Against").number())
            \(field(way, "abstained", "Abstained").number())
            </div>
            \(casting(way))
            \(more)
            """)
    }

    /// Each may ask that the minutes tell how they themselves voted.
    private var asked: HTML {
        let choices = [("", "Did not ask"), ("for", "For"), ("against", "Against"), ("abstained", "Abstained")].map {
            (value: $0.0, label: $0.1)
        }
        return Disclosure(
            "Somebody asked that their own vote is recorded",
            "<div class=\"motion__names\">\(voters.html { field("hands", "vote-\($0.value)", $0.label).choice(choices, "") })</div>"
        ).html
    }

    private func recorded(_ amendment: String?) -> HTML {
        let choices = [("for", "For"), ("against", "Against"), ("abstained", "Abstained")].map {
            (value: $0.0, label: $0.1)
        }
        return form(
            "names", amendment, button: "Enter the votes",
            more: [("seats", voters.map(\.value).joined(separator: " "))], isQuiet: false,
            """
            <div class="motion__names">
            \(voters.html { field("names", "vote-\($0.value)", $0.label).radios(choices, "") })
            </div>
            \(casting("names"))
            """)
    }

    private func casting(_ form: String) -> HTML {
        let choices = [("", "None"), ("for", "For"), ("against", "Against")].map { (value: $0.0, label: $0.1) }
        return field(form, "casting", "Casting vote of who presides", "Only where the votes are equal.").choice(
            choices, "")
    }
}

import Membership
import Publishing
import Storage
import Web
import Wording

/// The short forms about decisions and notices.
enum DecisionForms {
    /// What a new record or notice is called first; the rest is asked on its own pages.
    static func begin(isPlan: Bool, _ answers: Answers = Answers(), refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: isPlan ? "Announce a decision" : "Record a decision",
            lead: isPlan
                ? "<p class=\"lead\">A notice for the forward plan. Everything else is asked on its own page, and nothing is published yet.</p>"
                : "<p class=\"lead\">Of a body, a single member, or an officer under delegation. Everything else is asked on its own page, and nothing is published yet.</p>",
            crumbs: isPlan ? [.home, .decisions, .forwardPlan] : [.home, .decisions],
            action: isPlan ? "/committees/forward-plan" : "/committees/decisions", button: Button("Begin"),
            fields: [Asking(answers, refusals).line("title", "Title", hint: "As everybody is to find it.")],
            refusals: refusals, back: isPlan ? "/committees/forward-plan" : "/committees/decisions")
    }

    /// - Parameter number: of the version that stands; nil before the first.
    static func publish(
        _ title: String, after number: Int?, at address: Address, crumbs: [Mention], revision: Int,
        _ answers: Answers = Answers(), refusals: Refusals? = nil
    ) -> FormPage {
        var page = FormPage(
            title: "Publish ‘\(title)’?",
            lead: """
                <p class="lead">Everybody will read it. A published version is never changed: what is wrong in it is put right in the \
                next one, which says what is different.</p>
                """,
            crumbs: crumbs, action: "\(address)/publication",
            button: Button(number == nil ? "Publish it" : "Publish version \((number ?? 0) + 1)"),
            fields: number == nil
                ? []
                : [
                    Asking(answers, refusals).text(
                        "changes", "What is different?", hint: "A line for each thing. Everybody reads it.")
                ],
            refusals: refusals, back: address)
        page.hidden = [("revision", "\(revision)")]
        return page
    }

    static func callIn(
        _ opened: DecisionDesk.OpenedDecision, rules: RegisterRules, _ answers: Answers = Answers(),
        refusals: Refusals? = nil
    ) -> FormPage {
        let ask = Asking(answers, refusals)
        return FormPage(
            title: "Enter a call-in of ‘\(opened.title)’",
            lead: """
                <p class="lead">Everybody is told at once, and nothing may be done on the decision until it is settled. The rules ask for \
                \(rules.signatories.counted("signature", "signatures")) (\(rules.source)).</p>
                """,
            crumbs: [.home, .decisions, Mention(at: opened.address, titled: opened.title)],
            action: "\(opened.address)/call-in", button: Button("Call it in", weight: .warning),
            fields: [
                ask.text("signatories", "Who signed it?", hint: "One in a line. Everybody reads their names."),
                ask.text("reasons", "Their reasons"),
            ], refusals: refusals, back: opened.address)
    }

    static func outcome(
        _ opened: DecisionDesk.OpenedDecision, _ answers: Answers = Answers(), refusals: Refusals? = nil
    ) -> FormPage {
        let ask = Asking(answers, refusals)
        let kinds: [RegisterEvent.Kind] = [.confirmed, .referredBack, .toCouncil]
        return FormPage(
            title: "What became of the call-in of ‘\(opened.title)’?",
            crumbs: [.home, .decisions, Mention(at: opened.address, titled: opened.title)],
            action: "\(opened.address)/outcome", button: Button("Enter it"),
            fields: [
                Field(
                    "outcome", "The decision was",
                    .choice([.init("", "Choose")] + kinds.map { .init($0.rawValue, $0.title) }),
                    value: answers["outcome"],
                    refusals: refusals),
                ask.line("day", "On which day?", hint: "For example, 9/2/2016."),
                ask.text("words", "By whom, and why"),
            ], refusals: refusals, back: opened.address)
    }

    static func removal(
        _ opened: DecisionDesk.OpenedPlan, _ answers: Answers = Answers(), refusals: Refusals? = nil
    ) -> FormPage {
        FormPage(
            title: "Drop ‘\(opened.title)’ from the forward plan?",
            lead: "<p class=\"lead\">It stays to be read, with the reason, and can’t be taken up again.</p>",
            crumbs: [.home, .decisions, .forwardPlan, Mention(at: opened.address, titled: opened.title)],
            action: "\(opened.address)/removal", button: Button("Drop it", weight: .warning),
            fields: [Asking(answers, refusals).line("why", "Why?", hint: "Everybody reads this.")],
            refusals: refusals, back: opened.address)
    }

    static func rules(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        let ask = Asking(answers, refusals)
        return FormPage(
            title: "Rules for decisions and call-in",
            lead: """
                <p class="lead">What the constitution says. They hold for what is found and published from now on; how long a body’s own \
                decisions may be called in can be set with its meetings.</p>
                """,
            crumbs: [.home, .decisions], action: "/committees/decisions/rules", button: Button("Set the rules"),
            fields: [
                ask.line("threshold", "From what amount on is spending or saving significant, in pounds?"),
                ask.line("days", "For how many working days may a decision be called in?"),
                ask.line("signatories", "How many must sign a call-in?"),
                ask.line("source", "By what rule?", hint: "For example, Constitution, part 4, rule 16."),
            ], refusals: refusals, back: "/committees/decisions")
    }

    static func answers(about rules: RegisterRules) -> Answers {
        Answers([
            "threshold": rules.threshold.map { Money(pence: $0).typed } ?? "", "days": "\(rules.callInDays)",
            "signatories": "\(rules.signatories)", "source": rules == .usual ? "" : rules.source,
        ])
    }

    static func readRules(_ answers: Answers) throws -> RegisterRules {
        var check = Check(answers)
        let threshold = check.amount("threshold", answers)
        if answers["threshold"].isEmpty { check.refuse("Enter an amount in pounds", field: "threshold") }
        func number(_ name: String, _ ask: String) -> Int? {
            if answers[name].isEmpty { check.refuse(ask, field: name) }
            return check.number(name, answers, 1...60)
        }
        let (days, signatories) = (number("days", "Enter a number of days"), number("signatories", "Enter a number"))
        let source = check.text("source", ask: "Say by what rule", longest: 300)
        return try check.checked {
            guard let threshold, let days, let signatories else { return nil }
            return RegisterRules(threshold: threshold, callInDays: days, signatories: signatories, source: source)
        }
    }
}

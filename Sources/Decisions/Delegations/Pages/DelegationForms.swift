import Storage
import Web
import Wording

extension Mention {
    static let delegations = Mention(at: "/committees/delegations", titled: "Delegations")
}

/// The forms about delegations.
enum DelegationForms {
    static func enter(
        _ known: Delegation? = nil, _ answers: Answers = Answers(), refusals: Refusals? = nil
    ) -> FormPage {
        let ask = Asking(answers, refusals)
        var page = FormPage(
            title: known == nil ? "Enter a delegation" : "Change a delegation",
            lead: "<p class=\"lead\">Everybody reads it once the register is published.</p>",
            crumbs: [.home, .decisions, .delegations],
            action: known.map { "/committees/delegations/\($0.id)/details" } ?? "/committees/delegations",
            button: Button(known == nil ? "Enter it" : "Save"),
            fields: [
                ask.text("power", "What may be decided?"),
                ask.line(
                    "from", "Whose power is it?", hint: "For example, Cabinet, or the partnership’s strategy group."),
                ask.line(
                    "to", "Who may decide?", hint: "A post or a body, and nobody’s name: Community safety officer."),
                ask.text("limits", "Within what limits?", hint: "Nothing, where there are none."),
                ask.line(
                    "authority", "By what law or resolution?",
                    hint: "For example, LGA 1972 s.101; Council, 14 May 2015, minute 12."),
                ask.line("since", "From which day on?", hint: "For example, 14/5/2015."),
                ask.line("until", "Until which day?", hint: "Nothing, where it has no end."),
            ], refusals: refusals, back: "/committees/delegations")
        if let known { page.hidden = [("revision", "\(known.revision)")] }
        return page
    }

    static func answers(_ known: Delegation) -> Answers {
        let details = known.details
        return Answers([
            "power": details.power, "from": details.from, "to": details.to, "limits": details.limits,
            "authority": details.authority, "since": details.since.typed, "until": details.until?.typed ?? "",
        ])
    }

    static func read(_ form: Form, endedBecause: String = "") throws -> Delegation.Details {
        let answers = Answers(form)
        var check = Check(answers)
        let power = check.long("power", answers)
        if power.isEmpty { check.refuse("Say what may be decided", field: "power") }
        let from = check.text("from", ask: "Say whose power it is")
        let to = check.text("to", ask: "Say who may decide")
        let limits = check.long("limits", answers)
        let authority = check.text("authority", ask: "Say by what law or resolution", longest: 300)
        let since = check.day("since", ask: "Enter the first day")
        let until = check.optionalDay("until")
        if let since, let until, until < since {
            check.refuse("The last day is before the first", field: "until")
        }
        return try check.checked {
            guard let since else { return nil }
            return Delegation.Details(
                power: power, from: from, to: to, limits: limits, authority: authority, since: since, until: until,
                endedBecause: endedBecause)
        }
    }

    static func end(
        _ known: Delegation, _ answers: Answers = Answers(), refusals: Refusals? = nil
    ) -> FormPage {
        let ask = Asking(answers, refusals)
        var page = FormPage(
            title: "End a delegation",
            lead: """
                <p class="lead">\(known.details.to) may decide until that day: \(known.details.power.withFullStop)</p>
                <p>It stays in the register, with its last day and the reason, for six years.</p>
                """,
            crumbs: [.home, .decisions, .delegations], action: "/committees/delegations/\(known.id)/end",
            button: Button("End it", weight: .warning),
            fields: [
                ask.line("until", "What is its last day?", hint: "For example, 31/3/2016."),
                ask.line(
                    "why", "Why does it end?", hint: "By what resolution, or what replaces it. Everybody reads this."),
            ], refusals: refusals, back: "/committees/delegations")
        page.hidden = [("revision", "\(known.revision)")]
        return page
    }
}

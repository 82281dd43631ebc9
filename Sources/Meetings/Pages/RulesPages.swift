import Membership
import Storage
import Web
import WorkingDays

/// The form by which a partnership sets a body's rules.
struct RulesFormPage {
    let body: Body

    func form(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        func field(_ name: String, _ label: String, hint: String? = nil) -> Field {
            Field(name, label, hint: hint, value: answers[name], refusals: refusals)
        }
        func choice(_ name: String, _ label: String, _ yes: String, _ no: String) -> Field {
            Field(name, label, .choice([.init("yes", yes), .init("no", no)]), value: answers[name], refusals: refusals)
        }
        return FormPage(
            title: "Set the rules for meetings of \(body.name)",
            lead: """
                <p class="lead">The law’s own rules are filled in. Change what the constitution or the terms of reference say \
                otherwise. What held before stays on record.</p>
                """,
            crumbs: [.home, .committees, Mention(at: "/committees/bodies/\(body.id)", titled: body.name)],
            action: "/committees/bodies/\(body.id)/rules", button: Button("Set the rules"),
            fields: [
                field("from", "From which day?", hint: "For example, 9/2/2016."),
                choice("open", "May everybody attend?", "Yes", "No"),
                field("clear-days", "How many clear days before the meeting is the agenda published?"),
                Field(
                    "counting", "Which days count?",
                    .choice(DayCounting.allCases.map { .init($0.rawValue, $0.name) }), value: answers["counting"],
                    refusals: refusals),
                field(
                    "cutoff", "After what time does a publication count as the next day’s?",
                    hint: "For example, 5 pm. Leave it empty where the whole day counts."),
                field("finals", "How many working days before that must reports be finished?"),
                field(
                    "notice", "How many clear days before are key decisions and private meetings told of?",
                    hint: "28 for an executive in England. Leave it empty where there is no such rule."),
                field(
                    "call-in", "For how many working days may a decision be called in?",
                    hint: "Leave it empty where none may be."),
                field("quorum", "Of how many members must one be there?", hint: "4 for a quarter of them."),
                field("least", "And how many at least?"),
                choice("substitutes", "May a member send a substitute?", "Yes", "No"),
                field("source", "By what rule?", hint: "For example, Constitution, part 4, rule 12."),
                field("why", "Why are they set?"),
            ], refusals: refusals, back: "/committees/bodies/\(body.id)")
    }

    static func answers(about rules: MeetingRules, from day: Day) -> Answers {
        Answers([
            "from": day.typed, "open": rules.isOpen ? "yes" : "no", "clear-days": String(rules.clearDays),
            "counting": rules.counting.rawValue, "cutoff": rules.cutoff?.words ?? "",
            "finals": String(rules.finalsDays), "notice": rules.noticeDays.map { String($0) } ?? "",
            "call-in": rules.callInDays.map { String($0) } ?? "", "quorum": String(rules.quorum.oneIn),
            "least": String(rules.quorum.least), "substitutes": rules.allowsSubstitutes ? "yes" : "no",
            "source": rules.source,
        ])
    }

    static func read(_ answers: Answers, isNeverPublic: Bool) throws -> (rules: MeetingRules, from: Day, why: String) {
        var check = Check(answers)
        func number(_ name: String, _ range: ClosedRange<Int>, _ check: inout Check) -> Int? {
            guard let number = Int(answers[name]), range.contains(number) else {
                check.refuse("Enter a number from \(range.lowerBound) to \(range.upperBound)", field: name)
                return nil
            }
            return number
        }
        func optional(_ name: String, _ check: inout Check) -> Int? {
            answers[name].isEmpty ? nil : number(name, 1...100, &check)
        }
        let from = check.day("from", ask: "Enter the day from which they hold")
        let clear = number("clear-days", 0...60, &check)
        let counting = DayCounting(rawValue: answers["counting"])
        if counting == nil { check.refuse("Choose which days count", field: "counting") }
        let cutoff = answers["cutoff"].isEmpty ? nil : TimeOfDay(typed: answers["cutoff"])
        if cutoff == nil, !answers["cutoff"].isEmpty { check.refuse("Enter a time of day, like 5 pm", field: "cutoff") }
        let finals = number("finals", 0...30, &check)
        let (notice, callIn) = (optional("notice", &check), optional("call-in", &check))
        let (quorum, least) = (number("quorum", 1...20, &check), number("least", 1...100, &check))
        if isNeverPublic, answers["open"] == "yes" {
            check.refuse("Nothing of this body’s meetings is ever public: its regime says so", field: "open")
        }
        let source = check.text("source", ask: "Say by what rule", longest: 300)
        let why = check.text("why", ask: "Say why they are set", longest: 500)
        return try check.checked {
            guard let from, let clear, let counting, let finals, let quorum, let least else { return nil }
            return (
                MeetingRules(
                    isOpen: answers["open"] == "yes", clearDays: clear, counting: counting, cutoff: cutoff,
                    finalsDays: finals, noticeDays: notice, callInDays: callIn,
                    quorum: .init(oneIn: quorum, least: least), allowsSubstitutes: answers["substitutes"] == "yes",
                    source: source),
                from, why
            )
        }
    }
}

/// `/committees/closures`: the days on which the offices are closed.
struct ClosuresPage {
    let closures: [OfficeClosure]
    let bankHolidays: [(day: Day, name: String)]
    let visit: Visit

    func page(_ answers: Answers = Answers(), refusals: Refusals? = nil) -> Page {
        Page(
            "Days the offices are closed", crumbs: [.home, .committees], hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Days the offices are closed</h1>
                <p class="lead">Days on which nothing counts as published, besides weekends and bank holidays. Every deadline of every \
                meeting is found anew when a day is entered.</p>
                \(closures.isEmpty ? "<p>None is entered.</p>" : table)
                <h2>Enter a day</h2>
                \(PostForm(
                    to: "/committees/closures", visit, isGuarded: true, isRefused: refusals != nil,
                    """
                    \(Field("day", "Which day?", hint: "For example, 24/12/2026.", value: answers["day"], refusals: refusals).html)
                    \(Field("reason", "Why are they closed?", hint: "For example, Training day.", value: answers["reason"], refusals: refusals).html)
                    \(Field("proclaimed", "For whom?", .choice([.init("no", "These offices only"), .init("yes", "The whole country: a proclaimed day")]), value: answers["proclaimed"], refusals: refusals).html)
                    <p class="actions">\(Button("Enter the day").html)</p>
                    """
                ).html)
                <h2>Bank holidays that are known by themselves</h2>
                \(DataTable("Bank holidays in England and Wales", columns: [.text("Day"), .text("Holiday")], rows: bankHolidays.map { [HTML(text: "\($0.day.withWeekday)"), HTML(text: $0.name)] }).html)
                """)
    }

    private var table: HTML {
        DataTable(
            "Days that were entered", columns: [.text("Day"), .text("Reason"), .text("")],
            rows: closures.map { closure in
                [
                    HTML(text: "\(closure.day.withWeekday)"),
                    HTML(text: closure.isProclaimed ? "\(closure.reason) (proclaimed)" : closure.reason),
                    PressForm(
                        label: "Take it back", action: "/committees/closures/\(closure.id)/removal"
                    ).html(for: visit),
                ]
            }
        ).html
    }
}

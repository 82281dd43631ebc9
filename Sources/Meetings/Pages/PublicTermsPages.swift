import Membership
import Storage
import Web
import Wording
import WorkingDays

/// The form by which a partnership says what the public may bring before a body's meetings.
struct PublicTermsForm {
    let body: Body

    func form(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        func field(_ name: String, _ label: String, hint: String? = nil) -> Field {
            Field(name, label, hint: hint, value: answers[name], refusals: refusals)
        }
        let kinds = PublicTerms.Kind.allCases.flatMap { kind -> [Field] in
            let (name, noun) = (kind.rawValue, kind.noun)
            return [
                Field(
                    name, "May the public bring \(noun)?", .choice([.init("no", "No"), .init("yes", "Yes")]),
                    value: answers[name], refusals: refusals),
                field("\(name)-days", "How many clear days before the meeting do \(noun) arrive?"),
                field(
                    "\(name)-minutes", "For how many minutes may one speak to \(noun)?",
                    hint: "Leave it empty where no rule says so."),
                field(
                    "\(name)-words", "How many words may \(noun) have?", hint: "Leave it empty where no rule says so."),
            ]
        }
        return FormPage(
            title: "Say what the public may bring to \(body.name)",
            lead: """
                <p class="lead">The deadline of each meeting is worked out from this, and stands on its public page. What held \
                before stays on record.</p>
                """,
            crumbs: [.home, .committees, Mention(at: "/committees/bodies/\(body.id)", titled: body.name)],
            action: "/committees/bodies/\(body.id)/public-terms", button: Button("Save"),
            fields: [field("from", "From which day?", hint: "For example, 9/2/2016.")] + kinds + [
                Field(
                    "counting", "Which days count?",
                    .choice(DayCounting.allCases.map { .init($0.rawValue, $0.name) }), value: answers["counting"],
                    refusals: refusals),
                field(
                    "cutoff", "Until what time on the last day?",
                    hint: "For example, 5 pm. Leave it empty where the whole day counts."),
                field("source", "By what rule?", hint: "For example, Council Procedure Rule 14."),
                field("why", "Why is it set?"),
            ], refusals: refusals, back: "/committees/bodies/\(body.id)")
    }

    static func answers(about terms: PublicTerms?, from day: Day) -> Answers {
        let counting = terms?.counting ?? .working
        let cutoff = terms.map(\.cutoff) ?? ClearDays.usualCutoff
        var known = [
            "from": day.typed, "counting": counting.rawValue, "cutoff": cutoff?.words ?? "",
            "source": terms?.source ?? "",
        ]
        for kind in PublicTerms.Kind.allCases {
            let (name, own) = (kind.rawValue, terms?.allowed[kind])
            known[name] = own == nil ? "no" : "yes"
            known["\(name)-days"] = own.map { "\($0.clearDays)" } ?? ""
            known["\(name)-minutes"] = own?.minutes.map { "\($0)" } ?? ""
            known["\(name)-words"] = own?.words.map { "\($0)" } ?? ""
        }
        return Answers(known)
    }

    static func read(
        _ answers: Answers, isNeverPublic: Bool
    ) throws -> (terms: PublicTerms, from: Day, why: String) {
        var check = Check(answers)
        let from = check.day("from", ask: "Enter the day from which it holds")
        var allowed: [PublicTerms.Kind: PublicTerms.Terms] = [:]
        for kind in PublicTerms.Kind.allCases where answers[kind.rawValue] == "yes" {
            if isNeverPublic {
                check.refuse("Nothing of this body’s meetings is ever public: its regime says so", field: kind.rawValue)
            }
            allowed[kind] = terms(of: kind, answers, &check)
        }
        let counting = DayCounting(rawValue: answers["counting"])
        if counting == nil { check.refuse("Choose which days count", field: "counting") }
        let cutoff = answers["cutoff"].isEmpty ? nil : TimeOfDay(typed: answers["cutoff"])
        if cutoff == nil, !answers["cutoff"].isEmpty { check.refuse("Enter a time of day, like 5 pm", field: "cutoff") }
        let source = check.text("source", ask: "Say by what rule", longest: 300)
        let why = check.text("why", ask: "Say why it is set", longest: 500)
        return try check.checked {
            guard let from, let counting else { return nil }
            return (PublicTerms(allowed: allowed, counting: counting, cutoff: cutoff, source: source), from, why)
        }
    }

    private static func terms(
        of kind: PublicTerms.Kind, _ answers: Answers, _ check: inout Check
    ) -> PublicTerms.Terms? {
        func number(_ name: String, _ range: ClosedRange<Int>) -> Int? {
            guard let number = Int(answers[name]), range.contains(number) else {
                check.refuse("Enter a number from \(range.lowerBound) to \(range.upperBound.grouped)", field: name)
                return nil
            }
            return number
        }
        let days = number("\(kind.rawValue)-days", 0...60)
        let minutes = answers["\(kind.rawValue)-minutes"].isEmpty ? nil : number("\(kind.rawValue)-minutes", 1...120)
        let words = answers["\(kind.rawValue)-words"].isEmpty ? nil : number("\(kind.rawValue)-words", 1...5_000)
        return days.map { PublicTerms.Terms(clearDays: $0, minutes: minutes, words: words) }
    }
}

/// What the public may bring to a body, in words.
struct PublicTermsWords {
    let body: Body
    let terms: PublicTerms?
    let maySet: Bool

    var html: HTML {
        """
        <h2>What the public may bring</h2>
        \(list)
        \(maySet && !body.details.regime.isNeverPublic ? "<p class=\"actions\">\(Button("Say what the public may bring", to: "/committees/bodies/\(body.id)/public-terms", weight: .secondary).html)</p>" : nil)
        """
    }

    private var list: HTML {
        guard let terms, !terms.allowed.isEmpty else {
            return
                "<p>Nothing: nobody said that they may put questions, come as a deputation or hand in a petition.</p>"
        }
        let kinds = PublicTerms.Kind.allCases.map { kind in
            let words = terms.allowed[kind].map { $0.sentence.prefix(1).uppercased() + $0.sentence.dropFirst() }
            return (name: kind.title, value: HTML(text: words ?? "Not allowed"))
        }
        return SummaryList(
            kinds + [
                ("Which days count", HTML(text: terms.counting.words)),
                ("On the last day", HTML(text: terms.cutoff.map { "Until \($0.words)" } ?? "The whole day counts")),
                ("By what rule", HTML(text: terms.source)),
            ]
        ).html
    }
}

extension PublicTerms.Kind {
    /// "questions"
    fileprivate var noun: String { "\(rawValue)s" }
}

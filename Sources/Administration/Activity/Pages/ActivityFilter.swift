import Storage
import Web
import Wording

/// What the activity is narrowed to, as the address says it.
struct ActivityFilter: Sendable, Hashable {
    /// What was chosen and typed, to be shown again.
    struct Typed: Sendable, Hashable {
        var who = ""
        var act = ""
        var kind = ""
        var thing = ""
        var outcome = ""
        var from = ""
        var until = ""

        var isEmpty: Bool { self == Typed() }

        /// As a form sends it along.
        var answers: [(name: String, value: String)] {
            [
                ("who", who), ("act", act), ("kind", kind), ("thing", thing), ("outcome", outcome), ("from", from),
                ("until", until),
            ].filter { !$0.1.isEmpty }
        }

        func address(before: Int? = nil, after: Int? = nil) -> Address {
            func said(_ answer: String) -> String? { answer.isEmpty ? nil : answer }
            return ("/activity" as Address).asking([
                "who": said(who), "act": said(act), "kind": said(kind), "thing": said(thing),
                "outcome": said(outcome), "from": said(from), "until": said(until), "before": before.map { "\($0)" },
                "after": after.map { "\($0)" },
            ])
        }
    }

    /// What the program does by itself, whatever it is called.
    static let program = "program"

    let typed: Typed
    private let from: Day?
    private let until: Day?

    /// - Throws: `Refusals` for days that there are not, or that end before they begin.
    init(_ typed: Typed) throws(Refusals) {
        var refusals = Refusals()
        from = Self.day(typed.from, "from", &refusals)
        until = Self.day(typed.until, "until", &refusals)
        if let from, let until, until < from {
            refusals.add("The last day must not be before the first", field: "until")
        }
        try refusals.check()
        self.typed = typed
    }

    private static func day(_ text: String, _ field: String, _ refusals: inout Refusals) -> Day? {
        guard !text.isEmpty else { return nil }
        if let day = Day(text) { return day }
        let parts = text.split(whereSeparator: { " /.-".contains($0) }).map(String.init)
        let typed = parts.count == 3 ? TypedDay(day: parts[0], month: parts[1], year: parts[2]) : TypedDay()
        if let (year, month, number) = try? typed.read(), let day = Day(year: year, month: month, number: number) {
            return day
        }
        refusals.add("Enter a day of the calendar, like 9/2/2016", field: field)
        return nil
    }

    /// - Parameter jobs: what the program does by itself, by name.
    func question(for reader: ActivityReader, jobs: [String]) -> EntryQuestion {
        let words = reader.words
        let family = Set(words.kinds.filter { $0.family == typed.kind }.map(\.kind))
        let sorts = reader.sorts.filter { sort in
            (typed.act.isEmpty || sort.act == typed.act) && (typed.kind.isEmpty || family.contains(sort.kind))
        }
        var question = EntryQuestion(of: sorts)
        if typed.who == Self.program {
            question.actors = jobs.map { .job($0) }
        } else if !typed.who.isEmpty {
            question.actors = Entry.Actor.Key(typed.who).map { [$0] } ?? []
        }
        if !typed.thing.isEmpty {
            question.subjects = family.sorted().map { Entry.Subject($0, typed.thing) }
        }
        question.outcome = KeptEntry.Outcome(rawValue: typed.outcome)
        question.from = from?.moments.lowerBound
        question.until = until?.moments.upperBound
        return question
    }
}

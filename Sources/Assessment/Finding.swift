import DataFiles
import DataRegister
import Statistics
import Wording

/// What is found about one subject (all crime, one type, one small area) over a period: how many, how many for each
/// thousand people, what share, and how it changed. Whatever could not be worked out is nil, and `notes` says why.
public struct Finding: Sendable {
    public let subject: String
    public let current: MonthlySeries
    /// The same over the period it is compared with, where there is one.
    public let earlier: MonthlySeries?
    /// Crimes for each 1,000 people over the months that are known; not made up to a year.
    public let rate: Rate?
    public let population: PopulationUsed?
    /// Of all crime; nil for anti-social behaviour, which is not crime.
    public let share: Proportion?
    public let change: Change?
    public let notes: [String]
    /// Where what is counted changed, from the first of its months to the last.
    public let breaks: [ComparabilityBreak]

    public var count: Int { current.total }

    /// - Parameter refusal: why the two may not be compared.
    init(
        _ subject: String, current: MonthlySeries, earlier: MonthlySeries?, population: PopulationUsed?, of whole: Int?,
        refused refusal: String? = nil, breaks: [ComparabilityBreak] = []
    ) {
        self.breaks = breaks
        self.subject = subject
        self.current = current
        self.earlier = earlier
        self.population = population
        var notes: [String] = []
        rate = population.flatMap { try? Rate(count: current.total, population: Double($0.people)) }
        share = whole.flatMap { try? Proportion(part: current.total, of: $0) }
        if let refusal {
            self.change = nil
            notes.append(refusal)
        } else if let earlier {
            self.change = Self.change(earlier, current, &notes)?.held(against: [], breaks)
        } else {
            self.change = nil
        }
        self.notes = notes
    }

    /// The change is one of numbers, as people speak of it; each month known on both sides weighs the same.
    private static func change(
        _ earlier: MonthlySeries, _ current: MonthlySeries, _ notes: inout [String]
    ) -> Change? {
        let known = current.known(with: earlier)
        guard !known.mine.isEmpty else {
            notes.append("No month is known on both sides, so there is no change to tell.")
            return nil
        }
        if known.mine.count < current.period.count {
            notes.append(
                "The change is over the \(known.mine.count) of \(current.period.count) months known on both sides.")
        }
        let months = Double(known.mine.count)
        do {
            let change = try Change(
                before: known.other, after: known.mine, exposureBefore: months, exposureAfter: months)
            if let caveat = change.caveat { notes.append(caveat) }
            return change
        } catch {
            notes.append("\(error)")
            return nil
        }
    }

    /// How many there were in the months that were set against each other, where those are not all of the two periods; nil where
    /// they are, or nothing is compared.
    var comparedCounts: (before: Int, after: Int)? {
        guard let earlier, change != nil else { return nil }
        let known = current.known(with: earlier)
        guard known.mine.count < current.period.count else { return nil }
        return (known.other.reduce(0, +), known.mine.reduce(0, +))
    }

    /// What is to be said below a table of several: what holds of all once, else before it of which it is said.
    static func notes(of findings: [Finding]) -> [String] {
        let notes = findings.flatMap(\.notes).unique
        return notes.map { note in
            let subjects = findings.filter { $0.notes.contains(note) }.map(\.subject)
            return subjects.count == findings.count ? note : "\(subjects.inWords): \(note)"
        }
    }

    /// One plain sentence: how many, and whether that is more than chance.
    public var sentence: String {
        guard let change, let (before, after) = compared else {
            let gap = current.isWhole ? "" : ", with \(current.missing.count) of \(current.period.count) months missing"
            return "\(subject): \(current.total.grouped) in \(current.period)\(gap)."
        }
        return change.sentence(subject: subject, before: before, after: after)
    }

    /// The months that were set against each other: the periods themselves, or what is known of both where a month is
    /// missing, so that no sentence gives eleven months the name of twelve.
    ///
    /// - Returns: nil where nothing is compared.
    var compared: (before: String, after: String)? {
        guard let earlier, change != nil else { return nil }
        let known = earlier.counts.indices.filter { earlier.counts[$0] != nil && current.counts[$0] != nil }
        guard known.count < current.period.count, let first = known.first, let last = known.last else {
            return ("\(earlier.period)", "\(current.period)")
        }
        guard known.count == last - first + 1 else {
            let months = known.count.counted("month", "months")
            return ("\(months) of \(earlier.period)", "the same months of \(current.period)")
        }
        return ("\(earlier.period.part(first...last))", "\(current.period.part(first...last))")
    }
}

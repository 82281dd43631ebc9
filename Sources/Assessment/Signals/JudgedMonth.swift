import DataFiles
import DataRegister
import Statistics
import Wording

/// One month of a series, held against what was to be expected of it.
struct JudgedMonth: Hashable, Sendable {
    /// What was found of it.
    enum Finding: Hashable, Sendable {
        /// Above what is usual, or one of a run that is.
        case high
        case low
        case usual
        /// Nothing can be said of it, and why.
        case notJudged(Reason)
    }

    /// Why a month is not judged. It is never called usual then, and a missing one is never taken as zero.
    enum Reason: Hashable, Sendable {
        case missing
        /// So many months before it that are counted in one way, and what they begin with where that is a change.
        case tooShort(months: Int, after: ComparabilityBreak?)
        case tooManyMissing
        /// Fewer events a month than a chart can be made of, before there are years to compare with.
        case tooFewForChart
        case tooFewLately
        /// Every month has the same count.
        case constant(Int)
        /// None at all in the months it is compared with.
        case noneBefore
    }

    /// By what it was judged.
    enum Method: Hashable, Sendable {
        /// The same season of so many years before it (Farrington flexible).
        case exceedance(years: Int)
        /// A control chart (XmR) of the months as they are.
        case chart
        /// The same of the months seasonally adjusted (STL).
        case chartOfAdjusted
    }

    let month: Month
    /// Nil where it is missing.
    let count: Int?
    let finding: Finding
    var method: Method?
    var expected: Double?
    /// The most and the least that would be usual; nil on a side on which it was not judged.
    var most: Double?
    var least: Double?
    /// Of a count as far off on either side, if nothing has changed; nil of a control chart, whose rules have none.
    var probability: Double?
    /// Of a control chart: which rule it breaks.
    var cause: SpecialCause?
    /// Whether it stands out even with all the months that are looked at together allowed for.
    var isClear = false

    var isSignal: Bool { finding == .high || finding == .low }

    var isJudged: Bool {
        if case .notJudged = finding { false } else { true }
    }

    /// How many months like it would be marked by chance alone, were nothing changed.
    var falseAlarms: Double {
        guard isJudged, let method else { return 0 }
        guard case .exceedance = method else { return Self.falseAlarmsOfChart }
        return Exceedance.Settings().tail * Double([most, least].count { $0 != nil })
    }

    /// Of charts of 36 months in which nothing happens, the special-cause rules mark 5 to 8 months in a hundred.
    private static let falseAlarmsOfChart = 0.08

    /// Not judged.
    init(_ month: Month, count: Int?, because reason: Reason) {
        (self.month, self.count, finding) = (month, count, .notJudged(reason))
    }

    init(_ month: Month, _ found: Exceedance) {
        self.month = month
        count = found.observed
        if !found.isModelled {
            finding = .notJudged(.noneBefore)
            return
        }
        let isLow = found.isExceptionallyLow
        if found.finding == .tooFewEvents, !isLow {
            finding = .notJudged(.tooFewLately)
            return
        }
        finding = found.isExceptional ? .high : isLow ? .low : .usual
        method = .exceedance(years: found.years)
        expected = found.expected ?? found.fall?.expected
        (most, least) = (found.bound, found.fall?.bound)
        probability = min(1, 2 * min(found.probability, found.fall?.probability ?? 1))
    }

    /// - Parameter season: what the season adds to the month, where the chart is of the adjusted series.
    init(
        _ month: Month, count: Int, _ point: XmRChart.Point, in phase: XmRChart.Phase, season: Double?
    ) {
        (self.month, self.count) = (month, count)
        finding = point.specialCause.map { $0.isHigh ? .high : .low } ?? .usual
        method = season == nil ? .chart : .chartOfAdjusted
        cause = point.specialCause
        expected = phase.mean.map { max(0, $0 + (season ?? 0)) }
        most = phase.limits.map { max(0, $0.upper + (season ?? 0)) }
        let lower = phase.limits.map { $0.lower + (season ?? 0) }
        least = lower.flatMap { $0 > 0 ? $0 : nil }
    }
}

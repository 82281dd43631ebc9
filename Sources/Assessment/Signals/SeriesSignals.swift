import DataFiles
import DataRegister
import Statistics
import Wording

/// One series, and which of its months are out of the ordinary.
///
/// Each month is judged by those before it that are counted in the same way, and by none beyond a change in what is counted.
/// `SignalChoice` says by which method.
public struct SeriesSignals: Hashable, Sendable {
    let series: CountSeries
    /// Those that were to be judged, in order.
    var judged: [JudgedMonth]

    /// Five years before a month, with the months about it: what a month is compared with at most.
    static let monthsBefore = Exceedance.mostYears * 12 + 3
    /// From so many months on end there are three whole years before the last, with the months about it.
    static let fewestMonths = Exceedance.fewestYears * 12 + 3
    /// Fewer alike are no reason to doubt them.
    private static let fewestAlike = 12

    /// - Parameters:
    ///   - series: by the month, from long before the period on.
    ///   - period: the months to judge.
    /// - Throws: `StatisticsRefusal` for counts that are none.
    init(_ series: CountSeries, judging period: Period) throws(StatisticsRefusal) {
        self.series = series
        var judged: [JudgedMonth] = []
        for stretch in Comparability.stretches(of: series) {
            judged += try Self.judged(stretch, period)
        }
        self.judged = judged
    }

    public var subject: String { series.subject }
    var place: String { series.places.map(\.name).inWords }
    var signals: [JudgedMonth] { judged.filter(\.isSignal) }
    var judgedMonths: [JudgedMonth] { judged.filter(\.isJudged) }
    /// How many months chance alone would mark.
    var falseAlarms: Double { judged.reduce(0) { $0 + $1.falseAlarms } }

    private static func judged(_ stretch: Stretch, _ period: Period) throws(StatisticsRefusal) -> [JudgedMonth] {
        let months = stretch.series.points.map(\.period.from)
        guard let last = months.lastIndex(where: { $0 <= period.to }) else { return [] }
        let asked = months[...last].indices.filter { period.from <= months[$0] }
        guard !asked.isEmpty else { return [] }
        let counts = Array(stretch.series.counts[...last])
        func not(_ index: Int, _ reason: JudgedMonth.Reason) -> JudgedMonth {
            JudgedMonth(months[index], count: counts[index], because: counts[index] == nil ? .missing : reason)
        }
        let known = counts.compactMap(\.self)
        if known.count >= fewestAlike, let only = Set(known).first, Set(known).count == 1 {
            return asked.map { not($0, only == 0 ? .noneBefore : .constant(only)) }
        }
        let choice = try SignalChoice(counts: counts)
        guard let charted = choice.charted else {
            guard case .exceedance = choice.method else {
                let reason = reason(choice.reason, after: limiting(stretch, over: counts.count))
                return asked.map { not($0, reason) }
            }
            var judged: [JudgedMonth] = []
            for index in asked {
                judged.append(
                    try exceedance(counts, index, months[index], after: limiting(stretch, over: index + 1)))
            }
            return judged
        }
        let chart = try XmRChart(values: charted, direction: .neutral)
        guard let phase = chart.phases.last, let range = phase.movingRange, range > 0 else {
            return asked.map { not($0, .tooFewForChart) }
        }
        let isAdjusted = choice.method == .chartOfAdjusted
        return asked.map { index in
            guard let count = counts[index], let point = chart.points[index] else { return not(index, .missing) }
            return JudgedMonth(
                months[index], count: count, point, in: phase,
                season: isAdjusted ? Double(count) - point.value : nil)
        }
    }

    /// The change that a stretch begins with, where it is what leaves too few months: not where earlier ones could be imported.
    private static func limiting(_ stretch: Stretch, over months: Int) -> ComparabilityBreak? {
        months < fewestMonths ? stretch.after : nil
    }

    private static func exceedance(
        _ counts: [Int?], _ index: Int, _ month: Month, after change: ComparabilityBreak?
    ) throws(StatisticsRefusal) -> JudgedMonth {
        guard counts[index] != nil else { return JudgedMonth(month, count: nil, because: .missing) }
        do {
            return JudgedMonth(month, try Exceedance(of: counts, at: index))
        } catch .tooFewYears {
            let first = counts.firstIndex { $0 != nil } ?? index
            return JudgedMonth(
                month, count: counts[index], because: .tooShort(months: index - first + 1, after: change))
        } catch .baselineTooThin, .noFit {
            return JudgedMonth(month, count: counts[index], because: .tooManyMissing)
        }
    }

    private static func reason(
        _ reason: SignalChoice.Reason, after change: ComparabilityBreak?
    ) -> JudgedMonth.Reason {
        switch reason {
        case .tooShort(let months), .tooShortForLimits(let months): .tooShort(months: months, after: change)
        case .tooFewEvents: .tooFewForChart
        default: .tooManyMissing
        }
    }
}

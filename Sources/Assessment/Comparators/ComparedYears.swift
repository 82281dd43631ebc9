import DataFiles
import DataRegister
import Statistics
import Wording

/// The own district beside those of a set, year by year: whether what moved, moved here alone.
///
/// What is counted otherwise since is not set beside what was counted before, and the group is the same districts in every
/// year, or its mean would move by who is in it.
public struct ComparedYears: Sendable {
    /// One year.
    public struct Year: Sendable {
        public let year: Int
        /// Nil where it is not known.
        public let own: Rate?
        /// Of which year the own residents are, and how that is known: estimates are not here for every year.
        public let people: PopulationUsed?
        /// The unweighted mean of the rates of the districts that have one in every year.
        public let mean: Double?
        /// Between which rates the middle half of them lies.
        public let middle: ClosedRange<Double>?
        /// The own district's place among all with a rate, the highest first, and how many those are.
        public let place: (rank: Int, of: Int)?

        /// How many times the mean the own rate is; nil where one of them is not known or the mean is 0.
        public var times: Double? {
            guard let own, let mean, mean > 0 else { return nil }
            return own.value / mean
        }
    }

    /// Whether the own rate moves, as far as can be told.
    public enum Trend: Sendable {
        case told(RecentTrend, Period)
        /// Why it is not.
        case untold(String)
    }

    public let set: ComparatorSet
    public let measures: [Measure]
    public let own: String
    /// On end, the oldest first; at least two.
    public let years: [Year]
    /// Those with a rate in each of the years, by name.
    public let steady: [String]
    /// Changes in what is counted that lie within the years.
    public let breaks: [ComparabilityBreak]
    public let trend: Trend
    /// What of the years that are here is left out, and why.
    public let omissions: [String]
    public let citation: Citation
    public let populations: Citation

    /// So many are looked back.
    static let most = 10
    /// Of fewer there is no middle half.
    static let fewestInMiddle = 8

    /// - Parameters:
    ///   - comparisons: of one set and measure, each over a calendar year.
    ///   - breaks: the changes in what is counted, whenever they were.
    ///   - swings: how much the own months vary.
    /// - Throws: ``ComparisonRefusal`` where fewer than two years can be set beside each other.
    init(
        _ comparisons: [Comparison], breaks: [ComparabilityBreak], swings: Swings?
    ) throws(ComparisonRefusal) {
        let all = comparisons.sorted { $0.period.from < $1.period.from }
        guard let newest = all.last, let own = newest.own else { throw .noOwnDistrict }
        let limit = breaks.last { $0.forbidsComparison && $0.month <= newest.period.from }
        var omissions: [String] = []
        if let limit, let first = all.first, first.period.from < limit.month {
            omissions.append("Years before are not set beside these. \(limit.sentence)")
        }
        let whole = all.filter { one in limit.map { $0.month <= one.period.from } ?? true }
        // A year of which few districts are here would leave hardly any that are in all.
        let half = (newest.known.count + 1) / 2
        let thin = whole.filter { $0.known.count < half }.map { "\($0.period)" }
        if !thin.isEmpty {
            omissions.append("Of \(thin.inWords) fewer than half of the districts are here; left out.")
        }
        let kept = Self.onEnd(whole.filter { $0.known.count >= half })
        guard kept.count > 1 else { throw .oneYear(newest.subject, newest.period) }
        let steady = kept.dropFirst().reduce(Self.names(kept[0])) { $0.intersection(Self.names($1)) }
        (set, measures) = (newest.set, newest.measures)
        self.own = own.name
        self.steady = steady.sorted()
        years = kept.map { Year($0, steady) }
        let span = kept[0].period.from...newest.period.to
        self.breaks = breaks.filter { span.lowerBound < $0.month && $0.month <= span.upperBound }
        trend = Self.trend(kept, breaks: self.breaks, swings)
        self.omissions = omissions
        citation = kept.dropFirst().reduce(kept[0].citation) { $0.joined(with: $1.citation) }
        populations = newest.populations
    }

    private static func names(_ comparison: Comparison) -> Swift.Set<String> {
        Swift.Set(comparison.known.map(\.name))
    }

    /// The latest years without a gap.
    private static func onEnd(_ all: [Comparison]) -> [Comparison] {
        var kept: [Comparison] = []
        for one in all.reversed() {
            if let last = kept.last, last.period.from.year - one.period.from.year != 1 { break }
            kept.append(one)
        }
        return kept.reversed().suffix(most)
    }

    /// Of the latest five years, where nothing changed within them: a trend across a change is told in no case.
    private static func trend(_ kept: [Comparison], breaks: [ComparabilityBreak], _ swings: Swings?) -> Trend {
        let latest = kept.suffix(RecentTrend.periods)
        guard latest.count == RecentTrend.periods, let first = latest.first, let last = latest.last,
            let period = try? Period(from: first.period.from, to: last.period.to)
        else { return .untold("It takes five years that are counted in one way to tell a trend.") }
        if let change = breaks.last(where: { period.from < $0.month && $0.month <= period.to }) {
            return .untold("No trend is told across what changed in \(change.month.inWords).")
        }
        do throws(StatisticsRefusal) {
            var points: [RecentTrend.Period?] = []
            for one in latest { points.append(try one.own?.rate.map(RecentTrend.Period.init)) }
            let dispersion = swings?.dispersion.value ?? Comparison.usualSwings.value
            return .told(try RecentTrend(points, dispersion: dispersion), period)
        } catch {
            return .untold("\(error)")
        }
    }
}

extension ComparedYears.Year {
    fileprivate init(_ comparison: Comparison, _ steady: Set<String>) {
        year = comparison.period.from.year
        own = comparison.own?.rate
        people = comparison.own?.people
        let rates = comparison.known.filter { steady.contains($0.name) }.compactMap { $0.rate?.value }.sorted()
        mean = rates.count < Comparison.fewest ? nil : rates.reduce(0, +) / Double(rates.count)
        middle =
            rates.count < ComparedYears.fewestInMiddle
            ? nil : Self.quantile(rates, 0.25)...Self.quantile(rates, 0.75)
        place = comparison.own?.rank.map { ($0, comparison.known.count) }
    }

    /// Between the two values it lies between. *Source*: Hyndman and Fan 1996, definition 7.
    private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        let place = Double(sorted.count - 1) * share
        let (below, above) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
}

/// A series taken apart into trend, season and remainder, which add up to it.
///
/// Say “seasonally adjusted (STL)” of `adjusted`: official statistics are adjusted in another way.
public struct Decomposition: Hashable, Sendable {
    /// The series; `nil` where a month is missing.
    public let values: [Double?]
    /// How many values a season's round has: 12 for months.
    public let period: Int
    /// The season of each month, as a difference from the trend; for missing months too.
    public let seasonal: [Double]
    /// For missing months too.
    public let trend: [Double]
    /// What a robust decomposition lets each month count, from 0 to 1: all 1 where it is not robust, 0 for missing months.
    public let weights: [Double]

    /// What neither trend nor season explains.
    public var remainder: [Double?] {
        values.indices.map { month in values[month].map { $0 - seasonal[month] - trend[month] } }
    }

    /// The series without its season.
    public var adjusted: [Double?] {
        zip(values, seasonal).map { value, seasonal in value.map { $0 - seasonal } }
    }

    /// How much of what varies about the trend is season: 0 for none, 1 for all. `nil` where nothing varies.
    ///
    /// In short series it is high by chance alone: months that have no season at all show one of about 0.7 over three
    /// years, 0.4 over five and 0.3 over ten. Whether there is a season says `Seasonality`.
    /// *Source*: Wang, Smith & Hyndman 2006; Hyndman & Athanasopoulos, Forecasting: principles and practice, 4.3.
    public var seasonalStrength: Double? { strength(of: seasonal) }

    /// How much of what varies besides the season is trend, likewise.
    public var trendStrength: Double? { strength(of: trend) }

    /// 1 − var(remainder) / var(part + remainder), at least 0.
    private func strength(of part: [Double]) -> Double? {
        let remainder = remainder
        let rest = remainder.compactMap { $0 }
        let both = zip(part, remainder).compactMap { part, rest in rest.map { part + $0 } }
        let whole = Self.variance(both)
        guard whole >= Self.leastVariance else { return nil }
        return max(0, 1 - Self.variance(rest) / whole)
    }

    private static func variance(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }

    /// Below it what varies is rounding.
    private static let leastVariance = 1e-20
}

extension Decomposition {
    /// A monthly series taken apart with the usual settings.
    ///
    /// - Parameter values: one for each month; `nil` for a month that is missing, never 0.
    /// - Throws: what `STL.decomposition(of:)` throws.
    public init(of values: [Double?]) throws(StatisticsRefusal) {
        self = try STL(count: values.count).decomposition(of: values)
    }
}

extension STL {
    /// The parts of a series.
    ///
    /// Missing months count nothing in any fit, and season and trend are read from the curves there, as the paper
    /// foresees (section 3.4). R and statsmodels refuse such series.
    /// - Parameter values: as many as `count`; `nil` for a month that is missing, never 0.
    /// - Throws: `StatisticsRefusal` for another number of values, one that is not finite, a month of the year that is
    ///   known in fewer than two years, or numbers too large to be added up.
    public func decomposition(of values: [Double?]) throws(StatisticsRefusal) -> Decomposition {
        guard values.count == count else { throw .wrongLength(values.count, expected: count) }
        let (complete, isComplete) = try filled(values)
        let known = isComplete ? nil : values.map { $0 == nil ? 0.0 : 1.0 }
        var passes = STLPasses(self, complete, weights: known)
        var weights = known ?? Array(repeating: 1, count: count)
        passes.iterate(turns)
        for _ in 0..<reweighings {
            weights = RobustnessWeights.of(values, trend: passes.trend, seasonal: passes.seasonal)
            passes.reweigh(weights)
            passes.iterate(turns)
        }
        let found = Decomposition(
            values: values, period: settings.period, seasonal: passes.seasonal, trend: passes.trend, weights: weights)
        guard (passes.seasonal + passes.trend).allSatisfy(\.isFinite) else { throw .outOfRange }
        return found
    }

    /// The series with missing months filled by the mean of the same month in other years. The filling counts nothing;
    /// it stands only where no month near enough is known.
    private func filled(_ values: [Double?]) throws(StatisticsRefusal) -> ([Double], isComplete: Bool) {
        for case let value? in values where !value.isFinite { throw .monthNotFinite(value) }
        let known = values.compactMap { $0 }
        guard known.count < values.count else { return (known, true) }
        var complete = values.map { $0 ?? 0 }
        for month in 0..<settings.period {
            let places = stride(from: month, to: count, by: settings.period)
            let cycle = places.compactMap { values[$0] }
            guard cycle.count >= 2 else { throw .monthSeldomKnown(position: month + 1) }
            let mean = cycle.reduce(0, +) / Double(cycle.count)
            for place in places where values[place] == nil { complete[place] = mean }
        }
        return (complete, false)
    }
}

/// Whether a series has a season, more than chance would give.
///
/// The strength of a season can't tell in a short series: it is high by chance alone (see
/// `Decomposition.seasonalStrength`). Here the months of the year are compared by an analysis of variance of the series
/// without its trend, as X-11 does for what it calls stable seasonality. *Source*: Ladiray & Quenneville 2001, section 4.5.
public struct Seasonality: Hashable, Sendable {
    /// Of the decomposition: 0 to 1, and `nil` where nothing varies.
    public let strength: Double?
    /// How often months that differ by chance alone would differ as much.
    public let probability: Double

    /// Below this probability a season is taken to be there.
    ///
    /// About 9 in 100 series without one are taken to have one, more than 5 because the trend that is taken out takes some
    /// chance with it. It is not stricter, because a season that is not seen makes a chart of the raw series cry wolf, while one taken
    /// out for nothing does little harm.
    public static let threshold = 0.05

    public var isPresent: Bool { probability < Self.threshold }

    public init(of decomposition: Decomposition) {
        strength = decomposition.seasonalStrength
        let detrended = zip(decomposition.values, decomposition.trend).map { value, trend in value.map { $0 - trend } }
        let cycles = (0..<decomposition.period).map { month in
            stride(from: month, to: detrended.count, by: decomposition.period).compactMap { detrended[$0] }
        }
        probability = Self.probability(cycles.filter { !$0.isEmpty })
    }

    /// Of a ratio of variances as large as that between the groups and within them, if all were alike.
    private static func probability(_ groups: [[Double]]) -> Double {
        let values = groups.joined()
        let mean = values.reduce(0, +) / Double(values.count)
        let (above, below) = (Double(groups.count - 1), Double(values.count - groups.count))
        var (between, within) = (0.0, 0.0)
        for group in groups {
            let middle = group.reduce(0, +) / Double(group.count)
            between += Double(group.count) * (middle - mean) * (middle - mean)
            within += group.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
        }
        // What is left of a constant series is rounding.
        let rounding = values.reduce(0) { max($0, abs($1)) } * 1e-12
        guard between > rounding * rounding, above > 0, below > 0 else { return 1 }
        return IncompleteBeta.probability(.lower, a: below / 2, b: above / 2, odds: within / between)
    }
}

/// What unequal weights cost: how much larger than a simple sample's the variance is, and how large a simple sample would be
/// as precise.
///
/// *Source*: Kish 1965, "Survey Sampling", section 11.7.
public struct WeightingEffect: Hashable, Sendable {
    /// n Σw² / (Σw)²: 1 where all weights are alike.
    public let designEffect: Double
    /// n divided by the design effect.
    public let effectiveSample: Double

    /// - Parameter weights: one for each respondent; none below 0.
    /// - Throws: `StatisticsRefusal` where there are none, or they are not numbers from 0 with one above it.
    public init(_ weights: [Double]) throws(StatisticsRefusal) {
        guard let most = weights.max() else { throw .survey(.noRespondents) }
        if let wrong = weights.first(where: { !($0 >= 0 && $0.isFinite) }) { throw .survey(.startingWeight(wrong)) }
        guard most > 0 else { throw .survey(.startingWeight(most)) }
        let scaled = weights.map { $0 / most }
        let sum = scaled.reduce(0, +)
        let squares = scaled.reduce(0) { $0 + $1 * $1 }
        // Of weights that are alike rounding must not make a sample larger than it is.
        effectiveSample = min(sum * (sum / squares), Double(weights.count))
        designEffect = Double(weights.count) / effectiveSample
    }
}

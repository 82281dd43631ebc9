/// The share of the people who agree, from weighted answers, with an interval that knows what the weighting costs.
///
/// The interval is Wilson's, for the weighted share of the effective sample. It holds only if respondents are a random
/// sample: of an open consultation, whose respondents choose themselves, show none. *Source*: Kish 1965; Wilson 1927;
/// Korn & Graubard 1998 on the use of the effective sample.
public struct WeightedShare: Hashable, Sendable {
    /// How many answered this question.
    public let base: Int
    /// Of those, how many agree.
    public let agreeing: Int
    /// The weighted share, between 0 and 1.
    public let value: Double
    /// Of the answers to this question.
    public let effect: WeightingEffect
    /// In the unit of `value`.
    public let interval: Interval

    /// Whether a percentage of so few may be shown.
    public enum Standing: Hashable, Sendable {
        case sound
        /// Under 100 answered: show it with the base beside it.
        case smallBase
        /// Under 30 answered: show no percentage.
        case tooFew
    }

    /// Below this number of answers, unweighted, no percentage is shown.
    public static let fewest = 30
    /// Below this number it is shown with a caution.
    public static let fewestSound = 100

    /// - Parameters:
    ///   - answers: one for each respondent; `nil` where they did not answer.
    ///   - weights: one for each respondent, in the same order.
    ///   - confidence: between 0 and 1.
    /// - Throws: `StatisticsRefusal` where nobody answered, there are not as many weights as answers, or a weight is not a
    ///   number from 0.
    public init(
        answers: [Bool?], weights: [Double], confidence: Double = 0.95
    ) throws(StatisticsRefusal) {
        guard answers.count == weights.count else {
            throw .survey(.notAligned("weights", weights.count, expected: answers.count))
        }
        let confidence = try Confidence(confidence)
        let given = zip(answers, weights).compactMap { answer, weight in answer.map { (agrees: $0, weight: weight) } }
        effect = try WeightingEffect(given.map(\.weight))
        base = given.count
        agreeing = given.count { $0.agrees }
        let most = given.map(\.weight).max() ?? 1
        let all = given.reduce(0) { $0 + $1.weight / most }
        let yes = given.reduce(0) { $0 + ($1.agrees ? $1.weight / most : 0) }
        value = min(1, yes / all)
        interval = Wilson.interval(
            part: value * effect.effectiveSample, of: effect.effectiveSample, confidence)
    }

    public var standing: Standing {
        switch base {
        case ..<Self.fewest: .tooFew
        case ..<Self.fewestSound: .smallBase
        default: .sound
        }
    }

    /// The share of the answers as they came, between 0 and 1.
    public var unweighted: Double { Double(agreeing) / Double(base) }
}

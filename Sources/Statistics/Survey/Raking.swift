/// Weights that make those who answered stand for the people by age, sex, ward or whatever else is known of both.
///
/// Raking, or iterative proportional fitting: the weights of each group are scaled to its share of the people, for one
/// margin after another, until all agree. It mends who was asked and who answered only as far as that hangs on the
/// margins, and it mends nothing about people choosing themselves. *Source*: Deming & Stephan 1940; Deville, Särndal &
/// Sautory 1993, "Generalized raking procedures in survey sampling".
public struct Raking: Hashable, Sendable {
    /// One for each respondent, in their order. Their mean is 1.
    public let weights: [Double]
    /// How much the weighting costs in precision, and how large a simple sample would be as precise.
    public let effect: WeightingEffect

    let margins: [AdmittedMargin]

    /// - Parameters:
    ///   - startingWeights: one for each respondent, such as the number of adults in the household; 1 where left out.
    ///   - mostRounds: after how many rounds over the margins it is given up.
    /// - Throws: `StatisticsRefusal` where nobody answered, a respondent's group is missing or has no population, a group has
    ///   no respondent, or no weights meet all populations.
    public init(
        margins: [SurveyMargin], startingWeights: [Double]? = nil, mostRounds: Int = 1000
    ) throws(StatisticsRefusal) {
        guard let respondents = margins.first?.groups.count else { throw .survey(.noMargins) }
        guard respondents > 0 else { throw .survey(.noRespondents) }
        var admitted: [AdmittedMargin] = []
        for margin in margins { admitted.append(try margin.admitted(respondents: respondents)) }
        let start = try Self.start(startingWeights, respondents)
        weights = try Self.raked(start, admitted, mostRounds)
        effect = try WeightingEffect(weights)
        self.margins = admitted
    }

    /// What a reader of weighted figures should be told; empty where there is nothing to tell.
    public var warnings: [Warning] {
        var warnings: [Warning] = []
        if let most = weights.max(), most > Self.mostWeight { warnings.append(.largeWeight(most)) }
        if effect.designEffect > Self.mostDesignEffect { warnings.append(.lowPrecision(effect.designEffect)) }
        return warnings
    }

    public enum Warning: Hashable, Sendable {
        /// One answer counts for more than five. It holds the largest weight.
        case largeWeight(Double)
        /// The weighting makes the sample worth less than half its size. It holds the design effect.
        case lowPrecision(Double)
    }

    /// A weight above this is warned of.
    public static let mostWeight = 5.0
    /// A design effect above this is warned of.
    public static let mostDesignEffect = 2.0

    private static func start(_ given: [Double]?, _ respondents: Int) throws(StatisticsRefusal) -> [Double] {
        guard let given else { return [Double](repeating: 1, count: respondents) }
        guard given.count == respondents else {
            throw .survey(.notAligned("starting weights", given.count, expected: respondents))
        }
        if let wrong = given.first(where: { !($0 > 0 && $0.isFinite) }) { throw .survey(.startingWeight(wrong)) }
        // Scaled first, so that no sum of them can be too large.
        let most = given.max() ?? 1
        let scaled = given.map { $0 / most }
        guard scaled.allSatisfy({ $0.isNormal }) else { throw .outOfRange }
        return scaled
    }

    private static func raked(
        _ start: [Double], _ margins: [AdmittedMargin], _ mostRounds: Int
    ) throws(StatisticsRefusal) -> [Double] {
        var weights = start
        // How far any group’s share may be from the people’s: nearer than sums of so many can be told apart.
        let precision = 1e-12 + Double(start.count) * 1e-16
        var furthest = Double.infinity
        for _ in 0..<max(1, mostRounds) where furthest > precision {
            furthest = 0
            for margin in margins {
                let totals = margin.totals(weights)
                let all = totals.reduce(0, +)
                let factors = zip(margin.shares, totals).map { share, total in share / (total / all) }
                furthest = factors.reduce(furthest) { max($0, ($1 - 1).magnitude) }
                for (index, group) in margin.members.enumerated() { weights[index] *= factors[group] }
            }
        }
        guard furthest <= precision else { throw .survey(.noSuchWeights) }
        let mean = weights.reduce(0, +) / Double(weights.count)
        let scaled = weights.map { $0 / mean }
        guard scaled.allSatisfy({ $0.isNormal }) else { throw .survey(.noSuchWeights) }
        return scaled
    }
}

/// How much each criterion counts, in whole numbers that everybody can see: 40, 30, 20, 10. Only their proportions matter.
public struct RankWeights: Hashable, Sendable {
    /// One for each criterion.
    public let values: [Int]

    /// The largest weight.
    public static let most = 1000

    /// - Throws: `StatisticsRefusal` where a weight is below 0 or above `most`, or none is above 0.
    public init(_ values: [Int]) throws(StatisticsRefusal) {
        guard values.allSatisfy({ (0...Self.most).contains($0) }), values.contains(where: { $0 > 0 }) else {
            throw .ranking(.weights)
        }
        self.values = values
    }

    var sum: Int { values.reduce(0, +) }
}

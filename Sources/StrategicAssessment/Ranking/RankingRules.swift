import Statistics

/// How scores become an order: open to everybody, and changed only as a new version.
public struct RankingRules: Sendable, Hashable, Codable {
    /// Of each criterion, a whole number from 0 to 1,000; only their proportions matter. A criterion at 0 does not count.
    public var weights: [String: Int]
    /// The least numbers that earn a 2, a 3, a 4 and a 5 on volume.
    public var cutPoints: [Double]
    /// The ratio from which a rise is a large one: 1.2 is a fifth more.
    public var largeRise: Double
    /// The least harms a year that earn a 2, a 3, a 4 and a 5; nil is as everybody begins.
    public var harmPoints: [Double]? = nil
    /// By whose published list harm is worked out, by its address; nil by none.
    public var severity: String? = nil

    /// By the Crime Severity Score England and Wales had 10.1 a head in 2015/16, which are 1,400,000 of 140,000 people: these are a
    /// hundredth, a thirtieth, a tenth and a quarter of that, roundly. Of another list they are to be set anew.
    public static let usualHarmPoints: [Double] = [10_000, 50_000, 150_000, 400_000]

    var leastHarms: [Double] { harmPoints ?? Self.usualHarmPoints }

    /// What a partnership begins with. Harm does not count until it can be told.
    public static let usual = RankingRules(
        weights: ["volume": 20, "trend": 20, "comparison": 20, "harm": 0, "perception": 20, "influence": 20],
        cutPoints: [100, 400, 1_200, 3_000], largeRise: 1.2)

    public func weight(of criterion: Criterion) -> Int { weights[criterion.rawValue] ?? 0 }

    /// In the order of ``Criterion``.
    ///
    /// - Throws: `StatisticsRefusal`
    func rankWeights() throws(StatisticsRefusal) -> RankWeights {
        try RankWeights(Criterion.allCases.map(weight))
    }
}

/// The rules as somebody set them.
public struct SavedRules: Sendable, Hashable {
    /// From 1; 0 is those that everybody begins with.
    public let version: Int
    public let rules: RankingRules
    public let setBy: String?
    public let why: String

    static let usual = SavedRules(
        version: 0, rules: .usual, setBy: nil, why: "What every assessment begins with.")
}

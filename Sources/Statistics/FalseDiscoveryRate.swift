/// Which of many tests to believe, so that no more than a stated share of those believed are expected to be false.
///
/// With 14 crime types in 100 areas 70 of 1,400 tests fall below 5 % by chance alone. *Source*: Benjamini & Hochberg 1995;
/// for tests of neighbouring areas Caldas de Castro & Singer 2006.
public struct FalseDiscoveryRate: Hashable, Sendable {
    /// The share of false ones among those believed that is put up with.
    public let rate: Double
    /// Each test's probability allowing for all the others, in the order given; `nil` where there was no test.
    public let adjusted: [Double?]
    /// Whether each test is believed: its adjusted probability is at most `rate`. A test that wasn't made is not.
    public let isRejected: [Bool]
    /// The largest probability that is believed, before adjustment; `nil` where none is.
    public let cutoff: Double?

    /// - Parameters:
    ///   - probabilities: of each test, between 0 and 1; `nil` where there was none, which counts for nothing.
    ///   - rate: between 0 and 1.
    /// - Throws: `StatisticsRefusal` for a probability outside 0 to 1, or a rate that is not between them.
    public init(_ probabilities: [Double?], rate: Double = 0.05) throws(StatisticsRefusal) {
        guard rate > 0, rate < 1 else { throw .probability(rate) }
        self.rate = rate
        var tests: [(probability: Double, place: Int)] = []
        for (place, probability) in probabilities.enumerated() {
            guard let probability = try probability?.admittedProbability() else { continue }
            tests.append((probability, place))
        }
        tests.sort { ($0.probability, $0.place) < ($1.probability, $1.place) }

        var adjusted = [Double?](repeating: nil, count: probabilities.count)
        var isRejected = [Bool](repeating: false, count: probabilities.count)
        var cutoff: Double?
        var least = 1.0
        for rank in stride(from: tests.count, to: 0, by: -1) {
            let test = tests[rank - 1]
            least = min(least, Double(tests.count) / Double(rank) * test.probability)
            adjusted[test.place] = least
            isRejected[test.place] = least <= rate
            if least <= rate { cutoff = max(cutoff ?? 0, test.probability) }
        }
        (self.adjusted, self.isRejected, self.cutoff) = (adjusted, isRejected, cutoff)
        threshold = Self.threshold(tests.map(\.probability), rate: rate)
    }

    /// What a probability is held against on a map: rate × k/m for the k-th of m that is still below it, or rate/m where
    /// none is; `nil` where there were no tests. As `esda.fdr` has it, a probability that equals it is not below it.
    public let threshold: Double?

    private static func threshold(_ sorted: [Double], rate: Double) -> Double? {
        guard !sorted.isEmpty else { return nil }
        let tests = Double(sorted.count)
        let last = sorted.indices.last { sorted[$0] < rate * Double($0 + 1) / tests }
        return rate * Double((last ?? 0) + 1) / tests
    }
}

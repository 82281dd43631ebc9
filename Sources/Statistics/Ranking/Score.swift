/// A score on the scale of 1 to 5, or the exact mean of several: a fraction, so that what ties stays tied.
public struct Score: Hashable, Sendable {
    /// In lowest terms with `count`.
    let sum: Int
    let count: Int

    /// The scores that can be given, the highest for what matters most.
    public static let scale = 1...5

    /// - Throws: `StatisticsRefusal` for a number outside the scale.
    public init(_ score: Int) throws(StatisticsRefusal) {
        try self.init(meanOf: [score])
    }

    /// The mean of what several people gave.
    /// - Throws: `StatisticsRefusal` where there are none, or one is outside the scale.
    public init(meanOf scores: [Int]) throws(StatisticsRefusal) {
        guard !scores.isEmpty else { throw .ranking(.noScorers) }
        if let strange = scores.first(where: { !Self.scale.contains($0) }) { throw .ranking(.score(Double(strange))) }
        let sum = scores.reduce(0, +)
        let common = sum.commonDivisor(with: scores.count)
        self.sum = sum / common
        count = scores.count / common
    }

    private init(certain score: Int) {
        (sum, count) = (score, 1)
    }

    public static let one = Score(certain: 1)
    public static let two = Score(certain: 2)
    public static let three = Score(certain: 3)
    public static let four = Score(certain: 4)
    public static let five = Score(certain: 5)

    /// From the lowest to the highest.
    static let whole: [Score] = [.one, .two, .three, .four, .five]

    /// As a number.
    public var value: Double { Double(sum) / Double(count) }
}

extension Int {
    /// The greatest number that divides both; both are positive.
    func commonDivisor(with other: Int) -> Int {
        var (large, small) = (self, other)
        while small != 0 { (large, small) = (small, large % small) }
        return Swift.max(1, large)
    }
}

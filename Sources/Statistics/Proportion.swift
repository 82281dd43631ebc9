/// A part of a whole, with Wilson's interval, which stays between 0 and 1 and is sound for small numbers.
public struct Proportion: Hashable, Sendable {
    public let part: Int
    public let total: Int
    /// Between 0 and 1.
    public let value: Double
    /// In the unit of `value`.
    public let interval: Interval

    /// *Source*: Wilson 1927; Newcombe & Altman 2000.
    /// - Parameter confidence: between 0 and 1.
    /// - Throws: `StatisticsRefusal` for a negative count, a total of 0, or a part larger than its total.
    public init(part: Int, of total: Int, confidence: Double = 0.95) throws(StatisticsRefusal) {
        let x = try part.admitted()
        let n = try total.admitted()
        let confidence = try Confidence(confidence)
        guard total > 0 else { throw .nothingToShare }
        guard part <= total else { throw .partExceedsTotal(part: part, total: total) }
        self.part = part
        self.total = total
        value = x / n
        interval = Wilson.interval(part: x, of: n, confidence)
    }
}

extension Proportion {
    /// Each count's share of their sum, in the order given.
    ///
    /// - Throws: `StatisticsRefusal` for a negative count, or where all are 0.
    public static func shares(of counts: [Int], confidence: Double = 0.95) throws(StatisticsRefusal) -> [Proportion] {
        let total = try counts.admittedTotal()
        var shares: [Proportion] = []
        for count in counts {
            shares.append(try Proportion(part: count, of: total, confidence: confidence))
        }
        return shares
    }
}

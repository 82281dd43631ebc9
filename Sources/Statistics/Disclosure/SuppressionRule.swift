/// Which counts are too small to be published, and how well they must be hidden.
///
/// A count of 0 is shown: that nothing was recorded tells of nobody. UK practice ranges from hiding 1 to 4 to hiding 1 to 9;
/// the threshold is the data controller's to set.
public struct SuppressionRule: Hashable, Sendable {
    /// The smallest count that may be shown, other than 0.
    public let threshold: Int
    /// How far apart, at least, the counts must lie that a small count could have for all an attacker can tell. With 1 it
    /// can't be told exactly, which is what an audit asks; more keeps it from being told nearly.
    public let distance: Int

    /// - Parameters:
    ///   - threshold: at least 2.
    ///   - distance: from 1 to 1,000.
    /// - Throws: `StatisticsRefusal` for a threshold or a distance outside that.
    public init(threshold: Int, distance: Int = 1) throws(StatisticsRefusal) {
        guard (2...Knowledge.largest).contains(threshold) else { throw .disclosure(.threshold(threshold)) }
        guard (1...1000).contains(distance) else { throw .disclosure(.distance(distance)) }
        self.threshold = threshold
        self.distance = distance
    }

    private init(hidingBelow threshold: Int) {
        self.threshold = threshold
        distance = 1
    }

    /// Hides 1 to 4.
    public static let belowFive = SuppressionRule(hidingBelow: 5)
    /// Hides 1 to 9, as research with linked records in the UK usually does.
    public static let belowTen = SuppressionRule(hidingBelow: 10)

    /// Whether a figure must be hidden for its own sake.
    public func isSmall(_ count: Int) -> Bool {
        0 < count && count < threshold
    }
}

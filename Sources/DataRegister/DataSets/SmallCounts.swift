import Wording

/// Which counts of a data set are too small to be told, because somebody could be recognised by them.
///
/// A 0 is told: that nothing was recorded tells of nobody. *Source*: ONS and OHID practice, 1 to 4 hidden; 1 to 9 where
/// records are linked.
public struct SmallCounts: Hashable, Sendable {
    /// The least that is told, other than 0. With 1 every count is.
    public let least: Int

    public init(least: Int) {
        self.least = max(1, least)
    }

    /// What is published already, by whoever counted it, is told as it is.
    public static let none = SmallCounts(least: 1)
    /// What partners give, unless they say otherwise.
    public static let belowFive = SmallCounts(least: 5)
    public static let belowTen = SmallCounts(least: 10)

    public var areThere: Bool { least > 1 }

    public func hides(_ count: Int) -> Bool { 0 < count && count < least }

    /// A count as it may be told: "1,204", "fewer than 5".
    public func telling(_ count: Int) -> String { hides(count) ? words : count.grouped }

    /// "fewer than 5"
    public var words: String { "fewer than \(least)" }

    /// What is said beside a number that is not told.
    public var note: String {
        "Numbers from 1 to \(least - 1) are not told, so that nobody can be recognised by them."
    }
}

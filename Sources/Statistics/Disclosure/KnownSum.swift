/// Something an attacker knows: that some parts, together, count at least and at most so much.
///
/// Parts are the smallest pieces that anything published is made of, numbered from 0: the cells of a table, or each cell
/// in each stretch of months, or the sliver of a ward that lies in an LSOA.
public struct KnownSum: Hashable, Sendable {
    /// Which parts, in order and none twice.
    public let parts: [Int]
    public let least: Int
    /// `nil` where there is no upper end.
    public let most: Int?

    /// - Parameter parts: in any order; a part counts once.
    public init(of parts: [Int], least: Int, most: Int?) {
        self.parts = parts.count == 1 ? parts : Array(Set(parts)).sorted()
        self.least = least
        self.most = most
    }

    /// A count that is published as it is.
    public init(of parts: [Int], is count: Int) {
        self.init(of: parts, least: count, most: count)
    }
}

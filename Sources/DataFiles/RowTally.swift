/// What became of the rows of a file, a force's month, or all of them. Every row read is one of the three.
public struct RowTally: Hashable, Sendable, Codable {
    /// Rows with a place, counted in an LSOA.
    public var kept: Int
    /// Rows without an LSOA: they belong to the force and to no district.
    public var unplaced: Int
    /// Rows that could not be used; each is a fault.
    public var refused: Int

    public init(kept: Int = 0, unplaced: Int = 0, refused: Int = 0) {
        self.kept = kept
        self.unplaced = unplaced
        self.refused = refused
    }

    public var read: Int { kept + unplaced + refused }

    public static func += (total: inout RowTally, more: RowTally) {
        total.kept += more.kept
        total.unplaced += more.unplaced
        total.refused += more.refused
    }
}

import DataFiles

/// What became of every row, as programs read it: the four that every account of rows has.
public struct RowsOut: Encodable, Sendable {
    public let read: Int
    public let kept: Int
    public let unplaced: Int
    public let refused: Int

    public init(_ rows: RowTally) {
        (read, kept, unplaced, refused) = (rows.read, rows.kept, rows.unplaced, rows.refused)
    }
}

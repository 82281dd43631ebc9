import DataFiles

/// What became of every row, as programs read it: the four that every account of rows has.
struct RowsOut: Encodable {
    let read: Int
    let kept: Int
    let unplaced: Int
    let refused: Int

    init(_ rows: RowTally) {
        (read, kept, unplaced, refused) = (rows.read, rows.kept, rows.unplaced, rows.refused)
    }
}

/// One row's fields where they stand in the text: nothing is copied.
struct StreetRow {
    let start: Int
    /// Which of the field ends are the row's own.
    let fields: Range<Int>
    let place: RowPlace

    /// Where the field in a column is.
    @inline(__always)
    func range(_ column: Int, _ ends: Span<UInt32>) -> Range<Int> {
        let end = Int(ends[fields.lowerBound &+ column])
        let from = column == 0 ? start : Int(ends[fields.lowerBound &+ column &- 1]) &+ 1
        return Range(uncheckedBounds: (from, end))
    }
}

/// One row's fields where they stand in the text: nothing is copied.
struct StreetRow {
    let start: Int
    /// Which of the field ends are the row's own.
    let fields: Range<Int>
    let place: RowPlace

    /// How many bytes must follow the last field, so that all can be read in wide steps.
    static let spare = 32

    /// - Precondition: the field ends are there, and the last of them, which is the greatest, has `spare` bytes behind it.
    @inline(__always)
    init(start: Int, fields: Range<Int>, place: RowPlace, _ bytes: RawSpan, _ ends: Span<UInt32>) {
        precondition(Int(ends[fields.upperBound &- 1]) &+ Self.spare <= bytes.byteCount && fields.lowerBound >= 0)
        self.start = start
        self.fields = fields
        self.place = place
    }

    /// Where the field in a column is.
    @inline(__always)
    func range(_ column: Int, _ ends: Span<UInt32>) -> Range<Int> {
        let end = Int(ends[unchecked: fields.lowerBound &+ column])
        let from = column == 0 ? start : Int(ends[unchecked: fields.lowerBound &+ column &- 1]) &+ 1
        return Range(uncheckedBounds: (from, end))
    }
}

/// Why a row, or the whole file, stops here.
enum RowRefusal: Error {
    /// The row cannot be used, for what stands in this column, if one is to blame.
    case fault(FaultKind, StreetColumns.Column?)
    /// The file has more different things of a kind than may be.
    case tooMany(String, limit: Int)
}

/// Rows that follow one another in one LSOA and force's month, added up before they are entered in the tables: files
/// are in order of LSOA, so most rows are like the one before.
struct RowRun: Sendable {
    /// The LSOA's index, or -1 for a run that has not begun.
    var lsoa = -1
    var month: UInt16 = 0
    var force: UInt8 = 0
    /// Which sixteen of the types.
    var typeBlock = 0
    /// Where the force's month in this CSV is counted.
    var forceMonth = 0
    var counts = TypeCounts()
    /// Sums over the rows with a map point, in millionths of a degree.
    var longitude = 0
    var latitude = 0
    /// Rows in those sums.
    var located = 0
}

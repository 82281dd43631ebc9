/// A place in a table of counts where a figure stands. Rows and columns are numbered from 0, and named to people from 1.
public enum TableCell: Hashable, Sendable {
    case count(row: Int, column: Int)
    case rowTotal(Int)
    case columnTotal(Int)
    case grandTotal
}

extension TableCell: Comparable {
    /// Counts first, row by row, then the totals of rows, of columns and of all.
    public static func < (one: TableCell, other: TableCell) -> Bool { one.order < other.order }

    private var order: (Int, Int, Int) {
        switch self {
        case .count(let row, let column): (0, row, column)
        case .rowTotal(let row): (1, row, 0)
        case .columnTotal(let column): (2, column, 0)
        case .grandTotal: (3, 0, 0)
        }
    }
}

extension TableCell: CustomStringConvertible {
    /// "count in row 2, column 5", "total of row 2".
    public var description: String {
        switch self {
        case .count(let row, let column): "count in row \(row + 1), column \(column + 1)"
        case .rowTotal(let row): "total of row \(row + 1)"
        case .columnTotal(let column): "total of column \(column + 1)"
        case .grandTotal: "grand total"
        }
    }
}

/// Counts in rows and columns, none of them missing: a month that nobody supplied belongs in no table that is summed.
public struct CountTable: Hashable, Sendable {
    /// By row, then column.
    public let counts: [[Int]]
    public let rows: Int
    public let columns: Int

    /// - Throws: `StatisticsRefusal` where the rows are not of one length, or there are none; for a negative count; and for
    ///   a sum that is too large to be exact.
    public init(_ counts: [[Int]]) throws(StatisticsRefusal) {
        guard let columns = counts.first?.count, columns > 0, counts.allSatisfy({ $0.count == columns }) else {
            throw .disclosure(.ragged)
        }
        let total = try counts.flatMap { $0 }.admittedTotal()
        guard total <= Knowledge.largest else { throw .countTooLarge(total) }
        self.counts = counts
        self.columns = columns
        rows = counts.count
    }

    /// Which kinds of totals a table is published with.
    public struct Totals: OptionSet, Hashable, Sendable {
        public let rawValue: Int

        public init(rawValue: Int) { self.rawValue = rawValue }

        public static let rows = Totals(rawValue: 1)
        public static let columns = Totals(rawValue: 2)
        public static let grand = Totals(rawValue: 4)
        public static let all: Totals = [.rows, .columns, .grand]
    }

    /// Every figure of the table with these totals, in order.
    public func cells(_ totals: Totals = .all) -> [TableCell] {
        var cells = (0..<rows).flatMap { row in (0..<columns).map { TableCell.count(row: row, column: $0) } }
        if totals.contains(.rows) { cells += (0..<rows).map { .rowTotal($0) } }
        if totals.contains(.columns) { cells += (0..<columns).map { .columnTotal($0) } }
        if totals.contains(.grand) { cells.append(.grandTotal) }
        return cells
    }

    /// The figure at a place: a count, or a total of counts. 0 where the table has no such place.
    public func figure(_ cell: TableCell) -> Int {
        places(of: cell).reduce(0) { $0 + counts[$1.row][$1.column] }
    }

    /// The places of the counts that a figure adds up; none where the table has no such place.
    func places(of cell: TableCell) -> [(row: Int, column: Int)] {
        switch cell {
        case .count(let row, let column): has(row, column) ? [(row, column)] : []
        case .rowTotal(let row): has(row, 0) ? (0..<columns).map { (row, $0) } : []
        case .columnTotal(let column): has(0, column) ? (0..<rows).map { ($0, column) } : []
        case .grandTotal: (0..<rows).flatMap { row in (0..<columns).map { (row, $0) } }
        }
    }

    private func has(_ row: Int, _ column: Int) -> Bool {
        (0..<rows).contains(row) && (0..<columns).contains(column)
    }
}

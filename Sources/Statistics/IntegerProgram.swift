import CGLPK

/// Numbers, some of them whole, to be found within linear bounds so that what they cost is least. GLPK does the finding.
///
/// It works in floating point. Whole numbers come out rounded, and whoever asks holds them against the bounds exactly.
final class IntegerProgram {
    /// The values a number or a sum may take; without an end where it is infinite.
    struct Bounds: Hashable, Sendable {
        var least: Double
        var most: Double

        static let free = Bounds(least: -.infinity, most: .infinity)

        static func from(_ least: Double, to most: Double = .infinity) -> Bounds {
            Bounds(least: least, most: most)
        }

        static func exactly(_ value: Double) -> Bounds { Bounds(least: value, most: value) }
    }

    /// A sum of columns, each so many times.
    struct Row: Sendable {
        let terms: [(column: Int, factor: Double)]
        let bounds: Bounds
    }

    struct Column: Sendable {
        let bounds: Bounds
        let isWhole: Bool
    }

    private let program: OpaquePointer
    private let columns: Int

    /// - Throws: `StatisticsRefusal.notSolved` where there is no room for it.
    init(columns: [Column], rows: [Row]) throws(StatisticsRefusal) {
        let entries = rows.enumerated().flatMap { index, row in
            row.terms.map { cglpk_entry(row: Int32(index), column: Int32($0.column), value: $0.factor) }
        }
        guard columns.count <= Self.most, rows.count <= Self.most, entries.count <= Self.most,
            let program = cglpk_open(Int32(columns.count), Int32(rows.count), entries, Int32(entries.count))
        else { throw .notSolved }
        self.program = program
        self.columns = columns.count
        for (index, column) in columns.enumerated() {
            bound(column: index, column.bounds)
            if column.isWhole { cglpk_make_whole(program, Int32(index)) }
        }
        for (index, row) in rows.enumerated() { bound(row: index, row.bounds) }
    }

    deinit { cglpk_close(program) }

    func bound(column: Int, _ bounds: Bounds) {
        cglpk_bound_column(program, Int32(column), bounds.least, bounds.most)
    }

    func bound(row: Int, _ bounds: Bounds) {
        cglpk_bound_row(program, Int32(row), bounds.least, bounds.most)
    }

    /// Puts another sum in place of a row’s.
    func replace(row: Int, with terms: [(column: Int, factor: Double)], _ bounds: Bounds) {
        let entries = terms.map { cglpk_entry(row: Int32(row), column: Int32($0.column), value: $0.factor) }
        cglpk_set_row(program, Int32(row), entries, Int32(entries.count))
        bound(row: row, bounds)
    }

    func setCost(_ cost: Double, of column: Int) {
        cglpk_set_cost(program, Int32(column), cost)
    }

    /// The cheapest values, a number for each column; `nil` where none keep within the bounds.
    /// - Throws: `StatisticsRefusal.notSolved` where the search is too long, or the cost has no lower end.
    func cheapest() throws(StatisticsRefusal) -> [Double]? {
        try values(mostBranches: 20_000, fair: false)
    }

    /// Cheap values, if not always the cheapest, found in fewer steps; `nil` where none keep within the bounds and cost no
    /// more than `most`.
    /// - Throws: `StatisticsRefusal.notSolved` where none were found within so many branches.
    func cheap(
        atMost most: Double = .infinity, branches: Int32 = 500
    ) throws(StatisticsRefusal) -> [Double]? {
        try values(mostBranches: branches, fair: true, atMost: most)
    }

    private func values(
        mostBranches: Int32, fair: Bool, atMost most: Double = .infinity
    ) throws(StatisticsRefusal) -> [Double]? {
        var values = [Double](repeating: 0, count: columns)
        switch Int(cglpk_solve(program, mostBranches, fair ? 1 : 0, most, &values)) {
        case CGLPK_SOLVED: return values
        case CGLPK_NONE: return nil
        default: throw .notSolved
        }
    }

    /// As many as GLPK can number.
    private static let most = 100_000_000
}

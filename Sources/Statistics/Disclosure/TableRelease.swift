/// A table of counts as it was published, or is about to be: which months it is of, which totals it has, what it hides.
public struct TableRelease: Hashable, Sendable {
    public let table: CountTable
    /// The months the counts are of, by any number that rises by 1 a month.
    public let months: Range<Int>
    public let totals: CountTable.Totals
    public let hidden: Set<TableCell>
    /// Whether readers know that a hidden figure is not 0, because the rule never hides a 0.
    public let showsZeros: Bool

    /// - Parameters:
    ///   - months: leave it out where all releases that are compared are of the same months.
    ///   - showsZeros: leave it out unless the rule is known to hide zeros too. It is `false` by itself where one is hidden.
    /// - Throws: `StatisticsRefusal` where there are no months, or a cell is hidden that the table has not.
    public init(
        _ table: CountTable, months: Range<Int> = 0..<1, totals: CountTable.Totals = .all, hidden: Set<TableCell>,
        showsZeros: Bool = true
    ) throws(StatisticsRefusal) {
        guard !months.isEmpty else { throw .disclosure(.noMonths) }
        let cells = Set(table.cells(totals))
        if let strange = hidden.sorted().first(where: { !cells.contains($0) }) {
            throw .disclosure(.noSuchCell(strange))
        }
        self.table = table
        self.months = months
        self.totals = totals
        self.hidden = hidden
        self.showsZeros = showsZeros && !hidden.contains { table.figure($0) == 0 }
    }

    /// What a reader sees at a place; `nil` where it is hidden.
    public func shown(_ cell: TableCell) -> Int? {
        hidden.contains(cell) ? nil : table.figure(cell)
    }
    /// What each hidden figure could be, for all that this release by itself tells.
    ///
    /// - Throws: `StatisticsRefusal` where the search is too long.
    public func possibleCounts() throws(StatisticsRefusal) -> [TableCell: PossibleCounts] {
        let parts = try ReleaseParts([self])
        let cells = hidden.sorted()
        let audit = try DisclosureAudit(parts: parts.count, known: parts.known(from: 0, hiding: hidden))
        let counts = try audit.possibleCounts(of: cells.map { parts.parts(of: $0, in: 0) })
        return Dictionary(uniqueKeysWithValues: zip(cells, counts))
    }
}

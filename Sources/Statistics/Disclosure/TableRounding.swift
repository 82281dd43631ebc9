/// A table made less telling by rounding: each count, and each total from the true counts, to the nearest multiple of 5.
///
/// To base 5, 1 and 2 become 0, and 3 and 4 become 5. Totals are rounded by themselves, so that rounded counts need not
/// add up to them; that is what keeps the counts apart, and readers must be told. It is simpler than suppression and shows
/// every cell, but protects less: four cells of 3, shown as 5 each beside a total of 10, can be nothing else. `exposed`
/// says where that is so. *Source*: OECD Glossary of Statistical Terms, "Rounding"; Willenborg & de Waal 2001, chapter 9.
public struct TableRounding: Hashable, Sendable {
    public let table: CountTable
    public let base: Int
    public let totals: CountTable.Totals
    /// Small figures, and small ones only, of which the exact count can be worked out all the same. Where there are any,
    /// rounding is not enough for this table: suppress, publish fewer totals, or join rows.
    public let exposed: [TableCell]

    /// - Parameters:
    ///   - base: from 2 to 1,000.
    ///   - rule: which figures are small.
    /// - Throws: `StatisticsRefusal` for a base outside that, and where the search is too long.
    public init(
        _ table: CountTable, toNearest base: Int = 5, totals: CountTable.Totals = .all,
        rule: SuppressionRule = .belowFive
    ) throws(StatisticsRefusal) {
        guard (2...1000).contains(base) else { throw .disclosure(.roundingBase(base)) }
        self.table = table
        self.base = base
        self.totals = totals
        let release = try TableRelease(table, totals: totals, hidden: [])
        let parts = try ReleaseParts([release])
        let cells = table.cells(totals)
        let known = cells.map { cell in
            let possible = Self.possible(Self.rounded(table.figure(cell), base), base)
            return KnownSum(of: parts.parts(of: cell, in: 0), least: possible.lowerBound, most: possible.upperBound)
        }
        let small = cells.filter { rule.isSmall(table.figure($0)) }
        let spans = try DisclosureAudit(parts: parts.count, known: known).span(
            small.map { (parts: parts.parts(of: $0, in: 0), distance: rule.distance) })
        exposed = zip(small, spans).compactMap { $1 ? nil : $0 }
    }

    /// No small figure can be worked out.
    public var isSafe: Bool { exposed.isEmpty }

    /// What a reader sees at a place.
    public func shown(_ cell: TableCell) -> Int { Self.rounded(table.figure(cell), base) }

    /// The nearest multiple of the base; a count midway between two goes up.
    static func rounded(_ count: Int, _ base: Int) -> Int {
        (count + base / 2) / base * base
    }

    /// The counts that are rounded to a figure.
    static func possible(_ rounded: Int, _ base: Int) -> ClosedRange<Int> {
        max(0, rounded - base / 2)...(rounded + (base - 1) / 2)
    }
}

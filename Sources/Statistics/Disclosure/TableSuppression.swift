/// A table made safe to publish by leaving figures out: those that are too small, and as many others as it takes until
/// nothing that is hidden can be worked out, neither from this table nor together with what was published before.
///
/// Small totals are hidden like small counts. What else is hidden is chosen to be few and small figures, counts before
/// totals, and a 0 only where earlier releases leave no other way; it is not promised to be the fewest possible. That it
/// suffices is not left to the choosing: the finished table passes `ReleaseAudit`, which knows nothing of how it was made.
public struct TableSuppression: Hashable, Sendable {
    public let table: CountTable
    public let rule: SuppressionRule
    /// The table as it may be published.
    public let release: TableRelease
    /// Hidden because they are small.
    public let primary: Set<TableCell>
    /// Hidden so that the others can’t be worked out.
    public let secondary: Set<TableCell>
    /// Small figures of this table, and hidden ones of earlier releases, that what was published before gives away already.
    /// They are hidden here as the rule says, but no longer secret.
    public let alreadyPublic: [Exposure]

    /// - Parameters:
    ///   - months: what the counts are of; leave it out where the earlier releases are of the same months.
    ///   - totals: those the table is to have.
    ///   - earlier: what was published before, in order.
    /// - Throws: `StatisticsRefusal` where the releases can’t be compared, where what was published before gives a figure
    ///   away whatever is hidden now, and where the search is too long: then nothing is known to be safe.
    public init(
        _ table: CountTable, months: Range<Int> = 0..<1, totals: CountTable.Totals = .all, rule: SuppressionRule,
        after earlier: [TableRelease] = []
    ) throws(StatisticsRefusal) {
        let small = Set(table.cells(totals).filter { rule.isSmall(table.figure($0)) })
        let unprotected = try TableRelease(table, months: months, totals: totals, hidden: small)
        let search = try Self.search(ReleaseParts(earlier + [unprotected]), rule)
        self.table = table
        self.rule = rule
        primary = small
        secondary = search.hidden.subtracting(small)
        alreadyPublic = search.alreadyPublic
        release = try TableRelease(table, months: months, totals: totals, hidden: search.hidden)
    }

    private static func search(
        _ parts: ReleaseParts, _ rule: SuppressionRule
    ) throws(StatisticsRefusal) -> SuppressionSearch {
        do {
            var search = try SuppressionSearch(parts, rule: rule, showsZeros: true)
            try search.settle()
            return search
        } catch .disclosure(.beyondProtection) {
            var search = try SuppressionSearch(parts, rule: rule, showsZeros: false)
            try search.settle()
            return search
        }
    }

    /// What a reader sees at a place; `nil` where it is hidden.
    public func shown(_ cell: TableCell) -> Int? {
        release.shown(cell)
    }
}

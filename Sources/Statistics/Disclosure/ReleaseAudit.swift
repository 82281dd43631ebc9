/// What can be worked out from one or more releases of a table, taken together: the check before anything is published.
///
/// From one release, hidden figures come out by taking what is shown from the totals. From several, also counts that
/// nobody published: 12-month totals that move on by a month give the difference of two single months, a year to date gives
/// each month, and a release that hides what an earlier one showed hides nothing.
public struct ReleaseAudit: Sendable {
    /// In order: hidden figures by release, then differences.
    public let exposed: [Exposure]

    /// Nothing that is hidden, and no small count between the releases, can be worked out.
    public var isSafe: Bool { exposed.isEmpty }

    /// - Parameter releases: in the order they were published. Their counts must be of the same data: where what was counted
    ///   has been revised, only releases of the same months can be compared as they were.
    /// - Throws: `StatisticsRefusal` where there are no releases, their tables differ in shape, their figures contradict one
    ///   another, or the search is too long.
    public init(_ releases: [TableRelease], rule: SuppressionRule) throws(StatisticsRefusal) {
        let parts = try ReleaseParts(releases)
        let hidden = releases.map(\.hidden)
        let known = releases.indices.flatMap { parts.known(from: $0, hiding: hidden[$0]) }
        try self.init(parts, known: known, hiding: hidden, rule: rule)
    }

    /// What is exposed of the hidden figures of each release, to whoever knows no more than is said.
    init(
        _ parts: ReleaseParts, known: [KnownSum], hiding hidden: [Set<TableCell>], rule: SuppressionRule
    ) throws(StatisticsRefusal) {
        let audit = try DisclosureAudit(parts: parts.count, known: known)
        exposed = try Self.exposed(hidden, parts, audit, rule) + Self.differences(parts, audit, rule)
    }

    private static func exposed(
        _ hidden: [Set<TableCell>], _ parts: ReleaseParts, _ audit: DisclosureAudit, _ rule: SuppressionRule
    ) throws(StatisticsRefusal) -> [Exposure] {
        let cells = zip(parts.releases.indices, hidden).flatMap { release, hidden in
            hidden.sorted().map { (cell: $0, release: release) }
        }
        let spans = try audit.span(
            cells.map { cell, release in
                let isSmall = rule.isSmall(parts.releases[release].table.figure(cell))
                return (parts.parts(of: cell, in: release), isSmall ? rule.distance : 1)
            })
        return zip(cells, spans).compactMap { $1 ? nil : .hidden($0.cell, release: $0.release) }
    }

    /// Every stretch from an edge to a later one that is not a release's own, where it can be told exactly and is small.
    private static func differences(
        _ parts: ReleaseParts, _ audit: DisclosureAudit, _ rule: SuppressionRule
    ) throws(StatisticsRefusal) -> [Exposure] {
        let own = Set(parts.releases.map(\.months))
        let stretches = parts.edges.indices.flatMap { first in
            parts.edges[(first + 1)...].map { parts.edges[first]..<$0 }
        }.filter { !own.contains($0) }
        let totals = parts.releases.reduce(CountTable.Totals()) { $0.union($1.totals) }
        let asked = parts.releases[0].table.cells(totals).flatMap { cell in
            stretches.compactMap { months in
                parts.parts(of: cell, months: months).map { (cell: cell, months: months, parts: $0) }
            }
        }
        // What is certain is what any counts that agree make it; so those that make it no small count need no search.
        let example = try audit.example()
        let small = asked.filter { asked in rule.isSmall(asked.parts.reduce(0) { $0 + example[$1] }) }
        let uncertain = try audit.span(small.map { ($0.parts, 1) })
        return zip(small, uncertain).compactMap { $1 ? nil : .difference($0.cell, months: $0.months) }
    }
}

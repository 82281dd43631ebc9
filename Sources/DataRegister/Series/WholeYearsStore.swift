import DataFiles
import Storage

extension SeriesStore {
    /// The calendar years that a set tells of from January to December, newest first. Of police files it is enough that one
    /// force has delivered all twelve months.
    ///
    /// - Throws: ``SeriesRefusal``, `DatabaseFault`
    public func wholeYears(of set: DataSetAddress, at level: Place.Level = .district) async throws -> [Int] {
        try await database.read { db in
            guard let found = try db.dataSet(set) else { return [] }
            var months: [String: Set<Month>] = [:]
            if found.kind == .streetCrime {
                for row in try db.rows(
                    """
                    SELECT force, month FROM force_month
                    WHERE partnership = \(db.partnership) AND superseded_by IS NULL
                    """)
                {
                    let text: String = try row("month")
                    if let month = Month(text) { months[try row("force"), default: []].insert(month) }
                }
            } else {
                for period in try db.rows(
                    """
                    SELECT * FROM data_set_period
                    WHERE partnership = \(db.partnership) AND data_set = \(set) AND level = \(level)
                        AND superseded_by IS NULL AND part IS NULL
                    """
                ).compactMap(DataSetPeriod.init) {
                    months["", default: []].formUnion(period.period.months)
                }
            }
            return Set(months.values.flatMap { WholeYears($0).years }).sorted(by: >)
        }
    }

    /// Tells one state of everything that figures are read from, and of how they are named and judged, from the next.
    ///
    /// - Throws: `DatabaseFault`
    public func edition() async throws -> String {
        try await database.read { db in
            // Releases and changes are only ever added, and a set counts its own editions. Its measures do not.
            let row = try db.row(
                """
                SELECT
                    (SELECT count(*) FROM data_release WHERE partnership = \(db.partnership)) AS releases,
                    (SELECT count(*) FROM recording_change WHERE partnership = \(db.partnership)) AS changes,
                    (SELECT count(*) FROM recording_change_withdrawal
                    WHERE partnership = \(db.partnership)) AS withdrawals,
                    (SELECT COALESCE(sum(edition), 0) FROM data_set WHERE partnership = \(db.partnership)) AS sets
                """)
            let numbers: [Int] =
                try row.map {
                    [
                        try $0("releases"), try $0("changes"), try $0("withdrawals"), try $0("sets"),
                    ]
                } ?? []
            let measures = try db.rows(
                """
                SELECT data_set, address, name, unit, polarity FROM measure WHERE partnership = \(db.partnership)
                ORDER BY data_set, address
                """
            ).map { row in
                let parts: [String] = [
                    try row("data_set"), try row("address"), try row("name"), try row("unit"), try row("polarity"),
                ]
                return parts.joined(separator: "/")
            }
            return (numbers.map { "\($0)" } + measures).joined(separator: "\n")
        }
    }
}

/// The years whose twelve months are all among some.
private struct WholeYears {
    let years: [Int]

    init(_ months: Set<Month>) {
        years = Dictionary(grouping: months, by: \.year).filter { $0.value.count == 12 }.map(\.key)
    }
}

import DataFiles
import Storage

/// What became of the releases since they were taken in, and of those that they replaced.
struct ReleaseStandingStore: Sendable {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Of every release that has months or periods.
    ///
    /// - Throws: `DatabaseFault`
    func standings() async throws -> [ID<Release>: ReleaseStanding] {
        try await database.read { db in
            let rows = try db.rows(
                """
                SELECT data_release, count(*) AS periods, count(superseded_by) AS superseded FROM (
                    SELECT data_release, superseded_by FROM force_month WHERE partnership = \(db.partnership)
                    UNION ALL
                    SELECT data_release, superseded_by FROM data_set_period WHERE partnership = \(db.partnership)
                ) AS told GROUP BY data_release
                """)
            return try Dictionary(
                rows.map { row in
                    (
                        try row("data_release"),
                        try ReleaseStanding(periods: row("periods"), superseded: row("superseded"))
                    )
                }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The forces' months that were here before and that a release took the place of.
    ///
    /// - Throws: `DatabaseFault`
    func monthsReplaced(by release: ID<Release>) async throws -> [ForceMonthRecord] {
        try await database.read { db in
            try db.rows(
                """
                SELECT data_release, force, month, rows_kept, rows_unplaced, rows_refused, superseded_by
                FROM force_month WHERE partnership = \(db.partnership) AND superseded_by = \(release)
                ORDER BY force, month
                """
            ).map(ForceMonthRecord.init)
        }
    }
}

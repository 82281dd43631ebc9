import DataFiles
import Storage

/// One number that a later release tells otherwise.
public struct Revision: Hashable, Sendable {
    public let measure: String
    public let place: String
    public let period: Period
    /// Nil where there was none.
    public let before: Int?
    /// Nil where there is none any more.
    public let after: Int?

    public var difference: Int { (after ?? 0) - (before ?? 0) }
}

/// What changed between two releases: police counts are revised, and so is everybody's.
struct RevisionStore: Sendable {
    let database: Database

    /// The numbers that a release tells otherwise than those it superseded: the own district's first, and of a district all crime
    /// before its types, the largest differences first.
    ///
    /// - Parameter home: the partnership's own district.
    /// - Throws: `DatabaseFault`
    func revisions(by release: ID<Release>, home: String?) async throws -> [Revision] {
        let street = try await streetRevisions(by: release)
        let observed = try await observedRevisions(by: release)
        let own = home.map(DistrictName.init)
        func order(_ revision: Revision) -> Int {
            guard let own, DistrictName(revision.place) == own else { return 2 }
            return revision.measure == CrimeMeasures.allCrimeName ? 0 : 1
        }
        return (street + observed).sorted { first, second in
            let (one, other) = (order(first), order(second))
            guard one == other else { return one < other }
            return (second.difference.magnitude, first.period.from, first.measure, first.place)
                < (first.difference.magnitude, second.period.from, second.measure, second.place)
        }
    }

    /// Where a row without a place is.
    static let noPlace = "without a place"

    /// Recorded crime by type, district and month.
    private func streetRevisions(by release: ID<Release>) async throws -> [Revision] {
        try await database.read { db in
            try Self.street("counted.crime_type", "TRUE", by: release, db)
                + Self.street(
                    "\(CrimeMeasures.allCrimeName)", "counted.crime_type <> \(CrimeType.antiSocialBehaviour.name)",
                    by: release, db)
        }
    }

    /// The database compares: of a country's numbers hardly any is another, and none of the rest is looked at here.
    ///
    /// - Parameters:
    ///   - measure: what is told together.
    ///   - counts: which rows it adds up; anti-social behaviour is no crime and never in all of it.
    private static func street(
        _ measure: SQL, _ counts: SQL, by release: ID<Release>, _ db: Reading
    ) throws -> [Revision] {
        let pairs: SQL = """
            FROM force_month AS later
            JOIN force_month AS earlier ON earlier.partnership = later.partnership
                AND earlier.force = later.force AND earlier.month = later.month
                AND earlier.superseded_by = later.data_release
            WHERE later.partnership = \(db.partnership) AND later.data_release = \(release)
            """
        let rows = try db.rows(
            """
            SELECT measure, district, month, sum(told_before) AS told_before, sum(told_now) AS told_now FROM (
                SELECT \(measure) AS measure, counted.district AS district, force_month.month AS month,
                    CASE WHEN force_month.data_release = \(release) THEN NULL ELSE counted.number END AS told_before,
                    CASE WHEN force_month.data_release = \(release) THEN counted.number END AS told_now
                FROM \(CountedRows.districts)
                WHERE \(CountedRows.own(db)) AND \(counts)
                    AND (force_month.id IN (SELECT earlier.id \(pairs)) OR force_month.id IN (SELECT later.id \(pairs)))
            ) AS told
            GROUP BY measure, district, month HAVING sum(told_before) IS DISTINCT FROM sum(told_now)
            """)
        return try rows.compactMap { row in
            let (text, place): (String, String) = (try row("month"), try row("district"))
            guard let month = Month(text) else { return nil }
            return Revision(
                measure: try row("measure"), place: place.isEmpty ? Self.noPlace : place,
                period: Period(first: month, count: 1), before: try row("told_before"), after: try row("told_now"))
        }
    }

    /// What a release tells anew, each beside what it told before.
    private static func observedPairs(_ release: ID<Release>, _ db: Reading) -> SQL {
        """
        FROM data_set_period AS later
        JOIN data_set_period AS earlier ON earlier.partnership = later.partnership
            AND earlier.data_set = later.data_set AND earlier.first_month = later.first_month
            AND earlier.last_month = later.last_month AND earlier.level = later.level
            AND earlier.superseded_by = later.data_release
        WHERE later.partnership = \(db.partnership) AND later.data_release = \(release)
        """
    }

    private func observedRevisions(by release: ID<Release>) async throws -> [Revision] {
        try await database.read { db in
            let set: DataSetAddress? = try db.value(
                """
                SELECT data_set FROM data_set_period
                WHERE partnership = \(db.partnership) AND data_release = \(release) LIMIT 1
                """)
            guard let set else { return [] }
            let told = try Self.observed("observation.measure", of: set, by: release, db)
            // What a partner counts is not known to add up.
            return set == .districtYears
                ? try told + Self.observed("\(CrimeMeasures.allCrime)", of: set, by: release, db) : told
        }
    }

    /// - Parameter measure: what is told together.
    private static func observed(
        _ measure: SQL, of set: DataSetAddress, by release: ID<Release>, _ db: Reading
    ) throws -> [Revision] {
        let names = Dictionary(
            try db.measures(of: set).map { ($0.address.name, $0.name) }, uniquingKeysWith: { first, _ in first })
        let rows = try db.rows(
            """
            SELECT told.measure AS measure, observed_place.name AS place, told.first_month AS first_month,
                told.last_month AS last_month, told.told_before AS told_before, told.told_now AS told_now
            FROM (
                SELECT \(measure) AS measure, observation.place AS place, period.level AS level,
                    period.first_month AS first_month, period.last_month AS last_month,
                    sum(CASE WHEN period.data_release = \(release) THEN NULL ELSE observation.number END) AS told_before,
                    sum(CASE WHEN period.data_release = \(release) THEN observation.number END) AS told_now
                FROM data_set_period AS period
                JOIN observation ON observation.data_set_period = period.id
                WHERE period.partnership = \(db.partnership)
                    AND (period.id IN (SELECT earlier.id \(Self.observedPairs(release, db)))
                        OR period.id IN (SELECT later.id \(Self.observedPairs(release, db))))
                GROUP BY 1, 2, 3, 4, 5
            ) AS told
            JOIN observed_place ON observed_place.partnership = \(db.partnership)
                AND observed_place.level = told.level AND observed_place.place = told.place
            WHERE told.told_before IS DISTINCT FROM told.told_now
            """)
        return try rows.compactMap { row in
            let (first, last, address): (String, String, String) = (
                try row("first_month"), try row("last_month"), try row("measure")
            )
            let (before, now): (Double?, Double?) = (try row("told_before"), try row("told_now"))
            guard let from = Month(first), let to = Month(last), let period = try? Period(from: from, to: to),
                before?.rounded() != now?.rounded()
            else { return nil }
            return Revision(
                measure: names[address] ?? address, place: try row("place"), period: period,
                before: before.map { Int($0.rounded()) }, after: now.map { Int($0.rounded()) })
        }
    }
}

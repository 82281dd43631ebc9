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

    /// What a number is of.
    private struct Key: Hashable {
        let measure: String
        let place: String
        let period: Period
    }

    /// Recorded crime by type, district and month.
    private func streetRevisions(by release: ID<Release>) async throws -> [Revision] {
        try await database.read { db in
            let pairs: SQL = """
                FROM force_month AS later
                JOIN force_month AS earlier ON earlier.partnership = later.partnership
                    AND earlier.force = later.force AND earlier.month = later.month
                    AND earlier.superseded_by = later.data_release
                WHERE later.partnership = \(db.partnership) AND later.data_release = \(release)
                """
            let before = try Self.street("SELECT earlier.id \(pairs)", db)
            let after = try Self.street("SELECT later.id \(pairs)", db)
            return Self.compared(Self.withAllCrime(before), Self.withAllCrime(after))
        }
    }

    /// All crime beside its types; anti-social behaviour is no crime and never in it.
    private static func withAllCrime(_ counts: [Key: Int]) -> [Key: Int] {
        counts.reduce(into: counts) { all, count in
            guard count.key.measure != CrimeType.antiSocialBehaviour.name else { return }
            let key = Key(measure: CrimeMeasures.allCrimeName, place: count.key.place, period: count.key.period)
            all[key, default: 0] += count.value
        }
    }

    private static func street(_ months: SQL, _ db: Reading) throws -> [Key: Int] {
        var counts: [Key: Int] = [:]
        for row in try db.rows(
            """
            SELECT counted.crime_type AS crime_type, counted.district AS district, force_month.month AS month,
                sum(counted.number) AS number
            FROM \(CountedRows.districts)
            WHERE \(CountedRows.own(db)) AND force_month.id IN (\(months))
            GROUP BY counted.crime_type, counted.district, force_month.month
            """)
        {
            let text: String = try row("month")
            let place: String = try row("district")
            guard let month = Month(text) else { continue }
            counts[
                Key(
                    measure: try row("crime_type"), place: place.isEmpty ? Self.noPlace : place,
                    period: Period(first: month, count: 1))] =
                try row("number")
        }
        return counts
    }

    private func observedRevisions(by release: ID<Release>) async throws -> [Revision] {
        try await database.read { db in
            let pairs: SQL = """
                FROM data_set_period AS later
                JOIN data_set_period AS earlier ON earlier.partnership = later.partnership
                    AND earlier.data_set = later.data_set AND earlier.first_month = later.first_month
                    AND earlier.last_month = later.last_month AND earlier.level = later.level
                    AND earlier.superseded_by = later.data_release
                WHERE later.partnership = \(db.partnership) AND later.data_release = \(release)
                """
            let before = try Self.observed("SELECT earlier.id \(pairs)", db)
            let after = try Self.observed("SELECT later.id \(pairs)", db)
            let set: DataSetAddress? = try db.value(
                """
                SELECT data_set FROM data_set_period
                WHERE partnership = \(db.partnership) AND data_release = \(release) LIMIT 1
                """)
            // What a partner counts is not known to add up.
            guard set == .districtYears else { return Self.compared(before, after) }
            return Self.compared(Self.withAllCrime(before), Self.withAllCrime(after))
        }
    }

    private static func observed(_ periods: SQL, _ db: Reading) throws -> [Key: Int] {
        var counts: [Key: Int] = [:]
        for row in try db.rows(
            """
            SELECT observation.measure AS measure, observed_place.name AS place, data_set_period.first_month AS first_month,
                data_set_period.last_month AS last_month, observation.number AS number, measure.name AS measure_name
            FROM data_set_period
            JOIN observation ON observation.data_set_period = data_set_period.id
            JOIN observed_place ON observed_place.partnership = data_set_period.partnership
                AND observed_place.level = data_set_period.level AND observed_place.place = observation.place
            LEFT JOIN measure ON measure.partnership = data_set_period.partnership
                AND measure.data_set = data_set_period.data_set AND measure.address = observation.measure
            WHERE data_set_period.partnership = \(db.partnership) AND data_set_period.id IN (\(periods))
            """)
        {
            let (first, last): (String, String) = (try row("first_month"), try row("last_month"))
            guard let from = Month(first), let to = Month(last), let period = try? Period(from: from, to: to) else {
                continue
            }
            let (address, name): (String, String?) = (try row("measure"), try row("measure_name"))
            let builtIn = Measure.builtIn(of: .districtYears) + Measure.builtIn(of: .policeOutcomes)
            let known = builtIn.first { $0.address.name == address }?.name
            let number: Double = try row("number")
            counts[Key(measure: name ?? known ?? address, place: try row("place"), period: period)] = Int(
                number.rounded())
        }
        return counts
    }

    private static func compared(_ before: [Key: Int], _ after: [Key: Int]) -> [Revision] {
        Set(before.keys).union(after.keys).compactMap { key in
            guard before[key] != after[key] else { return nil }
            return Revision(
                measure: key.measure, place: key.place, period: key.period, before: before[key], after: after[key])
        }
    }
}

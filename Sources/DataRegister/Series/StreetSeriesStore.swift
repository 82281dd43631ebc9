import DataFiles
import Foundation
import Storage

/// Recorded crime as the police files count it, read for whoever asks, and nowhere copied.
struct StreetSeriesStore: Sendable {
    let database: Database

    /// What the files say of some months.
    struct Counted: Sendable {
        var counts: [Month: Int] = [:]
        /// The months that the places' own forces have delivered.
        var covered: Set<Month> = []
        var releases: [Release] = []
        /// What changed of the small areas of the place; nil of several.
        var change: AreaChange?
        /// Months of a force whose rows without a place were counted before they were kept by type.
        var unplaced = 0
    }

    /// England and Wales have 43 territorial forces (Police Act 1996, section 1 and schedule 1): where one of them is not
    /// here, the whole is not.
    private static let territorialForces = 43
    private static let others: Set = ["British Transport Police", "Police Service of Northern Ireland"]

    /// - Throws: ``SeriesRefusal/noSuchMeasure(_:)``, `DatabaseFault`
    func counted(_ question: SeriesQuestion) async throws -> Counted {
        let types = try Self.types(question.measures)
        return try await database.read { db in
            var counted = Counted()
            var releases: Set<ID<Release>> = []
            let months = question.span.months.map(\.description)
            for place in question.places {
                let rows = try Self.rows(of: place, types, in: months, asAt: question.asAt, db)
                for row in rows {
                    let text: String = try row("month")
                    let number: Int = try row("number")
                    if let month = Month(text) { counted.counts[month, default: 0] += number }
                    releases.insert(try row("data_release"))
                }
                let months = try Self.coverage(of: place, asAt: question.asAt, db)
                let change = try Self.change(of: place, covered: Set(months.map(\.month)), db)
                counted.change = counted.change ?? change
                let living = change?.known(at: place.level, Set(months.map(\.month)))
                let here = Set(months.map(\.month).filter { question.span.months.contains($0) })
                    .intersection(living ?? Set(months.map(\.month)))
                if place.level == .force || place.level == .country {
                    counted.unplaced += try db.unplacedNotKept(in: here, of: place)
                }
                counted.covered = place == question.places.first ? here : counted.covered.intersection(here)
                releases.formUnion(months.filter { here.contains($0.month) }.map(\.release))
            }
            counted.counts = counted.counts.filter { counted.covered.contains($0.key) }
            counted.releases = try db.releases(releases)
            return counted
        }
    }

    /// Places above districts are whole, whatever became of their small areas.
    private static func change(of place: Place, covered: Set<Month>, _ db: Reading) throws -> AreaChange? {
        guard place.level.isMadeOfLSOAs || place.level == .district else { return nil }
        return try db.areaChange(of: db.policeAreas(in: place), covered: covered)
    }

    /// - Returns: nil for all crime.
    static func types(_ measures: [MeasureAddress]) throws(SeriesRefusal) -> [CrimeType]? {
        var types: [CrimeType] = []
        for measure in measures where measure.name != CrimeMeasures.allCrime {
            guard let type = CrimeMeasures.type(of: measure) else { throw .noSuchMeasure(measure) }
            types.append(type)
        }
        return types.isEmpty ? nil : types
    }

    /// That a row of ``CountedRows`` is of one of some types.
    static func condition(_ types: [CrimeType]?) -> SQL {
        guard let types else { return "counted.crime_type <> \(CrimeType.antiSocialBehaviour.name)" }
        return "counted.crime_type IN \(types.map(\.name))"
    }

    private static func rows(
        of place: Place, _ types: [CrimeType]?, in months: [String], asAt: Date?, _ db: Reading
    ) throws -> [Row] {
        let counted = try CountedRows(in: place, db)
        return try db.rows(
            """
            SELECT force_month.month AS month, force_month.data_release AS data_release,
                sum(counted.number) AS number
            FROM \(counted.source)
            WHERE \(counted.isThere) AND \(condition(types)) AND force_month.month IN \(months)
                AND \(db.standing("force_month", asAt: asAt))
            GROUP BY force_month.month, force_month.data_release
            """)
    }

    /// The months that the force of a place has delivered.
    static func coveredMonths(of place: Place, _ db: Reading) throws -> Set<Month> {
        Set(try coverage(of: place, asAt: nil, db).map(\.month))
    }

    private struct ForceMonth {
        let month: Month
        let release: ID<Release>
    }

    /// The months that are covered for a place: those that the force with most of its rows has delivered.
    private static func coverage(of place: Place, asAt: Date?, _ db: Reading) throws -> [ForceMonth] {
        if place.level == .country { return try nationalCoverage(asAt: asAt, db) }
        var force: String? = place.level == .force ? place.name : nil
        if force == nil {
            let counted = try CountedRows(in: place, db)
            force = try db.value(
                """
                SELECT force_month.force
                FROM \(counted.source)
                WHERE \(counted.isThere) AND force_month.superseded_by IS NULL
                GROUP BY force_month.force ORDER BY sum(counted.number) DESC, force_month.force LIMIT 1
                """)
        }
        guard let force else { return [] }
        return try db.rows(
            """
            SELECT month, data_release FROM force_month
            WHERE partnership = \(db.partnership) AND force = \(force) AND \(db.standing("force_month", asAt: asAt))
            """
        ).compactMap(forceMonth)
    }

    private static func nationalCoverage(asAt: Date?, _ db: Reading) throws -> [ForceMonth] {
        var months: [Month: [(force: String, month: ForceMonth)]] = [:]
        for row in try db.rows(
            """
            SELECT month, data_release, force FROM force_month
            WHERE partnership = \(db.partnership) AND \(db.standing("force_month", asAt: asAt))
            """)
        {
            guard let month = try forceMonth(row) else { continue }
            months[month.month, default: []].append((try row("force"), month))
        }
        let whole = months.values.filter { forces in
            Set(forces.map(\.force)).subtracting(others).count >= territorialForces
        }
        return whole.flatMap { $0.map(\.month) }
    }

    private static func forceMonth(_ row: Row) throws -> ForceMonth? {
        let text: String = try row("month")
        return try Month(text).map { try ForceMonth(month: $0, release: row("data_release")) }
    }
}

extension Reading {
    /// That a row of a table which later releases supersede counts: now, or as the register stood at a moment.
    func standing(_ table: SQL, asAt time: Date?) -> SQL {
        guard let time else { return "\(table).superseded_by IS NULL" }
        return """
            \(table).data_release IN (
                SELECT id FROM data_release WHERE partnership = \(partnership) AND received_at <= \(time))
            AND (\(table).superseded_by IS NULL OR \(table).superseded_by IN (
                SELECT id FROM data_release WHERE partnership = \(partnership) AND received_at > \(time)))
            """
    }

    func releases(_ ids: Set<ID<Release>>) throws -> [Release] {
        try rows(
            """
            SELECT data_release.*, (
                SELECT count(*) FROM data_release AS earlier
                WHERE earlier.partnership = data_release.partnership AND earlier.data_set = data_release.data_set
                    AND (earlier.received_at < data_release.received_at
                        OR earlier.received_at = data_release.received_at AND earlier.id <= data_release.id)) AS number
            FROM data_release WHERE partnership = \(partnership) AND id IN \(ids.sorted())
            """
        ).map { row in
            var release = try Release(row: row)
            release.number = release.dataSet == nil ? nil : try row("number")
            return release
        }
    }
}

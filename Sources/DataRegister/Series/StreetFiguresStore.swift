import DataFiles
import Foundation
import Storage

/// Recorded crime of one period, place by place.
struct StreetFiguresStore: Sendable {
    let database: Database

    struct Figures: Sendable {
        let rows: [PlaceFigures.Row]
        let releases: [Release]
        /// Whether the places have more than one force.
        let hasSeveralForces: Bool
    }

    /// Every district that a row was ever counted in. Nil where its own force has not delivered every month.
    ///
    /// - Throws: ``SeriesRefusal``, `DatabaseFault`
    func districts(_ measure: MeasureAddress, over period: Period) async throws -> Figures {
        let types = try StreetSeriesStore.types([measure])
        return try await database.read { db in
            let months = period.months.map(\.description)
            var rows: [String: [String: Int]] = [:]
            for row in try db.rows(
                """
                SELECT counted.district AS district, force_month.force AS force,
                    sum(CASE WHEN \(StreetSeriesStore.condition(types)) THEN counted.number ELSE 0 END) AS number,
                    sum(counted.number) AS of_all
                FROM \(CountedRows.districts)
                WHERE \(CountedRows.own(db)) AND force_month.month IN \(months) AND force_month.superseded_by IS NULL
                GROUP BY counted.district, force_month.force
                """)
            {
                let district: String = try row("district")
                rows[district, default: [:]][try row("force")] = try row("of_all")
                rows[district, default: [:]]["", default: 0] += try row("number")
            }
            return try Self.figures(rows, covering: period, db)
        }
    }

    /// - Parameter rows: by district, all rows of each force, and under no force's name what was asked for.
    private static func figures(
        _ rows: [String: [String: Int]], covering period: Period, _ db: Reading
    ) throws -> Figures {
        let wanted = Set(period.months.map(\.description))
        var covered: [String: Set<String>] = [:]
        var releases: Set<ID<Release>> = []
        for row in try db.rows(
            """
            SELECT force, month, data_release FROM force_month
            WHERE partnership = \(db.partnership) AND superseded_by IS NULL AND month IN \(wanted.sorted())
            """)
        {
            covered[try row("force"), default: []].insert(try row("month"))
            releases.insert(try row("data_release"))
        }
        let known = try db.rows(
            """
            SELECT district, count(*) AS areas FROM lsoa WHERE partnership = \(db.partnership)
            GROUP BY district ORDER BY district
            """
        ).map { row in try (name: row("district") as String, areas: row("areas") as Int) }
        var forces: Set<String> = []
        let figures = known.map { district, areas in
            let counts = rows[district] ?? [:]
            let force = counts.filter { !$0.key.isEmpty }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            guard let force, covered[force] == wanted else {
                return PlaceFigures.Row(.district(district), nil, by: force, areas: areas)
            }
            forces.insert(force)
            return PlaceFigures.Row(.district(district), Double(counts[""] ?? 0), by: force, areas: areas)
        }
        return Figures(rows: figures, releases: try db.releases(releases), hasSeveralForces: forces.count > 1)
    }

    /// The small areas of a place. Nil where the place's own force has not delivered every month.
    ///
    /// - Parameter isCovered: whether it has.
    /// - Throws: ``SeriesRefusal``, `DatabaseFault`
    func areas(
        _ measure: MeasureAddress, in place: Place, over period: Period, isCovered: Bool
    ) async throws -> [PlaceFigures.Row] {
        let types = try StreetSeriesStore.types([measure])
        let level: Place.Level = period.from < LSOAVintage.firstMonthOf2021 ? .lsoa2011 : .lsoa2021
        return try await database.read { db in
            let areas = try db.policeAreas(in: place)
            let months = period.months.map(\.description)
            var counts: [String: Int] = [:]
            for row in try db.rows(
                """
                SELECT counted.lsoa AS lsoa, sum(counted.number) AS number
                FROM crime_count AS counted JOIN force_month ON force_month.id = counted.force_month
                WHERE counted.partnership = \(db.partnership) AND counted.lsoa IN (\(areas))
                    AND \(StreetSeriesStore.condition(types)) AND force_month.month IN \(months)
                    AND force_month.superseded_by IS NULL
                GROUP BY counted.lsoa
                """)
            {
                counts[try row("lsoa")] = try row("number")
            }
            return try db.rows(
                """
                SELECT code, name FROM lsoa WHERE partnership = \(db.partnership) AND code IN (\(areas))
                ORDER BY name, code
                """
            ).map { row in
                let code: String = try row("code")
                return PlaceFigures.Row(
                    .lsoa(code, name: try row("name"), of: level), isCovered ? Double(counts[code] ?? 0) : nil)
            }
        }
    }
}

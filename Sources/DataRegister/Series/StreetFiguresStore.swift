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
            var rows: [String: Int] = [:]
            for row in try db.rows(
                """
                SELECT counted.district AS district,
                    sum(CASE WHEN \(StreetSeriesStore.condition(types)) THEN counted.number ELSE 0 END) AS number
                FROM \(CountedRows.districts)
                WHERE \(CountedRows.own(db)) AND force_month.month IN \(months) AND force_month.superseded_by IS NULL
                GROUP BY counted.district
                """)
            {
                rows[try row("district")] = try row("number")
            }
            return try Self.figures(rows, covering: period, db)
        }
    }

    /// - Parameter rows: by district.
    private static func figures(
        _ rows: [String: Int], covering period: Period, _ db: Reading
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
        let main = try db.mainForces()
        let short = try db.shortDistricts(in: period)
        let figures = known.map { district, areas in
            let force = main[district]?.force
            guard let force, covered[force] == wanted else {
                return PlaceFigures.Row(.district(district), nil, by: force, areas: areas)
            }
            if short.contains(district) { return PlaceFigures.Row(.district(district), nil, by: force, areas: areas) }
            forces.insert(force)
            return PlaceFigures.Row(.district(district), Double(rows[district] ?? 0), by: force, areas: areas)
        }
        return Figures(rows: figures, releases: try db.releases(releases), hasSeveralForces: forces.count > 1)
    }

    /// The small areas of a place, as far as they were there in the period. Nil where the place's own force has not delivered every month.
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
            let change = try db.areaChange(of: areas, covered: StreetSeriesStore.coveredMonths(of: place, db))
            let changed = Set(((change?.ended ?? []) + (change?.begun ?? [])).map(\.code))
            return try db.rows(
                """
                SELECT code, name FROM lsoa WHERE partnership = \(db.partnership) AND code IN (\(areas))
                ORDER BY name, code
                """
            ).compactMap { row in
                let code: String = try row("code")
                if changed.contains(code), counts[code] == nil { return nil }
                return PlaceFigures.Row(
                    .lsoa(code, name: try row("name"), of: level), isCovered ? Double(counts[code] ?? 0) : nil)
            }
        }
    }
}

extension Reading {
    /// The districts that were not there in all of a period, or not with all their small areas: told from when each area was
    /// last named and which census its code is of, since all districts' rows are too many to look at.
    fileprivate func shortDistricts(in period: Period) throws -> Set<String> {
        let change = AreaChange.month.description
        let (england, wales) = LSOAVintage.last2011
        let found = try rows(
            """
            SELECT district, count(*) AS areas, sum(CASE WHEN named_in < \(change) THEN 1 ELSE 0 END) AS gone,
                sum(CASE WHEN code LIKE 'E%' AND code > \(england) OR code LIKE 'W%' AND code > \(wales)
                    THEN 1 ELSE 0 END) AS come
            FROM lsoa WHERE partnership = \(partnership) GROUP BY district
            """
        ).compactMap { row -> String? in
            let (areas, old, new): (Int, Int, Int) = (try row("areas"), try row("gone"), try row("come"))
            let isShort =
                period.to >= AreaChange.month && old == areas || period.from < AreaChange.month && new > 0 && old == 0
            return isShort ? try row("district") : nil
        }
        return Set(found)
    }

    /// The force with most rows of each district in all months that are here, with how many it has.
    func mainForces() throws -> [String: (force: String, rows: Int)] {
        var main: [String: (force: String, rows: Int)] = [:]
        for row in try rows(
            """
            SELECT counted.district AS district, force_month.force AS force, sum(counted.number) AS number
            FROM \(CountedRows.districts)
            WHERE \(CountedRows.own(self)) AND force_month.superseded_by IS NULL
            GROUP BY counted.district, force_month.force ORDER BY force_month.force
            """)
        {
            let (district, number): (String, Int) = (try row("district"), try row("number"))
            if main[district].map({ $0.rows < number }) ?? true { main[district] = (try row("force"), number) }
        }
        return main
    }
}

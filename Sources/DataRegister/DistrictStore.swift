import DataFiles
import Foundation
import Storage

/// What the records know of one district.
public struct DistrictStore: Sendable {
    let database: Database
    public let places: PlaceStore

    public init(_ database: Database, places: PlaceStore) {
        self.database = database
        self.places = places
    }

    /// Every district that a row was ever counted in, by name.
    ///
    /// - Throws: `DatabaseFault`
    public func districts() async throws -> [District] {
        try await database.read { db in
            try db.rows(
                """
                SELECT district, count(*) AS areas FROM lsoa
                WHERE partnership = \(db.partnership) GROUP BY district ORDER BY district
                """
            ).map { try District(name: $0("district"), areas: $0("areas")) }
        }
    }

    /// All that is known of a district over some months, with the map points if they are wanted.
    ///
    /// - Throws: `DatabaseFault`
    public func data(of district: String, over periods: [Period], points: Bool) async throws -> DistrictData {
        let force = try await mainForce(of: district)
        let covered = try await coverage(of: force)
        // A month that its own force has not given is missing, whatever a neighbour’s rows of it say.
        let months = Set(periods.flatMap(\.months)).intersection(covered).sorted()
        let counts = try await counts(of: district, in: months.map(\.description))
        let spots =
            points
            ? try await self.points(of: district, in: (periods.last?.months ?? []).filter(covered.contains)) : []
        let codes = counts.areas.map(\.code)
        let (change, changes) = try await database.read { db in
            (
                try db.areaChange(of: Self.areas(of: district, in: db), covered: covered),
                try db.recordingChanges(touching: [.district(district)])
            )
        }
        let population = try await places.population(
            ofDistrict: district, areas: codes, grounds: change?.grounds(of: codes))
        return DistrictData(
            district: district, force: force, covered: covered, areas: counts.areas, points: spots,
            population: population, sources: counts.sources, isGenerated: counts.isGenerated, changes: changes,
            change: change, areasInAll: try await areasByLookup(of: district))
    }

    /// The last month that a district’s own force has delivered; nil where nothing of it is here.
    ///
    /// - Throws: `DatabaseFault`
    public func lastMonth(of district: String) async throws -> Month? {
        try await coverage(of: mainForce(of: district)).max()
    }

    /// How many small areas the lookups that were imported say a district has; nil where they do not.
    private func areasByLookup(of district: String) async throws -> Int? {
        try await database.read { db in
            let codes = try db.codes(of: .district(district))
            let number: Int? = try db.value(
                """
                SELECT count(DISTINCT child) FROM place_link
                WHERE partnership = \(db.partnership) AND parent IN \(codes)
                    AND (child LIKE 'E01%' OR child LIKE 'W01%')
                """)
            return number.flatMap { $0 > 0 ? $0 : nil }
        }
    }

    private struct Counts: Sendable {
        var areas: [DistrictData.Area]
        var sources: [Source]
        var isGenerated: Bool
    }

    private func counts(of district: String, in months: [String]) async throws -> Counts {
        try await database.read { db in
            var areas: [String: DistrictData.Area] = [:]
            for row in try db.rows(
                "SELECT code, name FROM lsoa WHERE partnership = \(db.partnership) AND district = \(district)")
            {
                let code: String = try row("code")
                areas[code] = try DistrictData.Area(code: code, name: row("name"), counts: [:])
            }
            var releases: Set<ID<Release>> = []
            let rows: SQL = """
                SELECT crime_count.lsoa AS lsoa, force_month.month AS month,
                    force_month.data_release AS data_release, crime_count.crime_type AS crime_type,
                    crime_count.number AS number
                FROM crime_count
                JOIN force_month ON force_month.id = crime_count.force_month
                WHERE crime_count.partnership = \(db.partnership) AND force_month.superseded_by IS NULL
                    AND crime_count.lsoa IN \(areas.keys.sorted()) AND force_month.month IN \(months)
                """
            try db.each(rows) { row in
                let number: Int = try row("number")
                let text: String = try row("month")
                guard let month = Month(text) else { return }
                areas[try row("lsoa")]?.counts[month, default: [:]][CrimeType(try row("crime_type")), default: 0] +=
                    number
                releases.insert(try row("data_release"))
            }
            let found = try Self.sources(releases, in: db)
            return Counts(
                areas: areas.values.sorted { $0.code < $1.code },
                sources: found.map(Source.init), isGenerated: found.contains { $0.isGenerated })
        }
    }

    private static func sources(_ releases: Set<ID<Release>>, in db: Reading) throws -> [Release] {
        try db.rows(
            """
            SELECT * FROM data_release WHERE partnership = \(db.partnership) AND id IN \(releases.sorted())
            ORDER BY first_month, name
            """
        ).map(Release.init)
    }

    /// The force with most rows of a district in all months, which speaks for it in each of them: where its own force’s
    /// file is missing, a neighbour would else be the force with most.
    private func mainForce(of district: String) async throws -> String? {
        try await database.read { db in
            try db.value(
                """
                SELECT force_month.force
                FROM \(CountedRows.districts)
                WHERE \(CountedRows.own(db)) AND counted.district = \(district) AND force_month.superseded_by IS NULL
                GROUP BY force_month.force ORDER BY sum(counted.number) DESC, force_month.force LIMIT 1
                """)
        }
    }

    /// The months that a force's files are here for.
    private func coverage(of force: String?) async throws -> Set<Month> {
        guard let force else { return [] }
        return try await database.read { db in
            let months: [String] = try db.rows(
                """
                SELECT month FROM force_month
                WHERE partnership = \(db.partnership) AND force = \(force) AND superseded_by IS NULL
                """
            ).map { try $0("month") }
            return Set(months.compactMap(Month.init))
        }
    }

    private func points(of district: String, in months: [Month]) async throws -> [DistrictData.Point] {
        try await database.read { db in
            try db.rows(Self.pointRows(of: district, in: months, db)).compactMap { row in
                let text: String = try row("month")
                let longitude: Int = try row("longitude")
                let latitude: Int = try row("latitude")
                return try Month(text).map { month in
                    try DistrictData.Point(
                        longitude: Double(longitude) / 1e6, latitude: Double(latitude) / 1e6, area: row("lsoa"),
                        month: month, isAntiSocialBehaviour: row("is_anti_social"), count: row("number"))
                }
            }
        }
    }

    /// The points of a district's areas: found by area, so that those of a whole county's other districts are not
    /// passed over.
    static func pointRows(of district: String, in months: [Month], _ db: Reading) -> SQL {
        """
        SELECT crime_point.lsoa AS lsoa, longitude, latitude, force_month.month AS month, is_anti_social, number
        FROM crime_point
        JOIN force_month ON force_month.id = crime_point.force_month
        WHERE crime_point.partnership = \(db.partnership)
            AND crime_point.lsoa IN (\(areas(of: district, in: db)))
            AND force_month.superseded_by IS NULL AND force_month.month IN \(months.map(\.description))
        """
    }

    private static func areas(of district: String, in db: Reading) -> SQL {
        "SELECT code FROM lsoa WHERE partnership = \(db.partnership) AND district = \(district)"
    }
}

/// A district that data are here for.
public struct District: Sendable, Hashable {
    public let name: String
    /// LSOAs that a row was counted in.
    public let areas: Int

    /// As it stands in addresses: "tunbridge-wells".
    public var slug: String { slugged(name) }
}

extension Source {
    init(_ release: Release) {
        self.init(
            title: release.name, publisher: release.publisher, licence: release.licence, months: release.months,
            receivedOn: release.receivedAt, checksums: [release.sha256.description])
    }
}

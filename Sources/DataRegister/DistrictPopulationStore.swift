import DataFiles
import Storage

/// How many people live in each district, with the files that say so.
public struct DistrictPopulations: Sendable {
    public let table: PopulationTable
    public let citation: Citation
}

extension PlaceStore {
    /// The populations of every district at once: its own estimate, or that of its small areas together.
    ///
    /// - Throws: `DatabaseFault`
    public func districtPopulations() async throws -> DistrictPopulations {
        try await database.read { db in
            let district = PlaceLevel.district.rawValue
            let own = try db.rows(
                """
                SELECT place, name, level, district, year, basis, people, data_release FROM population
                WHERE partnership = \(db.partnership) AND level = \(district)
                """)
            let sums = try db.rows(
                """
                SELECT district AS place, '' AS name, level, district, year, basis, sum(people) AS people
                FROM population
                WHERE partnership = \(db.partnership) AND level = \(PlaceLevel.lsoa.rawValue)
                    AND district IS NOT NULL
                GROUP BY district, level, year, basis
                """)
            var codes: [String: [String]] = [:]
            for (code, name) in try db.districtCodes() { codes[name, default: []].append(code) }
            let releases: [ID<Release>] = try db.rows(
                "SELECT DISTINCT data_release FROM population WHERE partnership = \(db.partnership)"
            ).map { try $0("data_release") }
            return DistrictPopulations(
                table: PopulationTable(
                    try (own + sums).compactMap(PopulationEstimate.init(row:)), districtCodes: codes),
                citation: Citation(.population, name: "Population", releases: try db.releases(Set(releases))))
        }
    }
}

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
            for (code, name) in try db.placeNames(of: .district) { codes[name, default: []].append(code) }
            let releases: [ID<Release>] = try db.rows(
                "SELECT DISTINCT data_release FROM population WHERE partnership = \(db.partnership)"
            ).map { try $0("data_release") }
            let estimates = try (own + sums).compactMap(PopulationEstimate.init(row:))
            let named = PopulationTable(estimates, districtCodes: codes)
            let others = try db.grounds { !named.knows($0) }
            return DistrictPopulations(
                table: PopulationTable(
                    estimates + others.estimates, districtCodes: codes, grounds: others.grounds),
                citation: Citation(.population, name: "Population", releases: try db.releases(Set(releases))))
        }
    }
}

extension Reading {
    /// The small areas of the districts that no code bears the name of, with their estimates: those that were merged, or that
    /// police data call otherwise.
    fileprivate func grounds(
        of isWanted: (String) -> Bool
    ) throws -> (grounds: [String: [[String]]], estimates: [PopulationEstimate]) {
        let districts: [String] = try rows("SELECT DISTINCT district FROM lsoa WHERE partnership = \(partnership)")
            .map { try $0("district") }
        var (grounds, estimates): ([String: [[String]]], [PopulationEstimate]) = ([:], [])
        for district in districts where isWanted(district) {
            let areas: SQL = "SELECT code FROM lsoa WHERE partnership = \(partnership) AND district = \(district)"
            let codes = try areaCodes(areas)
            let covered = try StreetSeriesStore.coveredMonths(of: .district(district), self)
            grounds[district] = try areaChange(of: areas, covered: covered)?.grounds(of: codes) ?? [codes]
            estimates += try rows(
                """
                SELECT place, name, level, district, year, basis, people FROM population
                WHERE partnership = \(partnership) AND place IN (\(areas))
                """
            ).compactMap(PopulationEstimate.init(row:))
        }
        return (grounds, estimates)
    }
}

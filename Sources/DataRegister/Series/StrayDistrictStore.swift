import DataFiles
import Storage

/// The districts of which a few rows of their neighbours' files alone are here: their numbers tell nothing.
extension Reading {
    /// By name, with how few small areas have rows.
    func strayDistricts() throws -> [DistrictName: NothingKnown] {
        let seen = try areasOfDistricts()
        guard !seen.isEmpty else { return [:] }
        let names = Dictionary(
            grouping: try placeNames(of: .district, withEstimates: true), by: \.code
        ).mapValues { $0.map { DistrictName($0.name) } }
        let byLookup = try areasInAll(
            """
            SELECT parent AS district, count(DISTINCT child) AS number FROM place_link
            WHERE partnership = \(partnership) AND parent_level = \(PlaceLevel.district.rawValue)
                AND (child LIKE 'E01%' OR child LIKE 'W01%')
            GROUP BY parent
            """, names)
        let byEstimate = try areasInAll(
            """
            SELECT district, count(DISTINCT place) AS number FROM population
            WHERE partnership = \(partnership) AND level = \(PlaceLevel.lsoa.rawValue) AND district IS NOT NULL
            GROUP BY district
            """, names)
        let people = try areasInAll(
            """
            SELECT place AS district, max(people) AS number FROM population
            WHERE partnership = \(partnership) AND level = \(PlaceLevel.district.rawValue) GROUP BY place
            """, names)
        var found: [DistrictName: NothingKnown] = [:]
        for (district, areas) in seen {
            let name = DistrictName(district)
            guard
                let few = DistrictData.strays(
                    areas, of: byLookup[name] ?? byEstimate[name], people: people[name])
            else { continue }
            found[name] = NothingKnown(strayDistrict: district, areas: few)
        }
        return found
    }

    /// A number of each district by its name: of several codes that bear it, the largest.
    private func areasInAll(_ question: SQL, _ names: [String: [DistrictName]]) throws -> [DistrictName: Int] {
        var found: [DistrictName: Int] = [:]
        for row in try rows(question) {
            let (code, number): (String, Int) = (try row("district"), try row("number"))
            for name in names[code] ?? [] { found[name] = max(found[name] ?? 0, number) }
        }
        return found
    }

    /// How many small areas with a row each district has.
    func areasOfDistricts() throws -> [String: Int] {
        var areas: [String: Int] = [:]
        for row in try rows(
            "SELECT district, count(*) AS areas FROM lsoa WHERE partnership = \(partnership) GROUP BY district")
        {
            areas[try row("district")] = try row("areas")
        }
        return areas
    }

    /// The districts that police data put a place's rows into.
    func policeDistrictsTouching(_ place: Place) throws -> [String] {
        guard place.level.isMadeOfLSOAs else { return try policeDistricts(in: place) }
        return try rows(
            """
            SELECT DISTINCT district FROM lsoa WHERE partnership = \(partnership) AND code IN (\(policeAreas(in: place)))
            """
        ).map { try $0("district") }
    }
}

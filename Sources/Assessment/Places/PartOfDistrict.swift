import DataFiles
import DataRegister

extension DistrictData {
    /// A ward or a small area of a district as though it were one itself, so that it is assessed as a district is.
    ///
    /// - Parameters:
    ///   - codes: of its small areas.
    ///   - period: whose residents are told.
    init(_ name: String, of codes: Set<String>, in whole: DistrictData, during period: Period) {
        let areas = whole.areas.filter { codes.contains($0.code) }
        self.init(
            district: name, force: whole.force, covered: whole.covered, areas: areas,
            points: whole.points.filter { codes.contains($0.area) },
            population: Self.people(of: areas, called: name, in: whole, during: period), sources: whole.sources,
            isGenerated: whole.isGenerated, changes: whole.changes)
    }

    /// The residents of the areas together, as those of a district of the place's name; without, if one is not known.
    fileprivate static func people(
        of areas: [DistrictData.Area], called name: String, in data: DistrictData, during period: Period
    ) -> PopulationTable {
        let used = areas.compactMap { data.population.people(in: $0.code, during: period)?.estimate }
        let own = used.map { estimate in
            PopulationEstimate(
                placeCode: estimate.placeCode, placeName: estimate.placeName, level: .lsoa, districtCode: nil,
                year: estimate.year, basis: estimate.basis, people: estimate.people)
        }
        guard let first = used.first, used.count == areas.count,
            used.allSatisfy({ $0.year == first.year && $0.basis == first.basis })
        else { return PopulationTable(own) }
        let sum = PopulationEstimate(
            placeCode: "sum", placeName: name, level: .district, districtCode: nil, year: first.year,
            basis: first.basis, people: used.reduce(0) { $0 + $1.people })
        return PopulationTable(own + [sum])
    }
}

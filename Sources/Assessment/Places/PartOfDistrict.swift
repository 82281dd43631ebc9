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
        let change = whole.change?.within(codes)
        self.init(
            district: name, force: whole.force, covered: change?.whole(whole.covered) ?? whole.covered, areas: areas,
            points: whole.points.filter { codes.contains($0.area) },
            population: Self.people(
                of: whole.living(over: period).filter { codes.contains($0.code) }, called: name, in: whole,
                during: period),
            sources: whole.sources, isGenerated: whole.isGenerated, changes: whole.changes, change: change,
            areasInAll: areas.count)
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
        let together = data.population.together([areas.map(\.code)], called: name, during: period)
        return PopulationTable(own + [together?.estimate].compactMap(\.self))
    }
}

import DataFiles

extension DistrictData {
    /// What files that were just read know of one district.
    ///
    /// - Parameters:
    ///   - name: matched without regard to capitals.
    ///   - sources: the releases the counts were read from.
    public init(
        _ counts: StreetCrimeCounts, district name: String, population: PopulationTable, sources: [Source]
    ) {
        let district = counts.district(called: name) ?? name
        var areas: [Int: Area] = [:]
        var rowsByForce: [Int: Int] = [:]
        let within = counts.lsoas.indices.filter { counts.lsoas[$0].district == district }
        for cell in counts.cells(of: within) {
            let lsoa = counts.lsoas[cell.lsoa]
            let type = CrimeType(counts.types[cell.type])
            areas[cell.lsoa, default: Area(code: lsoa.code, name: lsoa.name, counts: [:])]
                .counts[cell.month, default: [:]][type, default: 0] += cell.count
            rowsByForce[cell.force, default: 0] += cell.count
        }
        // A neighbour's or the railway's police place a few rows here; whether a month is covered is for the force
        // that has most of them to say.
        let force = rowsByForce.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
        let covered = Set(counts.forceMonths.filter { $0.force == force }.map(\.month))
        self.init(
            district: district,
            force: force.map { counts.forces[$0] },
            covered: covered,
            areas: areas.sorted { $0.key < $1.key }.map(\.value),
            points: counts.points.compactMap { point in
                let lsoa = counts.lsoas[point.lsoa]
                guard lsoa.district == district else { return nil }
                return Point(
                    longitude: Double(point.longitude) / 1e6, latitude: Double(point.latitude) / 1e6,
                    area: lsoa.code, month: point.month,
                    isAntiSocialBehaviour: counts.types[point.type] == CrimeType.antiSocialBehaviour.name,
                    count: point.count)
            },
            population: population, sources: sources, isGenerated: counts.generatedRows > 0)
    }
}

extension StreetCrimeCounts {
    /// The district of a name typed by hand: without regard to capitals, or to blanks before and after it.
    public func district(called name: String) -> String? {
        let wanted = name.lowercased().split(whereSeparator: \.isWhitespace)
        return districts.first { $0.lowercased().split(separator: " ") == wanted }
    }

    /// The districts that more than a few stray rows lie in; all where there are none such.
    public var districtsAtHome: [String] {
        let areas = Dictionary(grouping: lsoas, by: \.district).mapValues(\.count)
        let home = districts.filter { areas[$0, default: 0] >= DistrictData.fewestAreas }
        return home.isEmpty ? districts : home
    }
}

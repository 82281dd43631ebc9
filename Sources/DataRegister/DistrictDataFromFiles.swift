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
        let districts = DistrictsInFiles(counts)
        let district = districts.name(name) ?? name
        self.init(
            counts, district: district, areas: districts.areas(of: district), population: population, sources: sources)
    }

    /// - Parameters:
    ///   - district: by its very name.
    ///   - within: the LSOAs that lie in it, as the counts number them, in order.
    ///   - sources: the releases the counts were read from.
    public init(
        _ counts: StreetCrimeCounts, district: String, areas within: [Int], population: PopulationTable,
        sources: [Source]
    ) {
        var areas: [Int: Area] = [:]
        var lives: [Int: (first: Month, last: Month, rows: Int)] = [:]
        var rowsByForce: [Int: Int] = [:]
        for cell in counts.cells(of: within) {
            let lsoa = counts.lsoas[cell.lsoa]
            let type = CrimeType(counts.types[cell.type])
            areas[cell.lsoa, default: Area(code: lsoa.code, name: lsoa.name, counts: [:])]
                .counts[cell.month, default: [:]][type, default: 0] += cell.count
            rowsByForce[cell.force, default: 0] += cell.count
            let life = lives[cell.lsoa] ?? (cell.month, cell.month, 0)
            lives[cell.lsoa] = (min(life.first, cell.month), max(life.last, cell.month), life.rows + cell.count)
        }
        // A neighbour's or the railway's police place a few rows here; whether a month is covered is for the force
        // that has most of them to say.
        let force = rowsByForce.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
        let covered = Set(counts.forceMonths.filter { $0.force == force }.map(\.month))
        let change = AreaChange(
            lives.map { index, life in
                let lsoa = counts.lsoas[index]
                return AreaChange.Life(
                    code: lsoa.code, name: lsoa.name, first: life.first, last: life.last, rows: life.rows)
            }, of: lives.count, covered: covered)
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
            population: population, sources: sources, isGenerated: counts.generatedRows > 0, change: change)
    }
}

/// The districts that files have rows of, found once for whoever asks of many.
public struct DistrictsInFiles: Sendable {
    /// Those that more than a few stray rows lie in, by name; all where there are none such.
    public let atHome: [String]
    /// The others, by name.
    public let strays: [String]
    private let areas: [String: [Int]]
    private let names: [[Substring]: String]

    public init(_ counts: StreetCrimeCounts) {
        let areas = Dictionary(grouping: counts.lsoas.indices) { counts.lsoas[$0].district }
        self.areas = areas
        let all = areas.keys.sorted()
        names = Dictionary(all.map { (Self.words($0), $0) }, uniquingKeysWith: { first, _ in first })
        // Each district beside those of the force that most of its rows are of.
        var forces: [String: [Int: Int]] = [:]
        for cell in counts.cells {
            forces[counts.lsoas[cell.lsoa].district, default: [:]][cell.force, default: 0] += cell.count
        }
        let main = forces.compactMapValues { rows in rows.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key }
        var home: Set<String> = []
        for districts in Dictionary(grouping: main.keys, by: { main[$0] }).values {
            let rows = Dictionary(
                districts.map { name in (name, (areas[name] ?? []).map { counts.lsoas[$0].rows }) },
                uniquingKeysWith: { one, _ in one })
            let found = DistrictsAtHome(rows, areas: rows.mapValues(\.count))
            home.formUnion(districts.filter(found.contains))
        }
        if !home.isEmpty, areas[DistrictData.ofOneArea] != nil { home.insert(DistrictData.ofOneArea) }
        atHome = home.isEmpty ? all : all.filter(home.contains)
        strays = home.isEmpty ? [] : all.filter { !home.contains($0) }
    }

    /// The district of a name typed by hand: without regard to capitals, or to blanks before and after it.
    public func name(_ typed: String) -> String? { names[Self.words(typed)] }

    /// The LSOAs that lie in a district, as the counts number them, in order.
    ///
    /// - Parameter district: by its very name.
    public func areas(of district: String) -> [Int] { areas[district] ?? [] }

    private static func words(_ name: String) -> [Substring] {
        name.lowercased().split(whereSeparator: \.isWhitespace)
    }
}

extension StreetCrimeCounts {
    /// The district of a name typed by hand: without regard to capitals, or to blanks before and after it.
    public func district(called name: String) -> String? { DistrictsInFiles(self).name(name) }

    /// The districts that more than a few stray rows lie in; all where there are none such.
    public var districtsAtHome: [String] { DistrictsInFiles(self).atHome }
}

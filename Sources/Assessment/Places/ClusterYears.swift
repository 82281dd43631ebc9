import Charts
import DataFiles
import DataRegister
import Geography
import Statistics
import Wording

/// Where small areas with much of one type of crime lie together, year by year, by number or by rate: the clusters that
/// persist, and those that come and go.
struct ClusterYears: Sendable {
    /// One small area that is drawn.
    struct Line: Sendable {
        let place: Place
        /// In each of the years, its number or its rate for each 1,000 residents.
        let values: [Double]
        /// What was found of it in each of the years.
        let found: [AreaClusters.Area?]
        /// Whether it was unlike those that touch it in the newest of the years.
        let apart: StandsApart?

        /// In how many of the years it was in a cluster of much crime.
        var times: Int { found.count { $0?.cluster == .muchCrime } }
    }

    /// "All crime", "Burglary"
    let subject: String
    let isRate: Bool
    /// The twelve months that were looked at, oldest first.
    let years: [Period]
    /// Those most often in a cluster first.
    let lines: [Line]
    /// How many areas have no boundaries here, or no residents where rates are asked for.
    let leftOut: Int
    let chart: MapChart

    /// More years are no more telling, and no easier to read.
    static let mostYears = 5

    /// - Parameters:
    ///   - type: nil is all crime.
    ///   - years: newest first; those with a month that is not here are passed over.
    /// - Returns: nil where no whole year, or fewer than ten drawn areas are here.
    init?(_ data: DistrictData, of type: CrimeType?, byRate isRate: Bool, over years: [Period], boundaries: [Boundary])
        throws
    {
        let whole = years.filter { year in
            year.months.allSatisfy { data.covered.contains($0) && (type?.existed(in: $0) ?? true) }
        }
        let told = Array(whole.prefix(Self.mostYears).reversed())
        guard let newest = told.last else { return nil }
        let drawn = Set(boundaries.map(\.code))
        let living = data.living(over: newest)
        let areas = living.filter { area in
            drawn.contains(area.code)
                && (!isRate || told.allSatisfy { data.population.people(in: area.code, during: $0) != nil })
        }
        guard let ground = try ClusterGround(areas.map(\.code), boundaries: boundaries) else { return nil }
        var values = [[Double]](repeating: [], count: areas.count)
        var found = [[AreaClusters.Area?]](repeating: [], count: areas.count)
        for year in told {
            let now = areas.map { Self.value(of: $0, type, in: year, data, byRate: isRate) }
            let clusters = try ground.clusters(of: Self.byCode(areas, now))
            for index in areas.indices {
                values[index].append(now[index])
                found[index].append(clusters.areas[areas[index].code])
            }
        }
        let apart = try ground.standingApart(by: Self.byCode(areas, values.map { $0.last ?? 0 }))
        let level: Place.Level = newest.from < LSOAVintage.firstMonthOf2021 ? .lsoa2011 : .lsoa2021
        lines = areas.indices.map { index in
            Line(
                place: .lsoa(areas[index].code, name: areas[index].name, of: level), values: values[index],
                found: found[index], apart: apart[areas[index].code])
        }.sorted {
            ($1.times, $1.found.last??.z ?? 0, $0.place.name) < ($0.times, $0.found.last??.z ?? 0, $1.place.name)
        }
        subject = type?.name ?? "All crime"
        (self.isRate, self.years) = (isRate, told)
        leftOut = living.count - areas.count
        let times = Dictionary(lines.map { ($0.place.code ?? "", $0.times) }, uniquingKeysWith: { one, _ in one })
        chart = DistrictMap.clusters(
            "Small areas in a cluster of much \(type?.name.lowercased() ?? "crime"), \(told.count.counted("year", "years")) to \(newest)",
            boundaries: boundaries, times: times)
    }

    private static func byCode(_ areas: [DistrictData.Area], _ values: [Double]) -> [String: Double] {
        Dictionary(zip(areas.map(\.code), values), uniquingKeysWith: { one, _ in one })
    }

    private static func value(
        of area: DistrictData.Area, _ type: CrimeType?, in year: Period, _ data: DistrictData, byRate isRate: Bool
    ) -> Double {
        let count = Double(PlaceCounts.crimes(in: area, of: type, over: year, known: data.covered))
        guard isRate, let people = data.population.people(in: area.code, during: year)?.people else { return count }
        return count * 1_000 / Double(people)
    }

    var persisting: [Line] { years.count < 2 ? [] : lines.filter { $0.times == years.count } }
    var passing: [Line] { years.count < 2 ? [] : lines.filter { $0.times > 0 && $0.times < years.count } }

    /// Those that are unlike the areas that touch them in the newest year.
    func standing(_ apart: StandsApart) -> [Line] { lines.filter { $0.apart == apart } }

    /// "5 of 84 small areas were in a cluster in each of the 2 years, and 3 in one of them only."
    var sentence: String {
        let all = "\(lines.count.grouped) small areas"
        guard years.count > 1 else {
            let hot = lines.count { $0.times > 0 }
            return "\(hot) of \(all) lay in a cluster in \(years[0]). Whether it persists takes a second year to tell."
        }
        return
            "\(persisting.count) of \(all) lay in a cluster in each of the \(years.count) years to \(years[years.count - 1].to.inWords): "
            + "they persist. \(passing.count) lay in one in some years only: they come and go."
    }

    /// How it was found, and what it does not say.
    static let method =
        "An area lies in a cluster where it and those that touch it have more between them than as many areas of the district would "
        + "have by chance (Getis and Ord’s Gi*; z is how far above or below, p its two-sided probability). All areas of a year are "
        + "tested at once, and of those marked no more than one in twenty is expected to be marked by chance (false discovery rate "
        + "5%); one is believed only where 999 draws of the other areas bear it out. An area with little of its own can lie in "
        + "one by its neighbours. High among low, or low among high, are areas whose neighbours are unlike them (Anselin’s local Moran’s I, all areas "
        + "tested at once in the same way): what is to be done there may be the area’s own. A cluster is of areas; no street is meant. Rates are of residents, and say little of town centres, where others come "
        + "to shop and go out."

    /// Those that were ever in one, or all of them.
    func table(all: Bool = true) -> TextTable {
        let measure = isRate ? "for each 1,000 residents" : "number"
        var columns: [TextTable.Column] = [.text("Small area")]
        for year in years {
            columns += [
                .number("\(year), \(measure)"), .number("z, \(year)"), .number("p, \(year)"),
                .text("In a cluster, \(year)"),
            ]
        }
        columns.append(.text("Beside its neighbours, \(years[years.count - 1])"))
        let shown = lines.filter { all || $0.times > 0 || $0.apart != nil }
        return TextTable("\(subject), small areas and their clusters", columns: columns, rows: shown.map(row))
    }

    /// The same for programs, a row for each small area and year.
    func facts(all: Bool = true) -> FactTable {
        let shown = lines.filter { all || $0.times > 0 || $0.apart != nil }
        return FactTable(
            [
                "lsoa_code", "lsoa_name", "type", "from", "to", isRate ? "per_1000" : "count", "z", "p", "p_by_draws",
                "in_cluster", "beside_its_neighbours", "reason",
            ],
            rows: shown.flatMap { line in
                years.indices.map { index in
                    let found = line.found[index]
                    return [
                        .said(line.place.code), .text(line.place.name), .text(subject), .text("\(years[index].from)"),
                        .text("\(years[index].to)"),
                        isRate ? .number(line.values[index]) : .whole(Int(line.values[index])), .number(found?.z),
                        .probability(found?.probability), .probability(found?.permuted), .said(found?.cluster.words),
                        .said(index == years.count - 1 ? line.apart?.rawValue : nil),
                        .said(found?.z == nil ? "no test could be made of it in this year" : nil),
                    ]
                }
            })
    }

    private func row(_ line: Line) -> [String] {
        let told = zip(line.values, line.found).flatMap { value, found -> [String] in
            [
                value.rounded(places: isRate ? 1 : 0), found?.z?.rounded(places: 2) ?? "–",
                found?.probability.map(Self.wording) ?? "–", found?.cluster.words ?? "not told",
            ]
        }
        return [line.place.name] + told + [line.apart?.rawValue ?? "–"]
    }

    private static func wording(_ probability: Double) -> String {
        probability < 0.001 ? "under 0.001" : probability.rounded(places: 3)
    }
}

extension AreaClusters.Cluster {
    var words: String {
        switch self {
        case .muchCrime: "yes, much"
        case .littleCrime: "yes, little"
        case .none: "no"
        }
    }
}

extension PlaceCounts {
    /// - Parameters:
    ///   - type: nil is all crime.
    ///   - known: the months that are here.
    static func crimes(
        in area: DistrictData.Area, of type: CrimeType?, over period: Period, known: Set<Month>
    ) -> Int {
        guard let type else { return crimes(in: area, over: period, known: known) }
        return period.months.filter(known.contains).reduce(0) { $0 + (area.counts[$1]?[type] ?? 0) }
    }
}

import DataFiles
import DataRegister
import Statistics
import Storage
import Wording

/// Where the nearest districts are worked out from the data that are here.
struct NearestDesk: Sendable {
    let comparisons: ComparisonDesk

    /// How many may be asked for.
    static let numbers = 3...30

    /// - Throws: ``NearestRefusal`` where an input is missing, `StatisticsRefusal`, `SeriesRefusal`, `DatabaseFault`
    func nearest(_ number: Int) async throws -> ComparatorWorking {
        guard let own = comparisons.comparators.home else { throw NearestRefusal.noOwnDistrict }
        let scores = try await deprivation()
        let people = try await comparisons.people()
        guard !people.citation.releases.isEmpty else { throw NearestRefusal.noPopulation }
        let (year, crime) = try await crimeMix()
        let deprived = Self.byDistrict(scores)
        let period = Period.calendarYear(year)
        let counts = crime.map { figures in
            Dictionary(
                figures.rows.map { (DistrictName($0.place.name), $0.count) }, uniquingKeysWith: { one, _ in one })
        }
        let profiles = try await comparisons.comparators.districtNames().map { name in
            let key = DistrictName(name)
            let types = counts.compactMap { $0[key] ?? nil }
            return NearestDistricts.Profile(
                name: name, deprivation: deprived[key],
                people: people.table.people(inDistrict: name, during: period)?.people,
                crimes: types.count == counts.count ? types : nil)
        }
        let nearest = try NearestDistricts(to: own, among: profiles, number: number)
        let mix = crime.dropFirst().reduce(crime[0].citation) { $0.joined(with: $1.citation) }
        return ComparatorWorking(
            own: own,
            inputs: [
                input("Deprivation, \(scores.period.from.year)", scores.citation),
                input("Residents, nearest to \(year)", people.citation), input("Crime mix, \(year)", mix),
            ], distances: nearest.found, compared: nearest.compared, leftOut: nearest.leftOut)
    }

    private func input(_ name: String, _ citation: Citation) -> ComparatorWorking.Input {
        ComparatorWorking.Input(
            name: name, source: citation.words, releases: citation.releases.map { $0.sha256.description })
    }

    /// The scores of the newest index, small area by small area.
    private func deprivation() async throws -> PlaceFigures {
        let series = comparisons.comparators.series
        let levels: [Place.Level] = [.lsoa2021, .lsoa2011]
        for level in levels {
            guard let year = try await series.wholeYears(of: .deprivation, at: level).first,
                let score = MeasureAddress(in: .deprivation, called: "score")
            else { continue }
            let figures = try await series.figures(score, at: level, over: .calendarYear(year))
            if !figures.rows.isEmpty { return figures }
        }
        throw NearestRefusal.noDeprivation
    }

    /// The mean score of each district. A small area is called after its district: Thanet 001A lies in Thanet.
    private static func byDistrict(_ figures: PlaceFigures) -> [DistrictName: Double] {
        var sums: [DistrictName: (sum: Double, count: Double)] = [:]
        for row in figures.rows {
            guard let score = row.number, let end = row.place.name.lastIndex(of: " ") else { continue }
            let district = DistrictName(String(row.place.name[..<end]))
            sums[district, default: (0, 0)].sum += score
            sums[district, default: (0, 0)].count += 1
        }
        return sums.mapValues { $0.sum / $0.count }
    }

    /// Every type of crime that was counted in the last whole year of the set that knows most districts.
    private func crimeMix() async throws -> (Int, [PlaceFigures]) {
        let all = try await comparisons.comparators.districtNames()
        let everywhere = BuiltInComparators.sets(home: nil, parents: [], all: all).last
        guard let everywhere else { throw NearestRefusal.noCrime }
        let set = try await comparisons.usualMeasure(for: everywhere).dataSet
        guard let year = try await comparisons.wholeYears(of: set).first else { throw NearestRefusal.noCrime }
        var types: [PlaceFigures] = []
        for measure in try await comparisons.sets.measures(of: set) {
            guard measure.address.name != CrimeMeasures.allCrime,
                measure.address.name != CrimeMeasures.antiSocialBehaviour
            else { continue }
            let figures = try await comparisons.districts(measure.address, over: .calendarYear(year))
            // A type that there was none of anywhere did not exist in that year.
            if figures.rows.contains(where: { ($0.number ?? 0) > 0 }) { types.append(figures) }
        }
        guard !types.isEmpty else { throw NearestRefusal.noCrime }
        return (year, types)
    }
}

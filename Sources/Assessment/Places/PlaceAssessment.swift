import Charts
import DataFiles
import DataRegister
import Geography
import Statistics
import Wording

/// Everything there is about one ward or small area: the last twelve months against the twelve before, and the years before.
struct PlaceAssessment: Sendable {
    let place: Place
    let district: String
    let areas: [DistrictData.Area]
    /// Of the place as of a district.
    let assessment: DistrictAssessment
    /// The twelve-month stretches that are known, newest first, with their crimes; nil where a month is missing.
    let history: [(period: Period, crimes: Int?)]
    /// How many map points its crime of the last twelve months was put at, and how few of them hold half.
    let points: (all: Int, holdingHalf: Int)?
    /// What is said of its small areas' clusters, by their names.
    let clusters: [(name: String, sentence: String)]
    /// Its small areas on the map, or hexagons where their boundaries are not here; nil of a small area, which is one.
    let map: (any Chart)?
    /// Of a ward, by what its map points are called.
    let streets: PlaceStreets?
    let sources: AssessmentSources

    /// - Parameters:
    ///   - overview: of the district it lies in.
    ///   - names: of its map points.
    /// - Throws: ``AssessmentRefusal`` where nothing is known of it.
    init(
        _ place: Place, of codes: Set<String>, in overview: PlacesOverview, named names: [MapPoint: String] = [:]
    ) throws(AssessmentRefusal) {
        let whole = overview.data
        let areas = whole.areas.filter { codes.contains($0.code) }
        let data = DistrictData(place.name, of: codes, in: whole, during: overview.period)
        let before = overview.years.count > 1 ? overview.years[1] : nil
        assessment = try DistrictAssessment(data, period: overview.period, comparedWith: before)
        self.place = place
        self.areas = areas
        district = whole.district
        history = overview.years.map { year in
            let isWhole = year.months.allSatisfy(data.covered.contains)
            return (
                year,
                isWhole ? areas.reduce(0) { $0 + PlaceCounts.crimes(in: $1, over: year, known: data.covered) } : nil
            )
        }
        points = Self.points(data.points, over: overview.period)
        let isWard = place.level == .ward
        map =
            isWard
            ? DistrictMap(
                data, over: overview.period, boundaries: overview.boundaries.filter { codes.contains($0.code) })?.chart
            : nil
        streets = isWard ? PlaceStreets(data.points, named: names, over: overview.period) : nil
        clusters = areas.compactMap { area in
            overview.hotSpots?.sentence(of: area.code).map { (area.name, $0) }
        }
        sources = AssessmentSources(assessment: assessment)
    }

    private static func points(_ points: [DistrictData.Point], over period: Period) -> (all: Int, holdingHalf: Int)? {
        struct Spot: Hashable {
            let longitude: Double
            let latitude: Double
        }
        let months = Set(period.months)
        var counts: [Spot: Int] = [:]
        for point in points where months.contains(point.month) && !point.isAntiSocialBehaviour {
            counts[Spot(longitude: point.longitude, latitude: point.latitude), default: 0] += point.count
        }
        guard let half = try? Concentration(Array(counts.values)).areas(holding: 50) else { return nil }
        return (counts.count, half.fewest)
    }
}

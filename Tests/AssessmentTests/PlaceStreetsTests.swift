import DataFiles
import SampleData
import Testing

@testable import Assessment
@testable import DataRegister

@Suite("The names of a ward’s map points, so that nobody is found by them")
struct PlaceStreetsTests {
    private let year = Period.calendarYear(2015)
    private let names = [
        MapPoint(longitude: 1_400_000, latitude: 51_300_000): "On or near High Street",
        MapPoint(longitude: 1_410_000, latitude: 51_300_000): "On or near High Street",
        MapPoint(longitude: 1_420_000, latitude: 51_300_000): "On or near Mill Lane",
        MapPoint(longitude: 1_430_000, latitude: 51_300_000): "Park",
    ]

    @Test("points of one name are added up; too few are left out, and said to be; incidents stand apart")
    func lines() throws {
        let points: [DistrictData.Point] = [
            .init(1.40, 51.3, in: "1A", "2015-01", 4), .init(1.41, 51.3, in: "1A", "2015-02", 3),
            .init(1.41, 51.3, in: "1A", "2015-02", 9, isAntiSocialBehaviour: true),
            .init(1.42, 51.3, in: "1A", "2015-03", 4),
            .init(1.42, 51.3, in: "1A", "2014-03", 50), .init(1.43, 51.3, in: "1A", "2015-03", 8),
            .init(1.44, 51.3, in: "1A", "2015-03", 2),
        ]
        let streets = try #require(PlaceStreets(points, named: names, over: year))
        #expect(
            streets.lines == [
                .init(name: "Park", points: 1, crimes: 8, incidents: 0),
                .init(name: "High Street", points: 2, crimes: 7, incidents: 9),
            ])
        #expect(streets.few == 1 && streets.unnamed == 2)
        #expect(streets.note?.hasPrefix("1 other name has fewer than 5 crimes in the year and is left out") == true)
        #expect(streets.note?.contains("2 crimes lie at points whose name is not here") == true)
        #expect(streets.table(first: 1).rows == [["Park", "1", "8", "0"]])
        let csv = String(decoding: streets.csv, as: UTF8.self)
        #expect(csv.contains(/High Street,[0-9-]+,[0-9-]+,2,7,9/) && !csv.contains("Mill Lane"))
    }

    @Test("without points of these months there is nothing to tell of")
    func none() {
        #expect(PlaceStreets([], named: names, over: year) == nil)
        #expect(
            PlaceStreets([.init(1.40, 51.3, in: "1A", "2014-01", 40)], named: names, over: year) == nil)
    }

    @Test("a ward has a map of its small areas or hexagons; a small area has neither map nor names")
    func ward() throws {
        var made = MadeDistrict.twoYears
        made.points = [.init(1.40, 51.38, in: "001A", "2015-01", 6), .init(1.41, 51.38, in: "001A", "2015-02", 7)]
        let years = [2015, 2014].map(Period.calendarYear)
        let overview = PlacesOverview(made.data, years: years, wards: [], boundaries: [])
        let ward = try PlaceAssessment(
            Place(.ward, code: "E05005084", name: "Margate"), of: ["E0100001A", "E0100001B"], in: overview,
            named: [MapPoint(longitude: 1_400_000, latitude: 51_380_000): "On or near Marine Terrace"])
        #expect(ward.map != nil)
        #expect(ward.streets?.lines.map(\.name) == ["Marine Terrace"])
        #expect(ward.streets?.unnamed == 7)
        let area = try PlaceAssessment(.lsoa("E0100001A", name: "Thanet 001A"), of: ["E0100001A"], in: overview)
        #expect(area.map == nil && area.streets == nil)
    }
}

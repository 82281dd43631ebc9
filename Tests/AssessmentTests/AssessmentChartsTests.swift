import Charts
import DataFiles
import Geography
import Testing

@testable import Assessment

@Suite("The charts of an assessment")
struct AssessmentChartsTests {
    private func charts(_ made: MadeDistrict = .twoYears, map: (any Chart)? = nil) throws -> AssessmentCharts {
        AssessmentCharts(assessment: try made.assessed(.year(2015), comparedWith: .year(2014)), map: map)
    }

    @Test("no two have one name, and each is found by its own")
    func names() throws {
        var made = MadeDistrict.twoYears
        made.count("Criminal damage & arson", [5], from: "2015-01")
        made.count("Criminal damage (arson)", [5], from: "2015-01")
        made.points = [.init(longitude: 1.4, latitude: 51.3, month: "2015-01", isAntiSocialBehaviour: false, count: 3)]
        let period = try Period.year(2015)
        let map = try #require(DistrictMap(made.data, over: period, boundaries: []))
        let charts = try charts(made, map: map.chart)
        let names = charts.all.map(\.name)
        #expect(Set(names).count == names.count, "\(names)")
        for named in charts.all {
            #expect(charts[named.name]?.title == named.chart.title)
            #expect(!named.chart.sentence.isEmpty)
            #expect(!named.chart.table.rows.isEmpty)
        }
        #expect(charts["nothing"] == nil)
    }

    @Test(
        "there is one for all crime, anti-social behaviour, shares, every type and the places, and no map from nothing")
    func all() throws {
        #expect(
            try charts().all.map(\.name) == [
                "all-crime", "anti-social-behaviour", "share", "type-violence-and-sexual-offences", "type-burglary",
                "type-robbery", "places",
            ])
    }

    @Test("a missing month is not drawn as zero")
    func missing() throws {
        var made = MadeDistrict(covering: "2015-01"..."2015-12", without: ["2015-03"])
        made.count("Burglary", Array(repeating: 7, count: 12), from: "2015-01")
        let chart = AssessmentCharts(assessment: try made.assessed(.year(2015)), map: nil).allCrime.chart
        #expect(chart.table.rows[2].last != "0")
        #expect(chart.table.rows.filter { $0.last == "7" }.count == 11)
    }

    @Test("the map has the boundaries that were given, with nobody’s crime left out")
    func map() throws {
        let square = [(1.40, 51.30), (1.42, 51.30), (1.42, 51.32), (1.40, 51.32), (1.40, 51.30)]
            .map { Position(longitude: $0.0, latitude: $0.1) }
        let boundaries = ["001A", "001B"].map {
            Boundary(code: "E0100\($0)", name: "Thanet \($0)", polygons: [.init(rings: [square])])
        }
        let map = try #require(DistrictMap(MadeDistrict.twoYears.data, over: .year(2015), boundaries: boundaries))
        let chart = try #require(map.chart as? MapChart)
        #expect(chart.areas.map(\.value) == [726, 3_120])
        #expect(chart.noun == "LSOA")
    }

    @Test("without boundaries, crimes fall into hexagons round the published points, and all of them do")
    func hexagons() throws {
        var made = MadeDistrict.twoYears
        made.points = [
            .init(longitude: 1.40, latitude: 51.30, month: "2015-01", isAntiSocialBehaviour: false, count: 3),
            .init(longitude: 1.45, latitude: 51.38, month: "2015-02", isAntiSocialBehaviour: false, count: 4),
            .init(longitude: 1.45, latitude: 51.38, month: "2015-02", isAntiSocialBehaviour: true, count: 50),
            .init(longitude: 1.45, latitude: 51.38, month: "2014-02", isAntiSocialBehaviour: false, count: 50),
        ]
        let map = try #require(DistrictMap(made.data, over: .year(2015), boundaries: []))
        let chart = try #require(map.chart as? MapChart)
        #expect(chart.areas.compactMap(\.value).reduce(0, +) == 7)
        #expect(chart.noun == "hexagon")
        let nowhere = try DistrictMap(MadeDistrict.twoYears.data, over: .year(2015), boundaries: [])
        #expect(nowhere == nil)
    }
}

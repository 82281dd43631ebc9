import Charts
import DataFiles
import Geography
import SampleData
import Testing

@testable import Assessment
@testable import DataRegister

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
        made.points = [.init(1.4, 51.3, in: "001A", "2015-01", 3)]
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
            .init(1.40, 51.30, in: "001A", "2015-01", 3), .init(1.45, 51.38, in: "001B", "2015-02", 4),
            .init(1.45, 51.38, in: "001B", "2015-02", 50, isAntiSocialBehaviour: true),
            .init(1.45, 51.38, in: "001B", "2014-02", 50),
        ]
        let map = try #require(DistrictMap(made.data, over: .year(2015), boundaries: []))
        let chart = try #require(map.chart as? MapChart)
        #expect(chart.areas.compactMap(\.value).reduce(0, +) == 7)
        #expect(chart.noun == "hexagon")
        let nowhere = try DistrictMap(MadeDistrict.twoYears.data, over: .year(2015), boundaries: [])
        #expect(nowhere == nil)
    }

    @Test("who hears the map learns where its hexagons lie: each has the name of the area most of its crimes are in")
    func hexagonNames() throws {
        var made = MadeDistrict.twoYears
        made.points = [
            .init(1.4000, 51.30, in: "001A", "2015-01", 3), .init(1.4001, 51.30, in: "001B", "2015-01", 5),
            .init(1.45, 51.38, in: "001A", "2015-01", 2), .init(1.47, 51.38, in: "001A", "2015-02", 9),
        ]
        let chart = try #require(DistrictMap(made.data, over: .year(2015), boundaries: [])?.chart)
        #expect(
            chart.table.rows == [
                ["Thanet 001A, hexagon 1", "9"], ["Thanet 001B", "8"], ["Thanet 001A, hexagon 2", "2"],
            ])
        #expect(chart.sentence.contains("each named after the small area (LSOA) that most of its crimes are in"))
        #expect(chart.sentence.contains("The highest is Thanet 001A, hexagon 1, with 9 crimes"))
    }
}

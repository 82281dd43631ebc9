import DataFiles
import Foundation
import Geography
import SampleData
import ScratchDatabases
import Statistics
import Storage
import Testing

@testable import Assessment
@testable import DataRegister

@Suite("Places of the own district: how little of it holds how much, and which clusters persist")
struct PlacesTests {
    /// A hundred areas over three years: one corner always has much, another only in the second year.
    private var made: DistrictData {
        var made = MadeDistrict(covering: "2013-01"..."2015-12")
        for index in 0..<100 {
            let isCorner = index % 10 < 2 && index / 10 < 2
            let isPassing = index % 10 > 7 && index / 10 > 7
            for year in 2013...2015 {
                let count = isCorner ? 60 : isPassing && year == 2014 ? 60 : 2 + index % 3
                made.count(
                    "Burglary", Array(repeating: count, count: 12), from: Month(year: year, number: 1),
                    in: "A\(100 + index)")
            }
        }
        return made.data
    }

    private var years: [Period] { [2015, 2014, 2013].map(Period.calendarYear) }

    @Test("a cluster that is there every year persists, one of a single year comes and goes")
    func clusters() throws {
        let found = try #require(
            try HotSpots(made, over: years.reversed(), boundaries: (0..<100).map(square)))
        #expect(found.persisting.isSuperset(of: [code(0), code(1), code(10), code(11)]))
        #expect(found.passing.contains(code(99)))
        #expect(!found.persisting.contains(code(55)) && !found.passing.contains(code(55)))
        #expect(found.sentence(of: code(0))?.contains("in each of the 3 years") == true)
        #expect(
            found.sentence(of: code(99))
                == "It was in a cluster of areas with much crime in 2014, and not otherwise: such clusters come and go."
        )
        #expect(found.sentence(of: code(55))?.hasPrefix("It was in no cluster") == true)
        #expect(found.sentence(of: "E0199") == nil)
    }

    @Test("of one period the areas of a cluster are told, with what chance would give, the same every time")
    func oneYear() throws {
        let assessment = try DistrictAssessment(made, period: .calendarYear(2014))
        let boundaries = (0..<100).map(square)
        let found = try #require(try AreaClusters(assessment.places, boundaries: boundaries))
        for hot in [0, 1, 10, 11, 99] {
            let area = try #require(found.areas[code(hot)])
            #expect(area.cluster == .muchCrime)
            #expect((area.z ?? 0) > 3 && (area.probability ?? 1) < 0.001 && (area.permuted ?? 1) <= 0.01)
        }
        #expect(found.areas[code(55)]?.cluster == AreaClusters.Cluster.none)
        #expect(found.areas.count == 100)
        let again = try AreaClusters(assessment.places.reversed(), boundaries: boundaries.reversed())
        #expect(again?.areas.mapValues(\.permuted) == found.areas.mapValues(\.permuted))
        #expect(try AreaClusters(assessment.places, boundaries: Array(boundaries.prefix(9))) == nil)
    }

    @Test("nothing is said to persist from one year, or without boundaries; a constant district has no cluster")
    func few() throws {
        let boundaries = (0..<100).map(square)
        #expect(try HotSpots(made, over: [.calendarYear(2015)], boundaries: boundaries) == nil)
        #expect(try HotSpots(made, over: years, boundaries: []) == nil)
        #expect(
            try HotSpots(made, over: [.calendarYear(2015), .calendarYear(2018)], boundaries: boundaries) == nil,
            "a year that is not covered is no year without crime")
        var alike = MadeDistrict(covering: "2014-01"..."2015-12")
        for index in 0..<100 {
            alike.count("Burglary", Array(repeating: 3, count: 24), from: "2014-01", in: "A\(100 + index)")
        }
        let found = try #require(
            try HotSpots(
                alike.data, over: [.calendarYear(2014), .calendarYear(2015)], boundaries: boundaries))
        #expect(found.persisting.isEmpty && found.passing.isEmpty)
    }

    @Test("how few areas hold half is said in a sentence, and the tenth with most in another")
    func concentrated() throws {
        let overview = PlacesOverview(made, years: years, wards: [], boundaries: [])
        // Four areas with 720 each, and 96 with 24, 36 or 48: half of some 6,300 is those four and six of 48.
        let sentence = try #require(overview.concentrationSentence)
        #expect(sentence.hasPrefix("Half of recorded crime in 2015 lay in "))
        #expect(sentence.hasSuffix("of the 100 small areas (10%)."), "\(sentence)")
        #expect(overview.lorenzSentence?.contains("The 10 areas with most, a tenth of them, held") == true)
        #expect(overview.areas.prefix(4).allSatisfy { $0.crimes == 720 })
        #expect(overview.areas[0].before == 720)
    }

    @Test("a ward is its small areas together, with their residents where all are known")
    func wards() throws {
        var made = MadeDistrict.twoYears
        made.population = PopulationTable([
            .made("E0100001A", "Thanet 001A", .lsoa, 2015, 1_500, in: "E07000114"),
            .made("E0100001B", "Thanet 001B", .lsoa, 2015, 1_700, in: "E07000114"),
        ])
        let ward = WardAreas(
            ward: Place(.ward, code: "E05005084", name: "Margate"), areas: ["E0100001A", "E0100001B", "E0199"])
        let years = [2015, 2014].map(Period.calendarYear)
        let overview = PlacesOverview(made.data, years: years, wards: [ward], boundaries: [])
        let line = try #require(overview.wards.first)
        #expect(line.crimes == 3_846)
        #expect(line.before == 3_604)
        #expect(line.people == 3_200)

        let place = try PlaceAssessment(ward.ward, of: Set(ward.areas), in: overview)
        #expect(place.assessment.crime.count == line.crimes)
        #expect(place.assessment.crime.rate?.population == 3_200)
        #expect(place.history.map(\.crimes) == [line.crimes, line.before])
        let one = try PlaceAssessment(
            .lsoa("E0100001A", name: "Thanet 001A"), of: ["E0100001A"], in: overview)
        #expect(one.assessment.crime.rate?.population == 1_500, "not the whole district’s residents")
        #expect(one.points == nil)
        #expect(throws: AssessmentRefusal.self) {
            try PlaceAssessment(.lsoa("E0199", name: "Nowhere"), of: ["E0199"], in: overview)
        }
    }

    @Test("half of the map points’ crimes lie at few of them, anti-social behaviour apart")
    func points() throws {
        var made = MadeDistrict.twoYears
        made.points = [
            .init(1.41, 51.37, in: "001A", "2015-03", 8), .init(1.42, 51.38, in: "001A", "2015-04", 2),
            .init(1.43, 51.38, in: "001A", "2015-04", 2), .init(1.43, 51.39, in: "001A", "2014-04", 90),
            .init(1.44, 51.39, in: "001A", "2015-04", 50, isAntiSocialBehaviour: true),
        ]
        let overview = PlacesOverview(
            made.data, years: [2015, 2014].map(Period.calendarYear), wards: [], boundaries: [])
        let place = try PlaceAssessment(
            .lsoa("E0100001A", name: "Thanet 001A"), of: ["E0100001A"], in: overview)
        #expect(place.points?.all == 3)
        #expect(place.points?.holdingHalf == 1)
    }

    @Test("years never cross the change of small areas")
    func vintages() {
        #expect(PlacesDesk.years(to: "2015-12") == years)
        #expect(PlacesDesk.years(to: "2023-09").map(\.to) == ["2023-05", "2022-05", "2021-05"])
        #expect(PlacesDesk.years(to: "2024-06").map(\.to) == ["2024-06"])
        #expect(PlacesDesk.years(to: "2025-06").map(\.to) == ["2025-06", "2024-06"])
    }

    @Test(
        "where no twelve months on end are here, the months that are here are looked at and nothing is missing",
        arguments: Scratch.engines)
    func elevenMonths(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            for month in 1...11 {
                let month = Month(year: 2014, number: month)
                try await stores.take(.kent(month), named: "\(month)-kent-street.csv")
            }
            let desk = PlacesDesk(stores.database, identities: stores.identities, home: "Thanet")
            let overview = try #require(try await desk.overview(of: "Thanet"))
            #expect(overview.years.map { "\($0)" }.first == "January to November 2014")
            #expect(overview.counted == "January to November 2014")
            #expect(overview.shortSentence == "No twelve months on end are here yet, so these 11 are looked at.")
        }
    }

    @Test("wards and small areas of the records are found by their addresses", arguments: Scratch.engines)
    func found(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            for year in [2014, 2015] {
                for month in 1...12 {
                    let month = Month(year: year, number: month)
                    try await stores.take(.kent(month), named: "\(month)-kent-street.csv")
                }
            }
            let lookup = """
                LSOA11CD,LSOA11NM,WD18CD,WD18NM,LAD18CD,LAD18NM
                E01024657,Thanet 001A,E05005084,Margate,E07000114,Thanet
                E01024658,Thanet 001B,E05005084,Margate,E07000114,Thanet

                """
            _ = try await stores.give(Array(lookup.utf8), named: "areas.csv", as: .lookups)
            let desk = PlacesDesk(stores.database, identities: stores.identities, home: "Thanet")
            let overview = try #require(try await desk.overview(of: "Thanet"))
            #expect(overview.wards.map(\.place.name) == ["Margate"])
            #expect(overview.areas.map(\.crimes) == [36, 24])
            func place(_ text: String) async throws -> PlaceAssessment? {
                try await desk.place(try #require(PlaceAddress(text)))?.0
            }
            let margate = try #require(try await place("ward:E05005084"))
            #expect(margate.assessment.crime.count == 60)
            #expect(margate.district == "Thanet")
            #expect(try await place("lsoa-2011:E01024658")?.assessment.crime.count == 24)
            #expect(try await place("lsoa-2011:E01999999") == nil)
            #expect(try await place("district:thanet") == nil)
            #expect(try await desk.overview(of: "Nowhere") == nil)
        }
    }
}

import Charts
import DataFiles
import ExampleYear
import Foundation
import Geography
import SampleData
import ScratchDatabases
import Statistics
import Storage
import Testing

@testable import Assessment
@testable import DataRegister

@Suite("An assessment with real populations and boundaries", .enabled(if: Samples.isPresent, "\(Samples.absent)"))
struct RealPlaceTests {
    private static let byArea = "population/population_lsoa11_interpolated_2014_2015.csv"

    @Test("Thanet has a rate, and so has each of its areas, from one file of LSOAs")
    func rates() async throws {
        let assessment = try await AssessmentOfFiles(
            police: Samples.street(["kent"], 1...1), district: "THANET", period: Period(from: "2014-01", to: "2014-01"),
            comparison: nil, population: [Samples.path(Self.byArea)],
            boundaries: Samples.path("boundaries/lsoa2011_E07000114.geojson"), at: Scratch.noon, progress: { _, _ in }
        ).assessment
        #expect(assessment.district == "Thanet")
        let rate = try #require(assessment.crime.rate)
        #expect(rate.population == 137_912)
        #expect(rate.interval.contains(rate.value))
        #expect(assessment.places.allSatisfy { $0.rate != nil })
    }

    @Test("the boundaries of its LSOAs make a map of 84 areas that holds every crime", arguments: Scratch.engines)
    func map(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let outcome = try await stores.give(
                try Samples.bytes("boundaries/lsoa2011_E07000114.geojson"), named: "lsoa.geojson", as: .boundaries)
            #expect(outcome.sentence == "lsoa.geojson: 84 places read.")
            let counts = try Samples.read(Samples.street(["kent"], 1...2), points: true)
            let data = DistrictData(counts, district: "Thanet", population: .empty, sources: [])
            let period = try Period(from: "2014-01", to: "2014-02")
            let boundaries = try await stores.places.boundaries(of: data.areas.map(\.code))
            let chart = try #require(DistrictMap(data, over: period, boundaries: boundaries)?.chart as? MapChart)
            let assessment = try DistrictAssessment(data, period: period)
            #expect(chart.areas.count == 84)
            #expect(chart.areas.compactMap(\.value).reduce(0, +) == Double(assessment.crime.count))

            let hexagons = try #require(DistrictMap(data, over: period, boundaries: [])?.chart as? MapChart)
            #expect(hexagons.areas.compactMap(\.value).reduce(0, +) == Double(assessment.crime.count))
        }
    }

    @Test("real months of 2014 stand beside generated ones of 2015, each as counted, and it is said to be made up")
    func againstExample() async throws {
        let folder = URL(fileURLWithPath: #filePath).appending(path: "../../../Examples/thanet-2016")
            .standardizedFileURL
        var tables: [String: [UInt8]] = [:]
        for name in ExampleFacts.fileNames { tables[name] = Array(try Data(contentsOf: folder.appending(path: name))) }
        let year = ExampleYear(facts: try ExampleFacts(files: tables), seed: ExampleYear.usualSeed)
        let made = year.months.filter { $0.month.year == 2015 && $0.month.number <= 4 }
        let real = Samples.street(["kent"], 1...4)
        let counts = try StreetCrimeReader(.init(latestMonth: "2026-12")).read(
            real.map { DataFile(path: $0) } + made.map { DataFile(bytes: $0.bytes, name: $0.fileName) })
        let data = DistrictData(counts, district: "Thanet", population: .empty, sources: [])
        let now = try Period(from: "2015-01", to: "2015-04")
        let assessment = try DistrictAssessment(data, period: now, comparedWith: now.yearBefore)

        let before = try await SlowCount(real)
        let after = made.map { SlowCount(text: $0.text) }
        #expect(assessment.isGenerated)
        for finding in assessment.types + [assessment.antiSocialBehaviour] {
            let type = finding.subject
            #expect(finding.earlier?.total == before.total("Thanet") { $0.type == type }, "\(type)")
            #expect(finding.count == after.map { $0.total("Thanet") { $0.type == type } }.reduce(0, +), "\(type)")
        }
        let change = try #require(assessment.crime.change)
        #expect(change.before == assessment.crime.earlier?.total)
        #expect(change.after == assessment.crime.count)
        #expect(change.interval.contains(try #require(change.ratio)))
    }
}

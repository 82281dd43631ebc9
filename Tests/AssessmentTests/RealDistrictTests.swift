import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Testing

@testable import Assessment
@testable import DataRegister

@Suite("Real police files against an independent count", .enabled(if: Samples.isPresent, "\(Samples.absent)"))
struct RealDistrictTests {
    @Test("Kent from January to November 2014 has 148,133 rows, 17,025 of them in Thanet")
    func kent() throws {
        let counts = try Samples.read(Samples.street(["kent"], 1...11))
        #expect(counts.rows.read == 148_133)
        #expect(counts.rows.refused == 0)
        let data = DistrictData(counts, district: "Thanet", population: .empty, sources: [])
        let assessment = try DistrictAssessment(data, period: Period(from: "2014-01", to: "2014-11"))
        #expect(assessment.crime.count == 11_231)
        #expect(assessment.antiSocialBehaviour.count == 5_794)
        #expect(assessment.types.count == 13)
        #expect(assessment.types.map(\.count).reduce(0, +) + assessment.antiSocialBehaviour.count == 17_025)
        #expect(assessment.places.count == 84)
        #expect(assessment.gaps.isEmpty)
        #expect(assessment.force == "Kent Police")
    }

    @Test(
        "every district of a force has every type in every month as counted by hand",
        arguments: ["norfolk", "humberside", "dorset", "north-yorkshire"])
    func everyDistrict(force: String) async throws {
        let paths = Samples.street([force], 1...2)
        let (counts, slow) = (try Samples.read(paths), try await SlowCount(paths))
        #expect(counts.rows.read == slow.rows)
        #expect(counts.rows.unplaced == slow.unplaced)
        #expect(counts.districts == Set(slow.counts.keys.map(\.district)).sorted())
        let period = try Period(from: "2014-01", to: "2014-02")
        for district in counts.districts {
            let data = DistrictData(counts, district: district, population: .empty, sources: [])
            let assessment = try DistrictAssessment(data, period: period)
            for finding in assessment.types + [assessment.antiSocialBehaviour] {
                for (month, count) in zip(period.months, finding.current.counts) {
                    let key = SlowCount.Key(district: district, type: finding.subject, month: "\(month)")
                    #expect(count == slow.counts[key] ?? 0, "\(key)")
                }
            }
            let all = assessment.crime.count + assessment.antiSocialBehaviour.count
            #expect(all == slow.total(district), "no type is left out of \(district)")
            for place in assessment.places { #expect(place.crimes + place.incidents == slow.areas[place.code]) }
        }
    }

    @Test("a district at a force’s border has the rows of both, and its own force says which months are known")
    func border() async throws {
        let paths = Samples.street(["essex", "suffolk"], 1...1) + Samples.street(["essex"], 2...2)
        let (counts, slow) = (try Samples.read(paths), try await SlowCount(paths))
        let data = DistrictData(counts, district: "Braintree", population: .empty, sources: [])
        let assessment = try DistrictAssessment(data, period: Period(from: "2014-01", to: "2014-02"))
        #expect(assessment.force == "Essex Police")
        #expect(assessment.gaps.isEmpty)
        #expect(assessment.crime.count + assessment.antiSocialBehaviour.count == slow.total("Braintree"))
        #expect(slow.total("Braintree") { $0.month == "2014-01" } == 657)
    }

    @Test("a neighbour’s rows alone do not make a month known")
    func neighbourOnly() throws {
        let paths = Samples.street(["suffolk"], 1...2) + Samples.street(["essex"], 1...1)
        let data = DistrictData(try Samples.read(paths), district: "Braintree", population: .empty, sources: [])
        let assessment = try DistrictAssessment(data, period: Period(from: "2014-01", to: "2014-02"))
        #expect(assessment.gaps.map(\.months) == [["2014-02"]])
        #expect(assessment.crime.current.counts[1] == nil)
    }

    @Test("a district of which only a neighbour’s few rows are here is told to be so")
    func stray() throws {
        let counts = try Samples.read(Samples.street(["dorset", "lancashire"], 1...1))
        let period = try Period(from: "2014-01", to: "2014-01")
        let stray = try DistrictAssessment(
            DistrictData(counts, district: "Wiltshire", population: .empty, sources: []), period: period)
        #expect(
            stray.cautions == [
                "Only 2 small areas (LSOAs) of Wiltshire have a row here. If it has more, the files of its own force are "
                    + "missing, and these rows are a neighbour’s."
            ])
        let whole = try DistrictAssessment(
            DistrictData(counts, district: "Poole", population: .empty, sources: []), period: period)
        #expect(whole.cautions.isEmpty)
    }

    @Test("the Isles of Scilly, which are one small area, are a district like others")
    func smallestDistrict() throws {
        let counts = try Samples.read(Samples.street(["devon-and-cornwall"], 1...1))
        let districts = DistrictsInFiles(counts)
        #expect(districts.atHome.contains("Isles of Scilly") && !districts.strays.contains("Isles of Scilly"))
        let islands = try DistrictAssessment(
            DistrictData(counts, district: "Isles of Scilly", population: .empty, sources: []),
            period: Period(from: "2014-01", to: "2014-01"))
        #expect(islands.cautions.isEmpty)
    }

    @Test("real months through the records give the assessment that the files give", arguments: Scratch.engines)
    func throughRecords(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let paths = Samples.street(["north-yorkshire"], 1...2)
            for path in paths {
                let name = URL(filePath: path).lastPathComponent
                let outcome = try await stores.give(
                    Array(try Data(contentsOf: URL(filePath: path))), named: name, as: .police)
                #expect(!outcome.wasRefused)
            }
            let now = try Period(from: "2014-02", to: "2014-02")
            let before = try Period(from: "2014-01", to: "2014-01")
            let counts = try Samples.read(paths)
            for district in ["Scarborough", "York", "Pendle"] {
                let recorded = try await stores.districts.data(of: district, over: [before, now], points: true)
                let read = DistrictData(counts, district: district, population: .empty, sources: [])
                #expect(
                    try RecordedDistrictTests.figures(DistrictAssessment(recorded, period: now, comparedWith: before))
                        == RecordedDistrictTests.figures(DistrictAssessment(read, period: now, comparedWith: before)))
            }
        }
    }
}

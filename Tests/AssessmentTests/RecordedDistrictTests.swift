import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import Assessment
@testable import DataRegister

@Suite("An assessment from the records")
struct RecordedDistrictTests {
    @Test("an assessment from the records is the one from the same files", arguments: Scratch.engines)
    func sameAsFiles(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var counts: [StreetFile] = []
            for index in 0..<14 where index != 4 {
                let month = Month(year: 2013, number: 11).advanced(by: index)
                var file = StreetFile.kent(month, burglaries: 10 + index * 3)
                file.add("Drugs", index, at: StreetFile.thanet1, in: month, by: "British Transport Police")
                counts.append(file)
                try await stores.take(file, named: "\(month)-kent-street.csv")
            }
            let read = try StreetCrimeReader(.init(latestMonth: "2026-12", points: .all)).read(
                counts.enumerated().map { DataFile(bytes: $1.bytes, name: "\($0).csv") })
            let people = "lad_code,lad_name,mid_2014\nE07000114,Thanet,3900\n"
            let population = try PopulationFile(Array(people.utf8), file: "lad.csv")
            _ = try await stores.places.accept(
                population, from: stores.delivery(Array(people.utf8), named: "lad.csv"))

            let period = try Period(from: "2014-06", to: "2014-12")
            let before = period.yearBefore
            let fromRecords = try DistrictAssessment(
                try await stores.districts.data(of: "Thanet", over: [before, period], points: true), period: period,
                comparedWith: before)
            let fromFiles = try DistrictAssessment(
                DistrictData(
                    read, district: "Thanet", population: PopulationTable(population.estimates), sources: []),
                period: period, comparedWith: before)
            #expect(try Self.figures(fromRecords) == Self.figures(fromFiles))
            #expect(fromRecords.force == "Kent Police")
            #expect(fromRecords.gaps.map(\.months) == [["2013-06", "2013-07", "2013-08", "2013-09", "2013-10"]])
        }
    }

    /// Everything an assessment says but where it is from.
    static func figures(_ assessment: DistrictAssessment) throws -> [String: String] {
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(AssessmentDocument(assessment)))
        let all = try #require(json as? [String: Any])
        return try all.filter { $0.key != "sources" }.mapValues { value in
            let bytes = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test("a period nothing is known of is refused with the months that are here", arguments: Scratch.engines)
    func nothingKnown(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            let period = try Period.year(2012)
            let data = try await stores.districts.data(of: "Thanet", over: [period], points: false)
            let refusal = #expect(throws: AssessmentRefusal.self) { try DistrictAssessment(data, period: period) }
            #expect(refusal?.description.contains("the files cover months from 2014-01 to 2014-01") == true)
        }
    }
}

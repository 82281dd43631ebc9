import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App
@testable import DataRegister

@Suite("What is published names a partner’s data, and never the partner’s file")
struct PublishedSourcesTests {
    private static let publication = "/publications/strategic-assessment-2014-15"

    @Test(
        "data set, months and release stand in the page, the table and the record; file name and SHA-256 of open data alone"
    )
    func sources() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let officer = try await house.officer()
            try await officer.send(MappedDataTests.set, to: "/data/sets")
            let table = "LSOA,Month,Callouts\nE01000001,2014-01,31\nE01000001,2014-02,42\n"
            let give = "/data/sets/ambulance-callouts/give"
            let given = try await officer.give([.init("J Smith DV.csv", table)], to: give).location
            let check = try await officer.send(MappedDataTests.columns, to: given).location
            _ = try await officer.send(["from": "2014-01", "to": "2014-02"], to: check)
            await house.program.first.desk.untilQuiet()
            let release = try #require(try await house.releases().first { $0.kind == .mapped })

            let year = try await StrategicAssessmentTests.begin(house)
            let callouts = "{{figure count ambulance-callouts/assault district:testham 2014-01..2014-02}}"
            try await officer.send(
                ["version": "0", "text": "Burglary: {{figure \(YearDocumentTests.burglary)}}. Callouts: \(callouts)."],
                to: year + "/parts/summary")
            let done = try await YearPublicationTests.publish(officer, year)
            #expect(done.location == Self.publication, "\(done.reading)")

            let page = try await house.visitor.get(Self.publication)
            #expect(page.reading.contains("Callouts: 73 callouts"))
            for file in ["", "/versions/1/sources.csv", "/versions/1/assessment.json"] {
                let text = try await house.visitor.get(Self.publication + file).text
                #expect(!text.contains("J Smith"), "\(file)")
                #expect(!text.contains("\(release.sha256)"), "\(file)")
                #expect(text.contains("Ambulance callouts, January 2014 to February 2014, release 1"), "\(file)")
                #expect(text.contains("2014-01-testshire-street.csv"), "\(file)")
            }
        }
    }
}

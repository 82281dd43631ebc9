import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("Who begins a year with months of another season is told before")
struct OtherSeasonTests {
    @Test("no trend can be told from them, and which would be the same months; sent again they are taken all the same")
    func told() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let officer = try await house.officer()
            func begin(_ despite: String) async throws -> TestResponse {
                try await officer.send(
                    [
                        "year": "2013/14", "from": "2014-07", "to": "2014-12", "earlier-from": "2014-01",
                        "earlier-to": "2014-06", "despite": despite,
                    ], to: "/strategic-assessments")
            }
            let asked = try await begin("")
            #expect(asked.status == .unprocessableContent)
            let page = asked.reading
            #expect(
                page.contains("July to December 2014 and January to June 2014 are not the same months of the year"),
                "\(page)")
            #expect(page.contains("July to December 2013 are the same months."), "\(page)")
            #expect(page.contains("Begin all the same"))
            let begun = try await begin("2014-07..2014-12 2014-01..2014-06")
            #expect(begun.status == .seeOther, "\(begun.reading)")

            let months = try await officer.send(
                ["from": "2014-06", "to": "2014-11", "earlier-from": "2013-07", "earlier-to": "2013-12"],
                to: begun.location + "/months")
            #expect(months.reading.contains("are not the same months of the year"), "\(months.reading)")
        }
    }
}

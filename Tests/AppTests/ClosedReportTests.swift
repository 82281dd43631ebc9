import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App
@testable import Meetings
@testable import Reports

@Suite("A report that is kept from the public goes out with no item that is open")
struct ClosedReportTests {
    @Test(
        "one that was made exempt after it was put on an agenda stops that from being published",
        .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test printing."))
    func reclassified() async throws {
        let address = ["address": "http://safer.example.org"]
        try await House.open(address, python: Worker.python) { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let meeting = try await SampleMeeting(house, of: who.body)
            let report = try await SampleReport(house, titled: "Terms")
            try await report.complete(for: who.body)
            try await report.finish()
            func put(_ version: String) async throws {
                let put = try await officer.send(
                    ["report": report.address, "version": version], to: meeting.address + "/agenda/reports")
                #expect(put.status == .seeOther)
            }
            try await put("1")
            try await officer.send(["why-draft": "A price is in it."], to: report.address + "/draft")
            try await report.set(["kind": "exempt", "paragraphs": "3", "reason": "A price."], at: .classification)
            try await report.finish()
            try await put("2")
            try await officer.send(to: meeting.address + "/announcement")

            let page = try await officer.get(meeting.address + "/publication")

            #expect(page.reading.contains("its report is exempt, so keep the papers of the item from the public"))
            #expect(!page.text.contains("Publish it"))
        }
    }
}

import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App
@testable import Reports

@Suite("A report to a committee names figures of the partnership’s data, and never has them typed")
struct ReportFigureTests {
    private static let summary = ReportPart.summary.rawValue

    @Test("a figure is chosen beside the text, read in words with its source, and stays when the report is final")
    func named() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let who = try await WhoIsWhoHouse(house)
            let (officer, member) = (
                try await house.officer(), try await house.somebody(try await who.somebody(as: .member))
            )
            let report = try await SampleReport(house, titled: "Plan")
            try await report.complete(for: who.body)
            let form = try OpenedForm(
                try await officer.get(report.address + "/parts/summary/edit"), to: report.address + "/parts/summary")
            #expect(try await officer.get(report.address + "/parts/summary/edit").reading.contains("Choose a figure"))
            let text = "There were {{figure \(YearDocumentTests.burglary)}} crimes."
            let look = try await form.typing(["text": text, "look-at": "text"]).sent(by: officer)
            #expect(look.reading.contains("There were 245 crimes."))
            #expect(look.text.contains("{{figure"), "and what is written stays as it is")
            #expect(try await form.typing(["text": text]).sent(by: officer).status == .seeOther)

            let draft = try await officer.get(report.address).reading
            #expect(draft.contains("There were 245 crimes [1]."))
            #expect(draft.contains("Figures and their sources"))
            try await report.finish()
            let read = try await member.get(report.address)
            #expect(read.reading.contains("There were 245 crimes [1]."))
            #expect(!read.text.contains("/figures?at="), "its page is named in drafts alone")
        }
    }

    @Test("one that the data cannot tell is missing from the report, says why, and stops it from being final")
    func untold() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let officer = try await house.officer()
            let report = try await SampleReport(house, titled: "Plan")
            try await report.set(["text": "After {{figure \(YearDocumentTests.missing)}}."], at: .summary)

            #expect(try await officer.get(report.address).reading.contains("After [no figure: "))
            #expect(
                try await officer.get(report.address + "/completion").reading.contains(
                    "Summary: it names a figure that cannot be told."))
            #expect(try await officer.get("/search?q=figure").reading.contains("no figure") == false)
        }
    }
}

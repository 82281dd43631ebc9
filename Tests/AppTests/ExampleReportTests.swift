import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import ScratchDatabases
import Testing

@testable import App
@testable import Reports

@Suite("The example’s report says what the real one says, and its paper too", .serialized)
struct ExampleReportTests {
    /// Every number, name and date of the real report of 9 February 2016.
    private static let facts = [
        "Overview & Scrutiny Panel", "Jessica Bailey – Community Safety Team Leader", "Unrestricted", "All wards",
        "For decision",
        "4.3%", "Over 90 stakeholders", "16 public, private and voluntary agencies", "393 responses", "72%", "£31,957",
        "December 2015", "January 2016", "1 February 2016", "April 2016", "three focus areas",
        "Matt Sanham, Financial Services Manager",
        "Clive Bowen, External Funding Officer", "Hannah Thorpe, Interim Head of Communications",
        "Ciara Feeney, Head of Legal Services & Deputy Monitoring Officer", "x7737", "x7425", "x7123",
        "Rob Kenyon, Director of Community Services", "Recommendation", "8.1", "Cabinet, then Council", "01843 577000",
        "Ann Barnes", "58 patrols", "1,758 people",
    ]

    private func entered(python: String? = nil, _ body: @Sendable (House, Browser) async throws -> Void) async throws {
        let example = try ExampleFolder("thanet-2016", in: House.root + "/Examples")
        try await House.open(profile: example.profile, python: python) { house in
            try await example.whoIsWho.enter(into: house.installation, at: house.clock.now)
            try await ExampleTimeline(deeds: example.report.deeds()).enter(into: house.program.first)
            try await body(house, try await house.officer())
        }
    }

    private func address(_ officer: Browser) async throws -> String {
        let list = try await officer.get("/reports").text
        return "/reports/\(try #require(list.firstMatch(of: /"\/reports\/([0-9a-f-]{36})"/)?.output.1))"
    }

    @Test("it is final, cleared by the officers it names, and every fact is on its page")
    func page() async throws {
        try await entered { _, officer in
            let page = try await officer.get(try await address(officer)).reading

            for fact in Self.facts { #expect(page.contains(fact), "\(fact)") }
            #expect(page.contains("Cleared by Ciara Feeney, 2 February 2016"))
            let numbers = page.split(separator: " ").map(String.init).filter { $0.wholeMatch(of: /4\.[0-9]/) != nil }
            #expect(Set(numbers).isSuperset(of: ["4.0", "4.1", "4.4", "4.5", "4.6"]))
            #expect(numbers.count(where: { $0 == "4.4" }) == 1, "the real one has two")
        }
    }

    @Test(
        "every fact is in its PDF/UA too",
        .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test printing."))
    func paper() async throws {
        try await entered(python: Worker.python) { _, officer in
            let answer = try await officer.get(try await address(officer) + "/report.pdf")
            #expect(answer.status == .ok, "\(answer.reading.prefix(2_000))")
            let text = String(decoding: try await PaperText.read(answer.bytes), as: UTF8.self)
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")

            for fact in Self.facts { #expect(text.contains(fact), "\(fact)") }
            #expect(text.contains("Final version 2"))
        }
    }
}

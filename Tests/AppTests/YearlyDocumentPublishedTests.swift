import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

extension YearlyDocumentTests {
    /// In 2014 all others have a third more than the year before.
    private static let stepping =
        table
        + ["Aham", "Beham", "Ceham"].flatMap { name in
            [(2013, 900), (2014, 1_200), (2015, 1_150)].map { "\(name),\($0),Burglary,\($1)\n" }
        }.joined()

    @Test(
        "a step that all districts took at once is said beside the years, on the page, in the table and in the record")
    func step() async throws {
        try await year(Self.stepping) { house, officer, year in
            try await count(officer, year)
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            try await officer.send(["version": "0", "text": "At night."], to: year + "/themes/\(theme)/when")
            let page = try await officer.get(year + "/document").reading
            let said =
                "in the 3 other districts that are told of in both years rose by 33%. So large a step of all districts"
            for what in ["all crime", "burglary"] {
                #expect(page.contains("From 2013 to 2014 \(what) \(said)"), "\(page)")
            }
            #expect(!page.contains("From 2014 to 2015"), "\(page)")
            for table in ["crime-years", "theme-1-years"] {
                let lines = try await officer.get(year + "/document/charts/\(table).csv").text
                    .split(whereSeparator: \.isNewline)
                #expect(lines[0].hasSuffix(",note"))
                #expect(
                    lines.filter { $0.contains("So large a step") }.map { $0.contains(",2014,") } == [true], "\(lines)")
            }
            try await officer.send(["version": "0", "text": "Crime rose."], to: year + "/parts/summary")
            try await YearPublicationTests.publish(officer, year)
            let published = "/publications/strategic-assessment-2015-16"
            #expect(try await house.visitor.get(published).reading.contains(said))
            let record = try await house.visitor.get(published + "/versions/1/assessment.json").json()
            let exhibits = try #require(record["exhibits"] as? [[String: Any]])
            let years = try #require(exhibits.first { $0["name"] as? String == "crime-years" })
            #expect((years["notes"] as? [String])?.contains { $0.contains(said) } ?? false, "\(years)")
        }
    }

    @Test("a year that is set against one before the step says so beside its changes too")
    func acrossStep() async throws {
        try await year(Self.stepping) { _, officer, _ in
            let asked = try await officer.send(
                [
                    "year": "2014/15", "from": "2014-01", "to": "2014-12", "earlier-from": "2013-01",
                    "earlier-to": "2013-12", "despite": "2014-01..2014-12 2013-01..2013-12",
                ], to: "/strategic-assessments")
            let page = try await officer.get(asked.location + "/document").reading
            let types = try #require(page.ranges(of: "Recorded crimes by type").first)
            #expect(page[..<types.lowerBound].contains("Note 1. From 2013 to 2014 all crime"), "\(page)")
            #expect(page[types.lowerBound...].contains("See note 1"), "\(page)")
            let change =
                "change%20district-years/all-crime%20district:testham%202014-01..2014-12%20against%202013-01..2013-12"
            let figure = try await officer.get("/figures?at=\(change)").reading
            #expect(figure.contains("From 2013 to 2014 all crime in the 3 other districts"), "\(figure)")
        }
    }

    @Test(
        "what is published shows each ranked theme as the draft does, written of or not, and no file that it does not show"
    )
    func unwritten() async throws {
        try await year { house, officer, year in
            try await count(officer, year)
            let violence = try await StrategicAssessmentTests.theme("Violence", of: year, officer)
            let burglary = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            try await officer.change(
                year + "/ranking/agreement",
                [
                    "agreed-by": "Testham CSP", "agreed-on": "9/2/2016", "note": "", "place-\(violence)": "1",
                    "why-\(violence)": "Every partner put it first.", "place-\(burglary)": "2",
                    "why-\(burglary)": "It falls.",
                ])
            try await officer.send(["version": "0", "text": "At night."], to: year + "/themes/\(burglary)/when")
            try await officer.send(["version": "0", "text": "Crime rose."], to: year + "/parts/summary")
            let draft = try await officer.get(year + "/document").reading
            let went = "Violence went from 2,198 in 2014 to 2,536 in 2015"
            #expect(draft.contains(went) && draft.contains("Nothing is written of it in depth yet"), "\(draft)")
            try await YearPublicationTests.publish(officer, year)
            let address = "/publications/strategic-assessment-2015-16"
            let page = try await house.visitor.get(address)
            #expect(page.reading.contains(went), "\(page.reading)")
            #expect(page.reading.contains("Violence, year by year, Testham, 2014 to 2015"))
            #expect(page.reading.contains("Nothing was written of it in depth."))
            #expect(!page.reading.contains("in depth yet"))
            #expect(page.reading.contains("Not told of in depth: "))
            let record = try await house.visitor.get(address + "/versions/1/assessment.json").json()
            let names = try #require(record["exhibits"] as? [[String: Any]]).compactMap { $0["name"] as? String }
            #expect(names.contains("theme-1-years") && names.contains("theme-2-years"), "\(names)")
            for name in names {
                let table = "\(address)/versions/1/table-\(name).csv"
                #expect(page.text.contains("href=\"\(table)\""), "\(name)")
                #expect(try await house.visitor.get(table).status == .ok)
            }
        }
    }
}

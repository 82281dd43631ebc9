import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing

@testable import App

@Suite("A year of which only the table of districts and years is here")
struct YearlyDocumentTests {
    static let table = """
        LAD_name,Year,Crime_type,count
        Testham,2013,Burglary,1200
        Testham,2013,Violence and sexual offences,1900
        Testham,2014,Burglary,1157
        Testham,2014,Violence and sexual offences,2198
        Testham,2014,Robbery,4
        Testham,2015,Burglary,1094
        Testham,2015,Violence and sexual offences,2536
        Testham,2015,Robbery,6
        Otherham,2015,Burglary,10

        """

    /// The assessment of 2015 against 2014, its themes counted from the table.
    ///
    /// - Parameters:
    ///   - table: of districts and years.
    ///   - months: street-level files that are here besides.
    func year(
        _ table: String = table, months: [StreetFile] = [],
        _ body: @Sendable (House, Browser, String) async throws -> Void
    ) async throws {
        try await House.open { house in
            let officer = try await house.officer()
            _ = try await officer.give([Browser.File("types.csv", table)], as: "district years")
            await house.program.first.desk.untilQuiet()
            if !months.isEmpty { try await house.take(months) }
            let asked = try await officer.send(
                [
                    "year": "2015/16", "from": "2015-01", "to": "2015-12", "earlier-from": "2014-01",
                    "earlier-to": "2014-12",
                ], to: "/strategic-assessments")
            #expect(asked.location == "/strategic-assessments/2015-16")
            try await body(house, officer, asked.location)
        }
    }

    func count(_ officer: Browser, _ year: String) async throws {
        #expect(
            try await officer.open(year + "/counting/district-years").sent(by: officer).location == year + "/themes")
    }

    /// Eleven months of the year before, and none of this.
    private static let elevenMonths = (1...11).map {
        StreetFile("2014-\($0 < 10 ? "0" : "")\($0)", burglaries: 90, incidents: 20)
    }

    @Test("the document shows totals, types with their changes and the years, and says what the table cannot tell")
    func exhibits() async throws {
        try await year(months: Self.elevenMonths) { _, officer, year in
            try await count(officer, year)
            let page = try await officer.get(year + "/document").reading
            #expect(page.contains("All crime in Testham: 3,359 in 2014, 3,636 in 2015, up 8.2%."), "\(page)")
            #expect(page.contains("is not judged by it: recording changed in November 2014"), "\(page)")
            #expect(
                page.contains(
                    "Its months vary 1.0 times as much as chance alone would have them (January to October 2014, each beside the next)"
                ))
            #expect(page.contains("Recorded crime year by year, Testham"), "\(page)")
            #expect(page.contains("What recorded crime is made of, 2015"), "\(page)")
            #expect(page.contains("Recorded crimes by type, Testham, 2014 and 2015"), "\(page)")
            #expect(page.contains("Violence and sexual offences 2,198 2,536"), "\(page)")
            #expect(page.contains("+15.4%"), "\(page)")
            #expect(page.contains("no months and no small areas"), "\(page)")
            #expect(page.contains("January to November 2014"), "what is here by the month is said: \(page)")
            #expect(!page.contains("So large a step"), "\(page)")
            let types = try await officer.get(year + "/document/charts/types.csv").text
            #expect(
                types.contains(
                    "Testham,Violence and sexual offences,2015-01,2015-12,2536,"), "\(types)")
            #expect(types.contains(",2014-01,2014-12,2198,15.3776,"), "\(types)")
            let robbery = try #require(types.split(whereSeparator: \.isNewline).first { $0.contains("Robbery") })
            #expect(robbery.contains("fewer than 10 in one of the two periods"), "\(robbery)")
            let years = try await officer.get(year + "/document/charts/crime-years.csv").text
            #expect(years.contains("Testham,All crime,2013,3100,"), "\(years)")
            #expect(!years.contains(",2016,"))
        }
    }

    @Test(
        "nothing is said of chance where two totals are all there is, and it is where the months of two years tell it")
    func chance() async throws {
        try await year { _, officer, year in
            let types = try await officer.get(year + "/document/charts/types.csv").text
            #expect(types.contains("cannot be told"), "\(types)")
            #expect(!types.contains("rise") && !types.contains("fall"), "\(types)")
            let page = try await officer.get(year + "/document").reading
            #expect(!page.contains("by more than chance would give"), "\(page)")
        }
        let months = (1...12).map { month in
            StreetFile("2014-\(month < 10 ? "0" : "")\(month)", burglaries: 90 + month % 5)
        }
        try await year(months: months) { _, officer, year in
            let types = try await officer.get(year + "/document/charts/types.csv").text
            let burglary = try #require(types.split(whereSeparator: \.isNewline).first { $0.contains("Burglary") })
            #expect(burglary.contains("no clear change"), "\(burglary)")
            let page = try await officer.get(year + "/document").reading
            #expect(page.contains("is taken from those that are here month by month"), "\(page)")
            #expect(page.contains("Recorded crime each month") == false, "no month of 2015 is here")
        }
    }

    @Test("where some months of the year are here they stand beside its totals, and the others are said to be missing")
    func someMonths() async throws {
        let months = (0..<15).map { month in
            StreetFile("\(2014 + month / 12)-\(String(101 + month % 12).dropFirst())", burglaries: 90 + month % 5)
        }
        try await year(months: months) { _, officer, year in
            let page = try await officer.get(year + "/document")
            #expect(page.reading.contains("Recorded crime year by year"), "\(page.reading)")
            #expect(page.reading.contains("Recorded crime each month"), "\(page.reading)")
            let ids = page.text.matches(of: /id="(chart-[^"]+)"/).map { $0.output.1 }
            #expect(ids.count == Set(ids).count, "each stands once: \(ids)")
            #expect(page.reading.contains("Violence and sexual offences 2,198 2,536"), "of the whole years")
            #expect(page.reading.contains("Of April to December 2015 only totals of whole years are here"))
        }
    }

    @Test("of a period that is no calendar year the table tells nothing, and nothing is shown")
    func otherMonths() async throws {
        try await year { _, officer, _ in
            let asked = try await officer.send(
                [
                    "year": "2014/15", "from": "2014-07", "to": "2015-06", "earlier-from": "2013-07",
                    "earlier-to": "2014-06", "despite": "2014-07..2015-06 2013-07..2014-06",
                ], to: "/strategic-assessments")
            let page = try await officer.get(asked.location + "/document").reading
            #expect(!page.contains("year by year"), "\(page)")
            #expect(!page.contains("Recorded crimes by type"), "\(page)")
        }
    }

    @Test("a theme in depth shows its years, and where its months are here those")
    func theme() async throws {
        try await year { _, officer, year in
            try await count(officer, year)
            let violence = try await StrategicAssessmentTests.theme("Violence", of: year, officer)
            try await officer.send(["version": "0", "text": "At night."], to: year + "/themes/\(violence)/when")
            let page = try await officer.get(year + "/document").reading
            #expect(page.contains("Violence, year by year, Testham, 2014 to 2015"), "\(page)")
            #expect(page.contains("Years before are not set beside these. In May 2013"), "\(page)")
            let years = try await officer.get(year + "/document/charts/theme-1-years.csv").text
            #expect(years.contains(",2014,2198,") && !years.contains(",2013,"), "a part of 2013 alone: \(years)")
        }
    }

    @Test("what is published says which themes have no place by the scores, and why")
    func unranked() async throws {
        try await year { house, officer, year in
            try await count(officer, year)
            let before = try Self.gaps(try await officer.get(year + "/document").reading)
            #expect(before.contains("nothing is known of 2015"), "before any order was agreed too: \(before)")
            let violence = try await StrategicAssessmentTests.theme("Violence", of: year, officer)
            let agreed = try await officer.change(
                year + "/ranking/agreement",
                [
                    "agreed-by": "Testham CSP", "agreed-on": "9/2/2016", "note": "", "place-\(violence)": "1",
                    "why-\(violence)": "Every partner put it first.",
                ])
            #expect(agreed.status == .seeOther, "\(agreed.reading)")
            let gaps = try Self.gaps(try await officer.get(year + "/document").reading)
            #expect(gaps.contains("Anti-social behaviour"), "\(gaps)")
            #expect(gaps.contains("Volume and trend: nothing is known of 2015"), "\(gaps)")
            #expect(
                gaps.contains(
                    "Violence and Burglary had no place by the scores when the order was agreed."),
                "\(gaps)")
            #expect(gaps.contains("Road safety yet: they have no place by the scores."), "\(gaps)")
            #expect(gaps.contains("‘Trend’ of Violence and Burglary counted as 3, the middle"), "\(gaps)")
            #expect(!gaps.contains("Import"), "what to do is for members: \(gaps)")
            #expect(gaps.contains("small areas"), "\(gaps)")
            try await officer.send(["version": "0", "text": "Crime rose."], to: year + "/parts/summary")
            try await YearPublicationTests.publish(officer, year)
            let published = "/publications/strategic-assessment-2015-16"
            let read = try Self.gaps(try await house.visitor.get(published).reading)
            #expect(read.contains("Anti-social behaviour"), "\(read)")
            let record = try await house.visitor.get(published + "/versions/1/assessment.json").json()
            let said = try #require(record["notKnown"] as? [[String: Any]])
            #expect(said.contains { ($0["themes"] as? [String])?.contains("Anti-social behaviour") ?? false })
        }
    }

    @Test(
        "where figures came after the order was agreed, the document says so, and who publishes is told which scores moved"
    )
    func knownSince() async throws {
        try await year { house, officer, year in
            try await count(officer, year)
            let violence = try await StrategicAssessmentTests.theme("Violence", of: year, officer)
            try await officer.change(
                year + "/ranking/agreement",
                [
                    "agreed-by": "Testham CSP", "agreed-on": "9/2/2016", "note": "", "place-\(violence)": "1",
                    "why-\(violence)": "Every partner put it first.",
                ])
            #expect(!(try await officer.get(year + "/publication").reading).contains("have moved since"))
            try await house.take(
                [2014, 2015].flatMap { year in
                    (1...12).map { StreetFile("\(year)-\($0 < 10 ? "0" : "")\($0)", burglaries: 90, incidents: 20) }
                })
            let gaps = try Self.gaps(try await officer.get(year + "/document").reading)
            #expect(
                gaps.contains("Anti-social behaviour had no place by the scores when the order was agreed."), "\(gaps)")
            #expect(gaps.contains("nobody has scored it. The number is known since then."), "\(gaps)")
            let plan = try await officer.get(year + "/publication").reading
            #expect(plan.contains("Scores have moved since the order was agreed"), "\(plan)")
            #expect(plan.contains("Anti-social behaviour, volume: none then, "), "\(plan)")
        }
    }

    /// What stands in the part of what is not known.
    private static func gaps(_ page: String) throws -> Substring {
        let first = try #require(page.ranges(of: "What is not known").last)
        return page[first.lowerBound...].prefix(3_000)
    }

    @Test("a new year says whether what its themes count is here, and offers to count them from the table that is")
    func account() async throws {
        try await year(months: Self.elevenMonths) { _, officer, year in
            let page = try await officer.get(year)
            #expect(!page.reading.contains("All 24 months are here"), "\(page.reading)")
            #expect(page.reading.contains("11 of the 24 months are here in street-level crime"), "\(page.reading)")
            #expect(page.text.contains("href=\"\(year)/counting/district-years\""))
            try await count(officer, year)
            let then = try await officer.get(year).reading
            #expect(then.contains("All 24 months are here in recorded crime by district and year."), "\(then)")
            #expect(
                then.contains("Anti-social behaviour counts street-level crime, of which 11 of the 24 months are here"))
        }
    }

    @Test("a theme counted by whole years says in its own words what cannot be told, and offers its change for a text")
    func words() async throws {
        try await year { _, officer, year in
            try await count(officer, year)
            let violence = try await StrategicAssessmentTests.theme("Violence", of: year, officer)
            let page = try await officer.get(year + "/themes/\(violence)")
            #expect(!page.reading.contains("district-years"), "\(page.reading)")
            #expect(!page.reading.contains("2010"), "\(page.reading)")
            #expect(page.reading.contains("Unusual months cannot be told"), "\(page.reading)")
            let change =
                "change district-years/violence-and-sexual-offences district:testham 2015-01..2015-12 against "
                + "2014-01..2014-12"
            #expect(page.text.contains("name=\"at\" value=\"\(change)\""))
            let put = try await officer.send(
                ["at": change, "of": "trend", "into-trend": "theme \(violence): change"],
                to: year + "/themes/\(violence)/figures")
            #expect(put.location == year + "/themes/\(violence)/change")
            #expect(try await officer.get(put.location).reading.contains("2,198 in 2014, 2,536 in 2015"))
        }
    }

    @Test("what no year is here of is called by its name")
    func named() async throws {
        try await year { house, officer, year in
            let set = try await ComparatorTests.enter(house)
            try await officer.send([:], to: set + "/ranking")
            let incidents = try await StrategicAssessmentTests.theme("Anti-social behaviour", of: year, officer)
            for address in ["/themes/\(incidents)", "/ranking/\(incidents)/comparison"] {
                let page = try await officer.get(year + address).reading
                #expect(!page.contains("street-crime/"), "\(page)")
            }
            let page = try await officer.get(set + "/comparison?measure=street-crime/anti-social-behaviour").reading
            #expect(page.contains("Anti-social behaviour"), "\(page)")
            #expect(!page.contains("‘street-crime"), "\(page)")
        }
    }
}

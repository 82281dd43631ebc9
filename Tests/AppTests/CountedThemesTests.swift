import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing

@testable import App

@Suite("What a theme counts is chosen by its name, and is told by its name")
struct CountedThemesTests {
    @Test("the theme’s page and the list say in names what it counts, and the form offers every measure there is")
    func named() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let year = try await StrategicAssessmentTests.begin(house)
            let violence = try await StrategicAssessmentTests.theme("Violence", of: year, officer)
            let words = "violence and sexual offences, of street-level crime."
            let page = try await officer.get(year + "/themes/\(violence)")
            #expect(page.reading.contains("Violence counts: \(words)"))
            #expect(!page.reading.contains("street-crime/"))
            #expect(try await officer.get(year + "/themes").reading.contains("Counts: \(words)"))
            let details = year + "/themes/\(violence)/details"
            let form = try await officer.get(details)
            #expect(form.reading.contains("Burglary – Recorded crime by district and year"))
            #expect(try OpenedForm(form, to: details)["measure-1"] == "street-crime/violence-and-sexual-offences")
        }
    }

    @Test("what is not known here, and what cannot be added up, is refused beside the field and not kept")
    func refused() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let year = try await StrategicAssessmentTests.begin(house)
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            let details = year + "/themes/\(theme)/details"
            let unknown = try await officer.change(details, ["measure-2": "district-years/burglery"])
            #expect(unknown.status == .unprocessableContent)
            #expect(unknown.reading.contains("‘district-years/burglery’ is not known here"))
            let mixed = try await officer.change(details, ["measure-2": "district-years/burglary"])
            #expect(mixed.reading.contains("Measures of two data sets are never added up"))
            let kept = try await officer.change(
                details, ["measure-1": "district-years/burglary", "measure-2": "district-years/robbery"])
            #expect(kept.status == .seeOther)
            let page = try await officer.get(year + "/themes/\(theme)").reading
            #expect(page.contains("Burglary counts: burglary and robbery, of recorded crime by district and year."))
        }
    }

    @Test("who saves a theme second is shown what the first saved, keeps their own words, and then decides")
    func twoAtOnce() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let year = try await StrategicAssessmentTests.begin(house)
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            let details = year + "/themes/\(theme)/details"
            let opened = try OpenedForm(try await officer.get(details), to: details)
            _ = try await officer.change(details, ["covers": "Sheds too."])
            let late = try await opened.typing(["covers": "Homes alone."]).sent(by: officer)
            #expect(late.status == .unprocessableContent)
            #expect(late.reading.contains("Somebody changed this theme while you were writing"))
            #expect(late.reading.contains("As it stands now Burglary: Sheds too."))
            #expect(late.text.contains("Homes alone."), "what was written is still there")
            #expect(try await officer.get(year + "/themes/\(theme)").reading.contains("Sheds too."))
            let again = try OpenedForm(late, to: details)
            #expect(try await again.sent(by: officer).status == .seeOther)
            let activity = try await officer.get("/activity").reading
            #expect(activity.contains("Homes alone."), "the entry says what was changed")
        }
    }

    @Test("a letter that no database takes is left out, and no number that is none is a rule")
    func unseen() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let year = try await StrategicAssessmentTests.begin(house)
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            let details = year + "/themes/\(theme)/details"
            #expect(try await officer.change(details, ["covers": "Ho\u{0}mes"]).status == .seeOther)
            #expect(try await officer.get(year + "/themes/\(theme)").reading.contains("Homes"))
            for number in ["nan", "inf", "-1", "1e300"] {
                let rules = try await officer.change(year + "/ranking/rules", ["large": number, "why": "x"])
                #expect(rules.status == .unprocessableContent, "\(number)")
            }
        }
    }

    @Test("a theme that counts the table of districts and years is scored over a whole calendar year")
    func yearly() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let table = "LAD_name,Year,Crime_type,count\nTestham,2014,Burglary,1157\nTestham,2015,Burglary,1094\n"
            _ = try await officer.give([Browser.File("types.csv", table)], as: "district years")
            await house.program.first.desk.untilQuiet()
            let form = try OpenedForm(try await officer.get("/strategic-assessments/new"), to: "/strategic-assessments")
            #expect(form["from"] == "2015-01", "the last whole year that is here")
            #expect(form["earlier-to"] == "2014-12")
            let year = try await form.typing(["year": "2015/16"]).sent(by: officer).location
            #expect(year == "/strategic-assessments/2015-16")
            #expect(
                try await officer.get(year).reading.contains("Not one of the 24 months is here in street-level crime"))
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            try await officer.change(year + "/themes/\(theme)/details", ["measure-1": "district-years/burglary"])
            let volume = try await officer.get(year + "/ranking/\(theme)/volume").reading
            #expect(volume.contains("Score 3 of 5"), "\(volume)")
            #expect(volume.contains("Burglary in Testham: 1,094 crimes in 2015."))
            let trend = try await officer.get(year + "/ranking/\(theme)/trend").reading
            #expect(trend.contains("Score 3 of 5"), "\(trend)")
            #expect(trend.contains("cannot be told from two totals"))
            #expect(trend.contains("which counts as 3"))
        }
    }

    @Test(
        "where only the yearly table is here all themes are counted from it in one go, seen before, and back the same way"
    )
    func inOneGo() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let table =
                "LAD_name,Year,Crime_type,count\nTestham,2014,Burglary,1157\nTestham,2015,Burglary,1094\n"
                + "Testham,2015,Drugs,300\n"
            _ = try await officer.give([Browser.File("types.csv", table)], as: "district years")
            await house.program.first.desk.untilQuiet()
            let form = try OpenedForm(try await officer.get("/strategic-assessments/new"), to: "/strategic-assessments")
            let year = try await form.sent(by: officer).location
            #expect(
                try await officer.get(year).reading.contains(
                    "Count the themes from recorded crime by district and year"))
            let address = year + "/counting/district-years"
            let preview = try await officer.get(address).reading
            #expect(preview.contains("1,094 crimes"), "\(preview)")
            #expect(preview.contains("As it is: Anti-social behaviour"))
            #expect(try await officer.send(["shown": "x"], to: address).status == .conflict)
            #expect(try await officer.open(address).sent(by: officer).location == year + "/themes")
            let themes = try await officer.get(year + "/themes").reading
            #expect(themes.contains("Counts: burglary, of recorded crime by district and year."), "\(themes)")
            #expect(try await !officer.get(year).reading.contains("What the themes count is not here"))
            #expect(try await officer.get(year + "/counting/population").status == .notFound)

            let back = year + "/counting/street-crime"
            #expect(try await officer.open(back).sent(by: officer).location == year + "/themes")
            #expect(
                try await officer.get(year + "/themes").reading.contains("Counts: burglary, of street-level crime."))
        }
    }

    @Test(
        "the picker begins with the own district and the months it was opened from, else the last twelve that are here")
    func picker() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            var months = (1...12).map { StreetFile("2014-\($0 < 10 ? "0" : "")\($0)", burglaries: 1) }
            months[0].add("Drugs", id: "x", code: "E01000002", area: "Abbey 002B")
            try await house.take(months)
            let page = try await officer.get("/figures/new").text
            #expect(page.contains("<option value=\"district:testham\" selected>"))
            let own = try #require(page.firstRange(of: "district:testham"))
            #expect(own.lowerBound < (try #require(page.firstRange(of: "district:abbey"))).lowerBound)
            for value in ["2014-01", "2014-12"] { #expect(page.contains("value=\"\(value)\"")) }
            let year = try await StrategicAssessmentTests.begin(house)
            let writing = try await officer.get(year + "/parts/levels/edit").text
            let link = try #require(writing.firstMatch(of: /href="(\/figures\/new\?[^"]+)"/)).output.1
            let opened = try await officer.get(String(link)).text
            #expect(opened.contains("value=\"2014-02\""), "\(link)")
            #expect(!opened.contains("value=\"2014-12\""))
        }
    }
}

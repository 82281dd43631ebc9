import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("The year’s document: figures that live in texts, review by partners, and what the law asks for")
struct YearDocumentTests {
    static let burglary = "count street-crime/burglary district:testham 2014-01..2014-02"
    static let missing = "count street-crime/burglary district:testham 2012-01..2012-02"

    /// A year that was begun from two years of burglaries.
    private func year(_ body: @Sendable (House, Browser, String) async throws -> Void) async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let year = try await StrategicAssessmentTests.begin(house)
            try await body(house, try await house.officer(), year)
        }
    }

    @Test("a number that was typed is pointed out beside the text and on the checklist, and stops nothing")
    func typed() async throws {
        try await year { _, officer, year in
            let saved = try await officer.send(
                ["version": "0", "text": "Crime rose by 47%, {{figure \(Self.burglary)}}."], to: year + "/parts/summary"
            )
            #expect(saved.status == .seeOther)
            for page in ["/parts/summary", "/parts/summary/edit"] {
                #expect(try await officer.get(year + page).reading.contains("A number is typed"), "\(page)")
            }
            #expect(try await officer.get(year + "/checklist").reading.contains("47% in Summary"))
            try await officer.send(
                ["version": "1", "text": "Crime rose by 47% (Testham Council, 3 May 2014)."],
                to: year + "/parts/summary")
            #expect(try await !officer.get(year + "/parts/summary").reading.contains("is typed"))
            #expect(try await !officer.get(year + "/checklist").reading.contains("is typed"))
        }
    }

    @Test("what a partner owes is told of the months that are looked at, and not of years after them")
    func owed() async throws {
        try await year { _, officer, year in
            #expect(try await officer.send(MappedDataTests.set, to: "/data/sets").status == .seeOther)
            let document = try await officer.get(year + "/document").reading
            let owed = "The ambulance service Ambulance callouts, January to March 2014 30 June 2014"
            #expect(document.contains(owed), "\(document)")
        }
    }

    @Test("a figure stands in a part as words that lead to it, and one that cannot be told says why")
    func live() async throws {
        try await year { _, officer, year in
            let text = "There were {{figure \(Self.burglary)}}, after {{figure \(Self.missing)}}."
            try await officer.send(["version": "1", "text": text], to: year + "/parts/levels")
            let page = try await officer.get(year + "/parts/levels")
            #expect(page.text.contains("<a href=\"/figures?at=count%20street-crime%2Fburglary"))
            #expect(page.reading.contains("There were 245 crimes , after [no figure: "))
            #expect(page.reading.contains("Nothing is known of January to February 2012"))
            #expect(page.reading.contains("The figure in this part, and its source"))

            let look = try await officer.send(
                ["version": "2", "text": text, "look-at": "text"], to: year + "/parts/levels")
            #expect(look.reading.contains("There were 245 crimes , after"), "the preview is live too")
            #expect(look.text.contains("{{figure \(Self.burglary)}}"), "and what is written stays as it is")
            #expect(try await officer.get(year + "/parts/levels").reading.contains("245 crimes"))
        }
    }

    @Test("a theme's drafted sentence is put into a part by its address, once, and stays live")
    func offered() async throws {
        try await year { _, officer, year in
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            let page = try await officer.get(year + "/themes/\(theme)")
            #expect(page.reading.contains("Burglary in Testham: 245 crimes in January to February 2014."))
            let at = try #require(
                page.text.firstMatch(of: /name="at" value="(change [^"]+)"/).map { String($0.output.1) })
            let into = "theme \(theme): change"
            for _ in 1...2 {
                let put = try await officer.send(
                    ["at": at, "of": "trend", "into-trend": into], to: year + "/themes/\(theme)/figures")
                #expect(put.location == year + "/themes/\(theme)/change")
            }
            let part = try await officer.get(year + "/themes/\(theme)/change")
            #expect(part.reading.contains("Burglary in Testham rose by 104.2%"))
            #expect(part.text.contains("/figures?at=change%20"))
            let text = try await officer.get(year + "/themes/\(theme)/change/edit").text
            #expect(text.components(separatedBy: "{{sentence \(at)}}").count == 2, "it is there once")
            let elsewhere = try await officer.send(
                ["at": at, "of": "trend", "into-trend": "sources"], to: year + "/themes/\(theme)/figures")
            #expect(elsewhere.status == .notFound)
        }
    }

    @Test("partners comment on a part with their agency, and writers settle it with a word; nothing goes away")
    func review() async throws {
        try await year { house, officer, year in
            let who = try await WhoIsWhoHouse(house)
            let chair = try await house.somebody(try await who.somebody(as: .chair))
            let blank = try await chair.send(["place": "levels", "comment": " "], to: year + "/comments")
            #expect(blank.status == .unprocessableContent)
            #expect(blank.reading.contains("Write what should be different"))
            let said = try await chair.send(
                ["place": "levels", "comment": "<b>Ambulance</b> data say otherwise."], to: year + "/comments")
            #expect(said.location == year + "/parts/levels#comments")
            let part = try await officer.get(year + "/parts/levels")
            #expect(part.reading.contains("<b>Ambulance</b> data say otherwise."))
            #expect(try await officer.get(year).reading.contains("1 open comment"))
            let home = try await officer.get("/home").reading
            #expect(home.contains("Settle a comment"))
            #expect(
                try await officer.get("/notices").reading.contains(
                    "commented on ‘Levels and patterns’ of the strategic"))
            #expect(
                try await !chair.get("/home").reading.contains("Settle a comment"),
                "who does not write it settles nothing")

            let all = try await officer.get(year + "/comments").text
            let action = try #require(
                all.firstMatch(of: /action="([^"]+\/answers)"/).map { String($0.output.1) })
            let id = String(action.split(separator: "/")[3])
            #expect(try await chair.get(year + "/comments").text.contains("/answers") == false)
            let empty = try await officer.send(["answer-\(id)": ""], to: action)
            #expect(empty.status == .unprocessableContent)
            try await officer.send(["answer-\(id)": "We asked for them.", "deed": "answer"], to: action)
            #expect(try await officer.get(year + "/comments").reading.contains("Open (1)"))
            try await officer.send(["answer-\(id)": "They are in now.", "deed": "settle"], to: action)
            let settled = try await chair.get(year + "/comments").reading
            #expect(settled.contains("Settled (1)"))
            #expect(try await chair.get("/notices").reading.contains("settled your comment on ‘Levels and patterns’"))
            for words in ["Ambulance", "We asked for them.", "They are in now."] { #expect(settled.contains(words)) }
        }
    }

    @Test("the checklist says what the law asks for, where it is met, and what is missing")
    func checklist() async throws {
        try await year { _, officer, year in
            let before = try await officer.get(year + "/checklist").reading
            #expect(before.contains("Something is written for 0 of the 8 things"))
            #expect(before.contains("There is no figure in ‘Levels and patterns’."))
            #expect(before.contains("Write something of the theme ‘Reoffending’."))
            try await officer.send(
                ["version": "1", "text": "{{figure \(Self.burglary)}}"], to: year + "/parts/levels")
            let after = try await officer.get(year + "/checklist").reading
            #expect(after.contains("Something is written for 1 of the 8 things"))
        }
    }

    @Test("the document holds every part in its order, its figures by number, and every source with its hash")
    func document() async throws {
        try await year { house, officer, year in
            for (part, text) in [("summary", "Burglary: {{figure \(Self.burglary)}}."), ("priorities", "Locks.")] {
                try await officer.send(["version": "0", "text": text], to: year + "/parts/\(part)")
            }
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            try await officer.send(
                ["version": "0", "text": "Again {{figure \(Self.burglary)}}."], to: year + "/themes/\(theme)/why")
            let page = try await officer.get(year + "/document")
            let titles = page.text.matches(of: /<h2 id="part-([a-z-]+)"/).map { String($0.output.1) }
            #expect(
                titles == [
                    "summary", "methods", "last-plan", "levels", "changes", "comparison", "places", "themes",
                    "priorities", "residents", "gaps", "sources",
                ])
            #expect(page.reading.contains("Burglary: 245 crimes [1] ."))
            #expect(page.reading.contains("Again 245 crimes [1] ."), "one figure has one number")
            #expect(page.text.contains("id=\"figure-1\""))
            #expect(page.reading.contains("Agreed by Testham CSP on 9 February 2016"))
            #expect(page.reading.contains("No data tell of Domestic abuse, "))
            let release = try #require(try await house.releases().first { $0.name.contains("2014-01") })
            #expect(page.text.contains(release.sha256.description))

            let figures = try await officer.get(year + "/document/figures.csv").text
            #expect(
                figures.contains(
                    "\r\n1,count,245.0000,crimes,,,,,,245 crimes,,Burglary in Testham: 245 crimes in January to February 2014."
                ))
            #expect(try await officer.get(year + "/document/sources.csv").text.contains(release.sha256.description))
            #expect(try await officer.get(year + "/document/ranking.csv").text.contains("\r\nBurglary,1,1,"))
            #expect(try await officer.get(year + "/document/nothing.csv").status == .notFound)
        }
    }

    @Test(
        "whatever number of a version a form says, nothing breaks and nothing is lost",
        arguments: [
            "9223372036854775807", "-9223372036854775808", "99999999999999999999", "x", "",
        ])
    func hostileVersion(version: String) async throws {
        try await year { _, officer, year in
            try await officer.send(["version": "0", "text": "Mine."], to: year + "/parts/methods")
            let answer = try await officer.send(["version": version, "text": "Other."], to: year + "/parts/methods")
            #expect(answer.status == .conflict)
            #expect(try await officer.get(year + "/parts/methods").reading.contains("Mine."))
        }
    }

    @Test("a text names a hundred figures at most, is measured whichever way it comes, and loses what nobody sees")
    func measured() async throws {
        try await year { _, officer, year in
            let path = year + "/parts/levels"
            let many = (1...101).map { "{{figure count x\($0)}}" }.joined(separator: " ")
            let refused = try await officer.send(["version": "0", "text": many], to: path)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("It names 101 figures. Nobody reads so many: name 100 at most"))
            let long = String(repeating: "word ", count: 21_000)
            let chosen = try await officer.send(
                ["version": "0", "text-choice": "mine", "text-mine": long, "text": ""], to: path)
            #expect(chosen.status == .unprocessableContent)
            #expect(chosen.reading.contains("shorten it to at most 100,000 letters"))
            try await officer.send(["version": "1", "text": "a\u{1}b\u{2028}c\u{7F}\td"], to: path)
            let kept = try await officer.get(path + "/edit").text
            #expect(kept.contains("ab\nc\td</textarea>"))
        }
    }

    @Test(
        "the data show themselves: pictures with their tables, each by itself as CSV, and nothing where there are none")
    func exhibits() async throws {
        try await year { _, officer, year in
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            try await officer.send(["version": "0", "text": "In winter."], to: year + "/themes/\(theme)/when")
            let page = try await officer.get(year + "/document")
            #expect(page.reading.contains("Recorded crime each month"))
            #expect(page.reading.contains("Recorded crimes by type, Testham"))
            #expect(page.reading.contains("Burglary, month by month"))
            #expect(!page.text.contains("<img class=\"chart-figure__picture\""), "nothing draws here")
            let tables = page.text.matches(of: /href="([^"]+\/document\/charts[^"]+)"/).map { String($0.output.1) }
            #expect(tables.count >= 6)
            for table in tables { #expect(try await officer.get(table).status == .ok, "\(table)") }
            let months = try await officer.get(year + "/document/charts/all-crime.csv").text
            #expect(months.contains("Testham,January to February 2014,All crime,2014-01,"))
            #expect(try await officer.get(year + "/document/charts/all-crime.svg").status == .serviceUnavailable)
            for name in ["nothing.csv", "nothing.svg", "types.svg", "all-crime.exe", "all-crime", "a.b.csv"] {
                #expect(try await officer.get(year + "/document/charts/\(name)").status == .notFound, "\(name)")
            }
        }
    }
}

import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing

@testable import App

@Suite("Who reads what was published is told when its sources were revised, and it stays as it is")
struct RevisedSourcesTests {
    private static let publication = "/publications/strategic-assessment-2014-15"
    private static let change =
        "change street-crime/burglary district:testham 2014-01..2014-02 against 2013-01..2013-02"

    /// A year that was published with a count and a change, after which February 2014 was told anew.
    private func revised(
        burglaries: Int = 130, _ body: @Sendable (House, Browser, String) async throws -> Void
    ) async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let year = try await StrategicAssessmentTests.begin(house)
            let officer = try await house.officer()
            let earlier = "count street-crime/burglary district:testham 2013-01..2013-02"
            let texts = [YearDocumentTests.burglary, Self.change, earlier].map { "{{figure \($0)}}" }
            try await officer.send(
                ["version": "0", "text": "Burglary: \(texts.joined(separator: ", "))."], to: year + "/parts/summary")
            let published = try await YearPublicationTests.publish(officer, year)
            #expect(published.status == .seeOther)
            house.clock.move(hours: 0.1)
            try await house.take([StreetFile("2014-02", burglaries: burglaries, incidents: 1)])
            try await body(house, officer, year)
        }
    }

    @Test("members see it at the head of the publication, on the year, and where the release’s changes are")
    func members() async throws {
        try await revised { house, officer, year in
            let told =
                "2 figures of this document rest on an older release; newer data would say otherwise of each. "
                + "Newer data would show other numbers in "
            let newest = try #require(try await house.releases().first).id
            let member = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .member))
            for reader in [officer, member] {
                for page in [Self.publication, year, year + "/revised", "/data/releases/\(newest)/changes"] {
                    let read = try await reader.get(page)
                    #expect(read.reading.contains(told), "\(page)")
                }
            }
            let page = try await officer.get(Self.publication).reading
            #expect(page.contains("245 → 250"))
            #expect(page.contains("+104.2% → +108.3%"))
            #expect(page.contains("Burglary: 245 crimes"), "what was published stands")
            #expect(page.contains("Recorded crime rose by 104.2% in January to February 2014"), "\(page)")
            #expect(page.contains("→ Recorded crime rose by 108.3%"), "\(page)")

            let details = try await officer.get(year + "/revised")
            #expect(details.text.contains("href=\"/data/releases/\(newest)/changes\""))
            #expect(details.reading.contains("Street-level crime, February 2014"))
            #expect(details.reading.contains("Pictures, tables and themes Other numbers would stand in"))
            let cell = "February, January to February 2014 125 130"
            #expect(details.reading.contains(cell), "each number, as it was and as it would be: \(details.reading)")
            #expect(details.reading.contains("Tell readers"))
            #expect(try await !member.get(year + "/revised").reading.contains("Tell readers"))
            let changes = try await officer.get("/data/releases/\(newest)/changes")
            #expect(changes.text.contains("href=\"\(year)/revised\""))
            #expect(changes.text.contains("href=\"\(Self.publication)\""))
            #expect(changes.reading.contains("Pictures, tables and themes of ‘"), "\(changes.reading)")
        }
    }

    @Test(
        "a visitor is told nothing by itself, and after an officer said so which sources, with the reason and no number"
    )
    func readers() async throws {
        try await revised { house, officer, year in
            let before = try await house.visitor.get(Self.publication)
            #expect(!before.reading.contains("older release") && !before.reading.contains("revised since"))

            let form = year + "/revised/note"
            let asked = try await officer.get(form)
            let said = try #require(asked.text.firstMatch(of: /name="said" value="([^"]+)"/)).output.1
            #expect(
                said.hasPrefix(
                    "Since this was published, data.police.uk has revised street-level crime of February 2014."))
            #expect(said.hasSuffix("The figures here are those of what had been received by 9 February 2016."))
            let silent = try await officer.send(["said": String(said), "why": " "], to: form)
            #expect(silent.status == .unprocessableContent && silent.reading.contains("Say why"))
            let other = try await officer.send(["said": "Something else.", "why": "x"], to: form)
            #expect(other.status == .unprocessableContent)
            let done = try await officer.send(
                ["said": String(said), "why": "The priorities hold."], to: form)
            #expect(done.location == Self.publication)

            let after = try await house.visitor.get(Self.publication)
            #expect(after.reading.contains("\(said) The priorities hold. Said on 9 February 2016."))
            #expect(after.reading.contains("Burglary: 245 crimes"))
            #expect(!after.text.contains("250 crimes"))
            let twice = try await officer.send(["said": String(said), "why": "Again."], to: form)
            #expect(twice.status == .unprocessableContent && twice.reading.contains("told that already"))
            let activity = try await officer.get("/activity").reading
            #expect(activity.contains("told readers what was revised since of"))
            #expect(activity.contains("The priorities hold."))
        }
    }

    @Test("telling readers is for who may publish, and asks who it is where that was not proved of late")
    func asked() async throws {
        try await revised { house, officer, year in
            let member = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .analyst))
            #expect(try await member.get(year + "/revised/note").status == .forbidden)
            house.clock.move(hours: 0.5)
            #expect(try await officer.get(year + "/revised/note").location.hasPrefix("/account/proof?next="))
        }
    }

    @Test(
        "the next version rests on what is here: nothing was revised since, though its order was agreed on older figures"
    )
    func next() async throws {
        try await revised { house, officer, year in
            let plan = try await officer.get(year + "/publication").reading
            #expect(plan.contains("The order was agreed on older figures"))
            #expect(plan.contains("Since it was agreed, these were revised: Street-level crime, February 2014."))
            let done = try await YearPublicationTests.publish(officer, year)
            #expect(done.status == .seeOther)
            let page = try await officer.get(Self.publication).reading
            #expect(page.contains("250 crimes") && !page.contains("older release"))
            let newest = try #require(try await house.releases().first).id
            for address in [Self.publication, year, year + "/revised", "/data/releases/\(newest)/changes"] {
                let read = try await officer.get(address).reading
                #expect(!read.contains("sources were revised"), "\(address)")
                #expect(!read.contains("newer release") && !read.contains("Tell readers"), "\(address)")
            }
            #expect(try await officer.get(year + "/revised/note").status == .notFound)
        }
    }

    @Test("the next version names the rows of a table that are judged otherwise, with both verdicts")
    func turned() async throws {
        try await revised(burglaries: 5) { _, officer, year in
            let plan = try await officer.get(year + "/publication").reading
            let told = "’ shows other numbers. Burglary: a rise before, no clear change now."
            #expect(plan.contains(told), "\(plan)")
        }
    }

    @Test("a new year without an order says so, and not that no place is another")
    func unordered() async throws {
        try await revised { _, officer, _ in
            let begun = try await officer.send(
                [
                    "year": "2015/16", "from": "2014-01", "to": "2014-02", "earlier-from": "2013-01",
                    "earlier-to": "2013-02",
                ], to: "/strategic-assessments")
            let page = try await officer.get(begun.location + "/document").reading
            #expect(
                page.contains("No order of themes is agreed yet, so no place is set against last year’s."), "\(page)")
            #expect(!page.contains("No place in the order"), "\(page)")
        }
    }

    /// A year that was published from one file of six months, three of each year.
    private func fromOneFile(_ body: @Sendable (House, Browser, String) async throws -> Void) async throws {
        try await House.open { house in
            var all = StreetFile("2013-01", burglaries: 60)
            for (month, burglaries) in [("2013-02", 60), ("2014-01", 120), ("2014-02", 125), ("2014-03", 130)] {
                all.rows += StreetFile(month, burglaries: burglaries).rows
            }
            try await house.take([all])
            let year = try await StrategicAssessmentTests.begin(house)
            let officer = try await house.officer()
            let before = "count street-crime/burglary district:testham 2013-01..2013-02"
            let texts = [YearDocumentTests.burglary, Self.change, before].map { "{{figure \($0)}}" }
            try await officer.send(
                ["version": "0", "text": "Burglary: \(texts.joined(separator: ", "))."], to: year + "/parts/summary")
            try await YearPublicationTests.publish(officer, year)
            house.clock.move(hours: 0.1)
            try await body(house, officer, year)
        }
    }

    @Test("a file of several months that was superseded for one of them is told for the figures that count that month")
    func oneMonthOfMany() async throws {
        try await fromOneFile { house, officer, year in
            try await house.take([StreetFile("2014-02", burglaries: 165)])
            let newest = try #require(try await house.releases().first).id
            let told = "2 figures of this document rest on an older release; newer data would say otherwise of each."
            for page in [Self.publication, year, year + "/revised", "/data/releases/\(newest)/changes"] {
                let read = try await officer.get(page).reading
                #expect(read.contains(told), "\(page): \(read)")
                #expect(!read.contains("says the same"), "\(page)")
            }
            #expect(try await officer.get(Self.publication).reading.contains("245 → 285"))
            #expect(try await YearPublicationTests.publish(officer, year).status == .seeOther)
            house.clock.move(hours: 0.1)
            #expect(try await !officer.get(Self.publication).reading.contains("sources were revised"))
            #expect(try await officer.get(year + "/revised").reading.contains("Nothing it rests on was revised"))
            // Of the month that the second version rests on the newer file for, a third release is news again.
            try await house.take([StreetFile("2014-02", burglaries: 166)])
            let again = try await officer.get(Self.publication).reading
            #expect(again.contains("285 → 286"), "\(again)")
        }
    }

    @Test(
        "a month of the file that the document does not count says nothing of it, and one of the year before of what counts that"
    )
    func otherMonths() async throws {
        try await fromOneFile { house, officer, year in
            try await house.take([StreetFile("2014-03", burglaries: 140)])
            #expect(try await officer.get(year + "/revised").reading.contains("Nothing it rests on was revised"))
            #expect(try await !officer.get(Self.publication).reading.contains("sources were revised"))
            try await house.take([StreetFile("2013-02", burglaries: 61)])
            let page = try await officer.get(year + "/revised").reading
            let told = "2 figures of this document rest on an older release; newer data would say otherwise of each."
            #expect(page.contains(told), "\(page)")
            #expect(page.contains("120 → 121") || page.contains("120 121"), "\(page)")
        }
    }

    @Test("where nothing was revised there is nothing to say")
    func nothing() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let year = try await StrategicAssessmentTests.begin(house)
            let officer = try await house.officer()
            try await officer.send(["version": "0", "text": "Locks."], to: year + "/parts/summary")
            #expect(try await officer.get(year + "/revised").reading.contains("Nothing it rests on was revised"))
            try await YearPublicationTests.publish(officer, year)
            try await house.take([StreetFile("2014-03", burglaries: 5)])
            #expect(try await !officer.get(Self.publication).reading.contains("newer release"))
            #expect(try await officer.get(year + "/revised/note").status == .notFound)
        }
    }

    @Test("a release that tells the same is said to")
    func same() async throws {
        try await revised(burglaries: 125) { _, officer, _ in
            let told = "2 figures of this document rest on an older release; newer data say the same."
            let page = try await officer.get(Self.publication).reading
            #expect(page.contains(told))
        }
    }
}

import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Partnership
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("A year’s assessment is laid before everybody as it stood, and the next version says what is different")
struct YearPublicationTests {
    private static let publication = "/publications/strategic-assessment-2014-15"

    /// A year with a summary that names a figure.
    private func year(
        python: String? = nil, _ body: @Sendable (House, Browser, String) async throws -> Void
    ) async throws {
        try await House.open(python: python) { house in
            try await StrategicAssessmentTests.twoYears(house)
            let year = try await StrategicAssessmentTests.begin(house)
            let officer = try await house.officer()
            try await officer.send(
                ["version": "0", "text": "Burglary: {{figure \(YearDocumentTests.burglary)}}."],
                to: year + "/parts/summary")
            try await body(house, officer, year)
        }
    }

    /// Sends what the page of the publication asks for.
    @discardableResult
    static func publish(_ officer: Browser, _ year: String) async throws -> TestResponse {
        let page = try await officer.get(year + "/publication").text
        let before = page.firstMatch(of: /name="before" value="(\d+)"/).map { String($0.output.1) }
        let shown = page.firstMatch(of: /name="shown" value="([0-9a-f]+)"/).map { String($0.output.1) }
        return try await officer.send(["before": before ?? "", "shown": shown ?? ""], to: year + "/publication")
    }

    @Test("what everybody reads has its figures in words and leads nowhere that only members may go")
    func published() async throws {
        try await year { house, officer, year in
            let page = try await officer.get(year + "/publication").reading
            #expect(page.contains("Something that the law asks for is missing"))
            #expect(page.contains("No PDF."))
            let done = try await Self.publish(officer, year)
            #expect(done.location == Self.publication)

            let read = try await house.visitor.get(Self.publication)
            #expect(read.status == .ok)
            #expect(read.reading.contains("Burglary: 245 crimes [1] ."))
            #expect(read.reading.contains("Burglary in Testham: 245 crimes in January to February 2014."))
            #expect(!read.text.contains("href=\"/figures"))
            #expect(!read.text.contains("href=\"/strategic-assessments"))
            for link in read.text.matches(of: /href="#([^"]+)"/) {
                #expect(read.text.contains("id=\"\(link.output.1)\""), "#\(link.output.1)")
            }
            for file in ["figures.csv", "ranking.csv", "sources.csv", "assessment.json"] {
                #expect(try await house.visitor.get(Self.publication + "/versions/1/\(file)").status == .ok, "\(file)")
            }
            #expect(try await officer.get(year).reading.contains("Published, version 1"))
            #expect(try await house.visitor.get("/").text.contains("href=\"\(Self.publication)\""))
        }
    }

    @Test("the published tables load as they are: plain numbers, units in the heads, a reason where one is missing")
    func tables() async throws {
        try await year { house, officer, year in
            try await Self.publish(officer, year)
            let files = Self.publication + "/versions/1/"
            let page = try await house.visitor.get(Self.publication).text
            let tables = Set(page.matches(of: /href="([^"]+\.csv)"/).map { String($0.output.1) })
            #expect(tables.count > 4)
            for table in tables {
                let text = try await house.visitor.get(table).text
                // A sign of its own, thousands parted, a per cent sign, or a dash for nothing: all of them words.
                let words = text.matches(
                    of: /,"?'?[+\u{2212}]\d[\d,.]*%?"?(?=,|\r)|,\d[\d.]*%(?=,|\r)|,\u{2013}(?=,|\r)|,"\d{1,3},\d{3}"/)
                #expect(words.isEmpty, "\(table): \(words.map { String($0.output) })")
            }
            let types = try await house.visitor.get(files + "table-types.csv").text
            #expect(types.contains("Testham,Burglary,2014-01,2014-02,245,"))
            let record = try await house.visitor.get(files + "assessment.json").json()
            let figure = try #require((record["figures"] as? [[String: Any]])?.first)
            #expect(figure["value"] as? Double == 245, "the obvious name has the number")
            #expect(figure["valueInWords"] as? String == "245")
            let measured = try #require(figure["measured"] as? [String: Any])
            #expect(measured["value"] as? Double == 245 && measured["unit"] as? String == "crimes")
            #expect(measured["lower"] is NSNull && measured["reason"] is NSNull)
        }
    }

    @Test("publishing and withdrawing, which are for good, ask who it is where that was not proved of late")
    func proved() async throws {
        try await year { house, officer, year in
            let page = try await officer.get(year + "/publication").text
            let shown = page.firstMatch(of: /name="shown" value="([0-9a-f]+)"/).map { String($0.output.1) }
            house.clock.move(hours: 0.5)
            let asked = try await officer.get(year + "/publication")
            #expect(asked.location.hasPrefix("/account/proof?next="))
            let late = try await officer.send(["before": "0", "shown": shown ?? ""], to: year + "/publication")
            #expect(late.status == .forbidden)
            #expect(late.reading.contains("Prove that it is you"))
            #expect(try await house.visitor.get(Self.publication).status == .notFound)

            let fresh = try await house.officer()
            try await Self.publish(fresh, year)
            house.clock.move(hours: 0.5)
            let withdrawal = Self.publication + "/versions/1/withdrawal"
            #expect(try await fresh.get(withdrawal).location.hasPrefix("/account/proof?next="))
            #expect(try await fresh.send(["why": "A slip."], to: withdrawal).status == .forbidden)
            #expect(try await house.visitor.get(Self.publication).status == .ok)
        }
    }

    @Test("who has no password proves it by the next one-time address, signed in as they are, and publishes")
    func provedByAddress() async throws {
        try await year { house, officer, year in
            house.clock.move(hours: 0.5)
            let away = try await officer.get(year + "/publication").location
            let asked = try await officer.get(away)
            #expect(asked.reading.contains("you need not sign out first"))
            #expect(asked.text.contains("href=\"\(year)/publication\""))
            // As a browser does it: what stands in the form is what is sent.
            let page = try await officer.get("/sign-in/\(await house.nextSignIn())").text
            let form = try #require(page.firstMatch(of: /action="\/sign-in\/once">([\s\S]*?)<\/form>/)).output.1
            let fields = form.matches(of: /name="([^"]+)" value="([^"]+)"/).map {
                (String($0.output.1), String($0.output.2))
            }
            #expect(try await officer.sendBare(fields, to: "/sign-in/once").location == "/home")
            #expect(try await Self.publish(officer, year).location == Self.publication)
        }
    }

    @Test("it stands still, whatever is imported afterwards; the next version says what was revised")
    func revised() async throws {
        try await year { house, officer, year in
            try await Self.publish(officer, year)
            try await house.take([StreetFile("2014-02", burglaries: 130)])
            #expect(try await house.visitor.get(Self.publication).reading.contains("Burglary: 245 crimes"))
            try await officer.send(["version": "0", "text": "Locks."], to: year + "/parts/priorities")
            let again = try await Self.publish(officer, year)
            #expect(again.status == .seeOther, "\(again.reading)")
            let second = try await house.visitor.get(Self.publication).reading
            #expect(second.contains("Burglary: 250 crimes"))
            #expect(second.contains("It said ‘245 crimes’ before: the source was revised."))
            #expect(second.contains("‘Recommended priorities’ is new."))
            let first = try await house.visitor.get(Self.publication + "/versions/1").reading
            #expect(first.contains("Burglary: 245 crimes"))
        }
    }

    @Test("a figure that cannot be told stops it, with the part that names it; so does what changed meanwhile")
    func stopped() async throws {
        try await year { house, officer, year in
            let shown = try await officer.get(year + "/publication").text
            try await officer.send(
                ["version": "1", "text": "None: {{figure \(YearDocumentTests.missing)}}."], to: year + "/parts/levels")
            let page = try await officer.get(year + "/publication").reading
            #expect(page.contains("A figure cannot be told"))
            #expect(page.contains("in ‘Levels and patterns’: Nothing is known of January to February 2012"))
            #expect(page.contains("It cannot be published yet"))
            let hash = shown.firstMatch(of: /name="shown" value="([0-9a-f]+)"/).map { String($0.output.1) }
            let late = try await officer.send(["before": "0", "shown": hash ?? ""], to: year + "/publication")
            #expect(late.status == .unprocessableContent)
            #expect(late.reading.contains("changed since you were shown it"))
            #expect(try await house.visitor.get(Self.publication).status == .notFound)
        }
    }

    @Test("what stands on the page and is no figure stops it too, where it changed since it was shown")
    func changedWords() async throws {
        try await year { _, officer, year in
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            try await officer.send(["version": "0", "text": "Locks."], to: year + "/themes/\(theme)/why")
            let shown = try await officer.get(year + "/publication").text
            let hash = shown.firstMatch(of: /name="shown" value="([0-9a-f]+)"/).map { String($0.output.1) }
            try await officer.send(
                ["name": "Burglary", "covers": "Something else altogether.", "measures": "street-crime/burglary"],
                to: year + "/themes/\(theme)/details")
            #expect(try await officer.get(year + "/document").reading.contains("Something else altogether."))
            let late = try await officer.send(["before": "0", "shown": hash ?? ""], to: year + "/publication")
            #expect(late.status == .unprocessableContent)
            #expect(late.reading.contains("changed since you were shown it"))
        }
    }

    @Test("it asks for the second step, and for a seat that may publish")
    func asked() async throws {
        try await year { house, _, year in
            let weak = try await house.somebody(FirstOfficerStore.person, by: .password)
            #expect(try await weak.get(year + "/publication").status == .forbidden)
            let who = try await WhoIsWhoHouse(house)
            let chair = try await house.somebody(try await who.somebody(as: .chair), by: .code)
            #expect(try await chair.get(year + "/publication").status == .forbidden)
            #expect(try await chair.send(["before": "0"], to: year + "/publication").status == .forbidden)
        }
    }

    @Test("what should not have been published is withdrawn with a reason, which everybody reads in its place")
    func withdrawn() async throws {
        try await year { house, officer, year in
            try await Self.publish(officer, year)
            let form = Self.publication + "/versions/1/withdrawal"
            #expect(try await house.visitor.get("/").text.contains("href=\"\(Self.publication)\""))
            #expect(try await officer.get(year + "/publication").text.contains(form))
            let silent = try await officer.send(["why": " "], to: form)
            #expect(silent.status == .unprocessableContent)
            #expect(silent.reading.contains("Say why"))
            try await officer.send(["why": "A count could be traced to one family."], to: form)
            let gone = try await house.visitor.get(Self.publication)
            #expect(gone.status == .gone)
            #expect(gone.reading.contains("A count could be traced to one family."))
            #expect(try await !house.visitor.get("/").text.contains("href=\"\(Self.publication)\""))
            #expect(try await officer.get(form).status == .notFound)
            try await Self.publish(officer, year)
            #expect(try await house.visitor.get(Self.publication).status == .ok, "version 2 takes its place")
        }
    }

    @Test("with the worker, the PDF goes with it", .enabled(if: Worker.isThere))
    func printed() async throws {
        try await year(python: Worker.python) { house, officer, year in
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            try await officer.send(
                [
                    "version": "0",
                    "text": "## Where\n\n- *Here* [x](#nowhere)\n\n> said\n\n| a | b |\n|--|--|\n| 1 | 2 |",
                ],
                to: year + "/themes/\(theme)/where")
            let waiting = try await officer.get(year + "/document.pdf", [.accept: "text/html"])
            #expect(waiting.status == .accepted)
            let draft = try await officer.get(year + "/document.pdf")
            #expect(draft.bytes.starts(with: Array("%PDF-".utf8)))
            #expect(try await officer.get(year + "/document.pdf/progress").json()["isFinished"] as? Bool == true)
            try await Self.publish(officer, year)
            let pdf = try await house.visitor.get(Self.publication + "/versions/1/strategic-assessment.pdf")
            #expect(pdf.headers[.contentType] == "application/pdf")
            #expect(String(decoding: pdf.bytes, as: UTF8.self).contains("<pdfuaid:part>1</pdfuaid:part>"))
            let page = try await house.visitor.get(Self.publication)
            let pictures = page.text.matches(of: /(?:src|srcset)="(\/publications[^"]+)"/).map { String($0.output.1) }
            #expect(pictures.contains { $0.hasSuffix("/chart-all-crime.svg") })
            #expect(pictures.contains { $0.hasSuffix("/chart-all-crime-narrow.svg") })
            for picture in pictures {
                let drawn = try await house.visitor.get(picture)
                #expect(drawn.status == .ok && drawn.headers[.contentType] == "image/svg+xml", "\(picture)")
            }
            let shown = try await officer.get(year + "/document/charts/all-crime.svg?width=narrow")
            #expect(shown.headers[.contentType] == "image/svg+xml")
        }
    }
}

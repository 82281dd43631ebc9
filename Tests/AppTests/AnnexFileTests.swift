import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App
@testable import Meetings
@testable import Reports

@Suite(
    "A PDF stands in an annex of a report, from its form to the public’s page",
    .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test what looks into PDFs."))
struct AnnexFileTests {
    private static let good = Browser.File("Hot spots.pdf", SmallPDF.saying("Streets of Margate", pages: 2))
    private static let answers = [("title", "Map"), ("shows", "Where burglary is frequent.")]

    /// - Returns: where the annex is saved.
    private func annex(_ report: SampleReport, _ officer: Browser) async throws -> String {
        let given = try await officer.give([Self.good], Self.answers, to: report.address + "/annexes")
        let item = try #require(given.location.firstMatch(of: /moved=([0-9a-f-]+)/)?.output.1)
        return "\(report.address)/annexes/\(item)"
    }

    private func form(_ annex: String) -> String {
        annex.replacing("/annexes/", with: "/lists/annexes/") + "/edit"
    }

    @Test("it is given with its description, read, replaced, taken out and put back")
    func whole() async throws {
        try await House.open(python: Worker.python) { house in
            let officer = try await house.officer()
            let report = try await SampleReport(house)
            let new = try await officer.get(report.address + "/lists/annexes/new")
            #expect(new.text.contains("enctype=\"multipart/form-data\"") && new.reading.contains("50 MB at most"))
            let annex = try await annex(report, officer)
            let page = try await officer.get(report.address).reading
            #expect(page.contains("Where burglary is frequent. Map as PDF (2 pages"), "\(page)")
            #expect(try await officer.get(annex + "/file").bytes == Self.good.bytes)
            #expect(
                try await officer.get(annex + "/file").headers[.contentDisposition]?.contains("Hot%20spots.pdf") == true
            )

            let opened = try OpenedForm(try await officer.get(form(annex)), to: annex)
            let first = try #require(opened["file-kept"])
            #expect(try await opened.typing(["title": "The map"]).sent(by: officer).status == .seeOther)
            #expect(try await officer.get(annex + "/file").status == .ok, "the file stays where nobody says otherwise")
            let now = try OpenedForm(try await officer.get(form(annex)), to: annex)
            let other = Browser.File("New.pdf", SmallPDF.saying("Streets of Ramsgate"))
            let values = Self.answers + [("version", now["version"] ?? ""), ("file-kept", now["file-kept"] ?? "")]
            #expect(try await officer.give([other], values, to: annex).status == .seeOther)
            #expect(try await officer.get(annex + "/file").bytes == other.bytes)
            #expect(try await officer.get(annex + "/file?version=\(first)").bytes == Self.good.bytes)

            let third = try OpenedForm(try await officer.get(form(annex)), to: annex)
            try await third.typing(["file-kept": "none"]).sent(by: officer)
            #expect(try await officer.get(annex + "/file").status == .notFound)
            let last = try await officer.get(form(annex))
            #expect(last.reading.contains("‘Hot spots.pdf’, 2 pages (version "))
            try await OpenedForm(last, to: annex).typing(["file-kept": first]).sent(by: officer)
            #expect(try await officer.get(annex + "/file").bytes == Self.good.bytes)
            let comparison = try await officer.get(report.address + "/comparison?from=6&to=7").reading
            #expect(comparison.contains("Before: Hot spots.pdf") && comparison.contains("After: New.pdf"))
        }
    }

    @Test("a bad file is refused by what is wrong with it, and a good one asked for again beside what else is missing")
    func refused() async throws {
        try await House.open(python: Worker.python) { house in
            let officer = try await house.officer()
            let report = try await SampleReport(house)
            for (file, reason) in [
                (Browser.File("bad.pdf", "MZ no PDF"), "bad.pdf: It is neither a PDF nor a file of Word"),
                (Browser.File("bad.pdf", SmallPDF.scripted), "bad.pdf: It has a script that runs when it is opened"),
            ] {
                let answer = try await officer.give([file], Self.answers, to: report.address + "/annexes")
                #expect(answer.status == .unprocessableContent && answer.reading.contains(reason), "\(answer.reading)")
                #expect(answer.text.contains("Where burglary is frequent."), "what was typed stays")
            }
            let half = try await officer.give([Self.good], [("title", "Map")], to: report.address + "/annexes")
            #expect(half.reading.contains("Say what the file shows, for whoever cannot see its pages"))
            #expect(half.reading.contains("Choose ‘Hot spots.pdf’ again too: nothing was saved yet"))
            #expect(try await officer.get(report.address + "/lists/annexes").reading.contains("There is none yet"))

            let annex = try await annex(report, officer)
            let forged = try OpenedForm(try await officer.get(form(annex)), to: annex)
            let hash = FileHash(of: Self.good.bytes)
            try await forged.typing(["file-kept": "\(hash) 1 1 x.pdf"]).sent(by: officer)
            #expect(try await officer.get(annex + "/file").status == .notFound, "no form names a file by its hash")
        }
    }

    @Test("a file that came while two wrote the same words is not lost")
    func atOnce() async throws {
        try await House.open(python: Worker.python) { house in
            let who = try await WhoIsWhoHouse(house)
            let (ada, ben) = (try await house.officer(), try await house.somebody(try await who.somebody(as: .analyst)))
            let report = try await SampleReport(house)
            let item = try await ada.send(["title": "Map", "text": "Old."], to: report.address + "/lists/annexes")
                .location
            let id = try #require(item.firstMatch(of: /moved=([0-9a-f-]+)/)?.output.1)
            let annex = "\(report.address)/annexes/\(id)"
            let (hers, version) = (
                try OpenedForm(try await ada.get(form(annex)), to: annex),
                try OpenedForm(try await ben.get(form(annex)), to: annex)["version"] ?? ""
            )
            try await hers.typing(["text": "Hers."]).sent(by: ada)
            let both = try await ben.give(
                [Self.good], Self.answers + [("text", "His."), ("version", version)], to: annex)
            #expect(both.status == .conflict && both.reading.contains("Hers.") && both.reading.contains("His."))
            let choice = try OpenedForm(both, to: annex).typing(["text-choice": "mine"])
            #expect(try await choice.sent(by: ben).status == .seeOther)
            let page = try await ada.get(report.address).reading
            #expect(page.contains("His. Where burglary is frequent. Map as PDF (2 pages"), "\(page)")
        }
    }

    @Test("whoever is signed out meanwhile gets their words back, and is asked for the file again")
    func signedOut() async throws {
        try await House.open(python: Worker.python) { house in
            let officer = try await house.officer()
            let report = try await SampleReport(house)
            let token = try #require(try await officer.token())
            house.clock.move(hours: 2)

            let given = try await officer.give(
                [Self.good], [("title", "Map"), ("text", "At length.")], token: token, to: report.address + "/annexes")

            #expect(given.status == .unauthorized && given.reading.contains("choose the file again"))
            #expect(given.text.contains("name=\"kept-form\""), "\(given.reading)")
        }
    }

    @Test("members read it with the final report, printed page by page, and nobody reads the file of a draft")
    func members() async throws {
        try await House.open(python: Worker.python) { house in
            let who = try await WhoIsWhoHouse(house)
            let (officer, member) = (
                try await house.officer(), try await house.somebody(try await who.somebody(as: .member))
            )
            let report = try await SampleReport(house, titled: "Plan")
            let annex = try await annex(report, officer)
            #expect(try await member.get(annex + "/file").status == .notFound)
            try await report.complete(for: who.body)
            try await report.finish()
            let page = try await member.get(report.address).text
            let link = try #require(page.firstMatch(of: /href="([^"]*annexes[^"]*)"/)?.output.1)
            #expect(try await member.get(String(link)).bytes == Self.good.bytes)
            #expect(try await member.get(annex + "/file").status == .notFound, "a draft’s file is not a final one’s")

            let pdf = try await member.get(report.address + "/report.pdf")
            #expect(pdf.status == .ok, "\(pdf.reading)")
            let streams = String(decoding: try await PaperText.streams(of: pdf.bytes), as: UTF8.self)
            #expect(streams.contains("/Figure"))
            let read = String(decoding: try await PaperText.read(pdf.bytes), as: UTF8.self)
            #expect(read.contains("Annex 1") && read.contains("Page 4 of 4"), "\(read)")
        }
    }

    @Test("it is published with an open item, on its page, as PDF and in the pack; of an exempt one nothing is")
    func published() async throws {
        let address = ["address": "http://safer.example.org"]
        try await House.open(address, python: Worker.python) { house in
            let meeting = try await AnnexMeeting(house)
            let officer = try await house.officer()
            #expect(try await officer.send(to: meeting.address + "/announcement").status == .seeOther)
            let form = try OpenedForm(
                try await officer.get(meeting.address + "/publication"), to: meeting.address + "/publication")
            let sent = try await form.sent(by: officer)
            #expect(sent.location == meeting.address, "\(sent.reading)")

            let all = try await meeting.everythingPublic(house)
            let page = try #require(all.first { $0.address.contains("/item-") })
            #expect(page.text.contains("Where burglary is frequent."))
            let file = try #require(all.first { $0.bytes == meeting.openFile })
            #expect(page.text.contains("href=\"\(file.address)\""))
            let pack = try #require(all.first { $0.address.hasSuffix("/agenda.pdf") })
            let read = String(decoding: try await PaperText.read(pack.bytes), as: UTF8.self)
            #expect(read.contains("Annex 1: Map (page 3)") || read.contains("Annex 1: Map (page 2)"), "\(read)")
            #expect(read.contains("– 8 March 2016"), "to the body that meets, on that day")
            let papers = all.filter { $0.address.hasPrefix("/oparl/") && $0.text.contains("\"auxiliaryFile\"") }
            #expect(papers.contains { $0.text.contains("-annex-1.pdf") }, "programs find it with its paper")
            for one in all {
                let unpacked = String(decoding: try await PaperText.streams(of: one.bytes), as: UTF8.self)
                #expect(!unpacked.lowercased().contains("hemlock"), "\(one.address)")
                #expect(one.bytes != meeting.closedFile, "\(one.address)")
            }
            let members = try await officer.get(meeting.address + "/editions/1/members.pdf").bytes
            #expect(String(decoding: try await PaperText.read(members), as: UTF8.self).contains("HEMLOCK"))

            let seated = try await house.somebody(meeting.seated)
            let own = try await seated.get("/papers/\(meeting.id)/items/\(meeting.closed)")
            let link = try #require(own.text.firstMatch(of: /href="(\/papers\/[^"]*-annex-1)"/)?.output.1)
            #expect(try await seated.get(String(link)).bytes == meeting.closedFile)
            #expect(try await seated.get("/papers/\(meeting.id)").text.contains(link), "kept to be read offline")
            #expect(try await officer.get(String(link)).status == .forbidden)
            #expect(try await house.visitor.get(String(link)).status == .unauthorized)
        }
    }
}

/// A meeting with two reports on its agenda, an open one and one that is exempt, each with a PDF as its annex.
struct AnnexMeeting {
    let id: ID<Meeting>
    let closed: ID<AgendaItem>
    let seated: ID<Person>
    let who: WhoIsWhoHouse
    let openFile = SmallPDF.saying("Streets of Margate", pages: 2)
    let closedFile = SmallPDF.saying("HEMLOCK asks for a price", pages: 3)

    var address: String { "/committees/meetings/\(id)" }

    init(_ house: House) async throws {
        who = try await WhoIsWhoHouse(house)
        let (database, identities, time) = (house.database, house.installation.identities, house.clock.now)
        let officer = Entry.Actor.member(FirstOfficerStore.person, name: "Community safety officer")
        id = try await MeetingStore(database, identities: identities).call(
            [SampleMeeting.details], of: who.body, by: officer, at: time)[0]
        let reports: [(String, [String: String], [String: String], String, [UInt8])] = [
            (
                "Burglary", ["kind": "unrestricted"], ["title": "Map", "shows": "Where burglary is frequent."],
                "map.pdf",
                openFile
            ),
            (
                "HEMLOCK terms", ["kind": "exempt", "paragraphs": "3", "reason": "A price is being asked for."],
                ["title": "HEMLOCK prices", "shows": "What HEMLOCK asks for."], "HEMLOCK.pdf", closedFile
            ),
        ]
        for (title, classification, annex, name, file) in reports {
            let report = try await SampleReport(house, titled: title)
            try await report.complete(classification: classification, for: who.body)
            let pages = title == "Burglary" ? 2 : 3
            try await report.add(annex, file: name, file, pages: pages)
            try await report.finish()
        }
        let browser = try await house.officer()
        let agenda = try await browser.get("/committees/meetings/\(id)/agenda")
        for found in agenda.text.matches(of: /name="report" value="([^"]*)"/) {
            try await browser.send(
                ["report": String(found.output.1), "version": "1"], to: "/committees/meetings/\(id)/agenda/reports")
        }
        let standing = try await AgendaStore(database, identities: identities).agenda(of: id).standing
        closed = try #require(standing.first { !$0.details.withholding.isOpen }).id
        let structure = try await BodyStore(database, identities: identities).structure()
        seated = try #require(structure.seat(who.seat)?.holders.first?.person)
    }

    /// Every page and file that a visitor is led to from where agendas are.
    func everythingPublic(_ house: House) async throws -> [(address: String, text: String, bytes: [UInt8])] {
        var (seen, found) = (Set<String>(), [(address: String, text: String, bytes: [UInt8])]())
        var waiting = ["/meetings", "/publications", "/api/publications", "/oparl/v1.1/system", "/meetings.atom"]
        while let address = waiting.popLast() {
            guard seen.insert(address).inserted else { continue }
            let answer = try await house.visitor.get(address)
            found.append((address, answer.text, answer.bytes))
            guard answer.headers[.contentType]?.hasPrefix("application/pdf") != true else { continue }
            let links =
                answer.text.matches(of: /href="(\/[^"#?]*)"/).map { String($0.output.1) }
                + answer.text.matches(of: /"http:\/\/safer.example.org(\/[^"]*)"/).map { String($0.output.1) }
            waiting += links.filter { link in
                ["/meetings", "/publications", "/oparl"].contains { link.hasPrefix($0) }
            }
        }
        return found
    }
}

import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Press
import ScratchDatabases
import Storage
import Testing

@testable import App
@testable import Meetings

@Suite(
    "PDFs that a clerk lays before a meeting are in its pack as they are", .timeLimit(.minutes(10)),
    .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test what prints packs."))
struct GivenPackTests {
    private static let place = ["address": "http://safer.example.org"]

    /// A meeting that everybody was told of, with a PDF that was given with an item.
    private func meeting(_ house: House, _ given: Browser.File) async throws -> (SampleMeeting, Browser) {
        let who = try await WhoIsWhoHouse(house)
        let meeting = try await SampleMeeting(house, of: who.body)
        let officer = try await house.officer()
        let answers = [("title", "The map"), ("description", "Where the lamps are."), ("text", ""), ("replaces", "")]
        let added = try await officer.give(
            [given], answers, to: meeting.address + "/agenda/items/\(meeting.item)/papers")
        #expect(added.status == .seeOther, "\(added.reading)")
        #expect(try await officer.send(to: meeting.address + "/announcement").status == .seeOther)
        return (meeting, officer)
    }

    private func words(_ pdf: [UInt8], page: Int) async throws -> String {
        let asked = ["-layout", "-f", "\(page)", "-l", "\(page)", "-", "-"]
        return String(decoding: try await Tool.run("pdftotext", asked, input: pdf), as: UTF8.self)
    }

    @Test("their words are found on the pages that the front sheet says, and the short link leads to what stands")
    func pack() async throws {
        try await House.open(Self.place, python: Worker.python) { house in
            let given = Browser.File("Lamps.pdf", SmallPDF.saying("Lamps of Dane Road, sheet", pages: 3))
            let (meeting, officer) = try await meeting(house, given)
            let form = try OpenedForm(
                try await officer.get(meeting.address + "/publication"), to: meeting.address + "/publication")
            let draft = try await officer.get(meeting.address + "/draft.pdf").bytes
            #expect(try await form.sent(by: officer).location == meeting.address)
            let pdf = try await officer.get(meeting.address + "/editions/1/pack.pdf").bytes

            // Two pages of front and its back, a text and its back: so the file begins on page 3.
            let front = try await words(pdf, page: 1)
            #expect(front.contains("The map (Pages 3 to 5)"), "\(front)")
            for sheet in 1...3 {
                let page = try await words(pdf, page: 4 + sheet)
                #expect(page.contains("Lamps of Dane Road, sheet \(sheet)") && page.contains("Page \(2 + sheet)"))
            }
            let structure = String(
                decoding: try await Tool.run("pdfinfo", ["-struct", "-"], input: pdf), as: UTF8.self)
            #expect(structure.components(separatedBy: "Figure").count >= 4)
            let fonts = String(decoding: try await Tool.run("pdffonts", ["-"], input: pdf), as: UTF8.self)
            #expect(!fonts.contains(" no "), "\(fonts)")

            let link = try #require(front.firstMatch(of: /safer\.example\.org(\/p\/[2-9B-Z]{5})/)?.output.1)
            #expect(try await words(draft, page: 1).contains(link), "a draft says the same")
            let lead = try await house.visitor.get(String(link))
            #expect(lead.status == .seeOther)
            let page = try await house.visitor.get(lead.location)
            #expect(page.reading.contains("The map") || page.reading.contains("Street lighting"))
            #expect(page.text.contains("href=\"\(link)\""))
            #expect(try await house.visitor.get(link.lowercased()).location == lead.location)
            for wrong in ["/p/22222", "/p/x", "/p/AAAAA"] {
                #expect(try await house.visitor.get(wrong).status == .notFound)
            }
        }
    }

    @Test("what is kept from the public is in the members’ pack under its mark, and no trace of it is in the public’s")
    func closed() async throws {
        try await House.open(Self.place, python: Worker.python) { house in
            let given = Browser.File("Prices.pdf", SmallPDF.saying("HEMLOCK asks for a price", pages: 2))
            let (meeting, officer) = try await meeting(house, given)
            let (database, identities, time) = (house.database, house.installation.identities, house.clock.now)
            let clerk = Entry.Actor.member(FirstOfficerStore.person, name: "Community safety officer")
            let agendas = AgendaStore(database, identities: identities)
            let agenda = try await agendas.agenda(of: meeting.id)
            let item = try #require(agenda.items.first)
            var details = item.details
            details.withholding = .exempt(paragraphs: [3], reasoning: "A price is being asked for.", until: nil)
            try await agendas.change(item, to: details, of: meeting.id, by: clerk, at: time)

            let form = try OpenedForm(
                try await officer.get(meeting.address + "/publication"), to: meeting.address + "/publication")
            let sent = try await form.sent(by: officer)
            #expect(sent.location == meeting.address, "\(sent.reading)")
            let pack = try await officer.get(meeting.address + "/editions/1/pack.pdf").bytes
            // As the pages of a given file are written, and as it is said what they show.
            let marks = ["/Subtype /Form", "Where the lamps"]
            let (all, read) = (String(decoding: pack, as: UTF8.self), try await PaperText.read(pack))
            #expect(!marks.contains { all.contains($0) })
            #expect(!String(decoding: read, as: UTF8.self).contains("HEMLOCK"))
            let members = try await officer.get(meeting.address + "/editions/1/members.pdf").bytes
            #expect(marks.allSatisfy { String(decoding: members, as: UTF8.self).contains($0) })
            let shown = String(decoding: try await PaperText.read(members), as: UTF8.self)
            #expect(shown.contains("HEMLOCK asks for a price 2") && shown.contains("Not for publication"))
        }
    }

    @Test("papers that are too much for one pack are said by their item while the agenda is made up")
    func tooMuch() async throws {
        try await House.open(Self.place, python: Worker.python) { house in
            let given = Browser.File("Lamps.pdf", SmallPDF.saying("Lamps"))
            let (meeting, _) = try await meeting(house, given)
            let agenda = try await AgendaStore(house.database, identities: house.installation.identities)
                .agenda(of: meeting.id)
            let included = Set(agenda.items.map { "\($0.id)" })
            let size = PackSize(agenda, included: included, reports: [:], most: 100_000_000) { _ in 150_000_000 }
            let words = try #require(size.obstacle?.words)
            #expect(
                words.hasPrefix("The PDFs that were given are 150.0 MB together, and one pack takes 100.0 MB"),
                "\(words)")
            #expect(words.contains("item 1, ‘The map’ (150.0 MB)"), "\(words)")
            #expect(size.obstacle?.item == meeting.item)
            #expect(PackSize(agenda, included: [], reports: [:], most: 1) { _ in 9 }.obstacle == nil)
            let late = size.words(of: .timedOut(limit: .seconds(120)))
            #expect(!late.contains("period") && late.contains("item 1, ‘The map’"), "\(late)")
        }
    }
}

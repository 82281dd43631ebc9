import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App
@testable import Meetings

@Suite("Somebody’s own papers are those of the meetings they sit in, and their notes are nobody else’s")
struct MyPapersTests {
    /// A meeting of a body with a published agenda, one open item and one that is kept from the public; who sits on it, and
    /// who does not.
    private struct Sitting {
        let meeting: ID<Meeting>
        let open: ID<AgendaItem>
        let closed: ID<AgendaItem>
        let seated: Browser
        let other: Browser

        var papers: String { "/papers/\(meeting)" }

        init(_ house: House) async throws {
            let who = try await WhoIsWhoHouse(house)
            let sample = try await SampleMeeting(house, of: who.body)
            (meeting, open) = (sample.id, sample.item)
            let (database, identities, time) = (house.database, house.installation.identities, house.clock.now)
            let officer = Entry.Actor.member(FirstOfficerStore.person, name: "Community safety officer")
            let agendas = AgendaStore(database, identities: identities)
            closed = try await agendas.add(
                AgendaItemDetails(
                    kind: .other, title: "A contract",
                    withholding: .exempt(paragraphs: [3], reasoning: "Prices are being asked for.", until: nil)),
                to: meeting, by: officer, at: time)
            try await agendas.add(
                .text("The lowest price is *eleven* pounds."), titled: "Prices", to: closed, of: meeting, by: officer,
                at: time)
            try await Self.publish(meeting, agendas, by: officer, house)
            let structure = try await BodyStore(database, identities: identities).structure()
            seated = try await house.somebody(try #require(structure.seat(who.seat)?.holders.first?.person))
            other = try await Self.elsewhere(house, who)
        }

        /// Somebody who sits on another body.
        private static func elsewhere(_ house: House, _ who: WhoIsWhoHouse) async throws -> Browser {
            let (database, identities) = (house.database, house.installation.identities)
            let (now, actor) = (house.clock.now, Entry.Actor.commandLine())
            let body = try await BodyStore(database, identities: identities).add(
                BodyDetails(name: "Road Safety Group", regime: .partnership), from: Day(now), by: actor, at: now)
            let seat = try await SeatStore(database, identities: identities).add(
                SeatDetails(title: "Member", role: .member, agency: who.agency), to: body, from: Day(now), by: actor,
                at: now)
            let holder: KeyValuePairs = ["person": "\(who.person)", "from": "9/2/2016", "day": ""]
            _ = try await house.officer().send(holder, to: "/partnership/seats/\(seat)/holder")
            return try await house.somebody(who.person)
        }

        private static func publish(
            _ meeting: ID<Meeting>, _ agendas: AgendaStore, by officer: Entry.Actor, _ house: House
        ) async throws {
            let agenda = try await agendas.agenda(of: meeting)
            let pack = try await house.database.files.keep(Array("%PDF-1.7 a pack".utf8))
            let members = try await house.database.files.keep(Array("%PDF-1.7 the members’ pack".utf8))
            let edition = AgendaEdition(
                number: 1, publishedAt: house.clock.now, publishedBy: "Community safety officer",
                contents: MeetingDesks.contents(of: agenda), changes: [], pack: pack.hash, membersPack: members.hash)
            let entry = Entry(.agendaPublished, of: .init("meeting", meeting), by: officer, at: house.clock.now)
            try await house.database.write(entry) { db in try db.enter(edition, of: meeting) }
        }
    }

    @Test("who sits in a meeting reads all its papers, who does not finds none")
    func readers() async throws {
        try await House.open { house in
            let sitting = try await Sitting(house)

            #expect(try await sitting.seated.get("/papers").reading.contains("Papers are out"))
            let agenda = try await sitting.seated.get(sitting.papers).reading
            #expect(agenda.contains("Street lighting") && agenda.contains("Not for the public"))
            let item = try await sitting.seated.get("\(sitting.papers)/items/\(sitting.closed)").reading
            #expect(item.contains("eleven pounds") && item.contains("Exempt under paragraph 3"))
            let pack = try await sitting.seated.get(sitting.papers + "/packs/1")
            #expect(pack.status == .ok && pack.text.contains("the members’ pack"))
            #expect(pack.headers[.cacheControl] == "no-store")

            for rest in ["", "/items/\(sitting.closed)", "/packs/1", "/files/x"] {
                #expect(try await sitting.other.get(sitting.papers + rest).status == .notFound)
            }
            #expect(try await !sitting.other.get("/papers").reading.contains("Street"))
            #expect(try await house.officer().get("/papers").status == .forbidden)
        }
    }

    @Test("a note is kept for whoever wrote it, and a program is told what stands now")
    func notes() async throws {
        try await House.open { house in
            let sitting = try await Sitting(house)
            let place = "\(sitting.papers)/items/\(sitting.open)"
            let note: KeyValuePairs = [
                "item": "\(sitting.open)", "text": "Ask about the lamps in Dane Road.", "key": "a-key-of-its-own",
                "after": "0", "form": "note",
            ]
            let answer = try await sitting.seated.send(note, to: sitting.papers + "/notes")
            #expect(answer.status == .seeOther && answer.headers[.location] == place)
            #expect(try await sitting.seated.get(place).reading.contains("Dane Road"))
            #expect(try await sitting.seated.get(sitting.papers).reading.contains("Dane Road"))
            #expect(try await sitting.seated.get("/papers").reading.contains("1 note of yours"))

            let more: KeyValuePairs = [
                "item": "\(sitting.open)", "text": "And who pays.", "key": "another-key", "after": "0", "form": "note",
                "as": "data",
            ]
            let said = try await sitting.seated.send(more, to: sitting.papers + "/notes").text
            #expect(said.contains("\"number\":2") && said.contains("Also written, on another device"))
            // Nobody else, whatever they may do here.
            #expect(try await !house.officer().get("/activity").reading.contains("private note"))
            #expect(try await sitting.other.send(note, to: sitting.papers + "/notes").status == .notFound)
        }
    }

    @Test("a note that is too long, or on an item that is not there, comes back with its words and the reason")
    func refused() async throws {
        try await House.open { house in
            let sitting = try await Sitting(house)
            let long = String(repeating: "lamp ", count: 5_000)
            let note: KeyValuePairs = [
                "item": "meeting", "text": long, "key": "a-key-of-its-own", "after": "0", "form": "note-meeting",
            ]
            let answer = try await sitting.seated.send(note, to: sitting.papers + "/notes")
            #expect(answer.status == .unprocessableContent)
            #expect(
                answer.reading.contains("A note may have 20,000 characters") && answer.reading.contains("lamp lamp"))
            let lost: KeyValuePairs = [
                "item": "nowhere", "text": "x", "key": "a-key-of-its-own", "after": "0", "form": "x", "as": "data",
            ]
            let said = try await sitting.seated.send(lost, to: sitting.papers + "/notes")
            #expect(said.status == .unprocessableContent && said.text.contains("not on this agenda any more"))
        }
    }
}

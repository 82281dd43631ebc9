import Foundation
import ScratchDatabases
import Storage
import Testing
import Web

@testable import Publishing

@Suite("What was announced of a meeting stays announced")
struct MeetingNoticeStoreTests {
    private static let officer = Entry.Actor.commandLine("Aysha Bell")
    private static let act = Act("meeting announced", "A test’s.")

    /// What a test works with.
    private struct Desk {
        let database: Database
        let store: MeetingNoticeStore

        func write(hours: Double = 0, _ body: @escaping @Sendable (Writing, Date) throws -> Void) async throws {
            let time = Scratch.noon.addingTimeInterval(hours * 3_600)
            let entry = Entry(act, of: .init("test", "x"), by: officer, at: time)
            try await database.write(entry) { db in try body(db, time) }
        }

        func announce(_ meeting: PublishedMeeting, hours: Double = 0) async throws {
            try await write(hours: hours) { db, time in try db.announce(meeting, by: officer, at: time) }
        }

        func publish(_ slug: String, after: Int = 0, for meeting: ID<PublishedMeeting>) async throws {
            try await PublicationStore(database, identities: .system).publish(
                VersionDraft(
                    .agenda, slug: slug, page: FrozenPage("Agenda", summary: "x", body: "<h1>Agenda</h1>"), files: []),
                after: after, by: officer, at: Scratch.noon
            ) { db in try db.attach(slug, to: meeting, as: .agenda, at: Scratch.noon) }
        }
    }

    private func run(_ scratch: Scratch, _ body: (Desk) async throws -> Void) async throws {
        try await scratch.database([.ofPublishing]) { database in
            try await body(Desk(database: database, store: MeetingNoticeStore(database)))
        }
    }

    private static func meeting(
        _ day: String, of body: String = "wp", name: String = "Overview & Scrutiny Panel", at time: String = "19:00",
        id: ID<PublishedMeeting>? = nil
    ) throws -> PublishedMeeting {
        PublishedMeeting(
            id: id ?? Identities.system.new(at: Scratch.noon), body: .init(id: body, name: name), kind: .extraordinary,
            day: try #require(Day(day)), startsAt: try #require(TimeOfDay(time)), endsAt: TimeOfDay("21:00"),
            place: "Council Chamber", joining: "https://example.org/join",
            contact: .init(name: "Charles Hungwe", telephone: "01843 577 186", email: "clerk@example.org"), note: "Tea")
    }

    @Test("a meeting is read back as it was announced, with when and by whom", arguments: Scratch.engines)
    func readBack(scratch: Scratch) async throws {
        try await run(scratch) { desk in
            let meeting = try Self.meeting("2016-02-09")
            try await desk.announce(meeting)

            let found = try #require(try await desk.store.meeting(meeting.id))

            #expect(found.now == meeting && found.movedFrom == nil)
            #expect(found.bodySlug == "overview-scrutiny-panel" && found.step == "2016-02-09")
            #expect(found.announcements.map(\.by) == ["Aysha Bell"])
            #expect(found.announcements.map(\.at) == [Scratch.noon])
            #expect(try await desk.store.meeting(of: "overview-scrutiny-panel", at: "2016-02-09") == found)
        }
    }

    @Test(
        "each state follows the one before, which stays; what stands already is not told twice",
        arguments: Scratch.engines)
    func history(scratch: Scratch) async throws {
        try await run(scratch) { desk in
            let first = try Self.meeting("2016-03-08")
            var moved = try Self.meeting("2016-03-15", id: first.id)
            moved.state = .moved(why: "The hall is let")
            var off = moved
            off.state = .calledOff(why: "No business")
            for (hours, state) in [first, first, moved, off].enumerated() {
                try await desk.announce(state, hours: Double(hours))
            }

            let found = try #require(try await desk.store.meeting(first.id))

            #expect(found.announcements.map(\.meeting) == [first, moved, off])
            #expect(found.announcements.map(\.number) == [1, 2, 3])
            #expect(found.movedFrom == first && found.now.isCalledOff && found.step == "2016-03-15")
            // The address that was given out first leads to it still.
            #expect(try await desk.store.meeting(of: "overview-scrutiny-panel", at: "2016-03-08") == found)
        }
    }

    @Test("no announcement is older than the one before it", arguments: Scratch.engines)
    func notBackDated(scratch: Scratch) async throws {
        try await run(scratch) { desk in
            var meeting = try Self.meeting("2016-03-08")
            try await desk.announce(meeting)
            meeting.place = "Elsewhere"
            try await desk.announce(meeting, hours: -5)

            #expect(try await desk.store.meeting(meeting.id)?.announcements.map(\.at) == [Scratch.noon, Scratch.noon])
        }
    }

    @Test("nothing that was announced can be changed or removed", arguments: Scratch.engines)
    func kept(scratch: Scratch) async throws {
        try await run(scratch) { desk in
            let meeting = try Self.meeting("2016-03-08")
            try await desk.announce(meeting)
            try await desk.publish("agenda-1", for: meeting.id)
            for deed: SQL in [
                "UPDATE meeting_notice SET place = 'x'", "DELETE FROM meeting_notice",
                "UPDATE meeting_notice SET announced_at = '2000-01-01T00:00:00.000000Z'", "DELETE FROM meeting_address",
                "DELETE FROM meeting_document",
            ] {
                await #expect(throws: DatabaseFault.self) { try await desk.write { db, _ in try db.run(deed) } }
            }
            #expect(try await desk.store.meeting(meeting.id)?.now == meeting)
        }
    }

    @Test(
        "two meetings on a day have two addresses, and an address is never another meeting’s",
        arguments: Scratch.engines)
    func addresses(scratch: Scratch) async throws {
        try await run(scratch) { desk in
            let (first, second) = (try Self.meeting("2016-02-09", at: "17:00"), try Self.meeting("2016-02-09"))
            for meeting in [first, second] { try await desk.announce(meeting) }
            // The first moves away and back again.
            try await desk.announce(Self.meeting("2016-02-16", at: "17:00", id: first.id))
            let third = try Self.meeting("2016-02-09", at: "20:00")
            try await desk.announce(third)
            try await desk.announce(first)

            #expect(try await desk.store.meeting(first.id)?.step == "2016-02-09")
            #expect(try await desk.store.meeting(second.id)?.step == "2016-02-09-2")
            #expect(try await desk.store.meeting(third.id)?.step == "2016-02-09-3")
            #expect(try await desk.store.meeting(of: "overview-scrutiny-panel", at: "2016-02-16")?.id == first.id)
        }
    }

    @Test(
        "bodies of one name have two addresses, a renamed one keeps its own, and none is the calendar’s",
        arguments: Scratch.engines)
    func bodies(scratch: Scratch) async throws {
        try await run(scratch) { desk in
            try await desk.announce(Self.meeting("2016-01-05", of: "a", name: "Calendar"))
            try await desk.announce(Self.meeting("2016-01-06", of: "b", name: "Pànel (North)"))
            try await desk.announce(Self.meeting("2016-01-07", of: "c", name: "Panel North"))
            try await desk.announce(Self.meeting("2016-01-08", of: "b", name: "Northern Panel"), hours: 1)

            let bodies = try await desk.store.bodies()

            #expect(bodies.map(\.slug) == ["calendar-2", "panel-north", "panel-north-2"])
            #expect(bodies.map(\.name) == ["Calendar", "Northern Panel", "Panel North"])
            let today = try #require(Day("2016-01-01"))
            #expect(try await desk.store.meetings(from: today, of: "panel-north").map(\.now.day.number) == [6, 8])
        }
    }

    @Test("a meeting stays its body’s", arguments: Scratch.engines)
    func otherBody(scratch: Scratch) async throws {
        try await run(scratch) { desk in
            let meeting = try Self.meeting("2016-01-05", of: "a")
            try await desk.announce(meeting)
            let other = try Self.meeting("2016-01-05", of: "b", id: meeting.id)

            await #expect(throws: MeetingRefusal.otherBody) { try await desk.announce(other) }
        }
    }

    @Test("meetings to come and past stand in their order, by their newest day", arguments: Scratch.engines)
    func order(scratch: Scratch) async throws {
        try await run(scratch) { desk in
            let days = ["2016-02-09", "2016-01-26", "2016-03-08", "2015-12-01", "2016-02-01"]
            let meetings = try days.map { try Self.meeting($0) }
            for meeting in meetings { try await desk.announce(meeting) }
            try await desk.announce(Self.meeting("2016-01-12", id: meetings[2].id), hours: 1)
            let today = try #require(Day("2016-02-01"))
            func told(_ found: [AnnouncedMeeting]) -> [String] { found.map(\.now.day.description) }

            #expect(try await told(desk.store.meetings(from: today)) == ["2016-02-01", "2016-02-09"])
            #expect(try await told(desk.store.meetings(from: today, to: today)) == ["2016-02-01"])
            #expect(try await desk.store.countPast(before: today) == 3)
            #expect(
                try await told(desk.store.past(before: today, offset: 0, most: 2)) == ["2016-01-26", "2016-01-12"])
            #expect(try await told(desk.store.past(before: today, offset: 2, most: 2)) == ["2015-12-01"])
            #expect(try await desk.store.span()?.upperBound.description == "2016-02-09")
            #expect(try await desk.store.changedLately(1).map(\.id) == [meetings[2].id])
            #expect(try await desk.store.meetings(from: today, of: "no-such-body").isEmpty)
        }
    }

    @Test("a publication is put with its meeting as it is published, and read back with it", arguments: Scratch.engines)
    func documents(scratch: Scratch) async throws {
        try await run(scratch) { desk in
            let meeting = try Self.meeting("2016-02-09")
            await #expect(throws: MeetingRefusal.notAnnounced) { try await desk.publish("agenda-1", for: meeting.id) }
            try await desk.announce(meeting)
            try await desk.publish("agenda-1", for: meeting.id)
            try await desk.publish("agenda-1", after: 1, for: meeting.id)

            let found = try #require(try await desk.store.meeting(meeting.id)?.documents.first)

            #expect(found.role == .agenda && found.publication.versions.map(\.number) == [2, 1])
            #expect(try await desk.store.meeting(with: found.publication.id)?.id == meeting.id)
            await #expect(throws: PublishingRefusal.notHere) {
                try await desk.write { db, time in try db.attach("none", to: meeting.id, as: .minutes, at: time) }
            }
        }
    }

    @Test("another partnership’s meetings are not seen", arguments: Scratch.engines)
    func neighbours(scratch: Scratch) async throws {
        try await run(scratch) { desk in
            let meeting = try Self.meeting("2016-02-09")
            try await desk.announce(meeting)
            let other = MeetingNoticeStore(desk.database.opened(for: Identities.system.new(at: Scratch.noon)))

            #expect(try await other.meeting(meeting.id) == nil)
            #expect(try await other.meeting(of: "overview-scrutiny-panel", at: "2016-02-09") == nil)
            #expect(try await other.bodies().isEmpty)
            #expect(try await other.changedLately(9).isEmpty)
            #expect(try await other.span() == nil)
        }
    }
}

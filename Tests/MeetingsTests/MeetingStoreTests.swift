import Foundation
import Membership
import Notices
import Publishing
import ScratchDatabases
import Storage
import Testing
import WorkingDays

@testable import Meetings

@Suite("Meetings and their agendas are kept, and nobody writes over another")
struct MeetingStoreTests {
    private static let clerk = Entry.Actor.member(
        Identities.system.new(Person.self, at: Scratch.noon), name: "Priya Nair")

    private struct House {
        let database: Database
        let bodies: BodyStore
        let meetings: MeetingStore
        let agendas: AgendaStore
        let notices: MeetingNoticeStore
    }

    private func run(_ scratch: Scratch, _ body: (House, Body) async throws -> Void) async throws {
        try await scratch.database([.ofMembership, .ofNotices, .ofPublishing, .ofMeetings]) { database in
            let house = House(
                database: database, bodies: BodyStore(database, identities: .system),
                meetings: MeetingStore(database, identities: .system),
                agendas: AgendaStore(database, identities: .system), notices: MeetingNoticeStore(database))
            try await body(house, try await self.body(.councilEngland, in: house))
        }
    }

    private func body(_ regime: Body.Regime, in house: House) async throws -> Body {
        let id = try await house.bodies.add(
            BodyDetails(name: "Overview & Scrutiny Panel", regime: regime), from: try #require(Day("2015-04-01")),
            by: Self.clerk, at: Scratch.noon)
        return try #require(try await house.bodies.structure().body(id))
    }

    private static func details(_ day: String = "2016-02-09") throws -> MeetingDetails {
        MeetingDetails(
            day: try #require(Day(day)), startsAt: try #require(TimeOfDay("19:00")), place: "Council Chamber",
            contact: .init(name: "Charles Hungwe", telephone: "(01843) 577186"))
    }

    private func called(_ house: House, _ body: Body) async throws -> Meeting {
        let id = try await house.meetings.call([Self.details()], of: body.id, by: Self.clerk, at: Scratch.noon)[0]
        return try #require(try await house.meetings.meeting(id))
    }

    @Test(
        "a series is called whole, by day; a meeting that is there already stops all of it", arguments: Scratch.engines)
    func series(scratch: Scratch) async throws {
        try await run(scratch) { house, body in
            let days = try ["2016-03-08", "2016-02-09"].map(Self.details)
            try await house.meetings.call(days, of: body.id, by: Self.clerk, at: Scratch.noon)
            let found = try await house.meetings.meetings(of: body.id)
            #expect(found.map(\.day.description) == ["2016-02-09", "2016-03-08"])
            #expect(found.first?.details == days[1])
            await #expect(throws: MeetingsRefusal.calledAlready("Tuesday 9 February 2016 at 7.00 pm")) {
                try await house.meetings.call(
                    ["2016-04-12", "2016-02-09"].map(Self.details), of: body.id, by: Self.clerk, at: Scratch.noon)
            }
            #expect(try await house.meetings.meetings().count == 2)
        }
    }

    @Test(
        "who was told of a meeting is told that it moved, and that it is called off, and why",
        arguments: Scratch.engines)
    func told(scratch: Scratch) async throws {
        try await run(scratch) { house, body in
            var meeting = try await called(house, body)
            let id = try #require(meeting.publishedID)
            try await house.meetings.change(
                meeting, of: body, to: Self.details("2016-02-10"), by: Self.clerk, at: Scratch.noon)
            #expect(try await house.notices.meeting(id) == nil)
            meeting = try #require(try await house.meetings.meeting(meeting.id))
            try await house.meetings.announce(meeting, of: body, by: Self.clerk, at: Scratch.noon)
            meeting = try #require(try await house.meetings.meeting(meeting.id))
            try await house.meetings.change(
                meeting, of: body, to: Self.details("2016-02-16"), because: "The hall is let.", by: Self.clerk,
                at: Scratch.noon)
            #expect(try await house.notices.meeting(id)?.now.state == .moved(why: "The hall is let."))
            meeting = try #require(try await house.meetings.meeting(meeting.id))
            #expect(meeting.movedFrom?.details.day == Day("2016-02-10"))
            try await house.meetings.callOff(meeting, of: body, because: "Snow.", by: Self.clerk, at: Scratch.noon)
            let told = try #require(try await house.notices.meeting(id))
            #expect(told.now.state == .calledOff(why: "Snow.") && told.announcements.count == 3)
            meeting = try #require(try await house.meetings.meeting(meeting.id))
            try await house.meetings.takeUpAgain(meeting, of: body, by: Self.clerk, at: Scratch.noon)
            #expect(try await house.notices.meeting(id)?.now.isCalledOff == false)
        }
    }

    @Test("two who change a meeting at once do not both succeed", arguments: Scratch.engines)
    func atOnce(scratch: Scratch) async throws {
        try await run(scratch) { house, body in
            let meeting = try await called(house, body)
            try await house.meetings.callOff(meeting, of: body, because: "Snow.", by: Self.clerk, at: Scratch.noon)
            await #expect(throws: ChangedMeanwhile.self) {
                try await house.meetings.change(
                    meeting, of: body, to: Self.details("2016-02-10"), by: Self.clerk, at: Scratch.noon)
            }
        }
    }

    // D2
    @Test("a private panel’s meeting is announced to nobody", arguments: Scratch.engines)
    func privatePanel(scratch: Scratch) async throws {
        try await run(scratch) { house, _ in
            let panel = try await body(.privatePanel, in: house)
            let meeting = try await called(house, panel)
            await #expect(throws: MeetingsRefusal.neverPublic) {
                try await house.meetings.announce(meeting, of: panel, by: Self.clerk, at: Scratch.noon)
            }
            #expect(try await house.notices.meeting(try #require(meeting.publishedID)) == nil)
        }
    }

    @Test(
        "what is kept from the public brings the resolution that excludes them, right before it",
        arguments: Scratch.engines)
    func exclusion(scratch: Scratch) async throws {
        try await run(scratch) { house, body in
            let meeting = try await called(house, body)
            let items: [AgendaItemDetails] = [
                .apologies, .init(kind: .report, title: "Plan"), .init(kind: .other, title: "Any other business"),
            ]
            try await house.agendas.add(items, to: meeting.id, by: Self.clerk, at: Scratch.noon)
            var agenda = try await house.agendas.agenda(of: meeting.id)
            var secret = agenda.items[1].details
            secret.withholding = .exempt(paragraphs: [3, 7], reasoning: "Negotiated.", until: Day("2017-02-09"))
            try await house.agendas.change(
                agenda.items[1], to: secret, of: meeting.id, by: Self.clerk, at: Scratch.noon)
            await #expect(throws: ChangedMeanwhile.self) {
                try await house.agendas.change(
                    agenda.items[1], to: .apologies, of: meeting.id, by: Self.clerk, at: Scratch.noon)
            }
            agenda = try await house.agendas.agenda(of: meeting.id)
            #expect(agenda.items.map(\.details.kind) == [.apologies, .exclusion, .report, .other])
            #expect(agenda.items[2].details == secret)
        }
    }

    @Test(
        "an order is kept; one that does not know an item is refused, and papers replace papers",
        arguments: Scratch.engines)
    func order(scratch: Scratch) async throws {
        try await run(scratch) { house, body in
            let meeting = try await called(house, body)
            let ids = try await house.agendas.add(
                [.apologies, .declarations, .arising], to: meeting.id, by: Self.clerk, at: Scratch.noon)
            try await house.agendas.order(ids.reversed(), of: meeting.id, by: Self.clerk, at: Scratch.noon)
            #expect(try await house.agendas.agenda(of: meeting.id).items.map(\.id) == ids.reversed())
            await #expect(throws: MeetingsRefusal.agendaMoved) {
                try await house.agendas.order(Array(ids.dropLast()), of: meeting.id, by: Self.clerk, at: Scratch.noon)
            }
            let first = try await house.agendas.add(
                .text("One"), titled: "One", to: ids[0], of: meeting.id, by: Self.clerk, at: Scratch.noon)
            try await house.agendas.add(
                .report("/reports/x", version: 2), titled: "Two", to: ids[0], of: meeting.id, replacing: first,
                by: Self.clerk, at: Scratch.noon)
            let item = try await house.agendas.agenda(of: meeting.id).items.last
            #expect(item?.standing.map(\.title) == ["Two"] && item?.papers.count == 2)
            await #expect(throws: MeetingsRefusal.agendaMoved) {
                try await house.agendas.add(
                    .text("Three"), titled: "Three", to: ids[0], of: meeting.id, replacing: first, by: Self.clerk,
                    at: Scratch.noon)
            }
        }
    }

    @Test(
        "rules hold from their day, a later word for one day before an earlier, and closures move days",
        arguments: Scratch.engines)
    func rules(scratch: Scratch) async throws {
        try await run(scratch) { house, body in
            let (store, day) = (RulesStore(house.database), try #require(Day("2016-02-09")))
            #expect(try await store.rules(of: body, on: day)?.clearDays == 5)
            for days in [7, 10] {
                var rules = try #require(try await store.rules(of: body, on: day))
                rules.clearDays = days
                try await store.set(
                    rules, of: body.id, from: try #require(Day("2016-01-01")), because: "The constitution.",
                    by: Self.clerk, at: Scratch.noon)
            }
            #expect(try await store.rules(of: body, on: day)?.clearDays == 10)
            #expect(try await store.rules(of: body, on: try #require(Day("2015-12-31")))?.clearDays == 5)
            let closed = try #require(Day("2016-02-08"))
            try await store.close(
                closed, because: "Moving house", isProclaimed: false, as: Identities.system.new(at: Scratch.noon),
                by: Self.clerk, at: Scratch.noon)
            let closure = try #require(try await store.closures().first)
            #expect(try await store.closures().asDays.offices == [closed: "Moving house"])
            try await store.open(closure, by: Self.clerk, at: Scratch.noon)
            #expect(try await store.closures().isEmpty)
        }
    }
}

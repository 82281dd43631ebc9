import Foundation
import Membership
import Notices
import Publishing
import ScratchDatabases
import Storage
import Testing
import WorkingDays

@testable import Meetings

@Suite("What is kept from the public is looked at again: it is kept on, or opened, and never opens by itself (D78)")
struct ReviewStoreTests {
    private static let clerk = Entry.Actor.job("a clerk")

    private struct House {
        let database: Database
        let agendas: AgendaStore
        let reviews: ReviewStore
        let meeting: ID<Meeting>
        let day: Day

        func item(_ title: String, _ withholding: Withholding) async throws -> AgendaItem {
            let id = try await agendas.add(
                AgendaItemDetails(kind: .other, title: title, withholding: withholding), to: meeting, by: clerk,
                at: Scratch.noon)
            return try #require(try await agendas.agenda(of: meeting).items.first { $0.id == id })
        }

        func due(_ days: Int) async throws -> [String] {
            try await reviews.reviews(dueBy: day.adding(days: days)).map(\.title)
        }
    }

    private func run(_ scratch: Scratch, _ body: (House) async throws -> Void) async throws {
        try await scratch.database([.ofMembership, .ofNotices, .ofPublishing, .ofMeetings]) { database in
            let owner = try await BodyStore(database, identities: .system).add(
                BodyDetails(name: "Panel", regime: .councilEngland), from: try #require(Day("2015-04-01")),
                by: Self.clerk, at: Scratch.noon)
            let details = MeetingDetails(
                day: try #require(Day("2016-02-09")), startsAt: try #require(TimeOfDay("19:00")), place: "Margate",
                contact: .init(name: "Charles Hungwe"))
            let meeting = try await MeetingStore(database, identities: .system).call(
                [details], of: owner, by: Self.clerk, at: Scratch.noon)[0]
            try await body(
                House(
                    database: database, agendas: AgendaStore(database, identities: .system),
                    reviews: ReviewStore(database, identities: .system), meeting: meeting, day: details.day))
        }
    }

    private func exempt(until day: Day?) -> Withholding {
        .exempt(paragraphs: [3], reasoning: "Prices are compared.", until: day)
    }

    @Test(
        "kept on with a reason it is due on its new day, and two who look at once do not both enter it",
        arguments: Scratch.engines)
    func kept(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let item = try await house.item("A contract", exempt(until: house.day))
            func keep(until days: Int, after: Int) async throws {
                try await house.reviews.keep(
                    item, of: house.meeting, until: house.day.adding(days: days), because: "Still so.", after: after,
                    by: Self.clerk, at: Scratch.noon, on: house.day)
            }
            #expect(try await house.due(-1).isEmpty)
            #expect(try await house.due(0) == ["A contract"])

            try await keep(until: 365, after: 0)

            #expect(try await house.due(364).isEmpty)
            #expect(try await house.due(365) == ["A contract"])
            await #expect(throws: MeetingsRefusal.agendaMoved) { try await keep(until: 400, after: 0) }
            await #expect(throws: MeetingsRefusal.reviewDayPast) { try await keep(until: 0, after: 1) }
            #expect(try await house.reviews.kept(item).reviews.map(\.why) == ["Still so."])
        }
    }

    @Test("clerks are reminded once for each day, and nothing else happens by itself", arguments: Scratch.engines)
    func reminded(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let item = try await house.item("A contract", exempt(until: house.day))
            _ = try await house.item("A lease", exempt(until: nil))
            func reminders(on days: Int) async throws -> Int {
                try await house.reviews.remind(
                    on: house.day.adding(days: days), by: .job("reminding"), at: Scratch.noon)
                return try await house.database.read { db in
                    try db.value("SELECT count(*) FROM agenda_review_reminder") ?? 0
                }
            }
            #expect(try await reminders(on: -1) == 0)
            #expect(try await reminders(on: 0) == 1)
            #expect(try await reminders(on: 30) == 1)

            try await house.reviews.keep(
                item, of: house.meeting, until: house.day.adding(days: 60), because: "Still so.", after: 0,
                by: Self.clerk, at: Scratch.noon, on: house.day)

            #expect(try await reminders(on: 59) == 1)
            #expect(try await reminders(on: 60) == 2)
            #expect(try await house.reviews.openings(of: house.meeting).isEmpty)
        }
    }

    @Test("opened once it is due no more, and cannot be opened again", arguments: Scratch.engines)
    func opened(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let item = try await house.item("A contract", exempt(until: house.day))
            let opening = PaperOpening(slug: "panel-item-4", on: house.day, why: "It was let.", by: "Priya Nair")
            func open() async throws {
                let entry = Entry(.agendaChanged, of: .init("meeting", house.meeting), by: Self.clerk, at: Scratch.noon)
                try await house.database.write(entry) { db in try db.open(item, as: opening, at: Scratch.noon) }
            }

            try await open()

            #expect(try await house.due(1_000).isEmpty)
            #expect(try await house.reviews.openings(of: house.meeting) == [item.id: opening])
            await #expect(throws: MeetingsRefusal.openedAlready) { try await open() }
        }
    }

    @Test("what the law keeps back, what is still to come, and what nobody published is not opened")
    func refused() throws {
        let day = try #require(Day("2016-02-09"))
        func kept(_ withholding: Withholding, papers: [AgendaPaper] = []) -> KeptItem {
            KeptItem(
                item: AgendaItem(
                    id: Identities.system.new(at: Scratch.noon), number: 4,
                    details: AgendaItemDetails(kind: .other, title: "A contract", withholding: withholding),
                    papers: papers, isTakenOff: false, revision: 1), reviews: [], opening: nil)
        }
        func refusal(_ kept: KeptItem, on today: Day) -> MeetingsRefusal? {
            do throws(MeetingsRefusal) { try kept.checkOpening(of: nil, heldOn: day, on: today) } catch { return error }
            return nil
        }
        #expect(refusal(kept(.confidential(reason: "A court.")), on: day) == .keptByLaw)
        #expect(refusal(kept(exempt(until: nil)), on: day.adding(days: -1)) == .stillToCome)
        #expect(refusal(kept(exempt(until: nil)), on: day) == .nothingToOpen)
        #expect(kept(.confidential(reason: "A court.")).due == nil)
    }

    @Test("a year is suggested, and the day before where a leap day has none")
    func suggested() throws {
        #expect(KeptItem.suggestedReview(after: try #require(Day("2016-03-09"))).description == "2017-03-09")
        #expect(KeptItem.suggestedReview(after: try #require(Day("2016-02-29"))).description == "2017-02-28")
    }
}

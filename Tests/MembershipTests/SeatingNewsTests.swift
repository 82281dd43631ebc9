import ScratchDatabases
import Storage
import Synchronization
import Testing

@testable import Membership

@Suite("People are told what becomes of their seats")
struct SeatingNewsTests {
    /// Remembers what it was told, unless that was undone.
    private final class Ear: SeatingNews {
        private let state = Mutex<[String]>([])
        var heard: [String] { state.withLock(\.self) }

        func tell(_ change: SeatingChange, in db: Writing) throws {
            let words = "\(change.person): \(change.deed), \(change.title), \(change.body)"
            state.withLock { $0.append(words) }
        }
    }

    private struct Stage {
        let office: Office
        let ear = Ear()
        let seats: SeatStore
        let seating: SeatingStore
        let bodies: BodyStore
        let (body, seat): (ID<Body>, ID<Seat>)
        let (ada, bo): (ID<Person>, ID<Person>)

        init(_ office: Office) async throws {
            self.office = office
            let identities = Identities.seeded(11)
            seats = SeatStore(office.database, identities: identities, news: ear)
            seating = SeatingStore(
                office.database, identities: identities, permissions: Office.permissions, news: ear)
            bodies = BodyStore(office.database, identities: identities, news: ear)
            body = try await bodies.add(
                BodyDetails(name: "Executive Group", regime: .partnership), from: Office.today, by: office.actor,
                at: Office.noon)
            seat = try await seats.add(
                SeatDetails(title: "Chair", role: .chair, agency: nil), to: body, from: Office.today,
                by: office.actor, at: Office.noon)
            let people = try await office.people.add(
                ["Ada Byron", "Bo Commander"].map { PersonDetails(name: $0, email: nil, agency: nil) }, as: .active,
                by: office.actor, at: Office.noon)
            (ada, bo) = (people[0], people[1])
        }

        func appoint(_ person: ID<Person>, until day: Day? = nil, by member: Member? = nil) async throws {
            try await seating.appoint(
                person, to: seat, for: Term(from: Office.today, to: day), by: member ?? office.officer, at: Office.noon)
        }
    }

    private func stage(_ scratch: Scratch, _ body: (Stage) async throws -> Void) async throws {
        try await scratch.database([.ofMembership]) { database in
            try await body(Stage(Office(database)))
        }
    }

    @Test("of being appointed, named a substitute, and of the end", arguments: Scratch.engines)
    func told(scratch: Scratch) async throws {
        try await stage(scratch) { stage in
            let (office, end) = (stage.office, try #require(Day("2016-03-01")))
            try await stage.appoint(stage.ada)
            try await stage.seating.substitute(
                stage.bo, in: stage.seat, from: Office.today, by: office.officer, at: Office.noon)
            let holder = try #require(try await office.bodies.structure().seat(stage.seat)?.holders.first)
            try await stage.seating.end(holder, in: stage.seat, on: end, by: office.actor, at: Office.noon)
            let term = try Term(from: Office.today)
            let deeds: [(ID<Person>, SeatingChange.Deed)] = [
                (stage.ada, .appointed(term)), (stage.bo, .namedSubstitute(from: Office.today)),
                (stage.ada, .ended(on: end)),
            ]
            #expect(stage.ear.heard == deeds.map { "\($0.0): \($0.1), Chair, Executive Group" })
        }
    }

    @Test(
        "officers are told when somebody is seated where they may do more than whoever seated them, and only then",
        arguments: Scratch.engines)
    func seatedAbove(scratch: Scratch) async throws {
        try await stage(scratch) { stage in
            let office = stage.office
            try await office.appoint(stage.ada, to: try await office.seat(.administrator, on: stage.body))
            let ada = try #require(try await office.member(stage.ada))
            let chair = SeatingChange.Deed.appointed(try Term(from: Office.today))
            try await stage.appoint(stage.bo, by: ada)
            #expect(stage.ear.heard == ["\(stage.bo): \(chair), Chair, Executive Group"])

            let panel = try await stage.seats.add(
                SeatDetails(title: "Caseworker", role: .caseworker, agency: nil), to: stage.body, from: Office.today,
                by: office.actor, at: Office.noon)
            try await stage.seating.substitute(stage.bo, in: panel, from: Office.today, by: ada, at: Office.noon)
            let told = SeatingChange.Deed.seatedAbove(who: "Bo Commander", by: "Ada Byron")
            #expect(stage.ear.heard.last == "\(office.officer.id): \(told), Caseworker, Executive Group")
            #expect(stage.ear.heard.count == 3)
        }
    }

    @Test("of the end of the seat itself, all who sit in it then and nobody else", arguments: Scratch.engines)
    func seatEnds(scratch: Scratch) async throws {
        try await stage(scratch) { stage in
            let (early, end) = (try #require(Day("2016-02-20")), try #require(Day("2016-03-01")))
            try await stage.appoint(stage.ada, until: early)
            try await stage.seating.substitute(
                stage.bo, in: stage.seat, from: Office.today, by: stage.office.officer, at: Office.noon)
            try await stage.seats.end(stage.office.now(stage.seat), on: end, by: stage.office.actor, at: Office.noon)
            try await stage.seats.end(stage.office.now(stage.seat), on: nil, by: stage.office.actor, at: Office.noon)
            #expect(
                stage.ear.heard.dropFirst(2)
                    == ["\(stage.bo): \(SeatingChange.Deed.seatEnded(on: end)), Chair, Executive Group"])
        }
    }

    @Test("of the end of the body, all who sit on it then", arguments: Scratch.engines)
    func bodyEnds(scratch: Scratch) async throws {
        try await stage(scratch) { stage in
            let (early, end) = (try #require(Day("2016-02-20")), try #require(Day("2016-03-01")))
            try await stage.appoint(stage.ada, until: early)
            try await stage.seating.appoint(
                stage.bo, to: stage.seat, for: Term(from: early), by: stage.office.officer, at: Office.noon)
            try await stage.bodies.end(stage.office.now(stage.body), on: end, by: stage.office.actor, at: Office.noon)
            try await stage.bodies.end(stage.office.now(stage.body), on: nil, by: stage.office.actor, at: Office.noon)
            #expect(
                stage.ear.heard.dropFirst(2)
                    == ["\(stage.bo): \(SeatingChange.Deed.bodyEnded(on: end)), Chair, Executive Group"])
        }
    }

    @Test("nobody is told of what was refused, nor of what they did themselves", arguments: Scratch.engines)
    func silence(scratch: Scratch) async throws {
        try await stage(scratch) { stage in
            try await stage.appoint(stage.ada)
            await #expect(throws: MembershipRefusal.seatIsTaken) { try await stage.appoint(stage.bo) }
            try await stage.seating.substitute(
                stage.office.officer.id, in: stage.seat, from: Office.today, by: stage.office.officer, at: Office.noon)
            #expect(stage.ear.heard.count == 1)
        }
    }
}

import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Membership

extension Permission {
    static let decidePapers = Permission("decide papers", "Settle what goes out.", heldBy: .officer, .clerk)
    static let closeFiles = Permission("close files", "End a case.", heldBy: .caseworker)
}

/// The stores of one partnership, with its first officer in their seat.
struct Office {
    static let permissions: Set<Permission> = [.decidePapers, .closeFiles]
    static let noon = Scratch.noon
    static let today = Day(noon)

    let database: Database
    let agencies: AgencyStore
    let liaison: LiaisonStore
    let people: PersonStore
    let bodies: BodyStore
    let seats: SeatStore
    let seating: SeatingStore
    let sessions: SessionStore
    let officer: Member
    let actor: Entry.Actor

    init(_ database: Database, seed: UInt64 = 7) async throws {
        let identities = Identities.seeded(seed)
        self.database = database
        agencies = AgencyStore(database, identities: identities)
        liaison = LiaisonStore(database, identities: identities)
        people = PersonStore(database, identities: identities)
        bodies = BodyStore(database, identities: identities)
        seats = SeatStore(database, identities: identities)
        seating = SeatingStore(database, identities: identities, permissions: Self.permissions)
        sessions = SessionStore(database, permissions: Self.permissions)
        try await FirstOfficerStore(database, identities: identities).seat(from: Self.today, at: Self.noon)
        let members = MemberStore(database: database, permissions: Self.permissions)
        officer = try #require(try await members.member(FirstOfficerStore.person, at: Self.noon))
        actor = officer.actor
    }

    static func open(_ scratch: Scratch, _ body: (Office) async throws -> Void) async throws {
        try await scratch.database([.ofMembership]) { database in try await body(Office(database)) }
    }

    /// Another partnership in the same records.
    func neighbour() async throws -> Office {
        try await Office(database.opened(for: Identities.seeded(99).new(Tenant.self, at: Self.noon)), seed: 8)
    }

    func person(
        _ name: String, _ email: String? = nil, as state: MembershipState = .active
    ) async throws -> ID<Person> {
        let details = PersonDetails(name: name, email: email.flatMap(EmailAddress.init), agency: nil)
        return try #require(try await people.add([details], as: state, by: actor, at: Self.noon).first)
    }

    func agency(
        _ name: String, _ kind: Agency.Kind = .police, _ standing: Agency.Standing = .responsible
    ) async throws -> ID<Agency> {
        let details = try AgencyDetails(name: name, kind: kind, standing: standing, beginsOn: Self.today)
        return try await agencies.add(details, by: actor, at: Self.noon)
    }

    func body(_ name: String, below parent: ID<Body>? = nil) async throws -> ID<Body> {
        try await bodies.add(
            BodyDetails(name: name, regime: .partnership, parent: parent), from: Self.today, by: actor, at: Self.noon)
    }

    func seat(_ role: Role, on body: ID<Body>) async throws -> ID<Seat> {
        try await seats.add(
            SeatDetails(title: role.title, role: role, agency: nil), to: body, from: Self.today, by: actor,
            at: Self.noon)
    }

    /// Each as it is stored now.
    func now(_ id: ID<Agency>) async throws -> Agency { try #require(try await agencies.agency(id)) }
    func now(_ id: ID<Body>) async throws -> Body { try #require(try await bodies.structure().body(id)) }
    func now(_ id: ID<Seat>) async throws -> Seat { try #require(try await bodies.structure().seat(id)) }
    func now(_ id: ID<Person>) async throws -> Participant { try #require(try await people.person(id)) }

    func appoint(_ person: ID<Person>, to seat: ID<Seat>, by member: Member? = nil, from day: Day = today) async throws
    {
        try await seating.appoint(
            person, to: seat, for: Term(from: day), by: member ?? officer, at: Self.noon)
    }

    /// What a person may do at a moment; nil for somebody who is let do nothing at all.
    func member(_ person: ID<Person>, hours: Double = 0) async throws -> Member? {
        try await MemberStore(database: database, permissions: Self.permissions)
            .member(person, at: Self.noon + hours * 3600)
    }
}

extension Day {
    /// As it stands in a test: "2016-02-09".
    static func on(_ text: String) throws -> Day { try #require(Day(text)) }
}

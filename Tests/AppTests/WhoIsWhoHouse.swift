import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import App

/// A small partnership in a house: an agency, a body with a seat, and people in several roles.
struct WhoIsWhoHouse {
    let agency: ID<Agency>
    let body: ID<Body>
    let seat: ID<Seat>
    /// Ada Byron, active, without a seat until somebody appoints her.
    let person: ID<Person>
    /// Whoever holds ``seat``.
    let appointment: ID<Appointment>

    private let house: House
    private let seats: SeatStore
    private let seating: SeatingStore
    private let people: PersonStore

    init(_ house: House, agency name: String = "Testham Police") async throws {
        let (database, identities) = (house.database, house.installation.identities)
        self.house = house
        seats = SeatStore(database, identities: identities)
        seating = SeatingStore(database, identities: identities, permissions: Program.permissions)
        people = PersonStore(database, identities: identities)
        let actor = Entry.Actor.commandLine()
        let (now, today) = (house.clock.now, Day(house.clock.now))
        agency = try await AgencyStore(database, identities: identities).add(
            AgencyDetails(name: name, kind: .police, standing: .responsible, beginsOn: today), by: actor,
            at: now)
        body = try await BodyStore(database, identities: identities).add(
            BodyDetails(name: "Executive Group", regime: .partnership), from: today, by: actor, at: now)
        seat = try await seats.add(
            SeatDetails(title: "District Commander", role: .member, agency: agency), to: body, from: today, by: actor,
            at: now)
        let details = ["Ada Byron", "Bo Commander"].map {
            PersonDetails(name: $0, email: EmailAddress("\($0.prefix(2))@example.org"), agency: nil)
        }
        let ids = try await people.add(details, as: .active, by: actor, at: now)
        person = ids[0]
        try await seating.appoint(ids[1], to: seat, for: Term(from: today), by: try await Self.officer(house), at: now)
        let structure = try await BodyStore(database, identities: identities).structure()
        appointment = try #require(structure.seat(seat)?.holders.first?.id)
    }

    private static func officer(_ house: House) async throws -> Member {
        let sessions = SessionStore(house.database, permissions: Program.permissions)
        let token = try #require(try await sessions.begin(for: FirstOfficerStore.person, at: house.clock.now))
        return try #require(try await sessions.session(with: token, at: house.clock.now)?.member)
    }

    /// Somebody new in a seat of a role.
    func somebody(as role: Role) async throws -> ID<Person> {
        let details = PersonDetails(name: "Somebody, \(role.title)", email: nil, agency: nil)
        let id = try #require(
            try await people.add([details], as: .active, by: .commandLine(), at: house.clock.now).first)
        try await seat(id, as: role)
        return id
    }

    /// Puts a person into a new seat of a role.
    func seat(_ id: ID<Person>, as role: Role) async throws {
        let (now, actor) = (house.clock.now, Entry.Actor.commandLine())
        let officer = try await Self.officer(house)
        let seat = try await seats.add(
            SeatDetails(title: role.title, role: role, agency: nil), to: body, from: Day(now), by: actor, at: now)
        try await seating.appoint(id, to: seat, for: Term(from: Day(now)), by: officer, at: now)
    }

    /// The browser of an officer who signed in, and whose membership then came to stand as said.
    func officer(thenMade state: MembershipState) async throws -> Browser {
        let id = try await somebody(as: .officer)
        let browser = try await house.somebody(id)
        let officer = try await Self.officer(house)
        let deeds: [MembershipDeed] =
            switch state {
            case .active: []
            case .suspended: [.suspend]
            case .left: [.leave]
            case .invited: [.leave, .invite]
            }
        for deed in deeds { try await people.move(id, by: deed, as: officer, at: house.clock.now) }
        return browser
    }
}

import Foundation
import Storage

/// The one built-in person, who signs in by the one-time address: an officer like any other, with a seat on the
/// partnership’s team, so that somebody can enter the rest. Whoever reads what the program prints can be them, so they are
/// to be ended once somebody with a password of their own is an officer.
public struct FirstOfficerStore: Sendable {
    private let database: Database
    private let identities: Identities

    /// Who they are, in every partnership.
    public static let person: ID<Person> = {
        guard let id = ID<Person>("00000000-0000-7000-8000-000000000001") else {
            preconditionFailure("the officer’s identifier is written wrongly")
        }
        return id
    }()

    private static let details = PersonDetails(name: "Community safety officer", email: nil, agency: nil)

    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
    }

    /// The officer as a member; nil where others ended that membership.
    ///
    /// - Parameter permissions: all that the program declares.
    /// - Throws: `DatabaseFault`
    public func member(of permissions: Set<Permission>, at time: Date) async throws -> Member? {
        try await MemberStore(database: database, permissions: permissions).member(Self.person, at: time)
    }

    /// Whether a partnership needs the built-in officer.
    public enum Standing: Sendable, Hashable {
        /// Nobody else who is an officer can sign in.
        case needed
        /// They take part still, and somebody else is an officer who can sign in.
        case dispensable
        /// Others ended their membership, and go on without them.
        case retired
    }

    /// - Throws: `DatabaseFault`
    public func standing(at time: Date) async throws -> Standing {
        let today = Day(time)
        return try await database.read { db in
            guard try db.officersWhoCanSignIn(on: today).contains(where: { $0 != Self.person }) else { return .needed }
            return try db.state(of: Self.person) == .active ? .dispensable : .retired
        }
    }

    /// Seats the officer, where nobody who can sign in is an officer.
    ///
    /// - Parameter day: from when.
    /// - Throws: `DatabaseFault`
    public func seat(from day: Day, at time: Date) async throws {
        let today = Day(time)
        guard try await database.read({ db in try db.officersWhoCanSignIn(on: today).isEmpty }) else { return }
        let (team, seat): (ID<Body>, ID<Seat>) = (identities.new(at: time), identities.new(at: time))
        let appointment: ID<Appointment> = identities.new(at: time)
        let person = Self.person
        let entry = Entry(.firstOfficerSeated, of: .init("person", person), by: .job("start"), at: time)
        try await database.write(entry) { db in
            try db.enterFirstOfficer(Self.details, as: person, at: time)
            // A seat they had before is theirs again.
            guard try db.officersWhoCanSignIn(on: today).isEmpty else { return try db.index(person: person) }
            try db.insert(
                BodyDetails(
                    name: "Community safety team", regime: .team, purpose: "runs the partnership from day to day"),
                as: team, from: day)
            try db.insert(
                SeatDetails(title: "Community safety officer", role: .officer, agency: nil), as: seat, on: team,
                from: day)
            try db.run(
                """
                INSERT INTO seat_holder (id, partnership, seat, person, begins_on)
                VALUES (\(appointment), \(db.partnership), \(seat), \(person), \(day))
                """)
            try db.index(person: person)
            try db.index(body: team)
        }
    }
}

extension Reading {
    /// The officers of a day with a password, and the built-in one, who needs none.
    fileprivate func officersWhoCanSignIn(on day: Day) throws -> [ID<Person>] {
        let officers = try people(seatedAs: [.officer], on: day).map(\.id)
        return try officers.filter { officer in
            guard officer != FirstOfficerStore.person else { return true }
            return try row("SELECT set_at FROM credential WHERE person = \(officer)") != nil
        }
    }
}

extension Writing {
    fileprivate func enterFirstOfficer(_ details: PersonDetails, as id: ID<Person>, at time: Date) throws {
        try run("INSERT INTO person (id, email) VALUES (\(id), NULL) ON CONFLICT (id) DO NOTHING")
        try run(
            """
            INSERT INTO membership (partnership, person, name, sort_name, state, since)
            VALUES (
                \(partnership), \(id), \(details.name), \(details.sortName), \(MembershipState.active), \(time))
            ON CONFLICT (partnership, person) DO UPDATE SET state = excluded.state, since = excluded.since
            """)
    }
}

extension Act {
    static let firstOfficerSeated = Act(
        "first officer seated", "Nobody who can sign in was an officer, so the built-in one was given a seat.")
}

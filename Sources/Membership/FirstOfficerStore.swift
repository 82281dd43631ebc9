import Foundation
import Storage

/// The one built-in person, who signs in by the one-time address: an officer like any other, with a seat on the
/// partnership's team, so that somebody can enter the rest.
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

    /// Seats the officer, where nobody is an officer yet.
    ///
    /// - Parameter day: from when.
    /// - Throws: `DatabaseFault`
    public func seat(from day: Day, at time: Date) async throws {
        let today = Day(time)
        guard try await !database.read({ db in try db.isThereAnOfficer(on: today) }) else { return }
        let (team, seat): (ID<Body>, ID<Seat>) = (identities.new(at: time), identities.new(at: time))
        let appointment: ID<Appointment> = identities.new(at: time)
        let person = Self.person
        let entry = Entry(.firstOfficerSeated, of: .init("person", person), by: .job("start"), at: time)
        try await database.write(entry) { db in
            try db.enterFirstOfficer(Self.details, as: person, at: time)
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
        "first officer seated", "Nobody was an officer, so the built-in one was given a seat.")
}

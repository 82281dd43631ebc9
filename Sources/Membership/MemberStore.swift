import Foundation
import Storage

/// Who somebody is once they are known, and what their seats let them do today.
struct MemberStore: Sendable {
    let database: Database
    /// All that the program declares.
    let permissions: Set<Permission>

    /// A person as a member; nil where their membership is not active, which grants nothing at all (S43).
    ///
    /// - Throws: `DatabaseFault`
    func member(_ person: ID<Person>, at time: Date) async throws -> Member? {
        let permissions = permissions
        return try await database.read { db in try db.member(person, on: Day(time), of: permissions) }
    }
}

extension Reading {
    /// Whose membership is active and who holds, or substitutes in, a seat of a role on a day.
    ///
    /// - Throws: `DatabaseFault`
    public func people(seatedAs role: Role, on day: Day) throws -> [ID<Person>] {
        let active: [ID<Person>] = try rows(
            """
            SELECT person FROM membership
            WHERE partnership = \(partnership) AND state = \(MembershipState.active) ORDER BY person
            """
        ).map { try $0("person") }
        return try active.filter { try roles(of: $0, on: day).contains(role) }
    }

    /// A person as a member; nil where their membership is not active, which grants nothing at all (S43).
    func member(_ person: ID<Person>, on day: Day, of permissions: Set<Permission>) throws -> Member? {
        let row = try row(
            """
            SELECT name FROM membership
            WHERE partnership = \(partnership) AND person = \(person) AND state = \(MembershipState.active)
            """)
        guard let row else { return nil }
        return try Member(id: person, name: row("name"), roles: roles(of: person, on: day), of: permissions)
    }

    /// The roles of the seats a person holds or substitutes in on a day.
    private func roles(of person: ID<Person>, on day: Day) throws -> Set<Role> {
        let rows = try rows(
            """
            SELECT DISTINCT seat.role FROM seat
            JOIN body ON body.partnership = seat.partnership AND body.id = seat.body
            WHERE seat.partnership = \(partnership)
                AND body.begins_on <= \(day) AND (body.ends_on IS NULL OR body.ends_on > \(day))
                AND seat.begins_on <= \(day) AND (seat.ends_on IS NULL OR seat.ends_on > \(day))
                AND (
                    seat.id IN (
                        SELECT seat_holder.seat FROM seat_holder
                        WHERE seat_holder.partnership = \(partnership) AND seat_holder.person = \(person)
                            AND seat_holder.begins_on <= \(day)
                            AND (seat_holder.ends_on IS NULL OR seat_holder.ends_on > \(day)))
                    OR seat.id IN (
                        SELECT seat_substitute.seat FROM seat_substitute
                        WHERE seat_substitute.partnership = \(partnership) AND seat_substitute.person = \(person)
                            AND seat_substitute.begins_on <= \(day)
                            AND (seat_substitute.ends_on IS NULL OR seat_substitute.ends_on > \(day))))
            """)
        return Set(try rows.map { try $0("role") })
    }
}

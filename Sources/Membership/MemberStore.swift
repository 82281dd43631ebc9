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
    /// A person as a member; nil where their membership is not active, which grants nothing at all (S43).
    ///
    /// - Parameter broken: what they broke the glass for.
    func member(
        _ person: ID<Person>, on day: Day, of permissions: Set<Permission>, broken: [BrokenGlass] = []
    ) throws -> Member? {
        let rows = try rows(
            """
            SELECT membership.name, sitting.role FROM membership
            LEFT JOIN (\(SQL.roles(of: person, in: partnership, on: day))) AS sitting ON TRUE
            WHERE membership.partnership = \(partnership) AND membership.person = \(person)
                AND membership.state = \(MembershipState.active)
            """)
        guard let first = rows.first else { return nil }
        let roles: [Role] = try rows.compactMap { try $0("role") }
        return try Member(id: person, name: first("name"), roles: Set(roles), of: permissions, broken: broken)
    }

    /// Everybody with an active membership who holds a seat of one of these roles on a day, or substitutes in it, by
    /// surname.
    ///
    /// - Throws: `DatabaseFault`
    public func people(seatedAs roles: Set<Role>, on day: Day) throws -> [Participant] {
        try rows(
            """
            SELECT membership.*, person.email, \(SQL.linkEnd) AS link_ends_at FROM membership
            JOIN person ON person.id = membership.person
            WHERE membership.partnership = \(partnership) AND membership.state = \(MembershipState.active)
                AND membership.person IN (
                    SELECT sitting.person FROM (
                        SELECT partnership, seat, person, begins_on, ends_on FROM seat_holder
                        UNION ALL
                        SELECT partnership, seat, person, begins_on, ends_on FROM seat_substitute
                    ) AS sitting
                    JOIN seat ON seat.partnership = sitting.partnership AND seat.id = sitting.seat
                    JOIN body ON body.partnership = seat.partnership AND body.id = seat.body
                    WHERE sitting.partnership = \(partnership)
                        AND seat.role IN \(roles.sorted { $0.rawValue < $1.rawValue })
                        AND body.begins_on <= \(day) AND (body.ends_on IS NULL OR body.ends_on > \(day))
                        AND seat.begins_on <= \(day) AND (seat.ends_on IS NULL OR seat.ends_on > \(day))
                        AND sitting.begins_on <= \(day) AND (sitting.ends_on IS NULL OR sitting.ends_on > \(day)))
            ORDER BY membership.sort_name, membership.person
            """
        ).map(Participant.init)
    }

    /// The roles of the seats a person holds or substitutes in on a day.
    func roles(of person: ID<Person>, on day: Day) throws -> Set<Role> {
        Set(try rows(.roles(of: person, in: partnership, on: day)).compactMap { try $0("role") })
    }
}

extension SQL {
    /// The roles of the seats a person holds or substitutes in on a day, each once, and NULL for those that are no more.
    ///
    /// Seats are looked up one by one: joined, PostgreSQL, which may not know yet how many there are, began with all bodies.
    fileprivate static func roles(of person: ID<Person>, in partnership: ID<Tenant>, on day: Day) -> SQL {
        """
        SELECT DISTINCT (
            SELECT seat.role FROM seat
            WHERE seat.partnership = \(partnership) AND seat.id = held.seat
                AND seat.begins_on <= \(day) AND (seat.ends_on IS NULL OR seat.ends_on > \(day))
                AND EXISTS (
                    SELECT body.id FROM body
                    WHERE body.partnership = seat.partnership AND body.id = seat.body
                        AND body.begins_on <= \(day) AND (body.ends_on IS NULL OR body.ends_on > \(day)))
        ) AS role FROM (
            SELECT seat FROM seat_holder
            WHERE partnership = \(partnership) AND person = \(person)
                AND begins_on <= \(day) AND (ends_on IS NULL OR ends_on > \(day))
            UNION ALL
            SELECT seat FROM seat_substitute
            WHERE partnership = \(partnership) AND person = \(person)
                AND begins_on <= \(day) AND (ends_on IS NULL OR ends_on > \(day))
        ) AS held
        """
    }
}

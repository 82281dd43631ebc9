import Foundation
import Storage

/// The people of a partnership, and how their memberships stand.
public struct PersonStore: Sendable {
    private let database: Database
    private let identities: Identities
    private let permissions: Set<Permission>
    private let news: (any AccountNews)?

    /// - Parameters:
    ///   - permissions: all that the program declares, where people's email addresses are changed.
    ///   - news: tells a person that their email address was changed; nil tells nobody.
    public init(
        _ database: Database, identities: Identities, permissions: Set<Permission> = [],
        news: (any AccountNews)? = nil
    ) {
        self.database = database
        self.identities = identities
        self.permissions = permissions
        self.news = news
    }

    /// Everybody who takes part or did, by surname.
    ///
    /// - Throws: `DatabaseFault`
    public func people() async throws -> [Participant] {
        try await database.read { db in
            try db.rows(
                """
                SELECT membership.*, person.email, \(SQL.linkEnd) AS link_ends_at FROM membership
                JOIN person ON person.id = membership.person
                WHERE membership.partnership = \(db.partnership)
                ORDER BY membership.sort_name, membership.person
                """
            ).map(Participant.init)
        }
    }

    /// - Throws: `DatabaseFault`
    public func person(_ id: ID<Person>) async throws -> Participant? {
        try await database.read { db in try db.participant(id) }
    }

    /// A person, and the agencies they may work for.
    ///
    /// - Throws: `DatabaseFault`
    public func personAndAgencies(_ id: ID<Person>) async throws -> (person: Participant, agencies: [Agency])? {
        try await database.read { db in
            guard let person = try db.participant(id) else { return nil }
            return (person, try db.agencies())
        }
    }

    /// A person, and where they sit: what a page about them says, all of one moment.
    ///
    /// - Parameter reader: whose own seats say how much of it they may see.
    /// - Throws: `DatabaseFault`
    public func seated(_ id: ID<Person>, asFor reader: ID<Person>) async throws -> SeatedPerson? {
        try await database.read { db in
            guard let person = try db.participant(id) else { return nil }
            return SeatedPerson(
                person: person, agencies: try db.agencies(), structure: try db.structure(seating: id, and: reader))
        }
    }

    /// Enters people, all of them or none. Somebody who takes part in another partnership is known by their email.
    ///
    /// - Parameter state: `.invited` unless it is known already that they take part.
    /// - Throws: ``MembershipRefusal``, `DatabaseFault`
    @discardableResult
    public func add(
        _ people: [PersonDetails], as state: MembershipState = .invited, by actor: Entry.Actor, at time: Date
    ) async throws -> [ID<Person>] {
        let new: [ID<Person>] = people.map { _ in identities.new(at: time) }
        let entry = Entry(.peopleAdded, of: .init("partnership", database.partnership), by: actor, at: time)
        return try await database.write(entry) { db in
            try zip(people, new).map { details, id in
                db.changed("person", from: String?.none, to: details.name)
                return try db.enter(details, as: id, state: state, at: time)
            }
        }
    }

    /// Changes what is known of a person. An email address is how they sign in everywhere, so it is changed only where
    /// this is their one partnership, and by nobody who may do less than they: whoever has the new address comes in as them.
    /// With it goes all that they signed in by, which was whoever's that had the old one.
    ///
    /// - Parameter person: as they are believed to be.
    /// - Throws: `ChangedMeanwhile` where their details are others; ``MembershipRefusal``, `DatabaseFault`
    public func change(
        _ person: Participant, to details: PersonDetails, by member: Member, at time: Date
    ) async throws {
        let id = person.id
        let entry = Entry(.personChanged, of: .init("person", id), by: member.actor, at: time)
        let (news, permissions) = (news, permissions)
        try await database.write(entry) { db in
            guard let before = try db.participant(id) else { throw MembershipRefusal.notHere }
            guard before.details == person.details else { throw ChangedMeanwhile() }
            if details.email != before.details.email {
                guard id != FirstOfficerStore.person else { throw MembershipRefusal.builtIn }
                try db.requireAsMuch(as: id, of: member, permissions, on: Day(time))
                try db.change(emailOf: id, to: details.email, at: time)
            }
            try db.requireAgency(details.agency)
            try db.run(
                """
                UPDATE membership SET name = \(details.name), sort_name = \(details.sortName),
                    agency = \(details.agency), telephone = \(details.telephone)
                WHERE partnership = \(db.partnership) AND person = \(id)
                """)
            db.changed("name", from: before.name, to: details.name)
            db.changed("email", from: before.details.email, to: details.email)
            db.changed("agency", from: before.details.agency, to: details.agency)
            db.changed("telephone", from: before.details.telephone, to: details.telephone)
            try db.index(person: id)
            guard details.email != before.details.email else { return }
            try news?.tell(
                AccountChange(
                    .emailChanged(to: details.email), of: id, named: before.name, at: before.details.email, on: time),
                in: db)
        }
    }

    /// Confirms, suspends, resumes, ends or renews a membership. What it granted, it grants no more from that moment.
    ///
    /// - Throws: ``MembershipRefusal``, `DatabaseFault`
    public func move(
        _ id: ID<Person>, by deed: MembershipDeed, as member: Member, why: String? = nil, at time: Date
    ) async throws {
        let entry = Entry(.membershipMoved, of: .init("person", id), by: member.actor, at: time, why: why)
        try await move(id, by: deed, entry, isOneself: id == member.id)
    }

    /// Suspends a membership from the command line.
    ///
    /// - Throws: ``MembershipRefusal``, `DatabaseFault`
    public func suspend(_ id: ID<Person>, by actor: Entry.Actor, why: String?, at time: Date) async throws {
        let entry = Entry(.membershipMoved, of: .init("person", id), by: actor, at: time, why: why)
        try await move(id, by: .suspend, entry, isOneself: false)
    }

    private func move(_ id: ID<Person>, by deed: MembershipDeed, _ entry: Entry, isOneself: Bool) async throws {
        let time = entry.at
        try await database.write(entry) { db in
            guard let before = try db.state(of: id) else { throw MembershipRefusal.notHere }
            guard let after = before.after(deed) else { throw MembershipRefusal.notPossible(deed, before) }
            if isOneself { throw MembershipRefusal.oneself }
            let officers = try db.firstDayWithoutOfficer(from: Day(time))
            try db.run(
                """
                UPDATE membership SET state = \(after), since = \(time), invited_at = NULL
                WHERE partnership = \(db.partnership) AND person = \(id)
                """)
            db.changed("membership", from: before, to: after)
            try db.index(person: id)
            if deed == .invite { try db.vacate(seatsOf: id, on: Day(time)) }
            try db.endSessionsHere(of: id, at: time)
            try db.requireAnOfficer(on: Day(time), asBefore: officers)
        }
    }
}

extension Reading {
    func participant(_ id: ID<Person>) throws -> Participant? {
        try row(
            """
            SELECT membership.*, person.email, \(SQL.linkEnd) AS link_ends_at FROM membership
            JOIN person ON person.id = membership.person
            WHERE membership.partnership = \(partnership) AND membership.person = \(id)
            """
        ).map(Participant.init)
    }

    /// How a person's membership here stands; nil where they have none.
    func state(of person: ID<Person>) throws -> MembershipState? {
        try value("SELECT state FROM membership WHERE partnership = \(partnership) AND person = \(person)")
    }

    /// Refuses where somebody who signs in may do what the member may not, by any of their seats.
    fileprivate func requireAsMuch(
        as person: ID<Person>, of member: Member, _ permissions: Set<Permission>, on day: Day
    ) throws {
        guard try row("SELECT person FROM credential WHERE person = \(person)") != nil else { return }
        let roles = try roles(of: person, on: day)
        guard permissions.allSatisfy({ !$0.isHeld(by: roles) || member.holds($0) }) else {
            throw MembershipRefusal.holdsMore
        }
    }

    /// Refuses an agency that takes no part here.
    func requireAgency(_ agency: ID<Agency>?) throws {
        if let agency, try !isAgencyHere(agency) { throw MembershipRefusal.notHere }
    }

    func name(of person: ID<Person>) throws -> String? {
        try value("SELECT name FROM membership WHERE partnership = \(partnership) AND person = \(person)")
    }

}

extension Writing {
    fileprivate func enter(
        _ details: PersonDetails, as new: ID<Person>, state: MembershipState, at time: Date
    ) throws -> ID<Person> {
        try requireAgency(details.agency)
        // Another partnership may enter the same address at this very moment: then they are one person all the same.
        try run("INSERT INTO person (id, email) VALUES (\(new), \(details.email)) ON CONFLICT (email) DO NOTHING")
        let known: ID<Person>? = try details.email.flatMap { try value("SELECT id FROM person WHERE email = \($0)") }
        let id = known ?? new
        guard try self.state(of: id) == nil else { throw MembershipRefusal.isHereAlready }
        try run(
            """
            INSERT INTO membership (partnership, person, name, sort_name, agency, state, since, telephone)
            VALUES (
                \(partnership), \(id), \(details.name), \(details.sortName), \(details.agency), \(state), \(time),
                \(details.telephone))
            """)
        try index(person: id)
        return id
    }

    fileprivate func change(emailOf id: ID<Person>, to email: EmailAddress?, at time: Date) throws {
        let elsewhere = try row(
            "SELECT person FROM membership WHERE partnership <> \(partnership) AND person = \(id)")
        guard elsewhere == nil else { throw MembershipRefusal.emailIsShared }
        if let email, try row("SELECT id FROM person WHERE email = \(email) AND id <> \(id)") != nil {
            throw MembershipRefusal.emailTaken
        }
        do {
            try run("UPDATE person SET email = \(email) WHERE id = \(id)")
        } catch DatabaseFault.constraint(.unique, _) {
            // Somebody was quicker elsewhere.
            throw MembershipRefusal.emailTaken
        }
        // S37: whoever signs in by the new address is not whoever signed in by the old, or was invited by it.
        try endSessions(of: id, at: time)
        try run("DELETE FROM sign_in_link WHERE person = \(id)")
        try run("UPDATE membership SET invited_at = NULL WHERE partnership = \(partnership) AND person = \(id)")
        try run("DELETE FROM known_browser WHERE person = \(id)")
        try run("DELETE FROM recovery_code WHERE person = \(id)")
        try run("DELETE FROM second_factor WHERE person = \(id)")
        try run("DELETE FROM credential WHERE person = \(id)")
    }

    /// Whoever left comes back without what their seats let them do: somebody has to seat them anew, and answers for it.
    fileprivate func vacate(seatsOf person: ID<Person>, on day: Day) throws {
        for table: SQL in ["seat_holder", "seat_substitute"] {
            try run(
                """
                UPDATE \(table) SET ends_on = CASE WHEN begins_on > \(day) THEN begins_on ELSE \(day) END
                WHERE partnership = \(partnership) AND person = \(person) AND (ends_on IS NULL OR ends_on > \(day))
                """)
        }
    }
}

extension Participant {
    init(row: Row) throws {
        try self.init(
            id: row("person"),
            details: PersonDetails(
                name: row("name"), email: row("email"), agency: row("agency"), telephone: row("telephone")),
            state: row("state"), since: row("since"),
            invitation: (row("invited_at") as Date?).map { sentAt in
                try Invitation(sentAt: sentAt, linkEndsAt: row("link_ends_at"))
            })
    }
}

extension SQL {
    /// Until when the link of their invitation works, of the `membership` of a query.
    static let linkEnd: SQL = """
        (SELECT max(ends_at) FROM sign_in_link WHERE sign_in_link.partnership = membership.partnership
            AND sign_in_link.person = membership.person AND sign_in_link.purpose = 'invitation')
        """
}

extension Act {
    static let peopleAdded = Act("people added", "People were entered, to be invited.")
    static let personChanged = Act("person changed", "What is known of a person was changed.")
    static let membershipMoved = Act(
        "membership changed", "A membership was confirmed, suspended, taken up again, ended or renewed.")
}

import Foundation
import Storage

/// Who is each agency's liaison officer: whom others call about sharing information.
public struct LiaisonStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
    }

    /// Names an agency's liaison officer from a day on. Whoever was, is no more from that day.
    ///
    /// - Parameters:
    ///   - person: nil names nobody.
    ///   - agency: as it is believed to be.
    /// - Throws: `ChangedMeanwhile` where another was named meanwhile; ``MembershipRefusal``, `DatabaseFault`
    public func name(
        _ person: ID<Person>?, for agency: Agency, from day: Day, by actor: Entry.Actor, at time: Date
    ) async throws {
        let id: ID<Appointment> = identities.new(at: time)
        let act: Act = person == nil ? .liaisonOfficerEnded : .liaisonOfficerNamed
        let (agency, believed) = (agency.id, agency.lastingLiaisonOfficer)
        let entry = Entry(act, of: .init("agency", agency), by: actor, at: time)
        try await database.write(entry) { db in
            guard try db.isAgencyHere(agency) else { throw MembershipRefusal.notHere }
            let before = try db.liaisonOfficer(of: agency)
            guard before?.id == believed?.id else { throw ChangedMeanwhile() }
            if let person, before?.person == person { throw MembershipRefusal.liaisonOfficerAlready }
            if let before {
                _ = try Term(from: before.term.beginsOn, to: day)
                try db.run(
                    """
                    UPDATE liaison_officer SET ends_on = \(day)
                    WHERE partnership = \(db.partnership) AND id = \(before.id)
                    """)
            }
            if let person { try db.name(person, for: agency, as: id, from: day) }
            db.changed("liaison officer", from: before?.name, to: try person.flatMap(db.name(of:)))
            db.changed("from", from: before?.term.beginsOn, to: day)
        }
    }
}

extension Reading {
    /// Whoever is with no end known.
    fileprivate func liaisonOfficer(of agency: ID<Agency>) throws -> Appointment? {
        try row(
            """
            SELECT liaison_officer.*, membership.name FROM liaison_officer
            JOIN membership ON membership.partnership = liaison_officer.partnership
                AND membership.person = liaison_officer.person
            WHERE liaison_officer.partnership = \(partnership) AND liaison_officer.agency = \(agency)
                AND liaison_officer.ends_on IS NULL
            """
        ).map { row in try Appointment(row: row) }
    }
}

extension Writing {
    /// Refuses a person of another agency. Of whoever is entered without one it is not known, and they may be named.
    private func requireOwn(_ person: ID<Person>, of agency: ID<Agency>) throws {
        let other = try row(
            """
            SELECT membership.name AS person, agency.name AS works_for
            FROM membership JOIN agency ON agency.id = membership.agency
            WHERE membership.partnership = \(partnership) AND membership.person = \(person)
                AND membership.agency <> \(agency)
            """)
        guard let other else { return }
        let asked: String? = try value("SELECT name FROM agency WHERE id = \(agency)")
        throw MembershipRefusal.liaisonOfficerOfAnother(
            person: try other("person"), agency: try other("works_for"), asked: asked ?? "this agency")
    }

    fileprivate func name(
        _ person: ID<Person>, for agency: ID<Agency>, as id: ID<Appointment>, from day: Day
    ) throws {
        guard let state = try state(of: person), state != .left else { throw MembershipRefusal.notHere }
        try requireOwn(person, of: agency)
        try run(
            """
            INSERT INTO liaison_officer (id, partnership, agency, person, begins_on)
            VALUES (\(id), \(partnership), \(agency), \(person), \(day))
            """)
    }
}

extension Act {
    static let liaisonOfficerNamed = Act("liaison officer named", "An agency’s liaison officer was named.")
    static let liaisonOfficerEnded = Act("liaison officer ended", "An agency has no liaison officer any more.")
}

import Foundation
import Storage

/// The agencies that take part, and whom to call at each about sharing information.
public struct AgencyStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
    }

    /// Every agency that takes part or did, by name.
    ///
    /// - Throws: `DatabaseFault`
    public func agencies() async throws -> [Agency] {
        try await database.read { db in try db.agencies() }
    }

    /// - Throws: `DatabaseFault`
    public func agency(_ id: ID<Agency>) async throws -> Agency? {
        try await database.read { db in try db.agency(id) }
    }

    /// Takes an agency into the partnership. One that takes part in another already is the same one.
    ///
    /// - Throws: ``MembershipRefusal``, `DatabaseFault`
    @discardableResult
    public func add(_ details: AgencyDetails, by actor: Entry.Actor, at time: Date) async throws -> ID<Agency> {
        let new: ID<Agency> = identities.new(at: time)
        let known: ID<Agency>? = try await database.read { db in try db.agency(named: details) }
        let entry = Entry(
            .agencyAdded, of: .init("agency", known ?? new), by: actor, at: time,
            changes: [
                .init("name", from: String?.none, to: details.name),
                .init("standing", from: String?.none, to: details.standing),
            ])
        return try await database.write(entry) { db in
            let id = try db.agency(named: details) ?? new
            if try !db.isAgencyHere(id) {
                if id == new { try db.enter(details, as: new) }
                try db.run(
                    """
                    INSERT INTO partnership_agency (partnership, agency, standing, begins_on)
                    VALUES (\(db.partnership), \(id), \(details.standing), \(details.beginsOn))
                    """)
                try db.index(agency: id)
                return id
            }
            throw MembershipRefusal.takesPartAlready
        }
    }

    /// Changes what is known of an agency. Its name and kind are every partnership's that it takes part in, so they
    /// are changed only where that is one.
    ///
    /// - Parameter agency: as it is believed to be.
    /// - Throws: `ChangedMeanwhile` where its details are others; ``MembershipRefusal``, `DatabaseFault`
    public func change(
        _ agency: Agency, to details: AgencyDetails, by actor: Entry.Actor, at time: Date
    ) async throws {
        let id = agency.id
        let entry = Entry(.agencyChanged, of: .init("agency", id), by: actor, at: time)
        try await database.write(entry) { db in
            guard let before = try db.agency(id) else { throw MembershipRefusal.notHere }
            guard before.details == agency.details else { throw ChangedMeanwhile() }
            _ = try Term(from: details.beginsOn, to: before.term.endsOn)
            if before.name != details.name || before.kind != details.kind {
                guard try !db.takesPartElsewhere(id) else { throw MembershipRefusal.agencyIsShared }
                if let other = try db.agency(named: details), other != id { throw MembershipRefusal.takesPartAlready }
                try db.run(
                    """
                    UPDATE agency SET name = \(details.name), sort_name = \(details.name.folded),
                        kind = \(details.kind)
                    WHERE id = \(id)
                    """)
                db.changed("name", from: before.name, to: details.name)
                db.changed("kind", from: before.kind, to: details.kind)
            }
            try db.run(
                """
                UPDATE partnership_agency SET standing = \(details.standing), begins_on = \(details.beginsOn)
                WHERE partnership = \(db.partnership) AND agency = \(id)
                """)
            db.changed("standing", from: before.standing, to: details.standing)
            db.changed("takes part from", from: before.term.beginsOn, to: details.beginsOn)
            try db.index(agency: id)
        }
    }

    /// Ends an agency's part, or takes the end back.
    ///
    /// - Parameters:
    ///   - agency: as it is believed to be.
    ///   - day: the first day on which it takes part no more; nil where it goes on.
    /// - Throws: `ChangedMeanwhile` where it has another end; ``MembershipRefusal``, `DatabaseFault`
    public func end(_ agency: Agency, on day: Day?, by actor: Entry.Actor, at time: Date) async throws {
        let id = agency.id
        let entry = Entry(
            day == nil ? .agencyReturned : .agencyLeft, of: .init("agency", id), by: actor, at: time)
        try await database.write(entry) { db in
            guard let before = try db.agency(id) else { throw MembershipRefusal.notHere }
            guard before.term.endsOn == agency.term.endsOn else { throw ChangedMeanwhile() }
            _ = try Term(from: before.term.beginsOn, to: day)
            try db.run(
                """
                UPDATE partnership_agency SET ends_on = \(day)
                WHERE partnership = \(db.partnership) AND agency = \(id)
                """)
            db.changed("takes part until", from: before.term.endsOn, to: day)
            try db.index(agency: id)
        }
    }
}

extension Reading {
    /// By name; the liaison officers of each, the latest first.
    func agencies(_ condition: SQL = "TRUE") throws -> [Agency] {
        let rows = try rows(
            """
            SELECT agency.id AS agency_id, agency.name AS agency_name, agency.kind, partnership_agency.standing,
                partnership_agency.begins_on AS part_begins_on, partnership_agency.ends_on AS part_ends_on,
                liaison_officer.*, (
                    SELECT membership.name FROM membership
                    WHERE membership.partnership = liaison_officer.partnership
                        AND membership.person = liaison_officer.person
                ) AS name, (
                    SELECT membership.telephone FROM membership
                    WHERE membership.partnership = liaison_officer.partnership
                        AND membership.person = liaison_officer.person
                ) AS telephone
            FROM partnership_agency
            JOIN agency ON agency.id = partnership_agency.agency
            LEFT JOIN liaison_officer ON liaison_officer.partnership = partnership_agency.partnership
                AND liaison_officer.agency = partnership_agency.agency
            WHERE partnership_agency.partnership = \(partnership) AND \(condition)
            ORDER BY agency.sort_name, agency.id, liaison_officer.begins_on DESC, liaison_officer.id DESC
            """)
        var agencies: [(row: Row, id: ID<Agency>, officers: [Appointment])] = []
        for row in rows {
            let id: ID<Agency> = try row("agency_id")
            if agencies.last?.id != id { agencies.append((row, id, [])) }
            guard try row("id") as ID<Appointment>? != nil else { continue }
            agencies[agencies.count - 1].officers.append(try Appointment(officer: row))
        }
        return try agencies.map { row, id, officers in
            try Agency(
                id: id, name: row("agency_name"), kind: row("kind"), standing: row("standing"),
                term: Term(from: row("part_begins_on"), to: row("part_ends_on")), liaisonOfficers: officers)
        }
    }

    func agency(_ id: ID<Agency>) throws -> Agency? {
        try agencies("agency.id = \(id)").first
    }

    /// The agency of this name and kind, whatever partnerships it takes part in.
    fileprivate func agency(named details: AgencyDetails) throws -> ID<Agency>? {
        try value("SELECT id FROM agency WHERE sort_name = \(details.name.folded) AND kind = \(details.kind)")
    }

    func isAgencyHere(_ id: ID<Agency>) throws -> Bool {
        try row("SELECT agency FROM partnership_agency WHERE partnership = \(partnership) AND agency = \(id)") != nil
    }

    fileprivate func takesPartElsewhere(_ id: ID<Agency>) throws -> Bool {
        try row("SELECT agency FROM partnership_agency WHERE partnership <> \(partnership) AND agency = \(id)") != nil
    }
}

extension Writing {
    fileprivate func enter(_ details: AgencyDetails, as id: ID<Agency>) throws {
        try run(
            """
            INSERT INTO agency (id, name, sort_name, kind)
            VALUES (\(id), \(details.name), \(details.name.folded), \(details.kind))
            """)
    }
}

extension Act {
    static let agencyAdded = Act("agency added", "An agency was taken into the partnership.")
    static let agencyChanged = Act("agency changed", "What is known of an agency was changed.")
    static let agencyLeft = Act("agency left", "An agency’s part in the partnership was ended.")
    static let agencyReturned = Act("agency returned", "An agency takes part again.")
}

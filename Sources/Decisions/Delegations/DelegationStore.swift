import Foundation
import Storage

/// The powers that were delegated, as they are kept. None is ever removed: one that is over has its last day.
public struct DelegationStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// - Throws: `DatabaseFault`
    public func delegations() async throws -> [Delegation] {
        try await database.read { db in try db.delegations() }
    }

    /// - Throws: `DatabaseFault`
    public func delegation(_ id: ID<Delegation>) async throws -> Delegation? {
        try await database.read { db in try db.delegations(id).first }
    }

    /// - Throws: `DatabaseFault`
    @discardableResult
    public func enter(
        _ details: Delegation.Details, by actor: Entry.Actor, at time: Date
    ) async throws -> ID<Delegation> {
        let id: ID<Delegation> = identities.new(at: time)
        try await database.write(Entry(.powerDelegated, of: .init("delegation", id), by: actor, at: time)) { db in
            try db.run(
                """
                INSERT INTO delegation (
                    id, partnership, power, given_by, given_to, limits, authority, since, until, ended_because,
                    revision, changed_at, changed_by)
                VALUES (
                    \(id), \(db.partnership), \(details.power), \(details.from), \(details.to), \(details.limits),
                    \(details.authority), \(details.since), \(details.until), \(details.endedBecause), 1, \(time),
                    \(actor.shownName))
                """)
        }
        return id
    }

    /// Saves one, if nobody saved it since whoever saves saw it.
    ///
    /// - Throws: ``DecisionsRefusal``, `DatabaseFault`
    public func save(_ delegation: Delegation, ending: Bool, by actor: Entry.Actor, at time: Date) async throws {
        let act: Act = ending ? .delegationEnded : .delegationChanged
        let details = delegation.details
        try await database.write(Entry(act, of: .init("delegation", delegation.id), by: actor, at: time)) { db in
            guard try db.delegations(delegation.id).first?.revision == delegation.revision else {
                throw DecisionsRefusal.changedMeanwhile
            }
            try db.run(
                """
                UPDATE delegation SET power = \(details.power), given_by = \(details.from), given_to = \(details.to),
                    limits = \(details.limits), authority = \(details.authority), since = \(details.since),
                    until = \(details.until), ended_because = \(details.endedBecause),
                    revision = revision + 1, changed_at = \(time), changed_by = \(actor.shownName)
                WHERE partnership = \(db.partnership) AND id = \(delegation.id)
                """)
        }
    }
}

extension Reading {
    fileprivate func delegations(_ id: ID<Delegation>? = nil) throws -> [Delegation] {
        let own: SQL = id.map { "id = \($0)" } ?? "TRUE"
        return try rows(
            "SELECT * FROM delegation WHERE partnership = \(partnership) AND \(own) ORDER BY since, id"
        ).map { row in
            try Delegation(
                id: row("id"),
                details: Delegation.Details(
                    power: row("power"), from: row("given_by"), to: row("given_to"), limits: row("limits"),
                    authority: row("authority"), since: row("since"), until: row("until"),
                    endedBecause: row("ended_because")),
                revision: row("revision"))
        }
    }

    /// What delegations are called, by how entries address them.
    func delegationNames(_ addresses: [String]) throws -> [String: String] {
        let ids = addresses.compactMap { ID<Delegation>($0) }
        let found = try rows(
            "SELECT id, power FROM delegation WHERE partnership = \(partnership) AND id IN \(ids)"
        ).map { row in try ((row("id") as ID<Delegation>).description, row("power") as String) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}

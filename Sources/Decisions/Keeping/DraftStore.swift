import Foundation
import Publishing
import Storage

/// Records of decisions and notices for the forward plan, as they are written.
public struct DraftStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// The newest first.
    ///
    /// - Throws: `DatabaseFault`
    public func decisions() async throws -> [RegisterDraft<DecisionStatement>] {
        try await database.read { db in try db.drafts(.decision, of: DecisionStatement.self) }
    }

    /// - Throws: `DatabaseFault`
    public func decision(_ id: ID<DraftRecord>) async throws -> RegisterDraft<DecisionStatement>? {
        try await database.read { db in try db.drafts(.decision, of: DecisionStatement.self, id).first }
    }

    /// The newest first.
    ///
    /// - Throws: `DatabaseFault`
    public func plans() async throws -> [RegisterDraft<PlanStatement>] {
        try await database.read { db in try db.drafts(.plannedDecision, of: PlanStatement.self) }
    }

    /// - Throws: `DatabaseFault`
    public func plan(_ id: ID<DraftRecord>) async throws -> RegisterDraft<PlanStatement>? {
        try await database.read { db in try db.drafts(.plannedDecision, of: PlanStatement.self, id).first }
    }

    /// Which resolutions have their record.
    ///
    /// - Throws: `DatabaseFault`
    public func sources() async throws -> Set<String> {
        try await database.read { db in
            let rows = try db.rows(
                "SELECT source FROM decision_draft WHERE partnership = \(db.partnership) AND source IS NOT NULL")
            return Set(try rows.map { try $0("source") as String })
        }
    }

    /// Begins the record of a decision.
    ///
    /// - Parameter source: the resolution that it records, of which there is only one record.
    /// - Throws: ``DecisionsRefusal``, `DatabaseFault`
    public func begin(
        _ statement: DecisionStatement, of body: String, from source: String? = nil, by actor: Entry.Actor,
        at time: Date
    ) async throws -> ID<DraftRecord> {
        let id: ID<DraftRecord> = identities.new(at: time)
        try await database.write(Entry(.decisionBegun, of: .init("decision", id), by: actor, at: time)) { db in
            if let source, try db.isTaken(source) { throw DecisionsRefusal.takenAlready }
            try db.enter(
                statement, .decision, title: statement.title, of: body, from: source, as: id, by: actor, at: time)
        }
        return id
    }

    /// Begins a notice for the forward plan.
    ///
    /// - Throws: `DatabaseFault`
    public func begin(
        _ statement: PlanStatement, of body: String, by actor: Entry.Actor, at time: Date
    ) async throws -> ID<DraftRecord> {
        let id: ID<DraftRecord> = identities.new(at: time)
        try await database.write(Entry(.noticeBegun, of: .init("planned decision", id), by: actor, at: time)) { db in
            try db.enter(
                statement, .plannedDecision, title: statement.title, of: body, from: nil, as: id, by: actor, at: time)
        }
        return id
    }

    /// Saves a record, if it is still as whoever saves saw it.
    ///
    /// - Parameter part: which part of it was changed.
    /// - Throws: ``DecisionsRefusal``, `DatabaseFault`
    public func save(
        _ draft: RegisterDraft<DecisionStatement>, part: String, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(
            .decisionChanged, of: .init("decision", draft.id), by: actor, at: time,
            changes: [.init("part", from: String?.none, to: part)])
        try await database.write(entry) { db in
            try db.save(draft, titled: draft.statement.title, by: actor, at: time)
        }
    }

    /// Saves a notice, if it is still as whoever saves saw it.
    ///
    /// - Throws: ``DecisionsRefusal``, `DatabaseFault`
    public func save(
        _ draft: RegisterDraft<PlanStatement>, part: String, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(
            .noticeChanged, of: .init("planned decision", draft.id), by: actor, at: time,
            changes: [.init("part", from: String?.none, to: part)])
        try await database.write(entry) { db in
            try db.save(draft, titled: draft.statement.title, by: actor, at: time)
        }
    }
}

extension Reading {
    /// - Parameter of: what such a draft says.
    func drafts<Statement: Codable & Hashable & Sendable>(
        _ kind: DraftKind, of _: Statement.Type, _ id: ID<DraftRecord>? = nil
    ) throws -> [RegisterDraft<Statement>] {
        let own: SQL = id.map { "id = \($0)" } ?? "TRUE"
        return try rows(
            """
            SELECT * FROM decision_draft WHERE partnership = \(partnership) AND kind = \(kind) AND \(own)
            ORDER BY changed_at DESC, id DESC
            """
        ).map { row in
            let statement: JSON<Statement> = try row("statement")
            return try RegisterDraft(
                id: row("id"), statement: statement.content, body: row("body"), closedPart: row("closed_part"),
                revision: row("revision"), publication: row("publication"), changedAt: row("changed_at"),
                changedBy: row("changed_by"))
        }
    }

    fileprivate func isTaken(_ source: String) throws -> Bool {
        try row("SELECT id FROM decision_draft WHERE partnership = \(partnership) AND source = \(source)") != nil
    }

    /// What records and notices are called, by how entries address them.
    func draftNames(_ addresses: [String]) throws -> [String: String] {
        let ids = addresses.compactMap { ID<DraftRecord>($0) }
        let found = try rows(
            "SELECT id, title FROM decision_draft WHERE partnership = \(partnership) AND id IN \(ids)"
        ).map { row in try ((row("id") as ID<DraftRecord>).description, row("title") as String) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}

extension Writing {
    fileprivate func enter(
        _ statement: some Codable & Sendable, _ kind: DraftKind, title: String, of body: String, from source: String?,
        as id: ID<DraftRecord>, by actor: Entry.Actor, at time: Date
    ) throws {
        try run(
            """
            INSERT INTO decision_draft (
                id, partnership, kind, title, body, statement, closed_part, revision, publication, source, changed_at,
                changed_by)
            VALUES (
                \(id), \(partnership), \(kind), \(title), \(body), \(JSON(statement)), '', 1, NULL, \(source), \(time),
                \(actor.shownName))
            """)
        try indexDraft(id)
    }

    fileprivate func save<Statement>(
        _ draft: RegisterDraft<Statement>, titled title: String, by actor: Entry.Actor, at time: Date
    ) throws {
        let count = try rows(
            """
            UPDATE decision_draft SET title = \(title), body = \(draft.body), statement = \(JSON(draft.statement)),
                closed_part = \(draft.closedPart), revision = \(draft.revision + 1), changed_at = \(time),
                changed_by = \(actor.shownName)
            WHERE partnership = \(partnership) AND id = \(draft.id) AND revision = \(draft.revision) RETURNING id
            """
        ).count
        guard count == 1 else { throw DecisionsRefusal.changedMeanwhile }
        if draft.publication == nil { try indexDraft(draft.id) }
    }

    /// Notes under what name it is published, in the transaction that publishes it.
    ///
    /// - Throws: ``DecisionsRefusal`` where it was changed since it was looked at.
    func markPublished(_ id: ID<DraftRecord>, revision: Int, as slug: String) throws {
        let count = try rows(
            """
            UPDATE decision_draft SET publication = \(slug)
            WHERE partnership = \(partnership) AND id = \(id) AND revision = \(revision) RETURNING id
            """
        ).count
        guard count == 1 else { throw DecisionsRefusal.changedMeanwhile }
        try indexDraft(id)
    }
}

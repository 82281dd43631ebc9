import Foundation
import Storage

/// The register of decisions and the forward plan, as everybody reads them. Others publish; here it is read.
public struct DecisionRegisterStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Every decision with a version to read, the newest first.
    ///
    /// - Throws: `DatabaseFault`
    public func decisions() async throws -> [RegisteredDecision] {
        try await database.read { db in try db.decisions() }.sorted {
            ($0.statement.decidedOn ?? Day($0.publishedAt), $0.slug)
                > ($1.statement.decidedOn ?? Day($1.publishedAt), $1.slug)
        }
    }

    /// - Throws: `DatabaseFault`
    public func decision(_ slug: String) async throws -> RegisteredDecision? {
        try await database.read { db in try db.decisions(called: slug).first }
    }

    /// Every notice of the forward plan with a version to read, the one that is decided first at the top.
    ///
    /// - Throws: `DatabaseFault`
    public func plans() async throws -> [PlannedDecision] {
        try await database.read { db in try db.plans() }.sorted {
            ($0.statement.from ?? Day($0.publishedAt), $0.slug) < ($1.statement.from ?? Day($1.publishedAt), $1.slug)
        }
    }

    /// - Throws: `DatabaseFault`
    public func plan(_ slug: String) async throws -> PlannedDecision? {
        try await database.read { db in try db.plans(called: slug).first }
    }
}

extension Reading {
    /// Decisions with a version to read, of this name or all.
    public func decisions(called slug: String? = nil) throws -> [RegisteredDecision] {
        try registered(.decision, slug).map { publication, version, statement, events in
            RegisteredDecision(publication: publication, version: version, statement: statement, events: events)
        }
    }

    /// Notices of the forward plan with a version to read, of this name or all.
    public func plans(called slug: String? = nil) throws -> [PlannedDecision] {
        try registered(.plannedDecision, slug).map { publication, version, statement, events in
            PlannedDecision(publication: publication, version: version, statement: statement, events: events)
        }
    }

    /// What each version of a notice in the forward plan said, and when it was published, the first first.
    public func planVersions(called slug: String) throws -> [(publishedAt: Date, statement: PlanStatement)] {
        let condition: SQL = "publication.partnership = \(partnership) AND publication.slug = \(slug)"
        return try rows(
            """
            SELECT register_version.content, publication_version.published_at FROM register_version
            JOIN publication ON publication.id = register_version.publication
            JOIN publication_version ON publication_version.publication = register_version.publication
                AND publication_version.number = register_version.number
            WHERE \(condition) AND publication.kind = \(Publication.Kind.plannedDecision)
            ORDER BY register_version.number
            """
        ).map { row in
            let content: JSON<PlanStatement> = try row("content")
            return (try row("published_at"), content.content)
        }
    }

    private func registered<Statement: Codable & Sendable>(
        _ kind: Publication.Kind, _ slug: String?
    ) throws -> [(Publication, PublishedVersion, Statement, [RegisterEvent])] {
        let own: SQL = slug.map { "publication.slug = \($0)" } ?? "TRUE"
        let condition: SQL = "publication.partnership = \(partnership) AND publication.kind = \(kind) AND \(own)"
        let (found, events) = (try publications(condition), try events(condition))
        let contents = try rows(
            """
            SELECT register_version.* FROM register_version
            JOIN publication ON publication.id = register_version.publication WHERE \(condition)
            """
        ).reduce(into: [ID<Publication>: [Int: Statement]]()) { all, row in
            let content: JSON<Statement> = try row("content")
            all[try row("publication"), default: [:]][try row("number")] = content.content
        }
        return found.compactMap { publication in
            guard let version = publication.current, let content = contents[publication.id]?[version.number] else {
                return nil
            }
            return (publication, version, content, events[publication.id] ?? [])
        }
    }

    private func events(_ condition: SQL) throws -> [ID<Publication>: [RegisterEvent]] {
        let found = try rows(
            """
            SELECT register_event.* FROM register_event JOIN publication ON publication.id = register_event.publication
            WHERE \(condition) ORDER BY register_event.position
            """
        ).map { row in
            let names: JSON<[String]> = try row("names")
            return try (
                row("publication") as ID<Publication>,
                RegisterEvent(
                    row("kind"), on: row("on_day"), saying: row("words"), names: names.content, at: row("told_at"),
                    by: row("told_by"))
            )
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    /// What a decision or a notice is called in addresses: words of its title that nothing published has.
    public func freeSlug(_ title: String) throws -> String {
        let taken: [String] = try rows("SELECT slug FROM publication WHERE partnership = \(partnership)").map {
            try $0("slug")
        }
        return MeetingSlug.make(of: title, besides: Set(taken))
    }
}

extension Writing {
    /// Puts what a version says where the register reads it, in the transaction that publishes it.
    public func register(_ statement: some Codable & Sendable, of slug: String, version number: Int) throws {
        try run(
            """
            INSERT INTO register_version (partnership, publication, number, content)
            VALUES (\(partnership), \(try publication(slug)), \(number), \(JSON(statement)))
            """)
    }

    /// Tells everybody what became of a decision, or of a notice in the forward plan.
    public func tell(_ event: RegisterEvent, of slug: String) throws {
        let id = try publication(slug)
        let count: Int? = try value(
            "SELECT count(*) FROM register_event WHERE partnership = \(partnership) AND publication = \(id)")
        try run(
            """
            INSERT INTO register_event (partnership, publication, position, kind, on_day, words, names, told_at, told_by)
            VALUES (
                \(partnership), \(id), \((count ?? 0) + 1), \(event.kind), \(event.on), \(event.words),
                \(JSON(event.names)), \(event.at), \(event.by))
            """)
    }

    private func publication(_ slug: String) throws -> ID<Publication> {
        let found = try row("SELECT id FROM publication WHERE partnership = \(partnership) AND slug = \(slug)")
        guard let id: ID<Publication> = try found?("id") else { throw PublishingRefusal.notHere }
        return id
    }
}

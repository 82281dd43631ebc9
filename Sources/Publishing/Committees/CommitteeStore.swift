import Foundation
import Storage

/// Bodies and their members as everybody is told of them, with all that was published of their meetings.
public struct CommitteeStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Tells one state of what is published from the next: nothing that was is ever removed, so it is enough to count.
    ///
    /// - Throws: `DatabaseFault`
    public func edition() async throws -> String {
        try await database.read { db in
            let row = try db.row(
                """
                SELECT (SELECT count(*) FROM meeting_notice WHERE partnership = \(db.partnership)) AS notices,
                    (SELECT count(*) FROM published_body WHERE partnership = \(db.partnership)) AS bodies,
                    (SELECT count(*) FROM publication_version WHERE partnership = \(db.partnership)) AS versions,
                    (SELECT count(*) FROM publication_withdrawal WHERE partnership = \(db.partnership)) AS withdrawals,
                    (SELECT count(*) FROM publication_note WHERE partnership = \(db.partnership)) AS notes
                """)
            let counts: [Int] = try ["notices", "bodies", "versions", "withdrawals", "notes"].map {
                try row?($0) ?? 0
            }
            return counts.map(String.init).joined(separator: " ")
        }
    }

    /// - Throws: `DatabaseFault`
    public func committees() async throws -> PublishedCommittees {
        try await database.read { db in
            let ids = try db.rows(
                """
                SELECT meeting, min(day) AS day, min(starts_at) AS starts_at FROM meeting_notice
                WHERE partnership = \(db.partnership) GROUP BY meeting
                """
            ).map { row in try row("meeting") as ID<PublishedMeeting> }
            let meetings = try db.meetings(ids).sorted {
                ($0.now.day, $0.now.startsAt, $0.id) < ($1.now.day, $1.now.startsAt, $1.id)
            }
            let publications = try db.publications("publication.partnership = \(db.partnership)")
            return PublishedCommittees(
                bodies: try db.committees(meetings), meetings: meetings, people: try db.peopleInAddresses(),
                records: try db.publicationRecords(),
                publications: Dictionary(
                    publications.filter { !$0.versions.isEmpty }.map { ($0.slug, $0) },
                    uniquingKeysWith: { first, _ in first }))
        }
    }

    /// How a body was last laid before everybody; nil where it never was.
    ///
    /// - Throws: `DatabaseFault`
    public func published(_ body: String) async throws -> (slug: String, version: BodyVersion)? {
        try await database.read { db in
            guard let version = try db.bodyVersions(of: body).last else { return nil }
            let slug: String? = try db.value(
                "SELECT slug FROM meeting_body WHERE partnership = \(db.partnership) AND body = \(body)")
            return slug.map { ($0, version) }
        }
    }

    /// Tells everybody of a body, or how it stands from now on.
    ///
    /// - Parameters:
    ///   - key: what it is called in the records of whoever publishes.
    ///   - before: the number of the newest version that they know of, 0 where there is none.
    /// - Throws: ``PublishingRefusal``, `DatabaseFault`
    public func publish(
        _ body: PublishedBody, as key: String, after before: Int, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(
            .bodyPublished, of: .init("body", key), by: actor, at: time,
            changes: [.init("version", from: Int?.none, to: before + 1)])
        try await database.write(entry) { db in
            let known = try db.bodyVersions(of: key)
            guard known.count == before else { throw PublishingRefusal.publishedMeanwhile }
            guard known.last?.body != body else { throw PublishingRefusal.sameAsBefore }
            let slug = try db.nameInAddresses(.init(id: key, name: body.name))
            for holder in body.seats.flatMap(\.holders) { try db.nameInAddresses(holder.person, called: holder.name) }
            try db.run(
                """
                INSERT INTO published_body (partnership, body, number, content, published_at, published_by)
                VALUES (
                    \(db.partnership), \(key), \(before + 1), \(try JSON(body)), \(time), \(actor.shownName))
                """)
            try db.index(SearchDocument(body, called: slug))
        }
    }
}

extension Reading {
    func bodyVersions(of body: String? = nil) throws -> [BodyVersion] {
        try bodyRows(of: body).map(\.version)
    }

    private func bodyRows(of body: String? = nil) throws -> [(key: String, version: BodyVersion)] {
        let own: SQL = body.map { "body = \($0)" } ?? "TRUE"
        return try rows(
            "SELECT * FROM published_body WHERE partnership = \(partnership) AND \(own) ORDER BY body, number"
        ).map { row in
            let content: JSON<PublishedBody> = try row("content")
            let version = try BodyVersion(
                number: row("number"), body: content.content, at: row("published_at"), by: row("published_by"))
            return (try row("body"), version)
        }
    }

    /// Those that were published or announced a meeting, by their names.
    func committees(_ meetings: [AnnouncedMeeting]) throws -> [PublishedCommittees.Committee] {
        let versions = Dictionary(grouping: try bodyRows(), by: \.key).mapValues { $0.map(\.version) }
        let announced = Dictionary(
            meetings.map { ($0.now.body.id, ($0.announcements.last?.at ?? .distantPast, $0.now.body.name)) },
            uniquingKeysWith: { $0.0 >= $1.0 ? $0 : $1 })
        return try rows("SELECT body, slug FROM meeting_body WHERE partnership = \(partnership)").map { row in
            let (key, slug): (String, String) = (try row("body"), try row("slug"))
            let own = versions[key] ?? []
            let told = announced[key]
            let name = own.last.flatMap { version in (told?.0 ?? .distantPast) > version.at ? nil : version.body.name }
            return PublishedCommittees.Committee(
                key: key, slug: slug, name: name ?? told?.1 ?? own.last?.body.name ?? slug, versions: own)
        }.sorted { ($0.name.lowercased(), $0.slug) < ($1.name.lowercased(), $1.slug) }
    }

    func peopleInAddresses() throws -> [String: String] {
        let people = try rows("SELECT person, slug FROM published_person WHERE partnership = \(partnership)").map {
            row in (try row("person") as String, try row("slug") as String)
        }
        return Dictionary(people, uniquingKeysWith: { first, _ in first })
    }

    func publicationRecords() throws -> [ID<Publication>: [Int: PublicationRecord]] {
        var records: [ID<Publication>: [Int: PublicationRecord]] = [:]
        try each("SELECT publication, number, content FROM publication_record WHERE partnership = \(partnership)") {
            row in
            let content: JSON<PublicationRecord> = try row("content")
            let (id, number): (ID<Publication>, Int) = (try row("publication"), try row("number"))
            records[id, default: [:]][number] = content.content
        }
        return records
    }
}

extension Writing {
    /// Whoever everybody is told of keeps what they were called in addresses first.
    func nameInAddresses(_ person: String, called name: String) throws {
        let known = try peopleInAddresses()
        guard known[person] == nil else { return }
        let slug = MeetingSlug.make(of: name, besides: Set(known.values))
        try run(
            "INSERT INTO published_person (partnership, person, slug) VALUES (\(partnership), \(person), \(slug))")
    }
}

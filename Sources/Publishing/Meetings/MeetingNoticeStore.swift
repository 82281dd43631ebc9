import Foundation
import Storage

/// What everybody was told of meetings. Others announce, by `Writing.announce`; here it is read.
public struct MeetingNoticeStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Meetings as they stand now, the earliest first.
    ///
    /// - Parameter body: what one is called in addresses; nil for all.
    /// - Throws: `DatabaseFault`
    public func meetings(from first: Day, to last: Day? = nil, of body: String? = nil) async throws
        -> [AnnouncedMeeting]
    {
        try await database.read { db in
            let until: SQL = last.map { "day <= \($0)" } ?? "TRUE"
            let ids = try db.rows(
                """
                SELECT meeting FROM meeting_notice
                WHERE \(Self.standing(db, of: body)) AND day >= \(first) AND \(until)
                ORDER BY day, starts_at, meeting
                """
            ).map { row in try row("meeting") as ID<PublishedMeeting> }
            return try db.meetings(ids)
        }
    }

    /// Those that were before a day, the latest first, and how many there are in all.
    ///
    /// - Throws: `DatabaseFault`
    public func past(
        before day: Day, of body: String? = nil, offset: Int, most: Int
    ) async throws -> [AnnouncedMeeting] {
        try await database.read { db in
            let ids = try db.rows(
                """
                SELECT meeting FROM meeting_notice WHERE \(Self.standing(db, of: body)) AND day < \(day)
                ORDER BY day DESC, starts_at DESC, meeting DESC LIMIT \(most) OFFSET \(offset)
                """
            ).map { row in try row("meeting") as ID<PublishedMeeting> }
            return try db.meetings(ids)
        }
    }

    /// How many were before a day.
    ///
    /// - Throws: `DatabaseFault`
    public func countPast(before day: Day, of body: String? = nil) async throws -> Int {
        try await database.read { db in
            try db.value(
                "SELECT count(*) FROM meeting_notice WHERE \(Self.standing(db, of: body)) AND day < \(day)") ?? 0
        }
    }

    /// - Throws: `DatabaseFault`
    public func meeting(_ id: ID<PublishedMeeting>) async throws -> AnnouncedMeeting? {
        try await database.read { db in try db.meetings([id]).first }
    }

    /// The meeting that an address leads to, or led to before it was moved to another day.
    ///
    /// - Throws: `DatabaseFault`
    public func meeting(of body: String, at step: String) async throws -> AnnouncedMeeting? {
        try await database.read { db in
            let row = try db.row(
                """
                SELECT meeting_address.meeting AS meeting FROM meeting_address
                JOIN meeting_body ON meeting_body.partnership = meeting_address.partnership
                    AND meeting_body.body = meeting_address.body
                WHERE meeting_address.partnership = \(db.partnership) AND meeting_body.slug = \(body)
                    AND meeting_address.step = \(step)
                """)
            guard let id: ID<PublishedMeeting> = try row?("meeting") else { return nil }
            return try db.meetings([id]).first
        }
    }

    /// The meeting that a publication belongs to.
    ///
    /// - Throws: `DatabaseFault`
    public func meeting(with publication: ID<Publication>) async throws -> AnnouncedMeeting? {
        try await database.read { db in
            let row = try db.row(
                """
                SELECT meeting FROM meeting_document
                WHERE partnership = \(db.partnership) AND publication = \(publication) ORDER BY attached_at LIMIT 1
                """)
            guard let id: ID<PublishedMeeting> = try row?("meeting") else { return nil }
            return try db.meetings([id]).first
        }
    }

    /// Bodies that announced a meeting, by their names.
    ///
    /// - Throws: `DatabaseFault`
    public func bodies() async throws -> [MeetingBody] {
        let bodies = try await database.read { db in
            try db.rows(
                """
                SELECT meeting_body.slug AS slug, (
                    SELECT body_name FROM meeting_notice
                    WHERE meeting_notice.partnership = meeting_body.partnership
                        AND meeting_notice.body = meeting_body.body
                    ORDER BY announced_at DESC, meeting DESC, number DESC LIMIT 1
                ) AS name
                FROM meeting_body WHERE partnership = \(db.partnership) AND EXISTS (
                    SELECT 1 FROM meeting_notice WHERE meeting_notice.partnership = meeting_body.partnership
                        AND meeting_notice.body = meeting_body.body)
                """
            ).map { row in try MeetingBody(slug: row("slug"), name: row("name")) }
        }
        return bodies.sorted { ($0.name.lowercased(), $0.slug) < ($1.name.lowercased(), $1.slug) }
    }

    /// Meetings of which something was said lately, the latest first.
    ///
    /// - Parameter body: what one is called in addresses; nil for all.
    /// - Throws: `DatabaseFault`
    public func changedLately(_ most: Int, of body: String? = nil) async throws -> [AnnouncedMeeting] {
        try await database.read { db in
            let own: SQL =
                body == nil
                ? "TRUE" : "meeting IN (SELECT meeting FROM meeting_notice WHERE \(Self.standing(db, of: body)))"
            let ids = try db.rows(
                """
                SELECT meeting, max(at) AS at FROM (
                    SELECT meeting, announced_at AS at FROM meeting_notice WHERE partnership = \(db.partnership)
                    UNION ALL
                    SELECT meeting_document.meeting, publication_version.published_at AS at FROM meeting_document
                    JOIN publication_version ON publication_version.publication = meeting_document.publication
                    WHERE meeting_document.partnership = \(db.partnership)
                ) AS said WHERE \(own) GROUP BY meeting ORDER BY max(at) DESC, meeting DESC LIMIT \(most)
                """
            ).map { row in try row("meeting") as ID<PublishedMeeting> }
            return try db.meetings(ids)
        }
    }

    /// Tells one state of what is announced from the next: nothing that was is ever removed, so it is enough to count.
    ///
    /// - Throws: `DatabaseFault`
    public func edition() async throws -> String {
        try await database.read { db in
            let said: Int? = try db.value("SELECT count(*) FROM meeting_notice WHERE partnership = \(db.partnership)")
            return "\(said ?? 0)"
        }
    }

    /// The days of the first and the last meeting; nil where none was announced.
    ///
    /// - Throws: `DatabaseFault`
    public func span() async throws -> ClosedRange<Day>? {
        try await database.read { db in
            let row = try db.row(
                """
                SELECT min(day) AS first, max(day) AS last FROM meeting_notice WHERE \(Self.standing(db, of: nil))
                """)
            guard let row, let first: Day = try row("first"), let last: Day = try row("last") else { return nil }
            return first...last
        }
    }

    /// The newest announcement of each meeting.
    private static func standing(_ db: Reading, of body: String?) -> SQL {
        let own: SQL =
            body.map { slug in
                """
                body IN (SELECT meeting_body.body FROM meeting_body
                    WHERE meeting_body.partnership = \(db.partnership) AND meeting_body.slug = \(slug))
                """
            } ?? "TRUE"
        return """
            partnership = \(db.partnership) AND \(own)
            AND number = (SELECT max(newer.number) FROM meeting_notice AS newer
                WHERE newer.meeting = meeting_notice.meeting)
            """
    }
}

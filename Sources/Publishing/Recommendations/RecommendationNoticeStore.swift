import Foundation
import Storage

/// What everybody was told of recommendations. Others announce, by `Writing.announce`; here it is read.
public struct RecommendationNoticeStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// As they stand now, what was announced last first.
    ///
    /// - Throws: `DatabaseFault`
    public func recommendations() async throws -> [RecommendationAnnouncement] {
        try await database.read { db in
            try db.recommendations(
                """
                number = (SELECT max(newer.number) FROM recommendation_notice AS newer
                    WHERE newer.partnership = recommendation_notice.partnership
                        AND newer.recommendation = recommendation_notice.recommendation)
                """
            ).sorted { ($1.at, $1.recommendation.id) < ($0.at, $0.recommendation.id) }
        }
    }

    /// Tells one state of them from another: announcements are only added.
    ///
    /// - Throws: `DatabaseFault`
    public func edition() async throws -> Int {
        try await database.read { db in
            try db.value("SELECT count(*) FROM recommendation_notice WHERE partnership = \(db.partnership)") ?? 0
        }
    }

    /// Everything that was announced of one, the first first; nothing where nothing was.
    ///
    /// - Throws: `DatabaseFault`
    public func announcements(of id: String) async throws -> [RecommendationAnnouncement] {
        try await database.read { db in try db.recommendations("recommendation = \(id)") }
    }

    /// What was announced lately, the latest first.
    ///
    /// - Throws: `DatabaseFault`
    public func lately(_ most: Int) async throws -> [RecommendationAnnouncement] {
        try await database.read { db in
            let all = try db.recommendations("TRUE")
            return Array(all.sorted { ($1.at, $1.recommendation.id) < ($0.at, $0.recommendation.id) }.prefix(most))
        }
    }
}

extension Reading {
    fileprivate func recommendations(_ condition: SQL) throws -> [RecommendationAnnouncement] {
        try rows(
            """
            SELECT * FROM recommendation_notice WHERE partnership = \(partnership) AND \(condition)
            ORDER BY recommendation, number
            """
        ).map { row in
            let contents: JSON<PublishedRecommendation> = try row("contents")
            return try RecommendationAnnouncement(
                number: row("number"), recommendation: contents.content, at: row("announced_at"),
                by: row("announced_by"))
        }
    }
}

extension Writing {
    /// Tells everybody how a recommendation stands from now on, in the transaction of the deed.
    ///
    /// - Returns: whether anything was different from what they were told before.
    /// - Throws: `DatabaseFault`
    public func announce(_ recommendation: PublishedRecommendation, by actor: Entry.Actor, at time: Date) throws -> Bool
    {
        let last = try recommendations("recommendation = \(recommendation.id)").last
        guard last?.recommendation != recommendation else { return false }
        try run(
            """
            INSERT INTO recommendation_notice (
                partnership, recommendation, number, contents, announced_at, announced_by)
            VALUES (
                \(partnership), \(recommendation.id), \((last?.number ?? 0) + 1), \(JSON(recommendation)),
                \(max(time, last?.at ?? time)), \(actor.shownName))
            """)
        return true
    }
}

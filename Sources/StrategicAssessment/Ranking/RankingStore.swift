import Foundation
import Storage

/// The rankings that were agreed, each for good.
public struct RankingStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// The newest first.
    ///
    /// - Throws: `DatabaseFault`
    public func versions(of assessment: ID<AnnualAssessment>) async throws -> [RankingVersion] {
        try await database.read { db in try db.rankings(of: assessment) }
    }

    /// - Throws: `DatabaseFault`
    @discardableResult
    func agree(
        _ ranking: AgreedRanking, by agreedBy: String, on day: Day, note: String,
        in assessment: ID<AnnualAssessment>, entered actor: Entry.Actor, at time: Date
    ) async throws -> Int {
        let entry = Entry(
            .rankingAgreed, of: .init("strategic assessment", assessment), by: actor, at: time,
            changes: [
                .init("agreed by", from: String?.none, to: agreedBy),
                .init("agreed on", from: String?.none, to: day.description),
            ])
        return try await database.write(entry) { db in
            let version = (try db.rankings(of: assessment).first?.version ?? 0) + 1
            try db.run(
                """
                INSERT INTO agreed_ranking (
                    partnership, annual_assessment, version, ranking, agreed_by, agreed_on, note, entered_by,
                    entered_at)
                VALUES (
                    \(db.partnership), \(assessment), \(version), \(JSON(ranking)), \(agreedBy), \(day), \(note),
                    \(actor.shownName), \(time))
                """)
            return version
        }
    }
}

extension Reading {
    fileprivate func rankings(of assessment: ID<AnnualAssessment>) throws -> [RankingVersion] {
        try rows(
            """
            SELECT * FROM agreed_ranking WHERE partnership = \(partnership) AND annual_assessment = \(assessment)
            ORDER BY version DESC
            """
        ).map { row in
            let ranking: JSON<AgreedRanking> = try row("ranking")
            return try RankingVersion(
                version: row("version"), ranking: ranking.content, agreedBy: row("agreed_by"),
                agreedOn: row("agreed_on"), note: row("note"), enteredBy: row("entered_by"))
        }
    }
}

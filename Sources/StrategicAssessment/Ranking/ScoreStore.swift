import Foundation
import Membership
import Storage

/// What people and publications gave themes. Each giving is kept; the newest counts.
public struct ScoreStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// The newest of every scorer, theme and criterion, in the order they were first given.
    ///
    /// - Throws: `DatabaseFault`
    public func scores(of assessment: ID<AnnualAssessment>) async throws -> [GivenScore] {
        try await database.read { db in
            try db.rows(
                """
                SELECT * FROM theme_score WHERE partnership = \(db.partnership) AND annual_assessment = \(assessment)
                    AND version = (
                        SELECT MAX(version) FROM theme_score AS later
                        WHERE later.annual_assessment = theme_score.annual_assessment
                            AND later.theme = theme_score.theme AND later.criterion = theme_score.criterion
                            AND later.scorer = theme_score.scorer)
                ORDER BY scored_at, scorer, theme, criterion
                """
            ).map(GivenScore.init)
        }
    }

    /// Everything that was ever given to a theme on a criterion, each giver's in the order in which they gave it.
    ///
    /// - Throws: `DatabaseFault`
    public func givings(
        of assessment: ID<AnnualAssessment>, to theme: ID<Theme>, on criterion: Criterion
    ) async throws -> [GivenScore] {
        try await database.read { db in
            try db.rows(
                """
                SELECT * FROM theme_score WHERE partnership = \(db.partnership) AND annual_assessment = \(assessment)
                    AND theme = \(theme) AND criterion = \(criterion)
                ORDER BY scorer, version
                """
            ).map(GivenScore.init)
        }
    }

    /// Gives scores, all of them or none. What is the same as before is not given again.
    ///
    /// - Throws: `DatabaseFault`
    public func give(
        _ scores: [GivenScore], in assessment: ID<AnnualAssessment>, by actor: Entry.Actor, at time: Date
    ) async throws {
        guard !scores.isEmpty else { return }
        let entry = Entry(
            .themesScored, of: .init("strategic assessment", assessment), by: actor, at: time,
            changes: [.init("scores given", from: Int?.none, to: scores.count)])
        try await database.write(entry) { db in
            for score in scores {
                let last: Int? = try db.value(
                    """
                    SELECT COALESCE(MAX(version), 0) FROM theme_score
                    WHERE annual_assessment = \(assessment) AND theme = \(score.theme)
                        AND criterion = \(score.criterion) AND scorer = \(score.scorer)
                    """)
                let basis = try score.basis.map { try JSON($0) }
                try db.run(
                    """
                    INSERT INTO theme_score (
                        partnership, annual_assessment, theme, criterion, scorer, version, score, reason, source,
                        entered_by, scored_at, basis)
                    VALUES (
                        \(db.partnership), \(assessment), \(score.theme), \(score.criterion), \(score.scorer),
                        \((last ?? 0) + 1), \(score.score), \(score.reason), \(score.source), \(score.enteredBy),
                        \(score.at), \(basis))
                    """)
            }
        }
    }
}

extension GivenScore {
    fileprivate init(_ row: Row) throws {
        let basis: JSON<ScoreBasis>? = try row("basis")
        try self.init(
            theme: row("theme"), criterion: row("criterion"), scorer: row("scorer"), score: row("score"),
            reason: row("reason"), source: row("source"), enteredBy: row("entered_by"), at: row("scored_at"),
            basis: basis?.content)
    }
}

extension GivenScore.Scorer: SQLConvertible {
    public static var columnType: ColumnType { .text }

    /// "publication", or the identifier of whoever scores.
    public var sqlValue: Value {
        switch self {
        case .person(let id): .text(id.description)
        case .publication: .text("publication")
        }
    }

    public init?(sqlValue value: Value) {
        guard case .text(let text) = value else { return nil }
        if text == "publication" {
            self = .publication
        } else {
            guard let id = ID<Person>(text) else { return nil }
            self = .person(id)
        }
    }
}

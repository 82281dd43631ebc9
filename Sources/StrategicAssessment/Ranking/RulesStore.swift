import Foundation
import Storage

/// The rules by which an assessment's themes are ranked. Each change is a version of its own.
public struct RulesStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// - Throws: `DatabaseFault`
    public func rules(of assessment: ID<AnnualAssessment>) async throws -> SavedRules {
        try await database.read { db in try db.rankingRules(of: assessment) }
    }

    /// - Parameter known: the version that whoever changes them saw.
    /// - Throws: ``StrategicRefusal/changedMeanwhile``, `DatabaseFault`
    public func set(
        _ rules: RankingRules, because why: String, after known: Int, of assessment: ID<AnnualAssessment>,
        by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(
            .rankingRulesSet, of: .init("strategic assessment", assessment), by: actor, at: time, why: why)
        try await database.write(entry) { db in
            let before = try db.rankingRules(of: assessment)
            guard before.version == known else { throw StrategicRefusal.changedMeanwhile }
            for criterion in Criterion.allCases {
                db.changed(
                    "weight of \(criterion.title.lowercased())", from: before.rules.weight(of: criterion),
                    to: rules.weight(of: criterion))
            }
            db.changed("severity scores", from: before.rules.severity, to: rules.severity)
            try db.run(
                """
                INSERT INTO ranking_rules (partnership, annual_assessment, version, rules, why, set_by, set_at)
                VALUES (
                    \(db.partnership), \(assessment), \(known + 1), \(JSON(rules)), \(why), \(actor.shownName),
                    \(time))
                """)
        }
    }
}

extension Reading {
    /// The newest, or those that everybody begins with.
    func rankingRules(of assessment: ID<AnnualAssessment>) throws -> SavedRules {
        let found = try row(
            """
            SELECT * FROM ranking_rules WHERE partnership = \(partnership) AND annual_assessment = \(assessment)
            ORDER BY version DESC LIMIT 1
            """)
        return try found.map { row in
            let rules: JSON<RankingRules> = try row("rules")
            return SavedRules(
                version: try row("version"), rules: rules.content, setBy: try row("set_by"), why: try row("why"))
        } ?? .usual
    }
}

import Foundation
import Storage

/// What the partnership set for decisions and call-in; each setting stays on record.
public struct RegisterRulesStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Those that hold now.
    ///
    /// - Throws: `DatabaseFault`
    public func rules() async throws -> RegisterRules {
        try await database.read { db in
            try db.row(
                """
                SELECT * FROM register_rules WHERE partnership = \(db.partnership) ORDER BY number DESC LIMIT 1
                """
            ).map { row in
                try RegisterRules(
                    threshold: row("threshold"), callInDays: row("call_in_days"), signatories: row("signatories"),
                    source: row("source"))
            } ?? .usual
        }
    }

    /// - Throws: `DatabaseFault`
    public func set(_ rules: RegisterRules, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(
            .decisionRulesSet, of: .init("decision rules", "register"), by: actor, at: time,
            changes: [
                .init("call-in days", from: Int?.none, to: rules.callInDays),
                .init("signatories", from: Int?.none, to: rules.signatories),
            ])
        try await database.write(entry) { db in
            let count: Int? = try db.value("SELECT count(*) FROM register_rules WHERE partnership = \(db.partnership)")
            try db.run(
                """
                INSERT INTO register_rules (
                    partnership, number, threshold, call_in_days, signatories, source, entered_by, entered_at)
                VALUES (
                    \(db.partnership), \((count ?? 0) + 1), \(rules.threshold), \(rules.callInDays), \(rules.signatories),
                    \(rules.source), \(actor.shownName), \(time))
                """)
        }
    }
}

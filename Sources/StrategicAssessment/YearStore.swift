import DataFiles
import DataRegister
import Foundation
import Storage
import Wording

/// What becomes of a year as a whole, after it was begun.
extension AnnualAssessmentStore {
    /// Looks at other months.
    ///
    /// - Parameter known: the assessment as whoever chooses saw it.
    /// - Throws: ``StrategicRefusal``, `DatabaseFault`
    public func choose(
        _ period: Period, comparedWith comparison: Period, for known: AnnualAssessment, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        guard period.count == comparison.count else { throw StrategicRefusal.unequalMonths }
        let entry = Entry(.monthsChosen, of: .init("strategic assessment", known.id), by: actor, at: time)
        try await database.write(entry) { db in
            guard let before = try db.annualAssessments().first(where: { $0.id == known.id }) else {
                throw StrategicRefusal.notHere
            }
            guard before.period == known.period, before.comparison == known.comparison else {
                throw StrategicRefusal.monthsChosenMeanwhile
            }
            db.changed("months", from: before.period.description, to: period.description)
            db.changed("compared with", from: before.comparison.description, to: comparison.description)
            try db.run(
                """
                UPDATE annual_assessment SET
                    first_month = \(period.from.description), last_month = \(period.to.description),
                    compared_first = \(comparison.from.description), compared_last = \(comparison.to.description)
                WHERE partnership = \(db.partnership) AND id = \(known.id)
                """)
        }
    }

    /// What people put into an assessment: "2 texts", "1 comment". Its themes are no such thing, for they come by
    /// themselves.
    ///
    /// - Throws: `DatabaseFault`
    public func contents(of assessment: ID<AnnualAssessment>) async throws -> [String] {
        try await database.read { db in try db.contents(of: assessment) }
    }

    /// Takes away one that nothing was put into.
    ///
    /// - Throws: ``StrategicRefusal``, `DatabaseFault`
    public func takeAway(_ assessment: AnnualAssessment, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(
            .assessmentTakenAway, of: .init("strategic assessment", assessment.id), by: actor, at: time,
            changes: [.init("year", from: assessment.year.description, to: nil)])
        try await database.write(entry) { db in
            let contents = try db.contents(of: assessment.id)
            guard contents.isEmpty else { throw StrategicRefusal.notEmpty(contents) }
            try db.run(
                "DELETE FROM theme WHERE partnership = \(db.partnership) AND annual_assessment = \(assessment.id)")
            let removed = try db.run(
                "DELETE FROM annual_assessment WHERE partnership = \(db.partnership) AND id = \(assessment.id)")
            guard removed == 1 else { throw StrategicRefusal.notHere }
        }
    }

    /// Says that all scores are given, or that some are still to come.
    ///
    /// - Throws: ``StrategicRefusal``, `DatabaseFault`
    public func setScoring(
        closed isClosed: Bool, of assessment: ID<AnnualAssessment>, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(
            isClosed ? .scoringClosed : .scoringOpened, of: .init("strategic assessment", assessment), by: actor,
            at: time)
        try await database.write(entry) { db in
            let moment: Date? = isClosed ? time : nil
            let changed = try db.run(
                """
                UPDATE annual_assessment SET scoring_closed_at = \(moment)
                WHERE partnership = \(db.partnership) AND id = \(assessment)
                """)
            guard changed == 1 else { throw StrategicRefusal.notHere }
        }
    }
}

extension Reading {
    fileprivate func contents(of assessment: ID<AnnualAssessment>) throws -> [String] {
        let kinds: [(table: SQL, one: String, many: String)] = [
            ("assessment_text", "text", "texts"), ("theme_score", "score", "scores"),
            ("ranking_rules", "change of its rules", "changes of its rules"),
            ("agreed_ranking", "agreed order", "agreed orders"), ("review_comment", "comment", "comments"),
            ("focus_place", "focus ward", "focus wards"),
        ]
        return try kinds.compactMap { kind in
            let count: Int? = try value(
                """
                SELECT count(*) FROM \(kind.table)
                WHERE partnership = \(partnership) AND annual_assessment = \(assessment)
                """)
            return count == 0 ? nil : (count ?? 0).counted(kind.one, kind.many)
        }
    }
}

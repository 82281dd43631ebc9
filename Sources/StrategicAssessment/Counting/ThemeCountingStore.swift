import DataRegister
import Foundation
import Storage

extension AnnualAssessmentStore {
    /// Counts themes from another set, all of them or none.
    ///
    /// - Throws: ``StrategicRefusal/changedMeanwhile`` where one counts something else by now, `DatabaseFault`
    func count(
        _ counting: ThemeCounting, of assessment: ID<AnnualAssessment>, by actor: Entry.Actor, at time: Date
    ) async throws {
        guard !counting.changes.isEmpty else { return }
        let entry = Entry(
            .themesCounted, of: .init("strategic assessment", assessment), by: actor, at: time,
            changes: [
                .init("counts from", from: counting.from.text, to: counting.to.text),
                .init("themes", from: Int?.none, to: counting.changes.count),
            ])
        try await database.write(entry) { db in
            let now = try db.themesHere(of: assessment)
            for change in counting.changes {
                guard now.first(where: { $0.id == change.theme.id })?.details == change.theme.details else {
                    throw StrategicRefusal.changedMeanwhile
                }
                try db.run(
                    """
                    UPDATE theme SET measures = \(JSON(change.measures))
                    WHERE partnership = \(db.partnership) AND id = \(change.theme.id)
                    """)
            }
        }
    }
}

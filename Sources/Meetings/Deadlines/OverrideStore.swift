import Foundation
import Storage

/// Days that officers set instead of those the rules give.
public struct OverrideStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// - Throws: `DatabaseFault`
    public func overrides(of meeting: ID<Meeting>) async throws -> [Deadline.Kind: Override] {
        try await database.read { db in
            let found = try db.rows(
                """
                SELECT * FROM deadline_override WHERE partnership = \(db.partnership) AND meeting = \(meeting)
                ORDER BY number
                """
            ).map { row -> (Deadline.Kind, Override?) in
                let day: Day? = try row("day")
                let (why, by): (String, String) = (try row("why"), try row("entered_by"))
                return (try row("deadline"), day.map { Override(day: $0, why: why, by: by) })
            }
            // The last word holds; one without a day takes the earlier ones back.
            return found.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    /// Sets another day, or goes back to that of the rules.
    ///
    /// - Throws: `DatabaseFault`
    public func set(
        _ day: Day?, for deadline: Deadline.Kind, of meeting: ID<Meeting>, because why: String, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        let entry = Entry(
            .deadlineSet, of: .init("meeting", meeting), by: actor, at: time, why: why,
            changes: [
                .init("deadline", from: String?.none, to: deadline.title), .init("day", from: Day?.none, to: day),
            ])
        try await database.write(entry) { db in
            let count: Int? = try db.value("SELECT count(*) FROM deadline_override WHERE meeting = \(meeting)")
            try db.run(
                """
                INSERT INTO deadline_override (
                    partnership, meeting, number, deadline, day, why, entered_by, entered_at)
                VALUES (
                    \(db.partnership), \(meeting), \((count ?? 0) + 1), \(deadline), \(day), \(why),
                    \(actor.shownName), \(time))
                """)
        }
    }
}

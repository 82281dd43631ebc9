import Foundation
import Storage

/// What became of the actions that meetings gave to somebody.
public struct ActionStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Meetings of a body of which minutes were begun, by their days.
    ///
    /// - Parameter body: nil for all.
    /// - Throws: `DatabaseFault`
    func minuted(of body: String?) async throws -> [ID<MinutedMeeting>] {
        try await database.read { db in
            let own: SQL = body.map { "body = \($0)" } ?? "TRUE"
            return try db.rows(
                "SELECT meeting FROM minutes WHERE partnership = \(db.partnership) AND \(own) ORDER BY begun_at, meeting"
            ).map { try $0("meeting") }
        }
    }

    /// Those that are done.
    ///
    /// - Throws: `DatabaseFault`
    func done(in meeting: ID<MinutedMeeting>) async throws -> Set<String> {
        try await database.read { db in
            let last = try db.rows(
                """
                SELECT action, is_done FROM minutes_action_state
                WHERE partnership = \(db.partnership) AND meeting = \(meeting) ORDER BY number
                """
            ).map { row in try (row("action") as String, row("is_done") as Bool) }
            return Set(Dictionary(last, uniquingKeysWith: { $1 }).filter(\.value).keys)
        }
    }

    /// Enters that an action is done.
    ///
    /// - Parameter words: what was done.
    /// - Throws: `DatabaseFault`
    public func finish(
        _ action: String, of meeting: ID<MinutedMeeting>, saying words: String, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(.actionFinished, of: .init("minutes", meeting), by: actor, at: time)
        try await database.write(entry) { db in
            let last: Int? = try db.value(
                """
                SELECT COALESCE(MAX(number), 0) FROM minutes_action_state
                WHERE meeting = \(meeting) AND action = \(action)
                """)
            try db.run(
                """
                INSERT INTO minutes_action_state (
                    partnership, meeting, action, number, is_done, words, entered_by, entered_at)
                VALUES (
                    \(db.partnership), \(meeting), \(action), \((last ?? 0) + 1), \(true), \(words), \(actor.shownName),
                    \(time))
                """)
        }
    }
}

import DataFiles
import Foundation
import Storage

/// The changes of recording that a partnership knows of, besides those that everybody's figures went through.
public struct RecordingChangeStore: Sendable {
    let database: Database
    let identities: Identities

    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
    }

    /// - Throws: `DatabaseFault`
    public func changes() async throws -> [RecordingChange] {
        try await database.read { db in
            try db.rows(
                """
                SELECT first_month, measures, sentence, source FROM recording_change
                WHERE partnership = \(db.partnership) ORDER BY first_month, id
                """
            ).compactMap { row in
                let month: String = try row("first_month")
                let measures: JSON<[String]> = try row("measures")
                return try Month(month).map {
                    try RecordingChange(
                        from: $0, of: measures.content.compactMap(MeasureAddress.init), row("sentence"),
                        source: row("source"))
                }
            }
        }
    }

    /// - Throws: `DatabaseFault`
    public func add(_ change: RecordingChange, by actor: Entry.Actor, at time: Date) async throws {
        let id: ID<RecordingChange> = identities.new(at: time)
        let entry = Entry(
            .recordingChangeAdded, of: .init("recording change", id), by: actor, at: time,
            changes: [.init("month", from: String?.none, to: change.month.description)])
        try await database.write(entry) { db in
            try db.run(
                """
                INSERT INTO recording_change (id, partnership, first_month, measures, sentence, source)
                VALUES (
                    \(id), \(db.partnership), \(change.month.description),
                    \(JSON(change.measures.map(\.description))), \(change.sentence), \(change.source))
                """)
        }
    }
}

extension Act {
    static let recordingChangeAdded = Act(
        "recording change added",
        "A change in how something is recorded was entered, so that no trend is drawn across it.")
}

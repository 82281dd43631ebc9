import Foundation
import ScratchDatabases
import Storage

/// A made-up slice for these tests: notes with a title.
enum Note {}

extension Migrations {
    static let notes = Migrations(
        slice: "notes",
        [
            Migration(
                "2026-11-22 notes",
                [
                    """
                    CREATE TABLE note (
                        id \(.id) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        title \(.text) NOT NULL CHECK (length(title) < 200),
                        written_at \(.timestamp) NOT NULL
                    )
                    """
                ])
        ])
}

extension Act {
    static let noteWritten = Act("note written", "A note was written.")
}

extension Entry {
    static func noteWritten(at time: Date = Scratch.noon, why: String? = nil) -> Entry {
        Entry(.noteWritten, of: Subject("note", "1"), by: .job("a test"), at: time, why: why)
    }
}

extension Database {
    func newID<Subject>(_ subject: Subject.Type = Subject.self) -> ID<Subject> {
        Identities.system.new(at: Scratch.noon)
    }

    func addNote(_ title: String, entry: Entry = .noteWritten()) async throws -> ID<Note> {
        let id: ID<Note> = newID()
        try await write(entry) { try $0.add(title, id: id) }
        return id
    }

    func noteCount() async throws -> Int {
        try await read { db in
            try db.value("SELECT count(*) FROM note WHERE partnership = \(db.partnership)") ?? 0
        }
    }
}

extension Writing {
    func add(_ title: String, id: ID<Note>) throws {
        try run(
            """
            INSERT INTO note (id, partnership, title, written_at)
            VALUES (\(id), \(partnership), \(title), \(Scratch.noon))
            """)
    }
}

struct TooLong: Refused {
    let reason = "The title is too long."
}

struct Slip: Error {}

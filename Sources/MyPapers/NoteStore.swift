import Foundation
import Membership
import Storage

/// Private notes. Each question is about one person’s own: there is no way to ask for anybody else’s.
public struct NoteStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// A person’s notes on a meeting, by item.
    ///
    /// - Throws: `DatabaseFault`
    public func notes(of person: ID<Person>, on meeting: ID<MyMeeting>) async throws -> [String: PrivateNote] {
        try await database.read { db in
            let rows = try db.rows(
                """
                SELECT * FROM private_note
                WHERE partnership = \(db.partnership) AND person = \(person) AND meeting = \(meeting)
                """)
            return try Dictionary(
                rows.map { row in try (row("item"), PrivateNote(row)) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// On how many items of each meeting a person has noted something.
    ///
    /// - Throws: `DatabaseFault`
    public func counts(of person: ID<Person>) async throws -> [ID<MyMeeting>: Int] {
        try await database.read { db in
            let rows = try db.rows(
                """
                SELECT meeting, COUNT(*) AS notes FROM private_note
                WHERE partnership = \(db.partnership) AND person = \(person) AND note <> '' GROUP BY meeting
                """)
            return try Dictionary(
                rows.map { row in try (row("meeting"), row("notes")) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Writes a note of whoever is signed in. What was sent before is not written again, and what another device wrote
    /// meanwhile stays beside it (``PrivateNote/together(kept:sent:)``).
    ///
    /// - Throws: `DatabaseFault`
    public func write(
        _ change: NoteChange, on meeting: ID<MyMeeting>, of person: ID<Person>, by actor: Entry.Actor, at time: Date
    ) async throws -> PrivateNote {
        let id: ID<PrivateNote> = identities.new(at: time)
        let entry = Entry(.noteWritten, of: .init("private note", id), by: actor, at: time)
        // The key alone makes it itself: a browser that was signed out meanwhile sends it in another session. The words are
        // no part of what came of it, which is kept for a while.
        let once = OnceKey(form: "private note \(person) \(change.key)", content: [], by: actor)
        _ = try await database.write(entry, once: once) { db in
            guard let (known, kept) = try db.note(of: person, on: meeting, at: change.item) else {
                return try db.add(change, as: id, on: meeting, of: person, at: time)
            }
            let text =
                kept.revision == change.after
                ? PrivateNote.plain(change.text) : PrivateNote.together(kept: kept.text, sent: change.text)
            try db.run(
                """
                UPDATE private_note SET note = \(text), revision = \(kept.revision + 1), written_at = \(time)
                WHERE partnership = \(db.partnership) AND id = \(known)
                """)
            return kept.revision + 1
        }
        return try await notes(of: person, on: meeting)[change.item]
            ?? PrivateNote(text: "", revision: 0, writtenAt: time)
    }
}

extension Reading {
    fileprivate func note(
        of person: ID<Person>, on meeting: ID<MyMeeting>, at item: String
    ) throws -> (ID<PrivateNote>, PrivateNote)? {
        try rows(
            """
            SELECT * FROM private_note WHERE partnership = \(partnership) AND person = \(person)
            AND meeting = \(meeting) AND item = \(item)
            """
        ).first.map { row in try (row("id"), PrivateNote(row)) }
    }
}

extension Writing {
    fileprivate func add(
        _ change: NoteChange, as id: ID<PrivateNote>, on meeting: ID<MyMeeting>, of person: ID<Person>, at time: Date
    ) throws -> Int {
        try run(
            """
            INSERT INTO private_note (id, partnership, person, meeting, item, note, revision, written_at)
            VALUES (
                \(id), \(partnership), \(person), \(meeting), \(change.item), \(PrivateNote.plain(change.text)), 1,
                \(time))
            """)
        return 1
    }
}

extension PrivateNote {
    fileprivate init(_ row: Row) throws {
        self.init(text: try row("note"), revision: try row("revision"), writtenAt: try row("written_at"))
    }
}

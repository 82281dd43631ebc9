import Foundation
import GRDB
import ScratchDatabases
import Testing

@testable import Storage

@Suite("The chain of entries shows where it was tampered with")
struct ChainTests {
    private static let length = 6

    /// Runs a body on a database with six entries, and a connection that goes behind its back: no triggers, no keys.
    private func tampering(_ body: (Storage.Database, DatabaseQueue) async throws -> Void) async throws {
        try await Scratch.sqlite.withFolder { folder in
            let database = try await Database.open(
                folder: folder, migrations: [.notes], at: Scratch.noon, logger: .silent,
                identities: .seeded(11)
            ).opened(for: Identities.seeded(12).new(at: Scratch.noon))
            for number in 1...Self.length {
                try await write(number, to: database)
            }
            var configuration = GRDB.Configuration()
            configuration.foreignKeysEnabled = false
            let connection = try DatabaseQueue(path: folder + "/frankpledge.sqlite", configuration: configuration)
            try await connection.write { db in
                for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                    try db.execute(sql: "DROP TRIGGER \(trigger)")
                }
            }
            try await body(database, connection)
            await database.close()
        }
    }

    /// What came of a walk, which is the same however long its stretches are: wherever one ends and the next begins.
    private func checked(_ database: Storage.Database) async throws -> ChainCheck {
        let check = try await database.verifyEntries()
        for length in 1...Self.length + 1 {
            let found = try await database.engine.walkChain(of: database.partnership, inStretchesOf: length)
            #expect(found == check, "in stretches of \(length)")
        }
        return check
    }

    private func write(_ number: Int, to database: Storage.Database) async throws {
        let entry = Entry(
            .noteWritten, of: .init("note", "\(number)"), by: .member(database.newID(Note.self), name: "Ada"),
            at: Scratch.noon + Double(number), why: number % 2 == 0 ? "because \(number)" : nil,
            changes: [.init("title", from: nil, to: "note \(number)")])
        do {
            try await database.write(entry) { db in
                db.changed("read", from: false, to: true)
                if number == 3 { throw TooLong() }
            }
        } catch is TooLong {}
    }

    @Test("untouched, it is whole")
    func whole() async throws {
        try await tampering { database, _ in
            let check = try await checked(database)
            guard case .whole(entries: Self.length, _) = check else {
                Issue.record("\(check)")
                return
            }
        }
    }

    @Test(
        "a change to any field of any entry is found, and where",
        arguments: [
            ("entry", "at"), ("entry", "act"), ("entry", "subject_kind"), ("entry", "subject_address"),
            ("entry", "actor_kind"), ("entry", "actor_address"), ("entry", "outcome"), ("entry", "detail_hash"),
            ("entry", "hash"), ("entry_detail", "salt"), ("entry_detail", "actor_name"), ("entry_detail", "why"),
            ("entry_detail", "changes"), ("entry_detail", "refusal"),
        ])
    func field(table: String, column: String) async throws {
        var chance = SeededChance(seed: UInt64(column.utf8.count))
        try await tampering { database, connection in
            let mine = database.partnership.description
            for number in 1...Self.length {
                let draw = chance.next()
                let original = try await connection.write { db in
                    try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
                    let original = try DatabaseValue.fetchOne(
                        db, sql: "SELECT \(column) FROM \(table) WHERE partnership = ? AND number = ?",
                        arguments: [mine, number])
                    try db.execute(
                        sql: "UPDATE \(table) SET \(column) = ? WHERE partnership = ? AND number = ?",
                        arguments: [altered(original ?? .null, draw: draw), mine, number])
                    return original
                }

                let check = try await checked(database)

                guard case .broken(entry: number, _) = check else {
                    Issue.record("entry \(number): \(check)")
                    return
                }
                try await connection.write { db in
                    try db.execute(
                        sql: "UPDATE \(table) SET \(column) = ? WHERE partnership = ? AND number = ?",
                        arguments: [original, mine, number])
                }
            }
        }
    }

    /// The value with one bit or one character of it changed.
    private func altered(_ value: DatabaseValue, draw: UInt64) -> DatabaseValue {
        switch value.storage {
        case .string(let text) where !text.isEmpty:
            var bytes = Array(text.utf8)
            let place = Int(draw % UInt64(bytes.count))
            bytes[place] = bytes[place] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
            return String(decoding: bytes, as: UTF8.self).databaseValue
        case .blob(var data):
            data[Int(draw % UInt64(data.count))] ^= 1 << (draw >> 32 & 7)
            return data.databaseValue
        default:
            return "x".databaseValue
        }
    }

    @Test("an entry that was removed is found, the last one too", arguments: 1...ChainTests.length)
    func removed(number: Int) async throws {
        try await tampering { database, connection in
            try await connection.write { db in
                for table in ["entry", "entry_detail"] {
                    try db.execute(
                        sql: "DELETE FROM \(table) WHERE partnership = ? AND number = ?",
                        arguments: [database.partnership.description, number])
                }
            }

            let check = try await checked(database)

            guard case .broken(entry: number, let what) = check else {
                Issue.record("\(check)")
                return
            }
            #expect(what.contains("missing"))
        }
    }

    @Test("two entries that changed places are found", arguments: [(1, 2), (2, 5), (5, 6), (1, 6)])
    func swapped(one: Int, other: Int) async throws {
        try await tampering { database, connection in
            try await connection.write { db in
                for table in ["entry", "entry_detail"] {
                    for (from, to) in [(one, -1), (other, one), (-1, other)] {
                        try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
                        try db.execute(
                            sql: "UPDATE \(table) SET number = ? WHERE partnership = ? AND number = ?",
                            arguments: [to, database.partnership.description, from])
                    }
                }
            }

            let check = try await checked(database)

            guard case .broken(entry: one, _) = check else {
                Issue.record("\(check)")
                return
            }
        }
    }

    @Test("an entry that was slipped in, or taken from another partnership, is found")
    func slippedIn() async throws {
        try await tampering { database, connection in
            let other = database.opened(for: database.newID())
            for number in 1...Self.length + 1 { try await write(number, to: other) }
            try await connection.write { db in
                for table in ["entry", "entry_detail"] {
                    try db.execute(
                        sql: "UPDATE \(table) SET partnership = ? WHERE partnership = ? AND number = ?",
                        arguments: [database.partnership.description, other.partnership.description, Self.length + 1])
                }
            }

            let (mine, theirs) = try await (checked(database), checked(other))

            guard case .broken(entry: Self.length + 1, _) = mine, case .broken(entry: Self.length + 1, _) = theirs
            else {
                Issue.record("\(mine), \(theirs)")
                return
            }
        }
    }

    @Test("the records themselves refuse to change or remove an entry", arguments: Scratch.engines)
    func refused(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            _ = try await database.addNote("one")

            for sql in [
                "UPDATE entry SET act = 'x'", "DELETE FROM entry", "UPDATE entry_detail SET why = 'x'",
                "DELETE FROM entry_detail", "INSERT OR REPLACE INTO entry SELECT * FROM entry",
            ] as [Storage.SQL] {
                await #expect(throws: DatabaseFault.self) {
                    try await database.write(.noteWritten()) { _ = try $0.run(sql) }
                }
            }
            #expect(try await database.read { try $0.entries(10).count } == 1)
        }
    }
}

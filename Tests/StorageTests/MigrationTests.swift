import Foundation
import GRDB
import ScratchDatabases
import Testing

@testable import Storage

@Suite("The layout of the records is brought up to date, or left alone")
struct MigrationTests {
    private static let first = Migration("2026-11-22 first", ["CREATE TABLE one (a \(.integer))"])
    private static let second = Migration("2026-11-23 second", ["ALTER TABLE one ADD COLUMN b \(.text)"])

    private func open(_ folder: String, _ migrations: [Migration], slice: StaticString = "notes") async throws {
        let database = try await Database.open(
            folder: folder, migrations: [Migrations(slice: slice, migrations)], at: Scratch.noon, logger: .silent)
        await database.close()
    }

    @Test("a newer program applies what is new, once, and leaves an entry of each")
    func upgrade() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await open(folder, [Self.first])
            try await open(folder, [Self.first, Self.second])
            try await open(folder, [Self.first, Self.second])

            let database = try await Database.open(
                folder: folder, migrations: [Migrations(slice: "notes", [Self.first, Self.second])], at: Scratch.noon,
                logger: .silent)
            let entries = try await database.read { try $0.entries(10).map(\.subject.address) }
            await database.close()

            #expect(
                entries == [
                    "notes: 2026-11-23 second", "notes: 2026-11-22 first",
                    "storage: 2026-11-26 finding entries", "storage: 2026-11-24 tallies",
                    "storage: 2026-11-24 search",
                    "storage: 2026-11-24 jobs", "storage: 2026-11-24 kept results",
                    "storage: 2026-11-22 entries",
                ])
        }
    }

    @Test("records of a newer program are refused")
    func newer() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await open(folder, [Self.first, Self.second])

            await #expect(throws: OpeningFault.fromNewerProgram(slice: "notes")) {
                try await open(folder, [Self.first])
            }
            await #expect(throws: OpeningFault.fromNewerProgram(slice: "notes")) {
                try await open(folder, [], slice: "others")
            }
        }
    }

    @Test("a migration that was edited after its release is refused, by name")
    func edited() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await open(folder, [Self.first])
            let edited = Migration("2026-11-22 first", ["CREATE TABLE one (a \(.text))"])

            await #expect(throws: OpeningFault.migrationChanged(slice: "notes", name: "2026-11-22 first")) {
                try await open(folder, [edited])
            }
        }
    }

    @Test("a migration put before one that was applied is refused")
    func order() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await open(folder, [Self.first])
            let earlier = Migration("2026-11-21 earlier", ["CREATE TABLE two (a \(.integer))"])

            await #expect(throws: OpeningFault.migrationOutOfOrder(slice: "notes", name: "2026-11-21 earlier")) {
                try await open(folder, [earlier, Self.first])
            }
        }
    }

    @Test("two migrations of one name are refused")
    func twice() async throws {
        try await Scratch.sqlite.withFolder { folder in
            await #expect(throws: OpeningFault.migrationNamedTwice("notes: 2026-11-22 first")) {
                try await open(folder, [Self.first, Self.first])
            }
        }
    }

    @Test("where a migration fails, the records stay as they were, and the program that made them can go on")
    func failing() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let failing = Migration(
                "2026-11-23 failing", ["CREATE TABLE two (a \(.integer))", "CREATE TABLE one (a \(.text))"])

            try await open(folder, [])
            await #expect(throws: DatabaseFault.self) { try await open(folder, [Self.first, failing]) }

            let tables = try await DatabaseQueue(path: folder + "/frankpledge.sqlite").read { db in
                try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE name IN ('one', 'two')")
            }
            #expect(tables.isEmpty)
            try await open(folder, [])
        }
    }

    @Test("the released migrations of this module are as they were released")
    func released() {
        #expect(
            Migrations.ofStorage.fingerprints.map { "\($0.name) \($0.hash.prefix(16))" } == [
                "2026-11-22 entries 3ef66fdb7b591a42", "2026-11-24 kept results 80623c7d390cd8e1",
                "2026-11-24 jobs 48243ef6319741ad", "2026-11-24 search 5f22b64483d10c0d",
                "2026-11-24 tallies f694806f1564be1b", "2026-11-26 finding entries 2df70b7109f42c95",
            ])
    }
}

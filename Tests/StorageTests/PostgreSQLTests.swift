import Foundation
import ScratchDatabases
import Synchronization
import Testing

@testable import Storage

@Suite("On PostgreSQL", .enabled(if: Scratch.engines.contains(.postgreSQL)))
struct PostgreSQLTests {
    private static let partnership = Identities.seeded(1).new(Tenant.self, at: Scratch.noon)

    /// Runs a body with as many processes’ worth of connections to one database as are asked for.
    private func open(
        _ count: Int, more: String = "", _ body: ([Database], String) async throws -> Void
    ) async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await Scratch.withServerAddress { text in
                let address = try #require(PostgreSQLAddress(text + more) as PostgreSQLAddress?)
                let databases = try await withThrowingTaskGroup(of: Database.self) { group in
                    for _ in 1...count {
                        group.addTask {
                            try await Database.open(
                                folder: folder, server: address, migrations: [.notes], at: Scratch.noon,
                                logger: .silent
                            ).opened(for: Self.partnership)
                        }
                    }
                    return try await group.reduce(into: [Database]()) { $0.append($1) }
                }
                try await body(databases, text)
                for database in databases { await database.close() }
            }
        }
    }

    @Test("processes that start at once lay the records out once, and together write one whole chain")
    func processes() async throws {
        try await open(3) { databases, _ in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for database in databases {
                    for number in 1...50 { group.addTask { _ = try await database.addNote("note \(number)") } }
                }
                try await group.waitForAll()
            }

            #expect(try await databases[0].noteCount() == 150)
            guard case .whole(entries: 150, _) = try await databases[2].verifyEntries() else {
                Issue.record("the chain is not whole")
                return
            }
        }
    }

    @Test("when the server drops connections, what was called saved is there once, and what was called lost is not")
    func dropped() async throws {
        try await open(1, more: "&application_name=victims") { databases, text in
            let database = databases[0]
            let killer = try await Database.open(
                folder: FileManager.default.temporaryDirectory.appending(path: "killer-\(UUID().uuidString)").path,
                server: PostgreSQLAddress(text), migrations: [.notes], at: Scratch.noon, logger: .silent)
            let told = Told()
            await withTaskGroup(of: Void.self) { group in
                for number in 1...300 {
                    group.addTask {
                        await told.write("note \(number)", to: database)
                        if number % 20 == 0 { await Self.drop(by: killer) }
                    }
                }
            }
            await killer.close()

            let stored: [String] = try await database.read { db in
                try db.rows("SELECT title FROM note").map { try $0("title") }
            }
            #expect(Set(stored).count == stored.count)
            #expect(told.saved.withLock(\.self).isSubset(of: stored))
            #expect(told.lost.withLock(\.self).isDisjoint(with: stored))
            guard case .whole(entries: stored.count, _) = try await database.verifyEntries() else {
                Issue.record("the chain is not whole")
                return
            }
        }
    }

    /// Ends the connections of those who are written to, as a server does that goes down.
    private static func drop(by killer: Database) async {
        _ = try? await killer.read { db in
            try db.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'victims'")
                .count
        }
    }

    @Test("a server that would lose what was saved is refused, and what to change is said")
    func careless() async throws {
        await #expect(
            throws: OpeningFault.unsuitable(
                setting: "synchronous_commit", wanted: "on or remote_apply or remote_write", found: "off")
        ) {
            try await Scratch.sqlite.withFolder { folder in
                try await Scratch.withServerAddress { text in
                    let address = PostgreSQLAddress(
                        text.replacing("options=", with: "options=-csynchronous_commit%3Doff%20"))
                    _ = try await Database.open(
                        folder: folder, server: address, migrations: [], at: Scratch.noon, logger: .silent)
                }
            }
        }
    }

    @Test("a server that is not there is said not to be reached")
    func absent() async throws {
        try await Scratch.sqlite.withFolder { folder in
            do {
                _ = try await Database.open(
                    folder: folder, server: PostgreSQLAddress("postgresql://nobody@/none?host=/nowhere"),
                    migrations: [], at: Scratch.noon, logger: .silent)
                Issue.record("it was reached")
            } catch DatabaseFault.unreachable(let reason) {
                #expect(reason.contains("/nowhere"))
            }
        }
    }

    @Test("what fails before it is sent, and is caught, leaves the rest of the deed one transaction")
    func unsent() async throws {
        try await open(1) { databases, _ in
            let database = databases[0]

            await #expect(throws: Slip.self) {
                try await database.write(.noteWritten()) { db in
                    #expect(throws: DatabaseFault.self) { try db.add("a NUL \0", id: database.newID()) }
                    #expect(throws: Slip.self) { try db.attempt { throw Slip() } }
                    try db.add("good", id: database.newID())
                    throw Slip()
                }
            }

            let (count, check) = (try await database.noteCount(), try await database.verifyEntries())
            #expect(count == 0)
            #expect(check == .whole(entries: 0, head: EntryChain.beginning))
        }
    }

    @Test("steps within steps are undone each by itself, whether or not anything was asked in them")
    func steps() async throws {
        try await open(1) { databases, _ in
            let database = databases[0]

            try await database.write(.noteWritten()) { db in
                try db.attempt {
                    try? db.attempt {
                        try db.add("undone", id: database.newID())
                        try db.attempt { try db.add("undone with it", id: database.newID()) }
                        throw Slip()
                    }
                    try? db.attempt { throw Slip() }
                    try db.attempt { try db.add("kept", id: database.newID()) }
                }
                try? db.attempt { try db.add(String(repeating: "too long ", count: 99), id: database.newID()) }
            }

            let titles: [String] = try await database.read { db in
                try db.rows("SELECT title FROM note").map { try $0("title") }
            }
            #expect(titles == ["kept"])
        }
    }

    @Test("a read that asks nothing, and one in which a statement failed, leave the connection as it was")
    func reads() async throws {
        try await open(1) { databases, _ in
            let database = databases[0]
            for _ in 1...20 {
                let seven = try await database.read { _ in 7 }
                #expect(seven == 7)
                await #expect(throws: DatabaseFault.self) {
                    try await database.read { db in _ = try db.rows("SELECT nothing FROM nowhere") }
                }
                await #expect(throws: DatabaseFault.self) {
                    try await database.read { db in _ = try? db.rows("SELECT nothing FROM nowhere") }
                }
                let count = try await database.noteCount()
                #expect(count == 0)
            }
        }
    }

    @Test("passing over many rows, other questions can be asked meanwhile")
    func passing() async throws {
        try await Scratch.postgreSQL.database([.notes]) { database in
            try await database.write(.noteWritten()) { db in
                _ = try db.insert(1...2_500, into: "note", columns: ["id", "partnership", "title", "written_at"]) {
                    [database.newID(Note.self), db.partnership, "note \($0)\t\\N", Scratch.noon]
                }
            }

            let counted = try await database.read { db in
                var counted = 0
                try db.each("SELECT id, title FROM note ORDER BY id") { row in
                    let id: ID<Note> = try row("id")
                    let title: String? = try db.value("SELECT title FROM note WHERE id = \(id)")
                    if try row("title") == title { counted += 1 }
                }
                return counted
            }

            #expect(counted == 2_500)
        }
    }
}

/// What writers were told became of their notes, by title.
private final class Told: Sendable {
    let saved = Mutex<Set<String>>([])
    let lost = Mutex<Set<String>>([])

    func write(_ title: String, to database: Database) async {
        do {
            _ = try await database.addNote(title)
            saved.withLock { _ = $0.insert(title) }
        } catch DatabaseFault.unknownOutcome {
            // It may be there or not.
        } catch {
            lost.withLock { _ = $0.insert(title) }
        }
    }
}

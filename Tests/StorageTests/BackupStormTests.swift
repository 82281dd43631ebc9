import Foundation
import ScratchDatabases
import Synchronization
import Testing

@testable import Storage

@Suite("A backup made in a storm of writes is of one moment, records and files alike", .timeLimit(.minutes(30)))
struct BackupStormTests {
    /// How many backups are begun while others write; set higher for a long night.
    private static let moments =
        ProcessInfo.processInfo.environment["FRANKPLEDGE_BACKUP_MOMENTS"].flatMap(Int.init) ?? 5

    @Test(
        "whenever it is begun, it holds whole deeds only, and every file that its rows name",
        arguments: Scratch.engines)
    func anyMoment(scratch: Scratch) async throws {
        try await scratch.opened { database, folder in
            var chance = SeededChance(seed: 116)
            for moment in 1...Self.moments {
                let storm = Storm(on: database, number: moment)
                async let blowing: Void = storm.blow()
                // Counted in writes, not in seconds: some backups begin at once, some after many of them.
                await storm.untilWritten(Int(chance.next() % UInt64(Storm.writes)))
                try await database.backUp(to: "\(folder)/\(moment)", at: Scratch.noon)
                try await blowing
            }

            var entries = 0
            for moment in 1...Self.moments {
                let before = entries
                entries = try await check("\(folder)/\(moment)", of: database.partnership)
                #expect(entries >= before, "a later backup holds no less")
            }
            #expect(try await database.noteCount() >= entries)
            #expect(entries > 0)
        }
    }

    /// Restores a backup, and compares its rows, its entries and its files with one another.
    ///
    /// - Returns: how many entries there are.
    private func check(_ backup: String, of partnership: ID<Tenant>) async throws -> Int {
        let manifest = try Backup(of: backup).manifest
        try await Backup(of: backup).restore(to: backup + "-restored", migrations: [.notes])
        let restored = try await Database.open(
            folder: backup + "-restored", migrations: [.notes], at: Scratch.noon, logger: .silent)
        let database = restored.opened(for: partnership)
        let titles: [String] = try await database.read { try $0.rows("SELECT title FROM note").map { try $0("title") } }
        let entries = manifest.chains.first { $0.partnership == partnership }?.entries ?? 0
        // Each note is one deed, with one entry; some name a file.
        #expect(titles.count == entries)
        #expect(manifest.rows?["note"] == titles.count)
        for hash in titles.compactMap({ FileHash($0) }) { try await database.files.check(hash) }
        await restored.close()
        return entries
    }

    @Test("who gives up waiting for one ends it, and nothing is left of it", arguments: BackupProgress.Step.allCases)
    func givenUp(step: BackupProgress.Step) async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await Scratch.sqlite.database([.notes]) { database in
                _ = try await database.files.keep(Chunks(["one"]))
                let waiting = Mutex<Task<Void, any Error>?>(nil)
                let (begun, begin) = AsyncStream.makeStream(of: Void.self)
                let task = Task {
                    for await _ in begun { break }
                    try await database.backUp(to: folder + "/backup", at: Scratch.noon) { progress in
                        if progress.step == step { waiting.withLock { $0?.cancel() } }
                    }
                }
                waiting.withLock { $0 = task }
                begin.finish()

                let outcome = await task.result
                #expect(throws: CancellationError.self) { try outcome.get() }
                #expect(!FileManager.default.fileExists(atPath: folder + "/backup"))
                try await database.backUp(to: folder + "/another", at: Scratch.noon)
            }
        }
    }

    @Test("of all that is in a backup nothing may be read by others")
    func closed() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await Scratch.sqlite.database([.notes]) { database in
                _ = try await database.files.keep(Chunks(["one"]))
                try await database.backUp(to: folder + "/backup", at: Scratch.noon)

                let manager = FileManager.default
                let names = try #require(manager.enumerator(atPath: folder + "/backup")?.compactMap { $0 as? String })
                #expect(names.contains("manifest.json") && names.contains("records.sqlite"))
                #expect(!names.contains("trial"))
                for name in names {
                    let found = try manager.attributesOfItem(atPath: "\(folder)/backup/\(name)")[.posixPermissions]
                    #expect(try #require(found as? NSNumber).intValue & 0o077 == 0, "\(name)")
                }
            }
        }
    }
}

extension Scratch {
    /// Runs a body on records that several connections share and that stay, and with a folder for backups.
    fileprivate func opened(_ body: (Database, String) async throws -> Void) async throws {
        try await withFolder { folder in
            func run(_ server: PostgreSQLAddress?) async throws {
                let database = try await Database.open(
                    folder: folder + "/data", server: server, migrations: [.notes], at: Self.noon, logger: .silent)
                do {
                    try await body(database.opened(for: database.newID()), folder)
                } catch {
                    await database.close()
                    throw error
                }
                await database.close()
            }
            switch self {
            case .sqlite: try await run(nil)
            case .postgreSQL: try await Scratch.withServer(run)
            }
        }
    }
}

/// Writers at work at once, and how far they have come.
private struct Storm: Sendable {
    static let writes = 40
    private static let writers = 4

    private let database: Database
    private let number: Int
    private let written: AsyncStream<Void>
    private let writing: AsyncStream<Void>.Continuation

    init(on database: Database, number: Int) {
        (self.database, self.number) = (database, number)
        (written, writing) = AsyncStream.makeStream()
    }

    /// Each writes one note after another; every third names a file that was kept before.
    func blow() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<Self.writers {
                group.addTask {
                    for note in stride(from: writer, to: Self.writes, by: Self.writers) {
                        let text = "\(number) \(note)"
                        let kept = note % 3 == 0 ? try await database.files.keep(Chunks(["file ", text])) : nil
                        _ = try await database.addNote(kept.map { "\($0.hash)" } ?? text)
                        writing.yield()
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    func untilWritten(_ count: Int) async {
        guard count > 0 else { return }
        var left = count
        for await _ in written {
            left -= 1
            if left == 0 { return }
        }
    }
}

import Foundation
import GRDB
import ScratchDatabases
import Synchronization
import Testing

@testable import Storage

@Suite("What is saved is kept safe")
struct DurabilityTests {
    private func open(_ folder: String) async throws -> Storage.Database {
        try await Database.open(folder: folder, migrations: [.notes], at: Scratch.noon, logger: .silent)
    }

    @Test(
        "the writer’s settings are had, not only asked for",
        arguments: [
            ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("trusted_schema", "0"),
            ("cell_size_check", "1"), ("recursive_triggers", "1"), ("wal_autocheckpoint", "1000"),
        ])
    func writer(setting: String, value: String) async throws {
        try await Scratch.sqlite.database { database in
            let found = try await database.write(.noteWritten()) { db in
                try db.rows(SQL(verbatim: "PRAGMA \(setting)")).first?.values.first
            }
            #expect(found == (Int64(value).map { .integer($0) } ?? .text(value)))
        }
    }

    @Test("readers can’t write and never checkpoint", arguments: [("query_only", 1), ("wal_autocheckpoint", 0)])
    func readers(setting: String, value: Int64) async throws {
        try await Scratch.sqlite.database { database in
            let found = try await database.read { db in
                try db.rows(SQL(verbatim: "PRAGMA \(setting)")).first?.values.first
            }
            #expect(found == .integer(value))
        }
    }

    @Test("a setting that could not be had keeps the program from starting, and is named")
    func refusal() throws {
        try DatabaseQueue().inDatabase { db -> Void in
            #expect(throws: OpeningFault.notDurable(setting: "journal_mode", wanted: "wal", found: "memory")) {
                try SQLiteSettings.check(db)
            }
        }
    }

    @Test("the folder and what is in it are open to their owner alone")
    func modes() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let database = try await open(folder)
            let kept = try await database.files.keep(Chunks(["bytes"]))
            defer { withExtendedLifetime(database) {} }
            func mode(_ path: String) throws -> Int? {
                try (FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
            }

            #expect(try mode(folder) == 0o700)
            for name in ["frankpledge.sqlite", "frankpledge.sqlite-wal", "frankpledge.sqlite-shm", "lock"] {
                #expect(try mode(folder + "/" + name) == 0o600)
            }
            #expect(try mode(folder + "/files") == 0o700)
            #expect(try database.files.url(for: kept.hash).map { try mode($0.path) } == 0o400)
        }
    }

    @Test("a second opening is refused and names the process, until the first is closed")
    func lock() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let first = try await open(folder)
            let process = Int(ProcessInfo.processInfo.processIdentifier)

            await #expect(throws: OpeningFault.inUse(folder: folder, process: process)) { try await open(folder) }
            await first.close()
            let second = try await open(folder)
            await second.close()
        }
    }

    @Test("once closed the folder is free, though a program just being started still has the lock’s file open")
    func lockSurvivingInAChild() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let first = try await open(folder)
            // A child is born with a copy of every open file, and has it until it becomes the program it is to be.
            let files = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap(Int32.init)
            let lock = try #require(
                files.first {
                    let name = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
                    return name?.hasSuffix("\(URL(filePath: folder).lastPathComponent)/lock") ?? false
                })
            let copy = FileHandle(fileDescriptor: dup(lock), closeOnDealloc: true)
            await first.close()
            let second = try await open(folder)
            await second.close()
            try copy.close()
        }
    }

    @Test("closing takes the write-ahead log into the file")
    func closing() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let database = try await open(folder)
            _ = try await database.addNote("one")
            await database.close()

            #expect(!FileManager.default.fileExists(atPath: folder + "/frankpledge.sqlite-wal"))
        }
    }

    @Test("a folder that holds something else is not closed to those who use it")
    func givenByMistake() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
            try Data("theirs".utf8).write(to: URL(fileURLWithPath: folder + "/theirs.txt"))
            let database = try await open(folder)
            let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? NSNumber
            await database.close()

            #expect(mode?.intValue == 0o755)
        }
    }

    @Test("folders above the data folder are made where they are missing")
    func folders() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let database = try await open(folder + "/a/b/")
            await database.close()

            #expect(FileManager.default.fileExists(atPath: folder + "/a/b/frankpledge.sqlite"))
        }
    }

    @Test("a folder that can’t be had is named, with the reason")
    func noFolder() async throws {
        await #expect(throws: OpeningFault.folder("/dev/null/data", reason: "Not a directory")) {
            try await open("/dev/null/data")
        }
    }

    @Test("a damaged file is told of in words")
    func damaged() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(repeating: 0x5A, count: 8192).write(to: URL(fileURLWithPath: folder + "/frankpledge.sqlite"))

            await #expect(throws: DatabaseFault.unreadable("the file of the records is damaged")) {
                try await open(folder)
            }
        }
    }
}

import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("Records can be backed up, checked, restored and moved")
struct BackupTests {
    /// Records with some of everything, opened for two partnerships.
    private func fill(_ database: Database) async throws -> Database {
        for number in 1...30 { _ = try await database.addNote("Ørsted’s note\t\(number)\\\n") }
        let other = database.opened(for: database.newID())
        _ = try await other.addNote("theirs")
        _ = try await database.files.keep(Chunks(["bytes as ", "they came"]))
        _ = try? await database.write(.noteWritten(why: "a reason")) { _ in throw TooLong() }
        return other
    }

    private func titles(_ database: Database) async throws -> [String] {
        try await database.read { db in
            try db.rows("SELECT title FROM note WHERE partnership = \(db.partnership) ORDER BY id")
                .map { try $0("title") }
        }
    }

    private func open(_ folder: String) async throws -> Database {
        try await Database.open(folder: folder, migrations: [.notes], at: Scratch.noon, logger: .silent)
    }

    @Test(
        "what is backed up from either database comes back from it, entries, hashes, files and all",
        arguments: Scratch.engines)
    func roundTrip(scratch: Scratch) async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await scratch.database([.notes]) { database in
                let other = try await fill(database)
                let manifest = try await database.backUp(to: folder + "/backup", at: Scratch.noon)

                try await Backup(of: folder + "/backup").restore(to: folder + "/restored", migrations: [.notes])

                let restored = try await open(folder + "/restored")
                #expect(manifest.files.count == 1)
                #expect(manifest.chains.count == 3)
                #expect(try await titles(restored.opened(for: database.partnership)) == titles(database))
                #expect(try await titles(restored.opened(for: other.partnership)) == ["theirs"])
                #expect(try await restored.verifyEveryChain() == database.verifyEveryChain())
                try await restored.files.check(manifest.files[0].sha256)
                _ = try await restored.opened(for: database.partnership).addNote("and work goes on")
                await restored.close()
            }
        }
    }

    @Test("a backup made while others write holds whole deeds only, each with its entry")
    func underLoad() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await Scratch.sqlite.database([.notes]) { database in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 1...100 { group.addTask { _ = try await database.addNote("note \(number)") } }
                    for number in 1...5 {
                        group.addTask { try await database.backUp(to: "\(folder)/\(number)", at: Scratch.noon) }
                    }
                    try await group.waitForAll()
                }
                for number in 1...5 {
                    let manifest = try Backup(of: "\(folder)/\(number)").manifest
                    try await Backup(of: "\(folder)/\(number)")
                        .restore(to: "\(folder)/restored-\(number)", migrations: [.notes])
                    let restored = try await open("\(folder)/restored-\(number)").opened(for: database.partnership)
                    let entries = manifest.chains.first { $0.partnership == database.partnership }?.entries ?? 0
                    #expect(try await restored.noteCount() == entries)
                    await restored.close()
                }
            }
        }
    }

    @Test("a backup with one byte changed, one file lost or one row missing is not restored")
    func damage() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await Scratch.sqlite.database([.notes]) { database in
                _ = try await fill(database)
                let byteChanged: (String, Manifest) throws -> Void = { backup, _ in
                    let path = backup + "/records.sqlite"
                    var bytes = try Data(contentsOf: URL(filePath: path))
                    bytes[bytes.count / 2] ^= 1
                    try bytes.write(to: URL(filePath: path))
                }
                let fileLost: (String, Manifest) throws -> Void = { backup, manifest in
                    try FileManager.default.removeItem(atPath: "\(backup)/\(manifest.files[0].path)")
                }
                let rowLost: (String, Manifest) throws -> Void = { backup, _ in
                    let path = URL(filePath: backup + "/manifest.json")
                    let text = try String(contentsOf: path, encoding: .utf8)
                    try text.replacing(#""note" : 31"#, with: #""note" : 32"#).write(
                        to: path, atomically: true, encoding: .utf8)
                }
                for (number, harm) in [byteChanged, fileLost, rowLost].enumerated() {
                    let backup = "\(folder)/\(number)"
                    let manifest = try await database.backUp(to: backup, at: Scratch.noon)
                    try harm(backup, manifest)

                    await #expect(throws: MovingFault.self) {
                        try await Backup(of: backup).restore(to: backup + "-restored", migrations: [.notes])
                    }
                    #expect(!FileManager.default.fileExists(atPath: backup + "-restored"))
                }
            }
        }
    }

    @Test(
        "a manifest that names a place outside the backup, or a file by another name, is not believed",
        arguments: ["../evil.txt", "files/aa/bb/cc", "/etc/passwd"])
    func outside(path: String) async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await Scratch.sqlite.database([.notes]) { database in
                _ = try await fill(database)
                let manifest = try await database.backUp(to: folder + "/backup", at: Scratch.noon)
                let file = URL(filePath: folder + "/backup/manifest.json")
                let text = try String(contentsOf: file, encoding: .utf8)
                let place = manifest.files[0].path
                let edited = text.replacing(place, with: path).replacing(place.replacing("/", with: "\\/"), with: path)
                #expect(edited != text)
                try edited.write(to: file, atomically: true, encoding: .utf8)
                #expect(throws: MovingFault.self) { try Backup(of: folder + "/backup") }
            }
        }
    }

    @Test("nothing is ever written over")
    func existing() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await Scratch.sqlite.database([.notes]) { database in
                try await database.backUp(to: folder + "/backup", at: Scratch.noon)

                await #expect(throws: MovingFault.exists(folder + "/backup")) {
                    try await database.backUp(to: folder + "/backup", at: Scratch.noon)
                }
                await #expect(throws: MovingFault.exists(folder)) {
                    try await Backup(of: folder + "/backup").restore(to: folder, migrations: [.notes])
                }
            }
        }
    }

    @Test("a folder without a manifest is called no backup")
    func noBackup() {
        #expect(throws: MovingFault.noBackup("/nowhere")) { try Backup(of: "/nowhere") }
    }

    @Test(
        "records moved to PostgreSQL are the same there, and the folder they left says where to look",
        .enabled(if: Scratch.engines.contains(.postgreSQL)))
    func moving() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await Scratch.withServer { server in
                let database = try await open(folder).opened(for: Identities.seeded(1).new(at: Scratch.noon))
                let other = try await fill(database)
                let (titles, chains) = try await (titles(database), database.verifyEveryChain())
                await database.close()

                try await Database.move(folder: folder, to: server, migrations: [.notes])

                await #expect(throws: MovingFault.movedAway(folder: folder)) { try await open(folder) }
                let moved = try await Database.open(
                    folder: folder, server: server, migrations: [.notes], at: Scratch.noon, logger: .silent)
                #expect(try await self.titles(moved.opened(for: database.partnership)) == titles)
                #expect(try await moved.opened(for: other.partnership).noteCount() == 1)
                #expect(try await moved.verifyEveryChain() == chains)
                _ = try await moved.opened(for: database.partnership).addNote("and work goes on")
                await moved.close()
                await #expect(throws: MovingFault.self) {
                    try await Database.move(folder: folder, to: server, migrations: [.notes])
                }
            }
        }
    }
}

import Foundation
import ScratchDatabases
import Testing

@testable import Storage

/// “When the screen says saved, the write survives; when it does not, it may or may not be there.” Each test runs a
/// program that dies of kill -9, or whose disk fails, and looks at what it left.
@Suite("What was saved survives")
struct CrashTests {
    private static func open(_ folder: String) async throws -> Database {
        try await Database.open(folder: folder, migrations: [.notes], at: Scratch.noon, logger: .silent)
    }

    /// The titles that are there after the end, once the file and the chain are found to be whole.
    private func survivors(_ folder: String) async throws -> [String] {
        let database = try await Self.open(folder)
        let titles: [String] = try await database.read { db in
            #expect(try db.rows("PRAGMA integrity_check").map(\.values) == [[.text("ok")]])
            return try db.rows("SELECT title FROM note").map { try $0("title") }
        }
        let check = try await database.verifyEntries()
        await database.close()
        // An entry for each note, and one for each of the seven migrations.
        guard case .whole(entries: titles.count + 7, _) = check else {
            Issue.record("\(titles.count) notes, but \(check)")
            return titles
        }
        return titles
    }

    @Test("of eight writers killed at once, nothing that was saved is lost or there twice", arguments: [1, 5, 23, 60])
    func killed(after count: Int) async throws {
        try await Scratch.sqlite.withFolder { folder in
            await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String, count = count as Int] in
                let (database, ledger) = (try await Self.open(folder), Ledger(folder + "/ledger"))
                await withThrowingTaskGroup(of: Void.self) { group in
                    for writer in 1...8 {
                        group.addTask {
                            for number in 1...count {
                                let title = "\(writer)-\(number)"
                                _ = try await database.addNote(title)
                                ledger.add(title)
                                if ledger.lines.count >= count { kill(getpid(), SIGKILL) }
                            }
                        }
                    }
                }
            }

            let titles = try await survivors(folder)

            let acknowledged = Ledger(folder + "/ledger").lines
            #expect(acknowledged.count >= count)
            #expect(Set(acknowledged).isSubset(of: Set(titles)))
            #expect(Set(titles).count == titles.count)
        }
    }

    @Test("a program killed inside a transaction leaves nothing of it, and its lock with it")
    func killedInside() async throws {
        try await Scratch.sqlite.withFolder { folder in
            await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String] in
                let database = try await Self.open(folder)
                _ = try await database.addNote("saved")
                try await database.write(.noteWritten()) { db in
                    for number in 1...5_000 { try db.add("lost \(number)", id: database.newID()) }
                    kill(getpid(), SIGKILL)
                }
            }

            let titles = try await survivors(folder)
            #expect(titles == ["saved"])
        }
    }

    @Test("when the disk takes no more, writing stops, reading goes on, and what was saved is there")
    func diskFails() async throws {
        try await Scratch.sqlite.withFolder { folder in
            await #expect(processExitsWith: .success) { [folder = folder as String] in
                let (database, ledger) = (try await Self.open(folder), Ledger(folder + "/ledger"))
                signal(SIGXFSZ, SIG_IGN)
                var limit = rlimit(rlim_cur: 500_000, rlim_max: 500_000)
                #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
                var fault: DatabaseFault?
                for number in 1...1_000 where fault == nil {
                    do {
                        _ = try await database.addNote("note \(number)")
                        ledger.add("note \(number)")
                    } catch let error as DatabaseFault {
                        fault = error
                    }
                }

                guard case .writingStopped(let reason) = fault else {
                    Issue.record("\(String(describing: fault))")
                    return
                }
                #expect(database.health == .readOnly(because: reason))
                #expect(try await database.noteCount() == ledger.lines.count)
                await #expect(throws: DatabaseFault.writingStopped(because: reason)) {
                    try await database.addNote("too late")
                }
                await database.close()
            }

            let titles = try await survivors(folder)

            #expect(titles.count > 3)
            #expect(Set(titles) == Set(Ledger(folder + "/ledger").lines))
        }
    }
}

import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("How jobs stand can be told, and one that was given up can be tried again")
struct JobStandingTests {
    private static let sweep = Job.Kind("sweep")
    private static let letter = Job.Kind("letter")
    private static let noon = Scratch.noon
    private static let day: TimeInterval = 24 * 60 * 60

    /// Puts a job in the queue of a partnership, and has it fail for good.
    private func giveUp(_ kind: Job.Kind, _ name: String, of database: Database, at time: Date) async throws {
        let queue = JobQueue(database)
        try await queue.add(kind, named: name, due: time)
        let job = try #require(try await queue.claim([kind], for: 60, at: time))
        try await queue.fail(job, because: "the disk is full", againAt: nil, at: time)
    }

    @Test("waiting, late and given up, of this partnership and the installation alone", arguments: Scratch.engines)
    func standings(scratch: Scratch) async throws {
        try await scratch.database { ours in
            let (installation, theirs) = (ours.opened(for: .installation), ours.opened(for: ours.newID()))
            try await giveUp(Self.sweep, "old", of: installation, at: Self.noon - 9 * Self.day)
            try await giveUp(Self.sweep, "new", of: ours, at: Self.noon - Self.day)
            try await giveUp(Self.sweep, "theirs", of: theirs, at: Self.noon - Self.day)
            try await JobQueue(installation).add(Self.letter, named: "late", due: Self.noon - 3600)
            try await JobQueue(ours).add(Self.letter, named: "soon", due: Self.noon - 60)
            try await JobQueue(theirs).add(Self.letter, named: "theirs", due: Self.noon - 3600)

            let found = try await ours.jobStandings(at: Self.noon, patience: 900, memory: 7 * Self.day)

            #expect(
                found == [
                    JobStanding(kind: Self.letter, waiting: 2, overdue: 1, failed: 0),
                    JobStanding(kind: Self.sweep, waiting: 0, overdue: 0, failed: 1),
                ])
        }
    }

    @Test("what a later one of its kind made good is told of no more", arguments: Scratch.engines)
    func madeGood(scratch: Scratch) async throws {
        try await scratch.database { ours in
            try await giveUp(Self.sweep, "monday", of: ours, at: Self.noon)
            try await giveUp(Self.letter, "one", of: ours, at: Self.noon)
            try await giveUp(Self.sweep, "theirs", of: ours.opened(for: ours.newID()), at: Self.noon)
            #expect(try await ours.jobsGivenUp(9, but: [Self.letter]).map(\.name) == ["monday"])
            #expect(try await ours.jobsGivenUp(9, but: []).map(\.problem) == ["the disk is full", "the disk is full"])

            let queue = JobQueue(ours)
            try await queue.add(Self.sweep, named: "tuesday", due: Self.noon + Self.day)
            let job = try #require(try await queue.claim([Self.sweep], for: 60, at: Self.noon + Self.day))
            #expect(try await ours.jobsGivenUp(9, but: [Self.letter]).map(\.name) == ["monday"])
            try await queue.finish(job, at: Self.noon + Self.day)
            #expect(try await ours.jobsGivenUp(9, but: [Self.letter]).isEmpty)
        }
    }

    @Test("tried again it is a new job, once, with an entry of who asked for it", arguments: Scratch.engines)
    func again(scratch: Scratch) async throws {
        try await scratch.database { ours in
            try await giveUp(Self.sweep, "monday", of: ours.opened(for: .installation), at: Self.noon)
            let job = try #require(try await ours.jobsGivenUp(1, but: []).first)
            let (ada, later) = (Entry.Actor.commandLine("ada"), Self.noon + 3600)

            #expect(try await ours.tryAgain(job.id, by: ada, at: later))
            #expect(try await !ours.tryAgain(job.id, by: ada, at: later))
            #expect(try await !ours.tryAgain(ours.newID(), by: ada, at: later))

            let entries = try await ours.read { try $0.entries(9) }
            #expect(entries.map(\.act) == ["job tried again"])
            #expect(entries.first?.fieldChanges.first?.after == .text("sweep"))
            let claimed = try #require(try await JobQueue(ours).claim([Self.sweep], for: 60, at: later))
            #expect(claimed.id == job.id && claimed.attempt == 1)
        }
    }

    @Test("another partnership’s job is nobody else’s to try", arguments: Scratch.engines)
    func theirs(scratch: Scratch) async throws {
        try await scratch.database { ours in
            let theirs = ours.opened(for: ours.newID())
            try await giveUp(Self.sweep, "theirs", of: theirs, at: Self.noon)
            let job = try #require(try await theirs.jobsGivenUp(1, but: []).first)
            #expect(try await !ours.tryAgain(job.id, by: .commandLine(), at: Self.noon))
        }
    }
}

@Suite("What keeps the records says how it is set")
struct RecordsConditionTests {
    @Test("SQLite names its version, its size, and how large its log is")
    func sqlite() async throws {
        try await Scratch.sqlite.database([.notes]) { database in
            _ = try await database.addNote("one")
            let condition = try await database.condition()
            #expect(condition.engine == .sqlite)
            #expect(condition.version.hasPrefix("3."))
            #expect(condition.settings["journal_mode"] == "wal")
            #expect(condition.size > 0 && condition.logSize ?? 0 > 0)
            #expect(database.waitingWrites == 0)
        }
    }

    @Test("PostgreSQL names its version and what makes it safe", .enabled(if: Scratch.engines.contains(.postgreSQL)))
    func postgreSQL() async throws {
        try await Scratch.postgreSQL.database([.notes]) { database in
            let condition = try await database.condition()
            #expect(condition.engine == .postgreSQL && condition.logSize == nil && condition.size > 0)
            #expect(Set(condition.settings.keys).isSuperset(of: ["fsync", "synchronous_commit", "data_checksums"]))
        }
    }
}

@Suite("All kept files can be read through")
struct KeptFilesCheckTests {
    @Test("those that were altered or put elsewhere are counted, and the first ones named")
    func check() async throws {
        try await Scratch.sqlite.database { database in
            var kept: [KeptFile] = []
            for number in 1...15 { kept.append(try await database.files.keep(Chunks(["file \(number)"]))) }
            #expect(try await database.files.checkAll() == KeptFilesCheck(files: 15, damaged: 0, examples: []))

            let path = database.files.path(of: kept[3].hash)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            try Data("other".utf8).write(to: URL(filePath: path))
            let found = try await database.files.checkAll()
            #expect(found == KeptFilesCheck(files: 15, damaged: 1, examples: [kept[3].hash]))
            for file in kept {
                let path = database.files.path(of: file.hash)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
                try Data("other".utf8).write(to: URL(filePath: path))
            }
            let all = try await database.files.checkAll()
            #expect(all.damaged == 15 && all.examples.count == 10)
        }
    }
}

import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("Jobs are done once each, by one worker, and again if they fail")
struct JobTests {
    private static let sweep = Job.Kind("sweep")
    private static let noon = Scratch.noon

    @Test("a job is claimed when it is due, by one worker, and is gone when it is done", arguments: Scratch.engines)
    func once(scratch: Scratch) async throws {
        try await scratch.database { database in
            let queue = JobQueue(database)
            try await queue.add(Self.sweep, named: "today", due: Self.noon)

            #expect(try await queue.claim([Self.sweep], for: 60, at: Self.noon - 1) == nil)
            #expect(try await queue.claim([Job.Kind("other")], for: 60, at: Self.noon) == nil)
            let job = try #require(try await queue.claim([Self.sweep], for: 60, at: Self.noon))
            #expect(job.name == "today" && job.attempt == 1 && job.due == Self.noon)
            #expect(try await queue.claim([Self.sweep], for: 60, at: Self.noon + 59) == nil)
            #expect(try await queue.finish(job, at: Self.noon + 60))
            #expect(try await queue.claim([Self.sweep], for: 60, at: .distantFuture) == nil)
        }
    }

    @Test("asked for again by the same name, done or not, it is still one job", arguments: Scratch.engines)
    func named(scratch: Scratch) async throws {
        try await scratch.database { database in
            let queue = JobQueue(database)
            for _ in 1...3 { try await queue.add(Self.sweep, named: "today", due: Self.noon) }
            let job = try #require(try await queue.claim([Self.sweep], for: 60, at: Self.noon))
            try await queue.finish(job, at: Self.noon)
            try await queue.add(Self.sweep, named: "today", due: Self.noon)

            #expect(try await queue.claim([Self.sweep], for: 60, at: Self.noon + 600) == nil)
        }
    }

    @Test("fifty workers at once take fifty jobs, each its own", arguments: Scratch.engines)
    func workers(scratch: Scratch) async throws {
        try await scratch.database { database in
            let queue = JobQueue(database)
            for number in 1...50 { try await queue.add(Self.sweep, named: "\(number)", due: Self.noon) }

            let names = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 1...60 {
                    group.addTask { try await queue.claim([Self.sweep], for: 60, at: Self.noon)?.name }
                }
                return try await group.reduce(into: [String]()) { $0 += $1.map { [$0] } ?? [] }
            }

            #expect(names.count == 50)
            #expect(Set(names).count == 50)
        }
    }

    @Test("a worker that died loses its job to the next, and cannot end it when it wakes", arguments: Scratch.engines)
    func lease(scratch: Scratch) async throws {
        try await scratch.database { database in
            let queue = JobQueue(database)
            try await queue.add(Self.sweep, named: "today", due: Self.noon)
            let slow = try #require(try await queue.claim([Self.sweep], for: 60, at: Self.noon))
            let next = try #require(try await queue.claim([Self.sweep], for: 60, at: Self.noon + 60))

            #expect(next.id == slow.id && next.attempt == 2)
            #expect(try await queue.finish(slow, at: Self.noon + 61) == false)
            #expect(try await queue.fail(slow, because: "late", at: Self.noon + 61) == false)
            #expect(try await queue.finish(next, at: Self.noon + 62))
        }
    }

    @Test(
        "one that fails is tried after two minutes, four, eight, and in the end is left for people to see",
        arguments: Scratch.engines)
    func retries(scratch: Scratch) async throws {
        try await scratch.database { database in
            let queue = JobQueue(database)
            try await queue.add(Self.sweep, named: "today", due: Self.noon)
            var time = Self.noon
            var waits: [TimeInterval] = []
            while let job = try await queue.claim([Self.sweep], for: 60, at: time) {
                try await queue.fail(job, because: "no disk", at: time)
                guard let delay = Retry.delay(afterAttempt: job.attempt) else { break }
                #expect(try await queue.claim([Self.sweep], for: 60, at: time + delay - 1) == nil)
                waits.append(delay / 60)
                time += delay
            }

            #expect(waits == [2, 4, 8, 16, 32, 64, 128])
            #expect(try await queue.claim([Self.sweep], for: 60, at: .distantFuture) == nil)
            #expect(
                try await queue.failed(10)
                    == [FailedJob(kind: Self.sweep, name: "today", problem: "no disk", endedAt: time)])
        }
    }

    @Test(
        "those that wait and those given up are counted by kind, and those that are done are not",
        arguments: Scratch.engines)
    func counts(scratch: Scratch) async throws {
        try await scratch.database { database in
            let (queue, other) = (JobQueue(database), Job.Kind("other"))
            for name in ["a", "b", "c", "d"] { try await queue.add(Self.sweep, named: name, due: Self.noon) }
            try await queue.add(other, named: "a", due: Self.noon)
            let done = try #require(try await queue.claim([Self.sweep], for: 60, at: Self.noon))
            try await queue.finish(done, at: Self.noon)
            let failed = try #require(try await queue.claim([Self.sweep], for: 60, at: Self.noon))
            try await queue.fail(failed, because: "no disk", againAt: nil, at: Self.noon)

            let found = try await queue.counts().map { "\($0.kind) \($0.state) \($0.count)" }
            #expect(found == ["other waiting 1", "sweep failed 1", "sweep waiting 2"])
        }
    }

    @Test("the entries of all partnerships are counted together", arguments: Scratch.engines)
    func entries(scratch: Scratch) async throws {
        try await scratch.database { database in
            let before = try await database.entryCount()
            let other = database.opened(for: Identities.seeded(5).new(Tenant.self, at: Self.noon))
            for database in [database, database, other] {
                let entry = Entry(.migrationApplied, of: .init("test", ""), by: .job("test"), at: Self.noon)
                try await database.write(entry) { _ in }
            }
            let after = try await database.entryCount()
            #expect(after == before + 3)
        }
    }

    @Test("a job asked for by a deed comes with the deed or not at all", arguments: Scratch.engines)
    func outbox(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            let ids: [ID<Job>] = [database.newID(), database.newID()]
            try await database.write(.noteWritten()) { db in
                try db.add("done", id: database.newID())
                try db.ask(for: Self.sweep, named: "done", due: Self.noon, id: ids[0])
            }
            await #expect(throws: TooLong.self) {
                try await database.write(.noteWritten()) { db in
                    try db.ask(for: Self.sweep, named: "refused", due: Self.noon, id: ids[1])
                    throw TooLong()
                }
            }

            let queue = JobQueue(database)
            let job = try await queue.claim([Self.sweep], for: 60, at: Self.noon)
            #expect(job?.name == "done" && job?.partnership == database.partnership)
            #expect(try await queue.claim([Self.sweep], for: 60, at: Self.noon) == nil)
        }
    }
}

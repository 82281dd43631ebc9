import Foundation
import ScratchDatabases
import Synchronization
import Testing

@testable import Storage

@Suite("Writes that wait together are saved together")
struct GroupCommitTests {
    /// Holds the writer up until it is let go, so that what comes meanwhile has to wait.
    private final class Gate: Sendable {
        private let opened = DispatchSemaphore(value: 0)
        func wait() { opened.wait() }
        func open() { opened.signal() }
    }

    /// Forty writes that all wait for the writer: of every four one is refused, one slips and one breaks a rule of
    /// the table.
    private func forty(_ database: Database) async -> [Result<ID<Note>, any Error>] {
        let (gate, taken) = (Gate(), database.newID(Note.self))
        let begun = AsyncStream.makeStream(of: Void.self)
        return await withTaskGroup(of: (Int, Result<ID<Note>, any Error>).self) { group in
            group.addTask {
                let first = await Self.outcome {
                    try await database.write(.noteWritten()) { db in
                        try db.add("the first", id: taken)
                        begun.continuation.yield()
                        gate.wait()
                        return taken
                    }
                }
                return (0, first)
            }
            // Whoever comes before it would have the identifier that it takes.
            for await _ in begun.stream { break }
            for number in 1...40 {
                group.addTask {
                    (number, await Self.outcome { try await Self.write(number, clashingWith: taken, in: database) })
                }
            }
            // What is behind the gate waits whenever it is opened; how many came in time is the machine's affair.
            gate.open()
            return await group.reduce(into: [(Int, Result<ID<Note>, any Error>)]()) { $0.append($1) }
                .sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private static func write(_ number: Int, clashingWith taken: ID<Note>, in database: Database) async throws -> ID<
        Note
    > {
        let id = number % 4 == 3 ? taken : database.newID(Note.self)
        return try await database.write(.noteWritten()) { db in
            try db.add("note \(number)", id: id)
            if number % 4 == 1 { throw TooLong() }
            if number % 4 == 2 { throw Slip() }
            return id
        }
    }

    private static func outcome(_ body: () async throws -> ID<Note>) async -> Result<ID<Note>, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    @Test("each has its own outcome, and one that fails takes no other with it", arguments: Scratch.engines)
    func outcomes(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            let outcomes = await forty(database)

            for (number, outcome) in outcomes.enumerated() {
                switch (outcome, number % 4) {
                case (.success, 0): break
                case (.failure(is TooLong), 1), (.failure(is Slip), 2): break
                case (.failure(DatabaseFault.constraint(.unique, _)), 3): break
                default: Issue.record("write \(number): \(outcome)")
                }
            }
            let entries = try await database.read { try $0.entries(100) }
            #expect(try await database.noteCount() == 11)
            #expect(entries.count { $0.outcome == .done } == 11)
            #expect(entries.count { $0.outcome == .refused } == 10)
            #expect(try await database.verifyEntries() == .whole(entries: 21, head: entries[0].hash))
        }
    }

    @Test("a hundred that wait are saved in one transaction")
    func together() async throws {
        let connection = Recorder()
        let gate = Gate()
        connection.hold(until: gate.wait)
        let queue = WriteQueue("test", [connection]) { _ in }
        let partnership = Identities.seeded(1).new(Tenant.self, at: Scratch.noon)
        let started = AsyncStream.makeStream(of: Void.self)
        connection.tell { started.continuation.yield() }

        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await queue.run(for: partnership) { _ in } }
            for await _ in started.stream { break }
            for _ in 1...100 {
                group.addTask { try await queue.run(for: partnership) { _ in } }
            }
            while queue.waitingCount < 100 { await Task.yield() }
            gate.open()
            try await group.waitForAll()
        }
        await queue.retire()

        #expect(connection.transactions == [1, 100])
    }

    @Test("none is told that it is saved if the saving fails")
    func failing() async throws {
        let connection = Recorder()
        connection.failToSave()
        let queue = WriteQueue("test", [connection]) { _ in }

        await #expect(throws: DatabaseFault.writingStopped(because: "the disk is full")) {
            try await queue.run(for: .installation) { _ in }
        }
        await queue.retire()
        await #expect(throws: DatabaseFault.closed) { try await queue.run(for: .installation) { _ in } }
    }
}

/// A connection that does nothing but count what it is given to save.
private final class Recorder: WritingConnection, @unchecked Sendable {
    let dialect = Dialect.sqlite

    private struct State {
        var transactions: [Int] = []
        var attempts = 0
        var hold: (@Sendable () -> Void)?
        var tell: (@Sendable () -> Void)?
        var fails = false
    }

    private let state = Mutex(State())

    /// For each transaction, how many writes were in it.
    var transactions: [Int] { state.withLock { $0.transactions } }

    /// Holds up the first transaction.
    func hold(until wait: @escaping @Sendable () -> Void) { state.withLock { $0.hold = wait } }
    /// Calls back when the first transaction begins.
    func tell(_ body: @escaping @Sendable () -> Void) { state.withLock { $0.tell = body } }
    func failToSave() { state.withLock { $0.fails = true } }

    func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        let (hold, tell) = state.withLock { state in
            defer { (state.hold, state.tell, state.attempts) = (nil, nil, 0) }
            return (state.hold, state.tell)
        }
        tell?()
        hold?()
        let result = try body()
        try state.withLock { state in
            state.transactions.append(max(1, state.attempts))
            if state.fails { throw DatabaseFault.writingStopped(because: "the disk is full") }
        }
        return result
    }

    func attempt<Result>(_ body: () throws -> Result) throws -> Result {
        state.withLock { $0.attempts += 1 }
        return try body()
    }

    func rows(_ sql: SQL) throws -> [Row] { [] }
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {}
    func lend(_ sql: SQL, _ body: (LentRow) throws -> Void) throws {}
    func run(_ sql: SQL) throws -> Int { 0 }
    func run(all statements: [SQL]) throws {}
    func claim(_ partnership: ID<Tenant>) {}
    func insert(
        into table: SQLName, columns: [SQLName], _ body: (([Value]) throws -> Void) throws -> Void
    ) throws -> Int { 0 }
    func tables() throws -> [Table] { [] }
    func deferReferences() throws {}
}

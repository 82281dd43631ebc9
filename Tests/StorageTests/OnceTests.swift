import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("A form that is sent twice is done once")
struct OnceTests {
    private static let key = OnceKey(form: "a token", content: ["title", "Gates"], by: .job("a test"))

    private func add(_ title: String, _ key: OnceKey?, to database: Database) async throws -> ID<Note> {
        let id: ID<Note> = database.newID()
        return try await database.write(.noteWritten(), once: key) { db in
            try db.add(title, id: id)
            return id
        }
    }

    @Test(
        "sent a hundred times at once it is one deed and one entry, and everybody has the same answer",
        arguments: Scratch.engines)
    func storm(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            let answers = try await withThrowingTaskGroup(of: ID<Note>.self) { group in
                for _ in 1...100 { group.addTask { try await add("Gates", Self.key, to: database) } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }

            #expect(answers.count == 1)
            #expect(try await database.noteCount() == 1)
            #expect(try await database.read { try $0.entries(10).count } == 1)
        }
    }

    @Test(
        "with something else typed in, from somebody else, or in another partnership it is another deed",
        arguments: Scratch.engines)
    func others(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            let keys = [
                Self.key, OnceKey(form: "a token", content: ["title", "Gate"], by: .job("a test")),
                OnceKey(form: "a token", content: ["titleGates"], by: .job("a test")),
                OnceKey(form: "another", content: ["title", "Gates"], by: .job("a test")),
                OnceKey(form: "a token", content: ["title", "Gates"], by: .job("another")),
            ]
            for key in keys { _ = try await add("Gates", key, to: database) }
            let other = database.opened(for: database.newID())
            _ = try await add("Gates", Self.key, to: other)

            #expect(try await database.noteCount() == 5)
            #expect(try await other.noteCount() == 1)
        }
    }

    @Test("what came of it is forgotten once nobody sends it again", arguments: Scratch.engines)
    func forgotten(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            let first = try await add("Gates", Self.key, to: database)
            try await database.forgetKeptResults(before: Scratch.noon)
            #expect(try await add("Gates", Self.key, to: database) == first)
            try await database.forgetKeptResults(before: Scratch.noon + 1)
            #expect(try await add("Gates", Self.key, to: database) != first)
        }
    }

    @Test(
        "what was put off, since something was changed meanwhile, is asked for again as the same deed",
        arguments: Scratch.engines)
    func putOff(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            /// A form that finds something changed meanwhile so many times.
            func send(puttingOff times: Int) async throws -> Bool {
                let sending = Sending(form: "a token", content: ["title", "Gates"], by: .job("a test"))
                return try await sending.answered {
                    let isAnswered = try await database.isAnswered(by: [.noteWritten])
                    for _ in 0..<times {
                        await #expect(throws: ChangedMeanwhile()) {
                            try await database.write(.noteWritten()) { _ in throw ChangedMeanwhile() }
                        }
                    }
                    _ = try await database.addNote("Gates")
                    return isAnswered
                }
            }

            let answers = [try await send(puttingOff: 2), try await send(puttingOff: 0)]
            #expect(answers == [false, true])
            #expect(try await database.noteCount() == 1)
            #expect(try await database.read { try $0.entries(10).map(\.outcome) } == [.done])
            #expect(try await !database.isAnswered(by: [.noteWritten]), "nothing is answered here")
        }
    }

    @Test("what was refused, or failed, can be sent again", arguments: Scratch.engines)
    func again(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            for _ in 1...2 {
                await #expect(throws: TooLong.self) {
                    try await database.write(.noteWritten(), once: Self.key) { _ -> Int in throw TooLong() }
                }
                await #expect(throws: Slip.self) {
                    try await database.write(.noteWritten(), once: Self.key) { _ -> Int in throw Slip() }
                }
            }
            _ = try await add("Gates", Self.key, to: database)

            #expect(try await database.noteCount() == 1)
            #expect(try await database.read { try $0.entries(10).map(\.outcome) } == [.done, .refused, .refused])
        }
    }

    @Test("what needs no key is done each time")
    func without() async throws {
        try await Scratch.sqlite.database([.notes]) { database in
            _ = try await add("one", nil, to: database)
            _ = try await add("one", nil, to: database)

            #expect(try await database.noteCount() == 2)
        }
    }
}

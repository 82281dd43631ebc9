import ScratchDatabases
import Storage
import Testing

@Suite("The door to the records")
struct DoorTests {
    @Test("what was written is read back, and leaves one entry", arguments: Scratch.engines)
    func write(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            let id = try await database.addNote("Gates on the alley")

            let titles: [String] = try await database.read { db in
                try db.rows("SELECT title FROM note WHERE partnership = \(db.partnership) AND id = \(id)")
                    .map { try $0("title") }
            }
            let entries = try await database.read { try $0.entries(10) }

            #expect(titles == ["Gates on the alley"])
            #expect(entries.map(\.act) == ["note written"])
            #expect(entries.first?.outcome == .done)
        }
    }

    @Test("a refusal undoes the deed and keeps the entry, with the reason", arguments: Scratch.engines)
    func refusal(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            await #expect(throws: TooLong.self) {
                try await database.write(.noteWritten()) { db in
                    try db.add("too long", id: database.newID())
                    throw TooLong()
                }
            }

            let entries = try await database.read { try $0.entries(10) }
            #expect(try await database.noteCount() == 0)
            #expect(entries.map(\.outcome) == [.refused])
            #expect(entries.first?.refusal == "The title is too long.")
            #expect(try await database.verifyEntries() == .whole(entries: 1, head: entries[0].hash))
        }
    }

    @Test("any other failure leaves neither deed nor entry", arguments: Scratch.engines)
    func failure(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            await #expect(throws: Slip.self) {
                try await database.write(.noteWritten()) { db in
                    try db.add("lost", id: database.newID())
                    throw Slip()
                }
            }

            let (notes, entries) = try await (database.noteCount(), database.read { try $0.entries(10).count })
            #expect(notes == 0)
            #expect(entries == 0)
        }
    }

    @Test("reading cannot write, whatever SQL it is given", arguments: Scratch.engines)
    func readOnly(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            _ = try await database.addNote("kept")

            for sql in ["DELETE FROM note RETURNING id", "UPDATE note SET title = 'x' RETURNING id"] as [SQL] {
                await #expect(throws: DatabaseFault.readOnly) {
                    try await database.read { try $0.rows(sql).count }
                }
            }
            #expect(try await database.noteCount() == 1)
        }
    }

    @Test("a broken rule of a table is told apart, and can be survived", arguments: Scratch.engines)
    func constraint(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            let id = try await database.addNote("first")

            let fault = try await database.write(.noteWritten()) { db -> DatabaseFault? in
                try db.add("second", id: database.newID())
                do {
                    try db.attempt { try db.add("clash", id: id) }
                    return nil
                } catch let fault as DatabaseFault {
                    return fault
                }
            }

            guard case .constraint(.unique, _) = fault else {
                Issue.record("not a unique constraint: \(String(describing: fault))")
                return
            }
            #expect(try await database.noteCount() == 2)
        }
    }

    @Test("two hundred writers at once leave a whole chain of two hundred", arguments: Scratch.engines)
    func concurrency(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...200 {
                    group.addTask { _ = try await database.addNote("note \(number)") }
                    group.addTask { _ = try await database.noteCount() }
                }
                try await group.waitForAll()
            }

            #expect(try await database.noteCount() == 200)
            guard case .whole(entries: 200, _) = try await database.verifyEntries() else {
                Issue.record("the chain is not whole")
                return
            }
        }
    }

    @Test("one partnership’s entries are not among another’s", arguments: Scratch.engines)
    func tenancy(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            let other = database.opened(for: database.newID())
            _ = try await database.addNote("ours")
            _ = try await other.addNote("theirs")
            _ = try await other.addNote("theirs too")

            #expect(try await database.read { try $0.entries(10).map(\.number) } == [1])
            #expect(try await other.read { try $0.entries(10).map(\.number) } == [2, 1])
            #expect(try await database.noteCount() == 1)
            #expect(try await database.verifyEveryChain().count == 3)
        }
    }

    @Test("a closed database says so", arguments: Scratch.engines)
    func closing(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            await database.close()

            await #expect(throws: DatabaseFault.closed) { try await database.noteCount() }
            await #expect(throws: DatabaseFault.closed) { try await database.addNote("late") }
        }
    }
}

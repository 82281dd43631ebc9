import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("What happens too often is counted, and forgotten")
struct TallyTests {
    private static let key = TallyKey("wrong tries", "ada@example.org")
    private static let hour: TimeInterval = 60 * 60

    private func count(_ database: Database, at time: Date, upTo most: Int = .max) async throws -> Bool {
        try await database.count([Self.key], at: time, forgettingAfter: Self.hour) { ($0[0]?.count ?? 0) < most }
    }

    @Test("a hundred at once are a hundred, and of those that may be only ten, ten", arguments: Scratch.engines)
    func atOnce(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            let counted = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<100 { group.addTask { try await count(database, at: Scratch.noon, upTo: 10) } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(counted == 10)
            let tally = try await database.read { try $0.tally(Self.key) }
            #expect(tally == Tally(count: 10, lastAt: Scratch.noon))
        }
    }

    @Test(
        "it begins again after a while, or when it is forgotten, in one partnership alone", arguments: Scratch.engines)
    func forgotten(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            let other = database.opened(for: database.newID())
            for _ in 0..<3 { _ = try await count(database, at: Scratch.noon) }
            _ = try await count(other, at: Scratch.noon)
            _ = try await count(database, at: Scratch.noon + Self.hour)
            #expect(try await database.read { try $0.tally(Self.key)?.count } == 1)
            try await database.forget([Self.key])
            #expect(try await database.read { try $0.tally(Self.key) } == nil)
            #expect(try await other.read { try $0.tally(Self.key)?.count } == 1)
            try await database.forgetTallies(before: Scratch.noon + 1)
            #expect(try await other.read { try $0.tally(Self.key) } == nil)
        }
    }

    @Test("what is counted is not kept as it is")
    func named() {
        #expect(!Self.key.bytes.hexadecimal.contains(Array("ada".utf8).hexadecimal))
        #expect(TallyKey("a", "bc") != TallyKey("ab", "c"))
    }
}

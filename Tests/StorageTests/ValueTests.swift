import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("Values come back as they went in")
struct ValueTests {
    private func returned<Stored: SQLConvertible>(_ values: [Stored], from scratch: Scratch) async throws -> [Stored] {
        let table = Migrations(
            slice: "values",
            [Migration("2026-11-22 values", ["CREATE TABLE kept (number \(.integer), value \(Stored.columnType))"])])
        return try await scratch.database([table]) { database in
            try await database.write(.noteWritten()) { db in
                for (number, value) in values.enumerated() {
                    try db.run("INSERT INTO kept (number, value) VALUES (\(number), \(value))")
                }
            }
            return try await database.read { db in
                try db.rows("SELECT value FROM kept ORDER BY number").map { try $0("value") }
            }
        }
    }

    @Test("any text, with quotes, marks, other scripts and 200 made at random", arguments: Scratch.engines)
    func texts(scratch: Scratch) async throws {
        var chance = SeededChance(seed: 7)
        var texts = [
            "", "'", "\"", "\\", "?", "$1", "%_", "\r\n\t", "Ωμέγα", "نص", "👩‍👩‍👧", "e\u{301}", "\u{FEFF}", "12", "1e3",
        ]
        for _ in 0..<200 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<40, using: &chance) {
                scalars.append(Unicode.Scalar(UInt32.random(in: 1..<0x11_0000, using: &chance)) ?? "\u{FFFD}")
            }
            texts.append(String(scalars))
        }

        let returned = try await returned(texts, from: scratch)

        #expect(returned.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    }

    @Test("numbers, to their ends", arguments: Scratch.engines)
    func numbers(scratch: Scratch) async throws {
        let whole = [0, 1, -1, .max, .min]
        let real = [0, 0.1, -1.5, .pi, 1e300, .leastNonzeroMagnitude, .infinity, -.infinity]

        #expect(try await returned(whole, from: scratch) == whole)
        #expect(try await returned(real, from: scratch) == real)
        #expect(try await returned([true, false], from: scratch) == [true, false])
    }

    @Test("bytes, and nothing", arguments: Scratch.engines)
    func bytes(scratch: Scratch) async throws {
        let bytes: [[UInt8]] = [[], [0], Array(0...255)]
        let gaps: [Int?] = [nil, 1, nil]

        #expect(try await returned(bytes, from: scratch) == bytes)
        #expect(try await returned(bytes.map { Data($0) }, from: scratch) == bytes.map { Data($0) })
        #expect(try await returned(gaps, from: scratch) == gaps)
    }

    @Test("moments to the microsecond, identifiers, and values in JSON", arguments: Scratch.engines)
    func richer(scratch: Scratch) async throws {
        let moments = [0, 0.000001, 1_455_019_200.123456, -86_400.5].map { Date(timeIntervalSince1970: $0) }
        let ids = (0..<5).map { _ in Identities.system.new(Note.self, at: Scratch.noon) }
        let readings = [
            Reading(name: "Ω", at: Scratch.noon, counts: [1, 2]), Reading(name: "", at: moments[1], counts: []),
        ]

        let documents = try await returned(readings.map { try JSON($0) }, from: scratch)

        #expect(try await returned(moments, from: scratch).map(Timestamp.init) == moments.map(Timestamp.init))
        #expect(try await returned(ids, from: scratch) == ids)
        #expect(documents.map(\.content) == readings)
    }

    @Test("what no engine can hold is refused, not altered", arguments: Scratch.engines)
    func unstorable(scratch: Scratch) async throws {
        await #expect(throws: DatabaseFault.unstorable("a text with a NUL character in it")) {
            try await returned(["a\0b"], from: scratch)
        }
        await #expect(throws: DatabaseFault.unstorable("a number that is not a number")) {
            try await returned([Double.nan], from: scratch)
        }
    }

    @Test("an empty list is in nothing, and everything is not in it", arguments: Scratch.engines)
    func emptyList(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            _ = try await database.addNote("one")

            let found = try await database.read { db in
                (
                    try db.rows("SELECT id FROM note WHERE title IN \([String]())").count,
                    try db.rows("SELECT id FROM note WHERE title NOT IN \([String]())").count
                )
            }
            #expect(found == (0, 1))
        }
    }

    private struct Reading: Codable, Sendable, Equatable {
        let name: String
        let at: Date
        let counts: [Int]
    }
}

@Suite("A row gives what the place wants, or says why not")
struct RowTests {
    private let row = Row(columns: Row.Columns(["title", "count", "gone"]), values: [.text("A"), .integer(2), .null])

    @Test("the type is the one that is asked for")
    func wanted() throws {
        let title: String = try row("title")
        let count: Int = try row("count")
        let gone: String? = try row("gone")
        let real: Double = try row("count")

        #expect(title == "A")
        #expect(count == 2)
        #expect(gone == nil)
        #expect(real == 2)
    }

    @Test("a column that is not there is named, with those that are")
    func missing() {
        #expect(throws: RowFault.noSuchColumn("titel", columns: ["title", "count", "gone"])) {
            let _: String = try row("titel")
        }
    }

    @Test("a column that holds something else is named, and its content is not")
    func wrong() throws {
        #expect(throws: RowFault.wrongKind("title", wanted: "Int", found: "text")) {
            let _: Int = try row("title")
        }
        #expect(throws: RowFault.wrongKind("gone", wanted: "String", found: "nothing")) {
            let _: String = try row("gone")
        }
    }
}

import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("A chain of entries is walked in stretches, several at once")
struct ChainWalkTests {
    private static let stretch = 3
    /// Entries that end a stretch, begin one, and stand inside one.
    private static let borders = [3, 4, 5, 6, 7]
    private static let places = product(Scratch.engines, borders)

    private static func product<Second: Sendable>(_ first: [Scratch], _ second: [Second]) -> [(Scratch, Second)] {
        first.flatMap { one in second.map { (one, $0) } }
    }

    /// Runs a body on records with so many entries.
    private func chain(
        of count: Int, on scratch: Scratch, _ body: (Storage.Database) async throws -> Void
    ) async throws {
        try await scratch.database([.notes]) { database in
            for number in 0..<count {
                let entry = Entry(
                    .noteWritten, of: .init("note", "\(number)"), by: .commandLine("Ængus"),
                    at: Scratch.noon + Double(number) / 3, why: number % 2 == 0 ? nil : "It was due.",
                    changes: [.init("title", from: nil, to: "note \(number)")])
                try await database.write(entry) { _ in }
            }
            try await body(database)
        }
    }

    /// Goes behind the back of everything that keeps entries as they are.
    private func tamper(with database: Storage.Database, _ statements: [Storage.SQL]) async throws {
        let open: [Storage.SQL] = [
            .dialects(
                sqlite: "DROP TRIGGER IF EXISTS entry_not_changed", postgreSQL: "ALTER TABLE entry DISABLE TRIGGER ALL"),
            .dialects(
                sqlite: "DROP TRIGGER IF EXISTS entry_not_removed", postgreSQL: "ALTER TABLE entry DISABLE TRIGGER ALL"),
            .dialects(
                sqlite: "DROP TRIGGER IF EXISTS entry_detail_not_changed",
                postgreSQL: "ALTER TABLE entry_detail DISABLE TRIGGER ALL"),
            .dialects(
                sqlite: "DROP TRIGGER IF EXISTS entry_detail_not_removed",
                postgreSQL: "ALTER TABLE entry_detail DISABLE TRIGGER ALL"),
        ]
        try await database.engine.write(for: database.partnership) { connection in
            for statement in open + statements { _ = try connection.run(statement) }
        }
    }

    private func walked(_ database: Storage.Database) async throws -> ChainCheck {
        let check = try await database.engine.walkChain(of: database.partnership, inStretchesOf: Self.stretch)
        #expect(try await database.verifyEntries() == check, "in one stretch")
        return check
    }

    private func expectBroken(
        _ database: Storage.Database, at number: Int, _ saying: String? = nil
    ) async throws {
        let check = try await walked(database)
        guard case .broken(entry: number, let what) = check else {
            Issue.record("\(check)")
            return
        }
        #expect(saying.map(what.contains) ?? true, "\(what)")
    }

    @Test("as it was written it is whole, wherever it ends", arguments: product(Scratch.engines, Array(0...7)))
    func whole(scratch: Scratch, count: Int) async throws {
        try await chain(of: count, on: scratch) { database in
            let check = try await walked(database)

            let last = try await database.read { try $0.entries(1).first?.hash } ?? EntryChain.beginning
            #expect(check == .whole(entries: count, head: last))
        }
    }

    @Test("a changed hash is found where it is, at the border of two stretches too", arguments: places)
    func changedHash(scratch: Scratch, number: Int) async throws {
        try await chain(of: 8, on: scratch) { database in
            let other = [UInt8](repeating: 7, count: 32)
            try await tamper(with: database, ["UPDATE entry SET hash = \(other) WHERE number = \(number)"])

            try await expectBroken(database, at: number, "altered")
        }
    }

    @Test("an entry that was rewritten with a hash of its own is found at the next", arguments: places)
    func rewritten(scratch: Scratch, number: Int) async throws {
        try await chain(of: 8, on: scratch) { database in
            let entries = try await database.read { Array(try $0.entries(8).reversed()) }
            let forged = Entry(
                .noteWritten, of: .init("note", "forged"), by: .commandLine("nobody"), at: Scratch.noon)
            let detail = try EntryDetail(forged, changes: [], refusal: nil, salt: entries[number - 1].detail.salt)
            let kept = KeptEntry(
                number: number, entry: forged, detail: detail, in: EntryChain(of: database.partnership),
                after: number == 1 ? EntryChain.beginning : entries[number - 2].hash)
            try await tamper(
                with: database,
                [
                    """
                    UPDATE entry SET at = \(kept.at), subject_address = 'forged', detail_hash = \(kept.detailHash),
                        hash = \(kept.hash)
                    WHERE number = \(number)
                    """,
                    """
                    UPDATE entry_detail SET actor_name = 'nobody', why = NULL, changes = \(kept.changes)
                    WHERE number = \(number)
                    """,
                ])

            try await expectBroken(database, at: number + 1, "altered, or is not in its place")
        }
    }

    @Test("a changed word of a detail is found where it is", arguments: places)
    func changedDetail(scratch: Scratch, number: Int) async throws {
        try await chain(of: 8, on: scratch) { database in
            try await tamper(
                with: database, ["UPDATE entry_detail SET actor_name = 'nobody' WHERE number = \(number)"])

            try await expectBroken(database, at: number, "names, reasons or values were altered")
        }
    }

    @Test("a changed moment is found where it is, by a millionth of a second", arguments: places)
    func changedMoment(scratch: Scratch, number: Int) async throws {
        try await chain(of: 8, on: scratch) { database in
            let entries = try await database.read { Array(try $0.entries(8).reversed()) }
            let later = entries[number - 1].at + 1e-6
            try await tamper(with: database, ["UPDATE entry SET at = \(later) WHERE number = \(number)"])

            try await expectBroken(database, at: number, "altered")
        }
    }

    @Test("a detail that is gone is missed", arguments: places)
    func missingDetail(scratch: Scratch, number: Int) async throws {
        try await chain(of: 8, on: scratch) { database in
            try await tamper(with: database, ["DELETE FROM entry_detail WHERE number = \(number)"])

            try await expectBroken(database, at: number, "names, reasons and values are missing")
        }
    }

    @Test(
        "entries that are gone are missed: around a border, a whole stretch, several",
        arguments: product(Scratch.engines, [3...3, 4...4, 3...4, 1...3, 4...6, 4...7, 2...7, 1...7]))
    func missing(scratch: Scratch, gone: ClosedRange<Int>) async throws {
        try await chain(of: 8, on: scratch) { database in
            let (first, last) = (gone.lowerBound, gone.upperBound)
            try await tamper(
                with: database,
                [
                    "DELETE FROM entry_detail WHERE number BETWEEN \(first) AND \(last)",
                    "DELETE FROM entry WHERE number BETWEEN \(first) AND \(last)",
                ])

            try await expectBroken(database, at: first, "missing; the next is entry \(last + 1)")
        }
    }

    @Test("an end that was cut off is missed, at a border too", arguments: product(Scratch.engines, Array(1...8)))
    func cutOff(scratch: Scratch, first: Int) async throws {
        try await chain(of: 8, on: scratch) { database in
            try await tamper(
                with: database,
                [
                    "DELETE FROM entry_detail WHERE number >= \(first)", "DELETE FROM entry WHERE number >= \(first)",
                ])

            try await expectBroken(database, at: first, "missing, with all after it up to entry 8")
        }
    }

    @Test("a head that is gone, or that stands elsewhere, is found", arguments: product(Scratch.engines, [3, 6, 7, 8]))
    func head(scratch: Scratch, count: Int) async throws {
        try await chain(of: count, on: scratch) { database in
            try await tamper(with: database, ["UPDATE entry_head SET number = \(count - 1)"])
            try await expectBroken(database, at: count, "head does not match")

            try await tamper(
                with: database, ["DELETE FROM entry_head WHERE partnership = \(database.partnership)"])
            try await expectBroken(database, at: count, "head is missing")
        }
    }

    @Test("what SQLite would read as the same is not the same: bytes for text, and what stands behind a zero byte")
    func otherwiseStored() async throws {
        for change in [
            "act = CAST(act AS BLOB)", "act = act || char(0) || 'x'", "at = CAST(at AS BLOB)",
            "subject_address = subject_address || char(0)", "hash = CAST(hash AS TEXT)",
        ] {
            try await chain(of: 8, on: .sqlite) { database in
                try await tamper(
                    with: database, [Storage.SQL(verbatim: "UPDATE entry SET \(change) WHERE number = 4")])

                try await expectBroken(database, at: 4)
            }
        }
    }

    @Test("while others add entries, what is there is whole", arguments: Scratch.engines)
    func growing(scratch: Scratch) async throws {
        try await chain(of: 5, on: scratch) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 { group.addTask { try await database.write(.noteWritten()) { _ in } } }
                for _ in 0..<20 {
                    group.addTask {
                        let check = try await database.engine.walkChain(of: database.partnership, inStretchesOf: 3)
                        guard case .whole(let entries, _) = check, (5...45).contains(entries) else {
                            Issue.record("\(check)")
                            return
                        }
                    }
                }
                try await group.waitForAll()
            }
            guard case .whole(entries: 45, _) = try await walked(database) else {
                Issue.record("not all are there")
                return
            }
        }
    }

    @Test("an entry that is changed between two stretches’ looks at it is found by whoever joins them")
    func changedMeanwhile() async throws {
        try await chain(of: 8, on: .sqlite) { database in
            let partnership = database.partnership
            func stretch(after base: Int) async throws -> ChainStretch {
                try await database.engine.read {
                    try ChainStretch(after: base, of: partnership, length: Self.stretch, on: $0)
                }
            }
            var walk = ChainWalk(partnership: partnership, length: Self.stretch)
            walk.join(try await stretch(after: 0))
            let other = [UInt8](repeating: 7, count: 32)
            try await tamper(with: database, ["UPDATE entry SET hash = \(other) WHERE number = 3"])

            walk.join(try await stretch(after: 3))

            #expect(walk.check?.isBroken == true && walk.isAtEnd)
        }
    }

    @Test(
        "everybody’s chain is walked, where only a head or only entries are left of one too", arguments: Scratch.engines
    )
    func owners(scratch: Scratch) async throws {
        try await chain(of: 4, on: scratch) { database in
            let others = (0..<5).map { _ in database.newID(Tenant.self) }
            for other in others { try await database.opened(for: other).write(.noteWritten()) { _ in } }
            try await tamper(
                with: database,
                [
                    "DELETE FROM entry_detail WHERE partnership = \(others[0])",
                    "DELETE FROM entry WHERE partnership = \(others[0])",
                    "DELETE FROM entry_head WHERE partnership = \(others[1])",
                ])

            let checks = try await database.verifyEveryChain()

            #expect(Set(checks.keys) == Set(others + [database.partnership, .installation]))
            #expect(Set(checks.filter { $0.value.isBroken }.keys) == Set(others.prefix(2)))
        }
    }
}

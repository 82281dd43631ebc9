import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("Entries are found by what, whom, who and when, and never those that are not the reader’s")
struct EntryQuestionTests {
    private static let noon = Scratch.noon
    private static let written = EntrySort(kind: "note", act: "note written")
    private static let read = EntrySort(kind: "note", act: "note read")
    private static let secret = EntrySort(kind: "case", act: "note written")
    private static let ada = Entry.Actor.member(Identities.seeded(31).new(Note.self, at: noon), name: "Ada")
    private static let bo = Entry.Actor.member(Identities.seeded(32).new(Note.self, at: noon), name: "Bo")

    /// Twelve entries, a minute apart: every fourth is of a case, every third is refused, and Bo did two of three.
    private func chain(_ scratch: Scratch, _ body: (Database) async throws -> Void) async throws {
        try await scratch.database([.notes]) { database in
            for number in 1...12 {
                let act = number % 2 == 0 ? Act.noteRead : .noteWritten
                let kind = number % 4 == 0 ? "case" : "note"
                let entry = Entry(
                    number % 4 == 0 ? .noteWritten : act, of: .init(kind, "\(number % 3)"),
                    by: number % 3 == 1 ? Self.ada : Self.bo, at: Self.noon + Double(number) * 60)
                do {
                    try await database.write(entry) { _ in if number % 3 == 0 { throw TooLong() } }
                } catch is TooLong {}
            }
            // What other partnerships do is never found.
            _ = try await database.opened(for: database.newID()).addNote("theirs")
            try await body(database)
        }
    }

    private func expect(
        _ numbers: [Int], of question: EntryQuestion, _ limit: Int = 30, _ position: EntryPosition = .newest,
        in database: Database, at place: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await database.read { db in try db.entries(question, limit, from: position).map(\.number) }
        #expect(found == numbers, sourceLocation: place)
    }

    @Test("only the sorts that the reader may read, the newest first", arguments: Scratch.engines)
    func sorts(scratch: Scratch) async throws {
        try await chain(scratch) { database in
            try await expect([11, 9, 7, 5, 3, 1], of: EntryQuestion(of: [Self.written]), in: database)
            let both = EntryQuestion(of: [Self.written, Self.read])
            try await expect([11, 10, 9, 7, 6, 5, 3, 2, 1], of: both, in: database)
            try await expect([], of: EntryQuestion(of: []), in: database)
        }
    }

    @Test("by who, by what it was done to, and by outcome, each within what may be read", arguments: Scratch.engines)
    func narrowed(scratch: Scratch) async throws {
        try await chain(scratch) { database in
            var question = EntryQuestion(of: [Self.written, Self.read])
            question.actors = [Self.ada.key]
            try await expect([10, 7, 1], of: question, in: database)
            question.actors = [Self.ada.key, Self.bo.key]
            try await expect([11, 10, 9, 7, 6, 5, 3, 2, 1], of: question, in: database)
            question.outcome = .refused
            try await expect([9, 6, 3], of: question, in: database)
            question.actors = nil
            try await expect([9, 6, 3], of: question, in: database)
            question.outcome = .done
            try await expect([11, 10, 7, 5, 2, 1], of: question, in: database)
            question.subjects = [.init("note", "1"), .init("case", "1")]
            try await expect([10, 7, 1], of: question, in: database)
            question.actors = [Self.bo.key]
            try await expect([], of: question, in: database)
            question.actors = []
            try await expect([], of: question, in: database)
        }
    }

    @Test("page by page, back to the first and forth again", arguments: Scratch.engines)
    func pages(scratch: Scratch) async throws {
        try await chain(scratch) { database in
            let question = EntryQuestion(of: [Self.written, Self.read])
            try await expect([11, 10, 9, 7], of: question, 4, in: database)
            try await expect([6, 5, 3, 2], of: question, 4, .before(7), in: database)
            try await expect([1], of: question, 4, .before(2), in: database)
            try await expect([], of: question, 4, .before(1), in: database)
            try await expect([6, 5, 3, 2], of: question, 4, .after(1), in: database)
            try await expect([11, 10, 9], of: question, 4, .after(7), in: database)
        }
    }

    @Test("from a moment until before another, also where the clock was set back", arguments: Scratch.engines)
    func period(scratch: Scratch) async throws {
        try await chain(scratch) { database in
            var question = EntryQuestion(of: [Self.written, Self.read])
            question.from = Self.noon + 3 * 60
            try await expect([11, 10, 9, 7, 6, 5, 3], of: question, in: database)
            question.until = Self.noon + 9 * 60
            try await expect([7, 6, 5, 3], of: question, in: database)
            try await expect([5, 3], of: question, 2, .before(6), in: database)
            // The clock is set back to five minutes past noon.
            _ = try await database.addNote("late", entry: .noteWritten(at: Self.noon + 5 * 60))
            try await expect([13, 7, 6, 5, 3], of: question, in: database)
            question.from = Self.noon + 3600
            question.until = nil
            try await expect([], of: question, in: database)
        }
    }

    @Test("one’s own: what one did, and what is personal to one", arguments: Scratch.engines)
    func own(scratch: Scratch) async throws {
        try await chain(scratch) { database in
            let question = EntryQuestion(
                ownOf: Self.ada.key, [Self.written, Self.read], called: [.init("case", "2")], personal: [Self.secret])
            try await expect([10, 8, 7, 1], of: question, in: database)
            try await expect([8, 7], of: question, 2, .before(10), in: database)
        }
    }

    @Test("more sorts than a statement has room for", arguments: Scratch.engines)
    func many(scratch: Scratch) async throws {
        try await chain(scratch) { database in
            let others = (0..<700).map { EntrySort(kind: "note", act: "act \($0)") }
            let question = EntryQuestion(of: Set(others + [Self.written, Self.read]))
            try await expect([11, 10, 9, 7, 6, 5, 3, 2, 1], of: question, in: database)
        }
    }

    @Test("the program’s own doings are known by their names", arguments: Scratch.engines)
    func jobs(scratch: Scratch) async throws {
        try await chain(scratch) { database in
            for _ in 1...3 {
                for name in ["sweep", "backup"] {
                    let entry = Entry(.noteRead, of: .init("note", "1"), by: .job(name), at: Self.noon)
                    try await database.write(entry) { _ in }
                }
            }
            #expect(try await database.read { try $0.jobsOfEntries() } == ["backup", "sweep"])
        }
    }

    @Test("each strand is one stretch of an index in the order of the chain: nothing is sorted, nothing else read")
    func plan() async throws {
        try await chain(.sqlite) { database in
            var questions: [(EntryQuestion, index: String)] = []
            var question = EntryQuestion(of: [Self.written, Self.read])
            questions.append((question, "entry_by_act"))
            question.from = Self.noon
            questions.append((question, "entry_by_act"))
            question.outcome = .refused
            questions.append((question, "entry_refused"))
            question.actors = [Self.ada.key, Self.bo.key]
            questions.append((question, "entry_by_actor"))
            question.subjects = [.init("note", "1")]
            questions.append((question, "entry_by_subject"))
            let own = EntryQuestion(
                ownOf: Self.ada.key, [Self.written], called: [.init("note", "1")], personal: [Self.read])
            questions.append((own, "entry_by_"))
            for (question, index) in questions {
                for position in [EntryPosition.newest, .before(9), .after(2)] {
                    for plan in try await plans(question, position, in: database) {
                        #expect(plan.contains("INDEX \(index)"), "\(plan)")
                        #expect(!plan.contains("TEMP B-TREE") && !plan.contains("SCAN entry"), "\(plan)")
                    }
                }
            }
        }
    }

    private func plans(
        _ question: EntryQuestion, _ position: EntryPosition, in database: Database
    ) async throws -> [String] {
        try await database.read { db in
            let stretch = try #require(try db.stretch(question, position))
            return try question.strands.map { strand in
                let page = db.page(of: strand, stretch, 30, ascending: position.isAscending)
                return try db.rows("EXPLAIN QUERY PLAN " + page).map { try $0("detail") as String }
                    .joined(separator: "; ")
            }
        }
    }
}

@Suite("An entry says in parts what became of which field, and who it was")
struct EntryPartsTests {
    @Test("fields come back as they were told, of every kind", arguments: Scratch.engines)
    func changes(scratch: Scratch) async throws {
        try await scratch.database([.notes]) { database in
            let entry = Entry(
                .noteWritten, of: .init("note", "1"), by: .commandLine("ada"), at: Scratch.noon,
                changes: [
                    .init("title", from: String?.none, to: "‘Nine’"), .init("pages", from: 3, to: 4),
                    .init("read", from: true, to: false), .init("share", from: 0.5, to: Double?.none),
                ])
            try await database.write(entry) { _ in }
            let kept = try #require(try await database.read { try $0.entries(1).first })
            #expect(
                kept.fieldChanges == [
                    FieldChange(field: "title", before: .null, after: .text("‘Nine’")),
                    FieldChange(field: "pages", before: .integer(3), after: .integer(4)),
                    FieldChange(field: "read", before: .boolean(true), after: .boolean(false)),
                    FieldChange(field: "share", before: .real(0.5), after: .null),
                ])
            #expect(kept.by.shownName == "ada")
        }
    }

    @Test("who it was can be said in an address, and read back")
    func actors() {
        for key in [Entry.Actor.Key.member("a:b"), .job("nightly backup"), .commandLine] {
            #expect(Entry.Actor.Key(key.description) == key)
        }
        for text in ["", "member", "somebody", "job"] { #expect(Entry.Actor.Key(text) == nil) }
    }
}

extension Act {
    fileprivate static let noteRead = Act("note read", "A note was read.")
}

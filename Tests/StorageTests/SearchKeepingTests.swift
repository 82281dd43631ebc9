import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("The index comes with the records, and can be made anew")
struct SearchKeepingTests {
    private func fill(_ database: Database) async throws {
        let first = try await database.shelve("Taken out again", "burglary")
        for number in 1...30 { try await database.shelve("Volume \(number)", "On burglaries in Łódź", for: .readers) }
        try await database.take(first)
        try await database.opened(for: database.newID()).shelve("Theirs", "burglary")
    }

    private func expectWhole(_ database: Database) async throws {
        let results = try await database.search(SearchWords("burglary lodz"), for: [.readers], on: shelfDay)
        #expect(results.total == 30)
        try await database.shelve("A new volume", "of burglary")
        try await database.take(ID<Book>(try #require(results.found.first).subject) ?? database.newID())
        #expect(try await database.search(SearchWords("burglary"), for: [.readers], on: shelfDay).total == 30)
    }

    @Test("what is backed up from either database is found when it is restored", arguments: Scratch.engines)
    func backup(scratch: Scratch) async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await scratch.database { database in
                try await fill(database)
                try await database.backUp(to: folder + "/backup", at: Scratch.noon)
                try await Backup(of: folder + "/backup").restore(to: folder + "/restored", migrations: [])
                let restored = try await Database.open(
                    folder: folder + "/restored", migrations: [], at: Scratch.noon, logger: .silent)
                try await expectWhole(restored.opened(for: database.partnership))
                await restored.close()
            }
        }
    }

    @Test(
        "records that move to PostgreSQL are found there, and found again when they come back",
        .enabled(if: Scratch.engines.contains(.postgreSQL)))
    func moving() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await Scratch.withServer { server in
                let here = try await Database.open(folder: folder, migrations: [], at: Scratch.noon, logger: .silent)
                let partnership: ID<Tenant> = here.newID()
                try await fill(here.opened(for: partnership))
                await here.close()

                try await Database.move(folder: folder, to: server, migrations: [])
                let there = try await Database.open(
                    folder: folder, server: server, migrations: [], at: Scratch.noon, logger: .silent)
                try await expectWhole(there.opened(for: partnership))
                try await there.backUp(to: folder + "/backup", at: Scratch.noon)
                await there.close()

                try await Backup(of: folder + "/backup").restore(to: folder + "/restored", migrations: [])
                let back = try await Database.open(
                    folder: folder + "/restored", migrations: [], at: Scratch.noon, logger: .silent)
                let found = try await back.opened(for: partnership).titles("new volume")
                #expect(found == ["A new volume"])
                await back.close()
            }
        }
    }

    @Test("an index is made anew where it is another’s make, and only there", arguments: Scratch.engines)
    func anew(scratch: Scratch) async throws {
        try await scratch.database { database in
            let other = database.opened(for: database.newID())
            try await other.shelve("Theirs")
            try await database.shelve("Left over")
            func shelf(_ titles: [String], _ kinds: [SearchDocument.Kind] = [.book]) -> Shelf {
                Shelf(
                    books: titles.map {
                        SearchDocument(.book, database.newID(Book.self), title: $0, text: "volume", audience: nil)
                    }, searchKinds: kinds)
            }
            #expect(try await database.makeSearchable([shelf(["One", "Two"])], entry: .noteWritten()) == 2)
            #expect(try await database.titles("left") == [])
            #expect(try await database.titles("volume") == ["One", "Two"])
            // The same rules and kinds: nothing to do, and no entry of it.
            let entries = try await database.read { try $0.entries(100).count }
            #expect(try await database.makeSearchable([shelf(["Three"])], entry: .noteWritten()) == nil)
            #expect(try await database.read { try $0.entries(100).count } == entries)
            #expect(try await database.titles("volume") == ["One", "Two"])
            // A kind that could not be found before, or somebody who asks for it.
            #expect(try await database.makeSearchable([shelf(["Four"], [.book, .film])], entry: .noteWritten()) == 1)
            #expect(
                try await database.makeSearchable(
                    [shelf(["Five"], [.book, .film])], entry: .noteWritten(), always: true) == 1)
            #expect(try await database.titles("volume") == ["Five"])
            #expect(try await other.titles("theirs") == ["Theirs"])
        }
    }

    @Test("FTS5 finds its index to be what the records say")
    func integrity() async throws {
        try await Scratch.sqlite.database { database in
            try await fill(database)
            try await database.write(.noteWritten()) { db in
                try db.run("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
            }
        }
    }

    @Test("SQLite asks its index once, and not anew for each document")
    func plan() async throws {
        try await Scratch.sqlite.database { database in
            let steps: [String] = try await database.read { db in
                let index = SearchIndex(words: SearchWords("burglary"))
                return try db.rows(
                    """
                    EXPLAIN QUERY PLAN SELECT title FROM \(index.documents)
                    WHERE \(index.isFound) AND search_document.partnership = \(db.partnership)
                    """
                ).map { try $0("detail") }
            }
            #expect(steps.first?.hasPrefix("SCAN search_index") == true)
            #expect(steps.last?.hasPrefix("SEARCH search_document USING INTEGER PRIMARY KEY") == true)
        }
    }
}

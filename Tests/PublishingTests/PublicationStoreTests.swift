import Foundation
import ScratchDatabases
import Storage
import Testing
import Web

@testable import Publishing

@Suite("What is published stays as it was published")
struct PublicationStoreTests {
    private static let officer = Entry.Actor.member(
        Identities.system.new(Publication.self, at: Scratch.noon), name: "Aysha Bell")

    private func draft(_ words: String, table: String = "type,number\n", changes: [String] = []) -> VersionDraft {
        VersionDraft(
            .strategicAssessment, slug: "strategic-assessment-2015-16",
            page: FrozenPage("Strategic assessment 2015/16", summary: "The year.", body: "<h1>\(words)</h1>"),
            files: [
                VersionDraft.File("figures.csv", title: "Every figure", type: .csv, bytes: Array(table.utf8)),
                VersionDraft.File("chart-1.svg", title: nil, type: .svg, bytes: Array("<svg/>".utf8)),
            ], changes: changes)
    }

    private func run(_ scratch: Scratch, _ body: (PublicationStore, Database) async throws -> Void) async throws {
        try await scratch.database([.ofPublishing]) { database in
            try await body(PublicationStore(database, identities: .system), database)
        }
    }

    @Test("a version is read back word for word, with its files", arguments: Scratch.engines)
    func readBack(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            let made = try await store.publish(draft("Less & less"), after: 0, by: Self.officer, at: Scratch.noon)
            let found = try #require(try await store.publication("strategic-assessment-2015-16"))
            #expect(found.current == made)
            #expect(made.publishedBy == "Aysha Bell")
            let page = try await store.page(of: made)
            #expect(page.title == "Strategic assessment 2015/16")
            #expect(page.body.description == "<h1>Less &amp; less</h1>")
            let file = try #require(made.file("figures.csv"))
            #expect(try await store.bytes(of: file) == Array("type,number\n".utf8))
            #expect(made.file("no-such.csv") == nil)
        }
    }

    @Test("the next version follows it, and the first can still be read", arguments: Scratch.engines)
    func next(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            let first = try await store.publish(draft("One"), after: 0, by: Self.officer, at: Scratch.noon)
            let second = try await store.publish(
                draft("Two", changes: ["The figure for burglary was revised."]), after: 1, by: Self.officer,
                at: Scratch.noon.addingTimeInterval(60))
            let found = try #require(try await store.publication("strategic-assessment-2015-16"))
            #expect(found.versions == [second, first])
            #expect(try await store.page(of: first).body.description == "<h1>One</h1>")
            #expect(second.changes == ["The figure for burglary was revised."])
            #expect(first.hash != second.hash)
        }
    }

    @Test("two who publish at once do not both succeed", arguments: Scratch.engines)
    func atOnce(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            try await store.publish(draft("One"), after: 0, by: Self.officer, at: Scratch.noon)
            await #expect(throws: PublishingRefusal.publishedMeanwhile) {
                try await store.publish(draft("Another"), after: 0, by: Self.officer, at: Scratch.noon)
            }
            #expect(try await store.publication("strategic-assessment-2015-16")?.versions.count == 1)
        }
    }

    @Test("the fingerprint is over everything a reader sees, and over the version before", arguments: Scratch.engines)
    func fingerprint(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            let made = try await store.publish(draft("One"), after: 0, by: Self.officer, at: Scratch.noon)
            func hash(
                _ number: Int = 1, _ changes: [String] = [], before: FileHash? = nil, files: [PublishedFile]? = nil
            )
                -> FileHash
            {
                VersionHash(
                    slug: "strategic-assessment-2015-16", number: number, title: made.title,
                    publishedAt: made.publishedAt, changes: changes, page: made.page, files: files ?? made.files,
                    before: before
                ).hash
            }
            #expect(hash() == made.hash)
            #expect(hash(files: made.files.reversed()) == made.hash)
            for other in [hash(2), hash(1, ["x"]), hash(before: made.page), hash(files: [])] {
                #expect(other != made.hash)
            }
        }
    }

    @Test("a withdrawn version is no longer the one that is shown, and says why", arguments: Scratch.engines)
    func withdrawn(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            try await store.publish(draft("One"), after: 0, by: Self.officer, at: Scratch.noon)
            try await store.publish(draft("Two"), after: 1, by: Self.officer, at: Scratch.noon)
            let slug = "strategic-assessment-2015-16"
            try await store.withdraw(
                slug, version: 2, because: "A small count was told.", by: Self.officer, at: Scratch.noon)
            let found = try #require(try await store.publication(slug))
            #expect(found.current?.number == 1)
            #expect(found.version(2)?.withdrawal?.why == "A small count was told.")
            await #expect(throws: PublishingRefusal.withdrawnAlready) {
                try await store.withdraw(slug, version: 2, because: "Again.", by: Self.officer, at: Scratch.noon)
            }
            await #expect(throws: PublishingRefusal.notHere) {
                try await store.withdraw(slug, version: 3, because: "None.", by: Self.officer, at: Scratch.noon)
            }
        }
    }

    @Test("no statement can change a version or take one away", arguments: Scratch.engines)
    func kept(scratch: Scratch) async throws {
        try await run(scratch) { store, database in
            try await store.publish(draft("One"), after: 0, by: Self.officer, at: Scratch.noon)
            let changes: [SQL] = [
                "UPDATE publication_version SET title = 'Other'", "DELETE FROM publication_version",
                "UPDATE publication_file SET sha256 = 'x'", "DELETE FROM publication_file",
            ]
            for change in changes {
                let entry = Entry(.versionPublished, of: .init("publication", ""), by: Self.officer, at: Scratch.noon)
                await #expect(throws: DatabaseFault.self) {
                    try await database.write(entry) { db in _ = try db.run(change) }
                }
            }
            #expect(
                try await store.publication("strategic-assessment-2015-16")?.versions.first?.title
                    == "Strategic assessment 2015/16")
        }
    }

    @Test(
        "what is said of a version afterwards stands beside it, once, and changes nothing of it",
        arguments: Scratch.engines)
    func noted(scratch: Scratch) async throws {
        try await run(scratch) { store, database in
            let made = try await store.publish(draft("One"), after: 0, by: Self.officer, at: Scratch.noon)
            let slug = "strategic-assessment-2015-16"
            func say(_ said: String, of number: Int = 1) async throws {
                try await store.note(
                    slug, version: number, saying: said, because: "It holds.", by: Self.officer, at: Scratch.noon)
            }
            try await say("December was revised.")
            try await say("January was revised.")
            await #expect(throws: PublishingRefusal.saidAlready) { try await say("January was revised.") }
            await #expect(throws: PublishingRefusal.notHere) { try await say("None.", of: 2) }
            let found = try #require(try await store.publication(slug)?.current)
            #expect(found.notes.map(\.said) == ["December was revised.", "January was revised."])
            #expect(found.notes.map(\.why) == ["It holds.", "It holds."])
            #expect(found.hash == made.hash && found.files == made.files)
            for change: SQL in ["UPDATE publication_note SET said = 'x'", "DELETE FROM publication_note"] {
                let entry = Entry(.versionNoted, of: .init("publication", ""), by: Self.officer, at: Scratch.noon)
                await #expect(throws: DatabaseFault.self) {
                    try await database.write(entry) { db in _ = try db.run(change) }
                }
            }
            try await store.withdraw(slug, version: 1, because: "x", by: Self.officer, at: Scratch.noon)
            await #expect(throws: PublishingRefusal.withdrawnAlready) { try await say("February was revised.") }
        }
    }

    @Test("another partnership's publications are not found", arguments: Scratch.engines)
    func tenants(scratch: Scratch) async throws {
        try await run(scratch) { store, database in
            try await store.publish(draft("One"), after: 0, by: Self.officer, at: Scratch.noon)
            let other = PublicationStore(
                database.opened(for: Identities.system.new(at: Scratch.noon)), identities: .system)
            #expect(try await other.publications().isEmpty)
            #expect(try await other.publication("strategic-assessment-2015-16") == nil)
        }
    }

    @Test("a page whose bytes were changed on the disk is refused, not shown", arguments: Scratch.engines)
    func damaged(scratch: Scratch) async throws {
        try await run(scratch) { store, database in
            let made = try await store.publish(draft("One"), after: 0, by: Self.officer, at: Scratch.noon)
            let url = try #require(database.files.url(for: made.page))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
            try Data("{}".utf8).write(to: url)
            await #expect(throws: KeptFileFault.damaged(made.page)) { try await store.page(of: made) }
        }
    }
}

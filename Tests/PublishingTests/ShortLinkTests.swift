import ScratchDatabases
import Storage
import Testing
import Web

@testable import Publishing

@Suite("A short link leads to its publication for good")
struct ShortLinkTests {
    private static let officer = Entry.Actor.member(
        Identities.system.new(Publication.self, at: Scratch.noon), name: "Aysha Bell")

    private func draft(_ slug: String, printing code: PublicationCode? = nil) -> VersionDraft {
        VersionDraft(
            .agenda, slug: slug, page: FrozenPage("Agenda", summary: "A meeting.", body: "<h1>Agenda</h1>"), files: [],
            code: code)
    }

    private func run(_ scratch: Scratch, _ body: (PublicationStore, Database) async throws -> Void) async throws {
        try await scratch.database([.ofPublishing]) { database in
            try await body(PublicationStore(database, identities: .system), database)
        }
    }

    @Test("a draft says the code that the publication has afterwards, in every version", arguments: Scratch.engines)
    func kept(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            let code = try #require(try await store.code(of: "panel-1"))
            #expect(try await store.slug(of: code) == nil)
            try await store.publish(draft("panel-1", printing: code), after: 0, by: Self.officer, at: Scratch.noon)
            try await store.publish(draft("panel-1", printing: code), after: 1, by: Self.officer, at: Scratch.noon)
            #expect(try await store.slug(of: code) == "panel-1")
            #expect(try await store.publication("panel-1")?.code == code)
            #expect(try await store.code(of: "panel-1") == code)
        }
    }

    @Test("a code that another publication has is not given twice", arguments: Scratch.engines)
    func taken(scratch: Scratch) async throws {
        try await run(scratch) { store, database in
            try await store.publish(draft("panel-1"), after: 0, by: Self.officer, at: Scratch.noon)
            let id = try #require(try await store.publication("panel-1")?.id)
            let taken = try #require(PublicationCode.candidates(for: "panel-3").first { _ in true })
            // As if it were the other’s by chance.
            let entry = Entry(.versionPublished, of: .init("publication", id), by: Self.officer, at: Scratch.noon)
            let other: ID<Publication> = Identities.system.new(at: Scratch.noon)
            try await database.write(entry) { db in
                try db.enter(draft("panel-2"), as: other)
                try db.run(
                    """
                    INSERT INTO publication_code (partnership, code, publication)
                    VALUES (\(db.partnership), \(taken), \(other))
                    """)
            }
            let next = try #require(try await store.code(of: "panel-3"))
            #expect(next != taken)
            await #expect(throws: PublishingRefusal.publishedMeanwhile) {
                try await store.publish(
                    draft("panel-3", printing: taken), after: 0, by: Self.officer, at: Scratch.noon)
            }
            try await store.publish(draft("panel-3", printing: next), after: 0, by: Self.officer, at: Scratch.noon)
            #expect(try await store.slug(of: taken) == "panel-2")
            #expect(try await store.slug(of: next) == "panel-3")
        }
    }

    @Test("it is never changed or removed, and is no other partnership’s", arguments: Scratch.engines)
    func stays(scratch: Scratch) async throws {
        try await run(scratch) { store, database in
            try await store.publish(draft("panel-1"), after: 0, by: Self.officer, at: Scratch.noon)
            let code = try #require(try await store.code(of: "panel-1"))
            for change: SQL in ["UPDATE publication_code SET code = '22222'", "DELETE FROM publication_code"] {
                let entry = Entry(.versionPublished, of: .init("publication", ""), by: Self.officer, at: Scratch.noon)
                await #expect(throws: DatabaseFault.self) {
                    try await database.write(entry) { db in _ = try db.run(change) }
                }
            }
            let other = PublicationStore(
                database.opened(for: Identities.system.new(at: Scratch.noon)), identities: .system)
            #expect(try await other.slug(of: code) == nil)
        }
    }

    @Test("it is typed in capitals or not, and holds no letter that is taken for another")
    func typed() throws {
        #expect(PublicationCode(rawValue: "k7qd2")?.rawValue == "K7QD2")
        for wrong in ["", "K7QD", "K7QDO", "K7QD1", "K7QDA", "K7QD2K7QD", "K7 D2", "../K7"] {
            #expect(PublicationCode(rawValue: wrong) == nil, "\(wrong)")
        }
        let codes = (0..<500).flatMap { PublicationCode.candidates(for: "panel-\($0)").prefix(1) }
        #expect(Set(codes).count == 500 && codes.allSatisfy { PublicationCode(rawValue: $0.rawValue) == $0 })
    }
}

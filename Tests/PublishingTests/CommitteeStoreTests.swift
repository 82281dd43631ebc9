import Foundation
import ScratchDatabases
import Storage
import Testing
import Web

@testable import Publishing

@Suite("Bodies, and what is found of all that is published, are kept as they were told")
struct CommitteeStoreTests {
    private static let officer = Entry.Actor.commandLine("Aysha Bell")

    private static func body(_ name: String = "Panel", _ people: [String] = ["Zoë Ní"]) -> PublishedBody {
        PublishedBody(
            name: name, kind: "A group of the partnership", rules: "", purpose: "Watches over lamps", frequency: "",
            parent: nil, beginsOn: "2015-05-12", endsOn: nil,
            seats: people.enumerated().map { place, name in
                .init(
                    key: "\(place)", title: "Member", isChair: false, isVoting: true, agency: "",
                    beginsOn: "2015-05-12", endsOn: nil,
                    holders: [.init(key: "of \(name)", person: name, name: name, beginsOn: "2015-05-12", endsOn: nil)])
            })
    }

    private func run(_ scratch: Scratch, _ body: (Database, CommitteeStore) async throws -> Void) async throws {
        try await scratch.database([.ofPublishing]) { database in
            try await body(database, CommitteeStore(database))
        }
    }

    private static func publish(
        _ body: PublishedBody, after: Int, in store: CommitteeStore, hours: Double = 0
    ) async throws {
        try await store.publish(
            body, as: "key", after: after, by: officer, at: Scratch.noon.addingTimeInterval(hours * 3_600))
    }

    @Test("a body is read back in its versions, and keeps its address when it is renamed", arguments: Scratch.engines)
    func versions(scratch: Scratch) async throws {
        try await run(scratch) { _, store in
            let before = try await store.edition()
            try await Self.publish(Self.body(), after: 0, in: store)
            try await Self.publish(Self.body("Board", ["Zoë Ní", "zoe ni"]), after: 1, in: store, hours: 1)

            let committees = try await store.committees()
            let found = try #require(committees.bodies.first)
            #expect(found.slug == "panel" && found.name == "Board" && found.versions.map(\.number) == [1, 2])
            #expect(found.versions[0].body == Self.body() && found.versions[0].by == "Aysha Bell")
            #expect(committees.people == ["Zoë Ní": "zoe-ni", "zoe ni": "zoe-ni-2"])
            #expect(try await store.edition() != before)
            #expect(
                found.versions[1].body.changes(since: found.versions[0].body).contains("zoe ni, Member is there now"))
        }
    }

    @Test("two who publish at once do not both succeed, and nothing is told twice", arguments: Scratch.engines)
    func atOnce(scratch: Scratch) async throws {
        try await run(scratch) { _, store in
            try await Self.publish(Self.body(), after: 0, in: store)
            await #expect(throws: PublishingRefusal.publishedMeanwhile) {
                try await Self.publish(Self.body("Board"), after: 0, in: store)
            }
            await #expect(throws: PublishingRefusal.sameAsBefore) {
                try await Self.publish(Self.body(), after: 1, in: store)
            }
        }
    }

    @Test(
        "anybody finds the words of pages, further pages and given files, until they are withdrawn",
        arguments: Scratch.engines)
    func search(scratch: Scratch) async throws {
        try await run(scratch) { database, store in
            try await Self.publish(Self.body(), after: 0, in: store)
            let publications = PublicationStore(database, identities: .system)
            let part = FrozenPage("Item", summary: "x", body: "<p>Bene<b>ath</b> the <i>pier</i></p>")
            try await publications.publish(
                VersionDraft(
                    .agenda, slug: "a", page: FrozenPage("Agenda", summary: "x", body: "<p>Fish &amp; chips</p>"),
                    files: [
                        .init("item-1", title: nil, type: .page, bytes: try part.bytes()),
                        .init("paper.pdf", title: "A map", type: .pdf, bytes: [1], text: "Harbours"),
                    ]), after: 0, by: Self.officer, at: Scratch.noon)
            func found(_ words: String) async throws -> [String] {
                try await database.searchForEverybody(SearchWords(words), most: 10).map(\.subject)
            }

            #expect(try await found("lamp") == ["panel"])
            #expect(try await found("\"fish chips\"") == ["a/1"])
            #expect(try await found("\"beneath the pier\"") == ["a/1/item-1"])
            #expect(try await found("harbour") == ["a/1/paper.pdf"])
            let results = try await database.results(
                SearchWords("harbour"), of: try await database.searchForEverybody(SearchWords("harbour"), most: 1))
            #expect(results.map(\.title.text) == ["A map"] && results[0].extract.found.count == 1)
            try await publications.withdraw("a", version: 1, because: "x", by: Self.officer, at: Scratch.noon)
            #expect(try await found("harbour").isEmpty)
            #expect(try await found("pier").isEmpty)
            let members = try await database.search(
                SearchWords("lamp"), for: ["read papers"].asAudiences, on: Day(Scratch.noon))
            #expect(members.total == 0)
        }
    }
}

extension [String] {
    fileprivate var asAudiences: Set<SearchAudience> { Set(map { SearchAudience($0) }) }
}

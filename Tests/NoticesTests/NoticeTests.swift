import Foundation
import ScratchDatabases
import Testing

@testable import Notices
@testable import Storage

@Suite("People are told what concerns them, and written to as they chose")
struct NoticeTests {
    /// Somebody, as another module knows them.
    private enum Reader {}

    private static let noon = Scratch.noon
    private static let deed = Act("reader told", "A test told somebody something.")

    private struct Desk {
        let database: Database
        let store: NoticeStore
        let ada: ID<Reader>
        let bo: ID<Reader>

        init(_ database: Database) {
            self.database = database
            store = NoticeStore(database)
            ada = database.identities.new(at: NoticeTests.noon)
            bo = database.identities.new(at: NoticeTests.noon)
        }

        func tell(_ person: ID<Reader>, _ titles: String..., at time: Date = NoticeTests.noon) async throws {
            for (index, title) in titles.enumerated() {
                // Told in this order: what has the same time has none.
                let id: ID<PersonalNotice> = database.identities.new(at: time + Double(index) / 1000)
                let entry = Entry(NoticeTests.deed, of: .init("person", person), by: .job("a test"), at: time)
                try await database.write(entry) { db in
                    try db.notify(person, title, at: "/seats/1", because: "It is yours.", id: id, at: time)
                }
            }
        }

        func choose(_ choice: NoticeChoice, for person: ID<Reader>) async throws {
            try await store.choose(choice, for: person, by: .member(person, name: "Ada"), at: NoticeTests.noon)
        }

        func mail(_ person: ID<Reader>, at time: Date = NoticeTests.noon) async throws -> Bool {
            let id: ID<Letter> = database.identities.new(at: time)
            return try await store.mail(person, since: time - 3600, id: id, at: time) { news in
                Letter(to: "ada@example.org", subject: "News", text: news.map(\.title).joined(separator: "\n"))
            }
        }

        var written: [String] {
            get async throws { try await database.read { try $0.waitingLetters() }.map(\.text) }
        }
    }

    private func desk(_ scratch: Scratch, _ body: (Desk) async throws -> Void) async throws {
        try await scratch.database([.ofNotices]) { database in try await body(Desk(database)) }
    }

    @Test("the latest stands first; each sees their own", arguments: Scratch.engines)
    func list(scratch: Scratch) async throws {
        try await desk(scratch) { desk in
            try await desk.tell(desk.ada, "first", at: Self.noon)
            try await desk.tell(desk.ada, "second", at: Self.noon + 1)
            try await desk.tell(desk.bo, "other", at: Self.noon + 2)
            let notices = try await desk.store.notices(of: desk.ada, 10, after: 0)
            #expect(notices.map(\.title) == ["second", "first"])
            #expect(notices.allSatisfy { !$0.isRead && $0.address == "/seats/1" && $0.why == "It is yours." })
            #expect(try await desk.store.notices(of: desk.ada, 1, after: 1).map(\.title) == ["first"])
            #expect(try await desk.store.count(of: desk.ada) == (all: 2, unread: 2))
            #expect(try await desk.store.unread(of: desk.bo) == 1)
        }
    }

    @Test("what is marked as read is what was shown, and only one’s own", arguments: Scratch.engines)
    func read(scratch: Scratch) async throws {
        try await desk(scratch) { desk in
            try await desk.tell(desk.ada, "first", at: Self.noon)
            try await desk.tell(desk.bo, "other", at: Self.noon)
            let shown = try #require(try await desk.store.notices(of: desk.ada, 10, after: 0).first?.id)
            let others = try #require(try await desk.store.notices(of: desk.bo, 10, after: 0).first?.id)
            try await desk.tell(desk.ada, "meanwhile", at: Self.noon + 1)
            let ada = Entry.Actor.member(desk.ada, name: "Ada")
            try await desk.store.markRead(of: desk.ada, upTo: others, by: ada, at: Self.noon + 2)
            #expect(try await desk.store.unread(of: desk.ada) == 2)
            try await desk.store.markRead(of: desk.ada, upTo: shown, by: ada, at: Self.noon + 2)
            #expect(
                try await desk.store.notices(of: desk.ada, 10, after: 0).map(\.isRead) == [false, true])
            #expect(try await desk.store.unread(of: desk.bo) == 1)
        }
    }

    @Test("who is written to follows from their choice: once a day unless they chose", arguments: Scratch.engines)
    func choices(scratch: Scratch) async throws {
        try await desk(scratch) { desk in
            try await desk.tell(desk.ada, "one")
            #expect(try await desk.store.choice(of: desk.ada) == .daily)
            for choice in NoticeChoice.allCases + [.daily, .atOnce] {
                try await desk.choose(choice, for: desk.ada)
                #expect(try await desk.store.choice(of: desk.ada) == choice)
                for other in NoticeChoice.allCases {
                    let awaiting = try await desk.store.awaiting(other, since: Self.noon - 1, as: Reader.self)
                    #expect(awaiting == (other == choice ? [desk.ada] : []))
                }
            }
            #expect(try await desk.store.awaiting(.atOnce, since: Self.noon, as: Reader.self) == [], "no news any more")
        }
    }

    @Test("a letter has all that is new, once; where nothing is, there is none", arguments: Scratch.engines)
    func letter(scratch: Scratch) async throws {
        try await desk(scratch) { desk in
            #expect(try await !desk.mail(desk.ada))
            try await desk.tell(desk.ada, "one", at: Self.noon - 1)
            try await desk.tell(desk.ada, "two", at: Self.noon)
            try await desk.tell(desk.bo, "other")
            #expect(try await desk.mail(desk.ada))
            #expect(try await !desk.mail(desk.ada))
            #expect(try await desk.written == ["one\ntwo"])
            #expect(try await desk.store.unread(of: desk.ada) == 2, "written about is not read")

            try await desk.tell(desk.ada, "three", at: Self.noon + 1)
            let last = try #require(try await desk.store.notices(of: desk.ada, 1, after: 0).first?.id)
            try await desk.store.markRead(
                of: desk.ada, upTo: last, by: .member(desk.ada, name: "Ada"), at: Self.noon + 2)
            #expect(try await !desk.mail(desk.ada, at: Self.noon + 3), "read on the page")
            let acts = try await desk.database.read { try $0.entries(20).map(\.act) }
            #expect(acts.filter { $0 == "notices mailed" }.count == 1)
        }
    }

    @Test("two workers at once write one letter", arguments: Scratch.engines)
    func workers(scratch: Scratch) async throws {
        try await desk(scratch) { desk in
            try await desk.tell(desk.ada, "one", at: Self.noon - 1)
            try await desk.tell(desk.ada, "two", at: Self.noon)
            let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 1...8 { group.addTask { try await desk.mail(desk.ada) } }
                return try await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(outcomes.filter(\.self).count == 1)
            #expect(try await desk.written == ["one\ntwo"])
        }
    }

    @Test("the letter says what happened and where to look, in full addresses, and how to get fewer")
    func words() async throws {
        try await desk(.sqlite) { desk in
            try await desk.tell(desk.ada, "You were appointed: Chair\nhttps://elsewhere.example")
            let notices = try await desk.store.notices(of: desk.ada, 10, after: 0)
            let letter = NoticeLetter(from: "Testham Partnership", at: "https://safer.example.org")
                .letter(to: "ada@example.org", named: "Ada Byron", about: notices, .daily)
            #expect(
                letter
                    == Letter(
                        to: "ada@example.org", subject: "1 new notice from Testham Partnership",
                        text: """
                            Dear Ada Byron,

                            There is 1 new notice for you:

                            - You were appointed: Chair https://elsewhere.example
                              https://safer.example.org/seats/1

                            All your notices: https://safer.example.org/notices

                            You get at most one such letter a day, in the morning. To change that, or to get none: \
                            https://safer.example.org/account/notices
                            """))
        }
    }
}

import Foundation
import Logging
import ScratchDatabases
import Synchronization
import Testing

@testable import Notices
@testable import Storage

@Suite("A letter comes with the deed that causes it, goes once, and leaves nothing behind")
struct OutboxTests {
    private static let noon = Scratch.noon
    private static let letter = Letter(to: "ada@example.org", subject: "Come in", text: "Your link: https://x/1\n")
    private static let deed = Act("letter written", "A test wrote a letter.")

    /// Runs a body with records, an outbox on them, its clock, and the sender it uses.
    private func outbox(
        _ scratch: Scratch, _ body: (Database, Outbox, Clock, Bag) async throws -> Void
    ) async throws {
        try await scratch.database([.ofNotices]) { database in
            let (clock, bag) = (Clock(Self.noon), Bag())
            let from = try #require(Mailbox("safer@example.org"))
            let outbox = Outbox(database, from: from, sender: bag, logger: .silent, now: { clock.now })
            try await body(database, outbox, clock, bag)
        }
    }

    @discardableResult
    private func post(_ letter: Letter = Self.letter, in database: Database) async throws -> ID<Letter> {
        let id: ID<Letter> = database.identities.new(at: Self.noon)
        try await database.write(Entry(Self.deed, of: .init("letter", id), by: .job("a test"), at: Self.noon)) { db in
            try db.post(letter, id: id)
        }
        return id
    }

    private func acts(_ database: Database) async throws -> [String] {
        try await database.read { try $0.entries(20).map(\.act) }.reversed().filter { $0 != "migration applied" }
    }

    @Test("it is sent once, and then nothing of it is kept but that it was", arguments: Scratch.engines)
    func once(scratch: Scratch) async throws {
        try await outbox(scratch) { database, outbox, _, bag in
            let id = try await post(in: database)
            #expect(try await database.read { try $0.waitingLetters() } == [Self.letter])

            #expect(try await outbox.deliverDue() == 1)
            #expect(try await outbox.deliverDue() == 0)

            let message = try #require(bag.messages.first)
            #expect(bag.messages.count == 1)
            #expect(message.recipient == "ada@example.org" && message.sender == "safer@example.org")
            #expect(String(decoding: message.bytes, as: UTF8.self).contains("Message-ID: <\(id)@example.org>"))
            #expect(try await database.read { try $0.waitingLetters() } == [])
            #expect(try await acts(database) == ["letter written", "letter sent"])
        }
    }

    @Test("a deed that is refused sends none", arguments: Scratch.engines)
    func refused(scratch: Scratch) async throws {
        struct No: Refused { let reason = "No" }
        try await outbox(scratch) { database, outbox, _, bag in
            let id: ID<Letter> = database.identities.new(at: Self.noon)
            let entry = Entry(Self.deed, of: .init("letter", id), by: .job("a test"), at: Self.noon)
            await #expect(throws: No.self) {
                try await database.write(entry) { db in
                    try db.post(Self.letter, id: id)
                    throw No()
                }
            }
            let sent = try await outbox.deliverDue()
            #expect(sent == 0 && bag.messages.isEmpty)
        }
    }

    @Test("one that cannot be a letter stops the deed", arguments: Scratch.engines)
    func fault(scratch: Scratch) async throws {
        try await outbox(scratch) { database, _, _, _ in
            await #expect(throws: LetterFault.notASubject) {
                try await post(Letter(to: "a@example.org", subject: "a\r\nBcc: b@example.org", text: ""), in: database)
            }
            let acts = try await acts(database)
            #expect(acts.isEmpty)
        }
    }

    @Test("where it fails it is tried again, later and later, as the same message", arguments: Scratch.engines)
    func retries(scratch: Scratch) async throws {
        try await outbox(scratch) { database, outbox, clock, bag in
            bag.fault = .notNow("busy")
            try await post(in: database)
            for minutes in [1.0, 2, 4] {
                #expect(try await outbox.deliverDue() == 0)
                clock.move(minutes: minutes - 0.1)
                #expect(try await outbox.deliverDue() == 0)
                clock.move(minutes: 0.1)
            }
            #expect(bag.messages.count == 3)
            bag.fault = nil
            #expect(try await outbox.deliverDue() == 1)
            #expect(Set(bag.messages).count == 1)
        }
    }

    @Test("where the server cannot be reached, one letter tries and the others wait", arguments: Scratch.engines)
    func unreachable(scratch: Scratch) async throws {
        try await outbox(scratch) { database, outbox, clock, bag in
            bag.fault = .unreachable("down")
            for _ in 1...5 { try await post(in: database) }
            #expect(try await outbox.deliverDue() == 0)
            #expect(bag.messages.count == 1)
            bag.fault = nil
            clock.move(minutes: 1)
            #expect(try await outbox.deliverDue() == 5)
            #expect(try await database.read { try $0.waitingLetters() } == [])
        }
    }

    @Test(
        "what is refused for good, or waited for a day, is given up, and people can see why",
        arguments: Scratch.engines)
    func givenUp(scratch: Scratch) async throws {
        try await outbox(scratch) { database, outbox, clock, bag in
            bag.fault = .refused("no such reader")
            try await post(in: database)
            #expect(try await outbox.deliverDue() == 0)
            bag.fault = .unreachable("down")
            try await post(in: database)
            for _ in 1...25 {
                try await outbox.deliverDue()
                clock.move(minutes: 60)
            }
            bag.fault = nil
            #expect(try await outbox.deliverDue() == 0)

            #expect(try await database.read { try $0.waitingLetters() } == [])
            #expect(
                try await JobQueue(database).failed(5).map(\.problem)
                    == ["it waited for longer than a day", "no such reader"])
            #expect(
                try await acts(database) == [
                    "letter written", "letter given up", "letter written", "letter given up",
                ])
        }
    }

    @Test("two workers at once send each letter once", arguments: Scratch.engines)
    func workers(scratch: Scratch) async throws {
        try await outbox(scratch) { database, outbox, _, bag in
            for _ in 1...20 { try await post(in: database) }
            async let one = outbox.deliverDue()
            async let two = outbox.deliverDue()
            #expect(try await one + two == 20)
            #expect(Set(bag.messages).count == 20 && bag.messages.count == 20)
        }
    }

    /// S126. On two connections to one server, as two machines have them.
    @Test("two programs on one database send each letter once", .enabled(if: Scratch.engines.contains(.postgreSQL)))
    func programs() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await Scratch.withServer { server in
                let (bag, from) = (Bag(), try #require(Mailbox("safer@example.org")))
                var databases: [Database] = []
                for _ in 1...2 {
                    databases.append(
                        try await Database.open(
                            folder: folder, server: server, migrations: [.ofNotices], at: Self.noon, logger: .silent))
                }
                for _ in 1...20 { try await post(in: databases[0]) }
                let sent = try await withThrowingTaskGroup(of: Int.self) { group in
                    for database in databases {
                        let outbox = Outbox(
                            database, from: from, sender: bag, logger: .silent, now: { Self.noon })
                        group.addTask { try await outbox.deliverDue() }
                    }
                    return try await group.reduce(0, +)
                }
                for database in databases { await database.close() }
                #expect(sent == 20 && bag.messages.count == 20 && Set(bag.messages).count == 20)
            }
        }
    }

    @Test("one who dies between the server’s word and the note of it sends the same message twice, and no more")
    func diedBetween() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let (bag, from) = (Bag(), try #require(Mailbox("safer@example.org")))
            func open() async throws -> Database {
                try await Database.open(folder: folder, migrations: [.ofNotices], at: Self.noon, logger: .silent)
            }
            let first = try await open()
            try await post(in: first)
            bag.afterwards = { await first.close() }
            let dying = Outbox(first, from: from, sender: bag, logger: .silent, now: { Self.noon })
            await #expect(throws: DatabaseFault.closed) { try await dying.deliverDue() }

            bag.afterwards = {}
            let second = try await open()
            var sent: [Int] = []
            for minutes in [1.0, 11, 22] {
                let outbox = Outbox(
                    second, from: from, sender: bag, logger: .silent, now: { Self.noon + minutes * 60 })
                sent.append(try await outbox.deliverDue())
            }
            await second.close()
            #expect(sent == [0, 1, 0])
            #expect(bag.messages.count == 2 && Set(bag.messages).count == 1)
        }
    }

    @Test("no word of a letter, and not whom it is to, is in the log")
    func log() async throws {
        try await Scratch.sqlite.database([.ofNotices]) { database in
            let (clock, bag, book) = (Clock(Self.noon), Bag(), Logbook())
            let from = try #require(Mailbox("safer@example.org"))
            let outbox = Outbox(
                database, from: from, sender: bag, logger: Logger(label: "test") { _ in book }, now: { clock.now })
            try await post(in: database)
            for fault in [Undelivered.notNow("busy"), .unreachable("down"), .refused("no such reader")] {
                bag.fault = fault
                try await outbox.deliverDue()
                clock.move(minutes: 60)
            }
            #expect(book.lines.count == 3)
            for word in ["ada@example.org", "Come in", "https://x/1"] {
                #expect(!book.lines.contains { $0.contains(word) })
            }
        }
    }

    @Test("one that was sent by somebody who then died is not sent again", arguments: Scratch.engines)
    func diedAfterwards(scratch: Scratch) async throws {
        try await outbox(scratch) { database, outbox, clock, bag in
            let id = try await post(in: database)
            _ = try await JobQueue(database).claim([Outbox.delivery], for: Outbox.lease, at: clock.now)
            try await LetterStore(database: database).settle(
                id, of: database.partnership, .letterSent, at: clock.now)

            clock.move(minutes: 11)
            #expect(try await outbox.deliverDue() == 0)
            #expect(bag.messages.isEmpty)
            #expect(try await JobQueue(database).failed(5).isEmpty)
        }
    }
}

import Foundation
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("The program sends what waits")
struct LetterRoundTests {
    @Test("at its start, and at once when somebody may have posted something")
    func nudged() async throws {
        try await Scratch.sqlite.database([.ofNotices]) { database in
            let counter = Counter()
            let from = try #require(Mailbox("safer@example.org"))
            let outbox = Outbox(database, from: from, sender: counter, logger: .silent, now: { Scratch.noon })
            try await post("before", in: database)
            let round = LetterRound(outbox, logger: .silent, pause: Self.never)
            let running = Task { try await round.run() }
            var taken = counter.taken.makeAsyncIterator()

            #expect(await taken.next()?.recipient == "before@example.org")
            try await post("after", in: database)
            round.nudge()
            #expect(await taken.next()?.recipient == "after@example.org")

            running.cancel()
            try await running.value
        }
    }

    @Test("and from time to time, for what another process posted")
    func looks() async throws {
        try await Scratch.sqlite.database([.ofNotices]) { database in
            let (counter, ticks) = (Counter(), AsyncStream<Void>.makeStream())
            let from = try #require(Mailbox("safer@example.org"))
            let outbox = Outbox(database, from: from, sender: counter, logger: .silent, now: { Scratch.noon })
            let round = LetterRound(outbox, logger: .silent) {
                for await _ in ticks.stream { return }
                throw CancellationError()
            }
            let running = Task { try await round.run() }
            try await post("another", in: database)
            ticks.continuation.yield()
            var taken = counter.taken.makeAsyncIterator()
            #expect(await taken.next()?.recipient == "another@example.org")

            running.cancel()
            try await running.value
        }
    }

    /// Until it is cancelled.
    @Sendable
    private static func never() async throws {
        let (nothing, _) = AsyncStream<Void>.makeStream()
        for await _ in nothing {}
        throw CancellationError()
    }

    private func post(_ name: String, in database: Database) async throws {
        let id: ID<Letter> = Identities.system.new(at: Scratch.noon)
        let deed = Act("letter written", "A test wrote a letter.")
        try await database.write(Entry(deed, of: .init("letter", id), by: .job("a test"), at: Scratch.noon)) { db in
            try db.post(Letter(to: "\(name)@example.org", subject: "Hello", text: "Hello\n"), id: id)
        }
    }
}

/// A sender that tells what it is given.
private struct Counter: MailSender {
    let taken: AsyncStream<Message>
    private let telling: AsyncStream<Message>.Continuation

    init() {
        (taken, telling) = AsyncStream.makeStream()
    }

    func deliver(_ message: Message) async throws(Undelivered) {
        telling.yield(message)
    }
}

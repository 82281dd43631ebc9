import Membership
import Notices
import Publishing
import ScratchDatabases
import Storage
import Testing

@testable import Recommendations

@Suite("Nothing that a minute decides about a recommendation is lost, and no part of it passes for the whole")
struct AgreedWordsTests {
    private static let three = "1. Lamps are mended.\n2. Wardens are kept.\n3. Signs are bought."
    private static let some = """
        That points 1 and 2 are recommended to Council and point 3 is not, with the addendum that a report comes back in October
        """

    /// Three points that were sent to Cabinet, and what its minutes make of them.
    private func decided(
        _ text: String, _ outcome: Outcome, of made: String = three, to: String = "Council", in scratch: Scratch
    ) async throws -> RecommendationThread {
        try await scratch.database([.ofMembership, .ofNotices, .ofPublishing, .ofRecommendations]) { database in
            let (store, clerk) = (ThreadStore(database, identities: .system), Entry.Actor.job("a clerk"))
            let keeping = ThreadKeeping(identities: .system)
            func take(_ key: String, to: String, _ text: String, _ about: String?, of body: ThreadBody) async throws {
                let decision = MinutedDecisions.Decision(
                    key: key, item: "item", minute: 7, text: text, to: to, about: about, outcome: outcome,
                    isWithheld: false)
                let minutes = MinutedDecisions(
                    meeting: MeetingMention(id: key, day: "2016-02-09"), body: body, title: "Panel, 9 February 2016",
                    address: "/committees", all: [decision])
                let entry = Entry(
                    .recommendationFollowed, of: .init("recommendation", "x"), by: clerk, at: Scratch.noon)
                try await database.write(entry) { db in try keeping.take(minutes, by: clerk, at: Scratch.noon, in: db) }
            }
            try await take("d1", to: "Cabinet", made, nil, of: Threads.panel)
            let id = try #require(try await store.threads().first?.id)
            try await take("d2", to: to, text, id.description, of: Threads.cabinet)
            return try #require(try await store.thread(id))
        }
    }

    private func outcome(_ thread: RecommendationThread) throws -> ThreadStep {
        try #require(
            thread.standing.first {
                if case .outcome = $0.details.what { true } else { false }
            })
    }

    @Test(
        "words that say more than that it is agreed stand in the thread and in what goes on, and nobody is offered ‘in whole’",
        arguments: [
            (some, Outcome.addendum), ("That points 1 and 2 are recommended and point 3 is not", .agreed),
            ("That points 1 and 2 are agreed; point 3 is not", .part),
        ])
    func kept(words: String, outcome: Outcome) async throws {
        for scratch in Scratch.engines {
            let thread = try await decided(words, outcome, in: scratch)
            let step = try self.outcome(thread)
            #expect(StepWords(step.details).words == words)
            #expect(step.details.changesText)
            #expect(thread.recommended.full == Self.three + "\n\nDecided on this:\n\n" + words)
            let answer = OfferedAnswer(.init(body: Threads.cabinet, outcome: outcome, step: step))
            #expect(answer.acceptance == (outcome == .part ? .part : nil))
            #expect(answer.isWhole == (outcome == .part) && answer.reasons == words)
        }
    }

    @Test(
        "words of an agreement alone, or the recommendation over again, are an agreement, with what is added to it",
        arguments: [
            ("Agreed", true), ("That the recommendation is accepted", true),
            ("That it be agreed as set out in the report", true),
            ("Cabinet accepts the recommendations", true), (three, true), ("", true),
            ("That point 1 is agreed", false), ("That the recommendations are agreed except the third", false),
            ("That lamps are mended", false), ("That the recommendation is agreed and signs are sold", false),
            ("That it is not agreed", false),
        ])
    func mere(words: String, areMere: Bool) {
        let thread = Threads.thread([Threads.step(.made(text: Self.three), "2016-02-09", of: Threads.panel)])
        #expect(AgreedWords(words, of: thread).areMere == areMere)
    }

    @Test("an addendum to a plain agreement is the addendum alone, as ever", arguments: Scratch.engines)
    func plain(scratch: Scratch) async throws {
        let words = "That the Panel accepts the budget as it stands, with the addendum that nothing is spent"
        let thread = try await decided(words, .addendum, of: "That the budget goes on.", in: scratch)
        #expect(thread.text.addenda == ["nothing is spent"] && thread.text.decided.isEmpty)
        let other = "That lamps shine in May"
        let agreed = try await decided(other, .agreed, of: "That lamps are mended.", in: scratch)
        #expect(StepWords(try outcome(agreed).details).words == other, "what was decided stands there")
        #expect(agreed.recommended.full == "That lamps are mended.")
    }
}

import Foundation
import Membership
import Notices
import Publishing
import ScratchDatabases
import Storage
import Testing

@testable import Recommendations

@Suite("Steps are only added, and what follows from reports and minutes is entered once")
struct ThreadStoreTests {
    private let clerk = Entry.Actor.job("a clerk")

    private func run(_ scratch: Scratch, _ body: (Database, ThreadStore, ThreadKeeping) async throws -> Void)
        async throws
    {
        try await scratch.database([.ofMembership, .ofNotices, .ofPublishing, .ofRecommendations]) { database in
            try await body(
                database, ThreadStore(database, identities: .system), ThreadKeeping(identities: .system))
        }
    }

    private func decision(
        _ key: String, to: String = "Cabinet", about: String? = nil, outcome: Outcome = .agreed,
        text: String = "That lamps are mended.", isWithheld: Bool = false
    ) -> MinutedDecisions.Decision {
        .init(
            key: key, item: "item", minute: 41, text: text, to: to, about: about, outcome: outcome,
            isWithheld: isWithheld)
    }

    private func minutes(
        _ all: [MinutedDecisions.Decision], of body: ThreadBody = Threads.panel, meeting: String = "m1"
    ) -> MinutedDecisions {
        MinutedDecisions(
            meeting: MeetingMention(id: meeting, day: "2016-02-09"), body: body, title: "Panel, 9 February 2016",
            address: "/committees", all: all)
    }

    private func take(_ minutes: MinutedDecisions, _ database: Database, _ keeping: ThreadKeeping) async throws {
        let entry = Entry(.recommendationFollowed, of: .init("recommendation", "x"), by: clerk, at: Scratch.noon)
        try await database.write(entry) { db in try keeping.take(minutes, by: clerk, at: Scratch.noon, in: db) }
    }

    @Test(
        "what a meeting recommends is sent to the other body by itself, once however often minutes are circulated",
        arguments: Scratch.engines)
    func recommended(scratch: Scratch) async throws {
        try await run(scratch) { database, store, keeping in
            for _ in 1...2 { try await take(minutes([decision("d1"), decision("d2", to: "")]), database, keeping) }

            let threads = try await store.threads()
            #expect(threads.count == 1)
            let state = ThreadState(of: try #require(threads.first))
            #expect(state.stage == .waits(ThreadBody(name: "Cabinet")))
            #expect(threads.first?.standing.map(\.details.minute) == [41, 41])
        }
    }

    @Test(
        "the next body’s decision about it is its outcome, and sends it on under the same identity",
        arguments: Scratch.engines)
    func through(scratch: Scratch) async throws {
        try await run(scratch) { database, store, keeping in
            try await take(minutes([decision("d1")]), database, keeping)
            let id = try #require(try await store.threads().first?.id)
            let words = "Cabinet accepts it with the addendum that it costs nothing."
            let next = decision("d2", to: "Council", about: id.description, outcome: .addendum, text: words)
            try await take(minutes([next], of: Threads.cabinet, meeting: "m2"), database, keeping)

            let thread = try #require(try await store.thread(id))
            #expect(try await store.threads().count == 1)
            #expect(thread.bodies.map(\.name) == ["Overview & Scrutiny Panel", "Cabinet", "Council"])
            #expect(thread.text.addenda == ["it costs nothing."])
        }
    }

    @Test(
        "a decision that was taken out of the minutes is struck out, and what began with it is withdrawn",
        arguments: Scratch.engines)
    func takenOut(scratch: Scratch) async throws {
        try await run(scratch) { database, store, keeping in
            try await take(minutes([decision("d1")]), database, keeping)
            for _ in 1...2 { try await take(minutes([]), database, keeping) }

            let thread = try #require(try await store.threads().first)
            #expect(ThreadState(of: thread).stage == .withdrawn)
            #expect(thread.struck.values.first == "It is not in the minutes any more.")
            #expect(thread.steps.count == 4)
        }
    }

    @Test(
        "a report’s recommendation keeps its identifier, and its words change only when the report is finished again",
        arguments: Scratch.engines)
    func reports(scratch: Scratch) async throws {
        try await run(scratch) { database, store, keeping in
            let id = Identities.system.new(RecommendationThread.self, at: Scratch.noon)
            for (version, text) in [(1, "That it is so."), (2, "That it is so."), (3, "That it is otherwise.")] {
                let paper = FinishedPaper(
                    address: "/reports/x", version: version, title: "Plan", on: Threads.day("2016-02-02"),
                    path: [Threads.panel, Threads.cabinet], withheld: nil,
                    recommendations: [(id.description, text, Threads.cabinet)])
                let entry = Entry(
                    .recommendationFollowed, of: .init("recommendation", "x"), by: clerk, at: Scratch.noon)
                try await database.write(entry) { db in try keeping.follow(paper, by: clerk, at: Scratch.noon, in: db) }
            }

            let thread = try #require(try await store.thread(id))
            #expect(thread.steps.map(\.details.name) == ["made", "worded anew"])
            #expect(thread.text.full == "That it is otherwise." && thread.start.deciding == Threads.cabinet)
            #expect(thread.ahead == [Threads.panel, Threads.cabinet])
        }
    }

    @Test(
        "those of one report come before a body together, each as long as its way leads there, and once",
        arguments: Scratch.engines)
    func together(ofReport scratch: Scratch) async throws {
        try await run(scratch) { database, store, keeping in
            let ids = (1...3).map { _ in Identities.system.new(RecommendationThread.self, at: Scratch.noon) }
            let working = ThreadBody(name: "Working Party")
            let deciding = [Threads.cabinet, Threads.panel, working]
            let paper = FinishedPaper(
                address: "/reports/x", version: 1, title: "Plan", on: Threads.day("2016-01-21"),
                path: [working, Threads.panel, Threads.cabinet], withheld: nil,
                recommendations: zip(ids, deciding).map { ($0.description, "That it is so.", $1) })
            let entry = Entry(.recommendationFollowed, of: .init("recommendation", "x"), by: clerk, at: Scratch.noon)
            let day = Threads.day("2016-02-01")
            try await database.write(entry) { db in
                try keeping.follow(paper, by: clerk, at: Scratch.noon, in: db)
                try keeping.receive(
                    report: "/reports/x", at: MeetingMention(id: "m1", day: "2016-02-01"), of: working, on: day,
                    by: clerk, at: Scratch.noon, in: db)
                for _ in 1...2 {
                    try keeping.receive(
                        ids[0].description, at: MeetingMention(id: "m2", day: "2016-02-09"), of: Threads.panel, on: day,
                        by: clerk, at: Scratch.noon, in: db)
                }
            }

            let words = try await store.threads().map { ThreadState(of: $0).words }
            let panel = "Before Overview & Scrutiny Panel on 9 February 2016"
            #expect(words.sorted() == [panel, panel, "Before Working Party on 1 February 2016"])
            #expect(try await store.threads().map(\.steps.count).sorted() == [2, 3, 3])
            #expect(try await store.thread(ids[1])?.ahead == [])
        }
    }

    @Test(
        "two who enter at once: the second is told, and no step is ever changed or removed", arguments: Scratch.engines)
    func together(scratch: Scratch) async throws {
        try await run(scratch) { database, store, _ in
            let id = try await store.begin(
                "That it is so.", by: Threads.panel, on: Threads.day("2016-01-19"), by: clerk, at: Scratch.noon)
            try await store.enter([Threads.toCabinet], of: id, after: 1, by: clerk, at: Scratch.noon)
            await #expect(throws: RecommendationsRefusal.changedMeanwhile) {
                try await store.enter([Threads.toCabinet], of: id, after: 1, by: clerk, at: Scratch.noon)
            }
            let entry = Entry(.recommendationFollowed, of: .init("recommendation", id), by: clerk, at: Scratch.noon)
            for change: SQL in ["UPDATE recommendation_step SET source = 'x'", "DELETE FROM recommendation_step"] {
                await #expect(throws: DatabaseFault.self) { try await database.write(entry) { try $0.run(change) } }
            }
        }
    }

    @Test(
        "what everybody is told is never changed: a new version supersedes, and the same is not told twice",
        arguments: Scratch.engines)
    func told(scratch: Scratch) async throws {
        try await run(scratch) { database, store, _ in
            let id = try await store.begin(
                "That it is so.", by: Threads.panel, on: Threads.day("2016-01-19"), by: clerk, at: Scratch.noon)
            var published = PublishedRecommendation(
                id: id.description, title: "That it is so.", from: "", text: "That it is so.", state: "Made",
                stage: .open, body: "", ahead: [], awaited: nil, steps: [])
            try await store.publish(published, of: id, after: 1, by: clerk, at: Scratch.noon)
            let again = published
            await #expect(throws: RecommendationsRefusal.nothingToPublish) {
                try await store.publish(again, of: id, after: 1, by: clerk, at: Scratch.noon)
            }
            published.state = "Done"
            try await store.publish(published, of: id, after: 1, by: clerk, at: Scratch.noon)
            let notices = RecommendationNoticeStore(database)
            #expect(try await notices.announcements(of: id.description).map(\.number) == [1, 2])
            #expect(try await notices.recommendations().map(\.recommendation.state) == ["Done"])
        }
    }

    @Test("what comes from a closed item is never published", arguments: Scratch.engines)
    func withheld(scratch: Scratch) async throws {
        try await run(scratch) { database, store, keeping in
            try await take(minutes([decision("d1", isWithheld: true)]), database, keeping)
            let thread = try #require(try await store.threads().first)
            #expect(thread.isWithheld)
            let published = PublishedRecommendation(
                id: thread.id.description, title: "x", from: "", text: "x", state: "", stage: .open, body: "",
                ahead: [],
                awaited: nil, steps: [])
            await #expect(throws: RecommendationsRefusal.neverPublic) {
                try await store.publish(
                    published, of: thread.id, after: thread.steps.count, by: clerk, at: Scratch.noon)
            }
        }
    }
}

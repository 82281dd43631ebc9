import Foundation
import Membership
import Publishing
import ScratchDatabases
import Storage
import Testing

@testable import Decisions

@Suite("Drafts of decisions are written by several people, and none writes over another")
struct DraftStoreTests {
    private func run(_ scratch: Scratch, _ body: (DraftStore, Database) async throws -> Void) async throws {
        try await scratch.database([.ofMembership, .ofPublishing, .ofDecisions]) { database in
            try await body(DraftStore(database, identities: .system), database)
        }
    }

    private let actor = Entry.Actor.job("tests")

    @Test("what was saved is read back, decisions and notices apart", arguments: Scratch.engines)
    func saved(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            let id = try await store.begin(DecisionStatement(), of: "", by: actor, at: Scratch.noon)
            let plan = try await store.begin(NoticeTests.plan, of: "body", by: actor, at: Scratch.noon)
            var draft = try #require(try await store.decision(id))
            (draft.statement, draft.closedPart) = (DecisionCheckingTests.decision, "Eleven pounds.")

            try await store.save(draft, part: "x", by: actor, at: Scratch.noon)

            let read = try #require(try await store.decision(id))
            #expect(read.statement == DecisionCheckingTests.decision && read.closedPart == "Eleven pounds.")
            #expect(read.revision == 2 && read.publication == nil)
            #expect(try await store.plan(plan)?.statement == NoticeTests.plan)
            #expect(try await store.plan(id) == nil)
            #expect(try await store.decisions().map(\.id) == [id])
        }
    }

    @Test("who saves what somebody else changed is refused", arguments: Scratch.engines)
    func meanwhile(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            let id = try await store.begin(DecisionStatement(), of: "", by: actor, at: Scratch.noon)
            let draft = try #require(try await store.decision(id))
            try await store.save(draft, part: "x", by: actor, at: Scratch.noon)

            await #expect(throws: DecisionsRefusal.changedMeanwhile) {
                try await store.save(draft, part: "x", by: actor, at: Scratch.noon)
            }
        }
    }

    @Test("a resolution has one record", arguments: Scratch.engines)
    func once(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            _ = try await store.begin(DecisionStatement(), of: "", from: "minutes 1", by: actor, at: Scratch.noon)

            await #expect(throws: DecisionsRefusal.takenAlready) {
                try await store.begin(DecisionStatement(), of: "", from: "minutes 1", by: actor, at: Scratch.noon)
            }
            #expect(try await store.sources() == ["minutes 1"])
        }
    }

    @Test("the rules that were set last hold, and the usual before", arguments: Scratch.engines)
    func rules(scratch: Scratch) async throws {
        try await run(scratch) { _, database in
            let store = RegisterRulesStore(database)
            #expect(try await store.rules() == .usual)
            let rules = RegisterRules(threshold: 250_000_00, callInDays: 7, signatories: 3, source: "Part 4")
            try await store.set(.usual, by: actor, at: Scratch.noon)
            try await store.set(rules, by: actor, at: Scratch.noon)

            #expect(try await store.rules() == rules)
        }
    }
}

import Foundation
import Membership
import Publishing
import ScratchDatabases
import Storage
import Testing

@testable import Decisions

@Suite("Powers that are delegated are kept for good, and everybody is told how they stand")
struct DelegationTests {
    private let actor = Entry.Actor.job("tests")

    private func details(
        _ power: String, from: String = "Cabinet", since: String = "2015-05-14", until: String? = nil
    ) -> Delegation.Details {
        Delegation.Details(
            power: power, from: from, to: "Officer", authority: "s.101", since: Day(since) ?? Day(.distantPast),
            until: until.flatMap { Day($0) })
    }

    private func register(_ all: Delegation.Details..., on day: String = "2016-02-09") throws -> DelegationRegister {
        DelegationRegister(
            all.map { Delegation(id: Identities.system.new(at: .distantPast), details: $0, revision: 1) },
            on: try #require(Day(day)))
    }

    @Test(
        "what was entered and changed is read back, and who saves over another is refused", arguments: Scratch.engines)
    func kept(scratch: Scratch) async throws {
        try await scratch.database([.ofMembership, .ofPublishing, .ofDecisions]) { database in
            let store = DelegationStore(database, identities: .system)
            let id = try await store.enter(details("Small grants"), by: actor, at: Scratch.noon)
            let first = try #require(try await store.delegation(id))
            #expect(first.details == details("Small grants") && first.revision == 1)
            var ended = first
            (ended.details.until, ended.details.endedBecause) = (Day("2016-03-31"), "By Council, minute 9")
            try await store.save(ended, ending: true, by: actor, at: Scratch.noon)
            #expect(try await store.delegations().map(\.details) == [ended.details])
            await #expect(throws: DecisionsRefusal.changedMeanwhile) {
                try await store.save(first, ending: false, by: actor, at: Scratch.noon)
            }
        }
    }

    @Test("one that ended is told of for six years, and one that is to begin stands with those that hold")
    func standing() throws {
        let told = try register(
            details("Later", since: "2016-04-01"),
            details("Old", until: "2015-12-31"),
            details("Long gone", since: "2001-01-01", until: "2009-12-31"),
            details("Fences", from: "Council"), details("Bins"))
        #expect(told.standing.map(\.power) == ["Bins", "Later", "Fences"])
        #expect(told.ended.map(\.power) == ["Old"])
    }

    @Test("a new version says by itself what is new, changed and ended")
    func changes() throws {
        let before = try register(details("Bins"), details("Fences"), details("Grants"))
        var limited = details("Bins")
        limited.limits = "Up to £200"
        let after = try register(
            limited, details("Fences", until: "2016-02-01"), details("Grants"), details("Lamps"))
        #expect(
            after.changes(since: before) == [
                "Changed: Bins (Officer)", "New: Officer may decide: Lamps", "Ended: Fences (Officer)",
            ])
        #expect(after.changes(since: after).isEmpty)
    }
}

import Foundation
import Membership
import Publishing
import ScratchDatabases
import Storage
import Testing
import WorkingDays

@testable import Participation

@Suite("What the public brings is kept, decided once, and forgotten where it is nobody’s business any more")
struct SubmissionStoreTests {
    private static let clerk = Entry.Actor.member(
        Identities.system.new(Person.self, at: Scratch.noon), name: "Priya Nair")

    private func run(_ scratch: Scratch, _ body: (SubmissionStore, Database) async throws -> Void) async throws {
        try await scratch.database([.ofMembership, .ofParticipation]) { database in
            try await body(SubmissionStore(database, identities: .system), database)
        }
    }

    private func entered(
        _ store: SubmissionStore, _ change: (inout SubmissionDetails) -> Void = { _ in }
    ) async throws -> Submission {
        var details = try Samples.details()
        change(&details)
        let id = try await store.enter(
            details, from: Samples.contact, before: try Samples.meeting(), by: Self.clerk, at: Scratch.noon)
        return try #require(try await store.submission(id))
    }

    private func set(
        _ standing: Submission.Standing, of known: Submission, _ store: SubmissionStore,
        before meeting: HeardMeeting? = nil
    ) async throws -> Submission {
        try await store.set(
            standing, of: known, before: try meeting ?? Samples.meeting(), by: Self.clerk, at: Scratch.noon)
        return try #require(try await store.submission(known.id))
    }

    @Test("what was entered is there as it was, the first that came first", arguments: Scratch.engines)
    func kept(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            let later = try await entered(store)
            let earlier = try await entered(store) {
                ($0.kind, $0.naming, $0.signatures) = (.petition, .named("Joan Smith"), 1_250)
                $0.receivedOn = $0.receivedOn.adding(days: -1)
            }

            let all = try await store.submissions(before: Samples.id)

            #expect(all == [earlier, later])
            #expect(all.map(\.contact) == [Samples.contact, Samples.contact])
            #expect(later.details == (try Samples.details()))
            #expect(earlier.details.signatures == 1_250 && earlier.details.naming == .named("Joan Smith"))
            #expect(later.standing == .waiting && later.enteredBy == "Priya Nair")
        }
    }

    @Test(
        "what was accepted joins the item that nobody has read yet, and stays out of one that was published",
        arguments: Scratch.engines)
    func joins(scratch: Scratch) async throws {
        try await run(scratch) { store, database in
            let first = try await set(.accepted(why: ""), of: try await entered(store), store)
            #expect(first.agendaKey == nil)
            let entry = Entry(.submissionChanged, of: .init("submission", "x"), by: Self.clerk, at: Scratch.noon)
            try await database.write(entry) { db in
                try db.put("public question", of: .question, before: Samples.id)
            }
            #expect(try await store.submission(first.id)?.agendaKey == "public question")

            let open = try Samples.meeting(open: ["public question"])
            let second = try await set(.accepted(why: ""), of: try await entered(store), store, before: open)
            #expect(second.agendaKey == "public question")

            let published = try Samples.meeting(published: ["public question"])
            let third = try await set(.accepted(why: ""), of: try await entered(store), store, before: published)
            #expect(third.agendaKey == nil)
            await #expect(throws: ParticipationRefusal.standsInPublished) {
                try await store.change(
                    second, to: second.details, from: nil, before: published, by: Self.clerk, at: Scratch.noon)
            }
        }
    }

    @Test(
        "what came late is heard only with a reason, and what tells how to reach somebody not at all",
        arguments: Scratch.engines)
    func refused(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            let late = try await entered(store) { $0.receivedAt = TimeOfDay("17:01") }
            await #expect(
                throws: ParticipationRefusal.reasonWanted([
                    "It came late: the last moment was 2 February 2016, 5.00 pm"
                ])
            ) { try await set(.accepted(why: ""), of: late, store) }
            #expect(try await set(.accepted(why: "The Chairman agreed"), of: late, store).standing.isAccepted)

            let telling = try await entered(store) { $0.words = "Ring 01843 577186." }
            let found = ["Take a telephone number out of the words: everybody would read it"]
            await #expect(throws: ParticipationRefusal.privateDetails(found)) {
                try await set(.accepted(why: ""), of: telling, store)
            }
            #expect(try await store.submission(telling.id)?.standing == .waiting)
        }
    }

    @Test("of two who decide at once the second is told, and so is whoever decides again", arguments: Scratch.engines)
    func once(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            let known = try await entered(store)
            let rejected = try await set(.rejected(why: "Asked before"), of: known, store)
            await #expect(throws: ChangedMeanwhile.self) { try await set(.accepted(why: ""), of: known, store) }
            await #expect(throws: ParticipationRefusal.decidedAlready) {
                try await set(.accepted(why: ""), of: rejected, store)
            }
            #expect(try await set(.waiting, of: rejected, store).standing == .waiting)
        }
    }

    @Test("an answer is given to what was accepted, and holds nothing that is private", arguments: Scratch.engines)
    func answered(scratch: Scratch) async throws {
        try await run(scratch) { store, _ in
            let known = try await entered(store)
            var answer = Submission.Answer(
                way: .written, by: "Cllr Ann Other", on: try #require(Day("2016-02-09")), text: "They are mended.")
            await #expect(throws: ParticipationRefusal.notAccepted) {
                try await store.answer(
                    known, answer, before: try Samples.meeting(), by: Self.clerk, at: Scratch.noon)
            }
            let accepted = try await set(.accepted(why: ""), of: known, store)
            answer.text = "We wrote to 12 High Street."
            await #expect(throws: ParticipationRefusal.self) {
                try await store.answer(
                    accepted, answer, before: try Samples.meeting(), by: Self.clerk, at: Scratch.noon)
            }
            answer.text = "They are mended."
            try await store.answer(accepted, answer, before: try Samples.meeting(), by: Self.clerk, at: Scratch.noon)
            #expect(try await store.submission(known.id)?.answer == answer)
        }
    }

    @Test(
        "half a year after the meeting nobody can be reached any more, and no entry ever said how",
        arguments: Scratch.engines)
    func forgotten(scratch: Scratch) async throws {
        try await run(scratch) { store, database in
            let known = try await entered(store)
            let last = try Samples.meeting().contactsKeptUntil
            #expect(last == Day("2016-08-10"))

            try await store.eraseContacts(keptUntilBefore: last, by: .job("forgetting"), at: Scratch.noon)
            #expect(try await store.submission(known.id)?.contact == Samples.contact)
            try await store.eraseContacts(
                keptUntilBefore: last.adding(days: 1), by: .job("forgetting"), at: Scratch.noon)
            let after = try #require(try await store.submission(known.id))
            #expect(after.contact == nil && after.details == known.details)

            let told = try await database.read { db in
                try db.rows("SELECT changes, why FROM entry_detail").map { row in
                    "\(try row("changes") as String?) \(try row("why") as String?)"
                }
            }
            #expect(told.count >= 2)
            #expect(!told.contains { $0.contains("Joan") || $0.contains("High Street") || $0.contains("01843") })
        }
    }
}

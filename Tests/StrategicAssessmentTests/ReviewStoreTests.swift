import DataRegister
import Foundation
import Membership
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import StrategicAssessment

@Suite("What partners say of an assessment stays, and so does what is answered")
struct ReviewStoreTests {
    private static let aysha = Identities.system.new(Person.self, at: Scratch.noon)
    private static let ben = Identities.system.new(Person.self, at: Scratch.noon)
    private static let officer = Entry.Actor.member(aysha, name: "Aysha Bell")
    private static let news = ReviewNews("‘Levels and patterns’", at: "/levels")

    private func run(_ scratch: Scratch, _ body: (Database, ReviewStore, AnnualAssessment) async throws -> Void)
        async throws
    {
        try await scratch.database([.ofMembership, .ofNotices, .ofStrategicAssessment]) { database in
            let assessment = try await AnnualAssessmentStore(database, identities: .system).begin(
                try #require(PlanYear("2015/16")), over: .calendarYear(2015), comparedWith: .calendarYear(2014),
                by: Self.officer, at: Scratch.noon)
            try await body(database, ReviewStore(database, identities: .system), assessment)
        }
    }

    @Test(
        "a comment is open until it is settled, and every word of it is kept in its order", arguments: Scratch.engines)
    func settled(scratch: Scratch) async throws {
        try await run(scratch) { database, store, assessment in
            let id = try await store.comment(
                "Ambulance data say otherwise.", at: .section(.levels), of: assessment.id,
                from: Reviewer(Self.ben, name: "Ben Okafor", agency: "The ambulance service"), telling: Self.news,
                by: .member(Self.ben, name: "Ben Okafor"), at: Scratch.noon)
            #expect(try await store.comments(on: assessment.id).map(\.isOpen) == [true])
            try await store.answer(
                id, "We asked for them.", settling: false, of: assessment.id, telling: Self.news, by: Self.officer,
                at: Scratch.noon)
            #expect(try await store.comments(on: assessment.id).map(\.isOpen) == [true])
            try await store.answer(
                id, "They are in now.", settling: true, of: assessment.id, telling: Self.news, by: Self.officer,
                at: Scratch.noon)
            let found = try #require(try await store.comments(on: assessment.id).first)
            #expect(!found.isOpen)
            #expect(found.agency == "The ambulance service")
            #expect(found.place == .section(.levels))
            #expect(found.answers.map(\.text) == ["We asked for them.", "They are in now."])
            #expect(found.answers.map(\.writtenBy) == ["Aysha Bell", "Aysha Bell"])
            let told = try await NoticeStore(database).notices(of: Self.ben, 10, after: 0)
            #expect(
                Set(told.map(\.title)) == [
                    "Aysha Bell answered your comment on ‘Levels and patterns’",
                    "Aysha Bell settled your comment on ‘Levels and patterns’",
                ])
        }
    }

    @Test("what is not here cannot be answered", arguments: Scratch.engines)
    func missing(scratch: Scratch) async throws {
        try await run(scratch) { _, store, assessment in
            await #expect(throws: StrategicRefusal.notHere) {
                try await store.answer(
                    Identities.system.new(at: Scratch.noon), "x", settling: true, of: assessment.id,
                    telling: Self.news, by: Self.officer, at: Scratch.noon)
            }
        }
    }
}

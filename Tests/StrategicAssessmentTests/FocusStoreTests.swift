import DataRegister
import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import StrategicAssessment

@Suite("The wards that are followed through a year: chosen, changed and ended, each with why")
struct FocusStoreTests {
    private static let officer = Entry.Actor.member(
        Identities.system.new(Person.self, at: Scratch.noon), name: "Aysha Bell")
    private static let margate = FollowablePlace("ward:E05005093", named: "Margate Central")

    private func run(_ scratch: Scratch, _ body: (Database, FocusStore, AnnualAssessment) async throws -> Void)
        async throws
    {
        try await scratch.database([.ofMembership, .ofStrategicAssessment]) { database in
            let assessment = try await AnnualAssessmentStore(database, identities: .system).begin(
                try #require(PlanYear("2015/16")), over: .calendarYear(2015), comparedWith: .calendarYear(2014),
                by: Self.officer, at: Scratch.noon)
            try await body(database, FocusStore(database, identities: .system), assessment)
        }
    }

    @Test(
        "one is followed until it is ended, keeps both reasons, and may be followed again", arguments: Scratch.engines)
    func followed(scratch: Scratch) async throws {
        try await run(scratch) { _, store, assessment in
            let id = try await store.choose(
                Self.margate, because: "Most crime.", in: assessment.id, by: Self.officer, at: Scratch.noon)
            let chosen = try #require(try await store.places(of: assessment.id).first)
            #expect(chosen.isFollowed)
            #expect(chosen.name == "Margate Central")
            #expect(chosen.place == "ward:E05005093")
            #expect(chosen.chosenBy == "Aysha Bell")

            try await store.change(
                chosen, to: "The task force works here.", in: assessment.id, by: Self.officer, at: Scratch.noon)
            try await store.end(
                id, because: "The task force moved on.", in: assessment.id, by: Self.officer, at: Scratch.noon)
            let ended = try #require(try await store.places(of: assessment.id).first)
            #expect(!ended.isFollowed)
            #expect(ended.reason == "The task force works here.")
            #expect(ended.ended?.reason == "The task force moved on.")

            try await store.choose(
                Self.margate, because: "It is back.", in: assessment.id, by: Self.officer,
                at: Scratch.noon.addingTimeInterval(60))
            #expect(try await store.places(of: assessment.id).map(\.isFollowed) == [false, true])
        }
    }

    @Test("none is followed twice at once, and nobody writes over what another changed", arguments: Scratch.engines)
    func refused(scratch: Scratch) async throws {
        try await run(scratch) { _, store, assessment in
            let id = try await store.choose(
                Self.margate, because: "Most crime.", in: assessment.id, by: Self.officer, at: Scratch.noon)
            await #expect(throws: StrategicRefusal.followedAlready("Margate Central")) {
                try await store.choose(
                    Self.margate, because: "Again.", in: assessment.id, by: Self.officer, at: Scratch.noon)
            }
            let seen = try #require(try await store.places(of: assessment.id).first)
            try await store.change(seen, to: "Another.", in: assessment.id, by: Self.officer, at: Scratch.noon)
            await #expect(throws: StrategicRefusal.focusMoved) {
                try await store.change(seen, to: "A third.", in: assessment.id, by: Self.officer, at: Scratch.noon)
            }
            try await store.end(id, because: "Done.", in: assessment.id, by: Self.officer, at: Scratch.noon)
            await #expect(throws: StrategicRefusal.focusMoved) {
                try await store.end(id, because: "Done.", in: assessment.id, by: Self.officer, at: Scratch.noon)
            }
            for number in 1...FocusStore.most {
                try await store.choose(
                    FollowablePlace("ward:E0500\(number)", named: "\(number)"), because: "Why not.",
                    in: assessment.id, by: Self.officer, at: Scratch.noon)
            }
            await #expect(throws: StrategicRefusal.manyFocusPlaces(FocusStore.most)) {
                try await store.choose(
                    Self.margate, because: "One more.", in: assessment.id, by: Self.officer, at: Scratch.noon)
            }
        }
    }

    @Test("a year in which a ward is followed is not taken away", arguments: Scratch.engines)
    func kept(scratch: Scratch) async throws {
        try await run(scratch) { database, store, assessment in
            try await store.choose(
                Self.margate, because: "Most crime.", in: assessment.id, by: Self.officer, at: Scratch.noon)
            let years = AnnualAssessmentStore(database, identities: .system)
            #expect(try await years.contents(of: assessment.id) == ["1 focus ward"])
            await #expect(throws: StrategicRefusal.notEmpty(["1 focus ward"])) {
                try await years.takeAway(assessment, by: Self.officer, at: Scratch.noon)
            }
        }
    }

    @Test("a place is named in a text by its name as it stands, or by its address in a figure")
    func named() {
        let castle = PlaceInText(name: "Castle", address: "ward:E05006350")
        #expect(castle.isNamed(in: "Crime is gathered in Castle, and beside it."))
        #expect(castle.isNamed(in: "Castle"))
        #expect(castle.isNamed(in: "{{figure count street-crime/burglary ward:e05006350 2015-01..2015-12}}"))
        #expect(!castle.isNamed(in: "The old castle, Castleton and Newcastle"))
        #expect(!castle.isNamed(in: "{{figure count street-crime/burglary ward:E050063501 2015-01..2015-12}}"))
    }
}

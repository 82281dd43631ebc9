import Foundation
import Membership
import Notices
import Publishing
import ScratchDatabases
import Storage
import Testing
import WorkingDays

@testable import Meetings

@Suite("What the public may bring before a meeting, and until when")
struct PublicTermsTests {
    private static let clerk = Entry.Actor.member(
        Identities.system.new(Person.self, at: Scratch.noon), name: "Priya Nair")

    private static func terms(_ allowed: [PublicTerms.Kind: PublicTerms.Terms]) -> PublicTerms {
        PublicTerms(
            allowed: allowed, counting: .working, cutoff: TimeOfDay("17:00"), source: "Council Procedure Rule 14")
    }

    // Tuesday 9 February 2016; the bank holidays of Christmas 2026 and of Easter 2027 lie between.
    @Test(
        "Clear working days lie between the last day and the meeting",
        arguments: [
            ("2016-02-09", 4, "2016-02-02"), ("2016-02-09", 0, "2016-02-08"), ("2016-02-09", 1, "2016-02-05"),
            ("2016-02-09", 7, "2016-01-28"), ("2027-01-05", 3, "2026-12-29"), ("2027-03-31", 2, "2027-03-24"),
        ])
    func deadline(_ meeting: String, _ days: Int, _ until: String) throws {
        let day = try #require(Day(meeting))
        let found = Self.terms([.question: .init(clearDays: days)]).deadlines(
            before: day, closures: .none, overrides: [:])
        #expect(found.map(\.kind) == [.publicQuestions])
        #expect(found.map(\.day) == [Day(until)])
        #expect(found.first?.cutoff == TimeOfDay("17:00") && found.first?.source == "Council Procedure Rule 14")
    }

    @Test("Each sort has its own notice, and stands with the other deadlines of the meeting, which an officer may set")
    func others() throws {
        let (day, other) = (try #require(Day("2016-02-09")), try #require(Day("2016-02-04")))
        let rules = try #require(Body.Regime.councilEngland.rules.rules(on: day))
        let terms = Self.terms([.question: .init(clearDays: 4), .petition: .init(clearDays: 10)])
        let all = MeetingDeadlines(
            of: day, under: rules, bringing: terms,
            overrides: [.publicQuestions: Override(day: other, why: "Called late.", by: "Priya Nair")])
        #expect(all[.publicQuestions]?.day == other && all[.publicQuestions]?.lawful == Day("2016-02-02"))
        #expect(all[.petitions]?.day == Day("2016-01-25"))
        #expect(all[.deputations] == nil)
        #expect(MeetingDeadlines(of: day, under: rules)[.publicQuestions] == nil)
    }

    @Test("nothing is allowed until somebody says so, and from then on what was said last", arguments: Scratch.engines)
    func kept(scratch: Scratch) async throws {
        try await scratch.database([.ofMembership, .ofNotices, .ofPublishing, .ofMeetings]) { database in
            let body: ID<Body> = Identities.system.new(at: Scratch.noon)
            let store = PublicTermsStore(database)
            let (first, second) = (try #require(Day("2016-01-01")), try #require(Day("2016-06-01")))
            #expect(try await store.terms(of: body, on: second) == nil)

            let all = Self.terms([
                .question: .init(clearDays: 4, minutes: 3, words: 100), .deputation: .init(clearDays: 5),
            ])
            try await store.set(all, of: body, from: first, because: "Rule 14", by: Self.clerk, at: Scratch.noon)
            try await store.set(
                Self.terms([:]), of: body, from: second, because: "Nobody came", by: Self.clerk, at: Scratch.noon)

            #expect(try await store.terms(of: body, on: first.adding(days: -1)) == nil)
            #expect(try await store.terms(of: body, on: first) == all)
            #expect(try await store.terms(of: body, on: second)?.allowed == [:])
        }
    }
}

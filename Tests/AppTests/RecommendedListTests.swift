import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Recommendations
import ScratchDatabases
import Storage
import Testing

@testable import App
@testable import Meetings

@Suite("What minutes recommend in a list is followed point by point, and nothing that was added is lost")
struct RecommendedListTests {
    private static let six = (1...6).map { "\($0). Members approve part \($0)." }.joined(separator: "\n")

    private func minuted(_ house: House, _ decision: [(String, String)], closed: Bool = false) async throws
        -> (threads: [RecommendationThread], officer: Browser, who: WhoIsWhoHouse)
    {
        let who = try await WhoIsWhoHouse(house)
        let officer = try await house.officer()
        try await who.seat(who.person, as: .member)
        let bodies = BodyStore(house.database, identities: house.installation.identities)
        let seats = try await bodies.structure().seats.filter { $0.body == who.body }.map(\.id)
        let meeting = try await SampleMeeting(house, of: who.body, on: Day(house.clock.now))
        let sent = [("style", "recommended"), ("to", "Council")] + decision
        try await officer.minute(sent, of: meeting, seats: seats, key: "decision-1")
        return (try await house.program.first.committees.recommendations.threads.threads(), officer, who)
    }

    @Test("each point to another body is a recommendation of its own, which says which of them it is")
    func points() async throws {
        try await House.open { house in
            let (threads, officer, _) = try await minuted(house, [("text", Self.six)])
            #expect(Set(threads.map(\.title)) == Set((1...6).map { "Members approve part \($0)." }))
            let third = try #require(threads.first { $0.title.contains("part 3") })
            let page = try await officer.get("/committees/recommendations/\(third.id)").reading
            #expect(page.contains("Minute 39 of 9 February 2016, point 3 of 6"))
            #expect(page.contains("Executive Group, 9 February 2016, point 3 of 6"))
            let waiting = try await house.program.first.committees.recommendations.waiting(
                for: ThreadBody(name: "Council"), at: "")
            #expect(waiting.map(\.thread.title) == (1...6).map { "Members approve part \($0)." })
        }
    }

    @Test("points that were said to go together are one recommendation")
    func together() async throws {
        try await House.open { house in
            let (threads, _, _) = try await minuted(house, [("text", Self.six), ("points", "together")])
            #expect(threads.count == 1 && threads.first?.text.text.contains("6. Members approve part 6.") == true)
        }
    }

    @Test(
        "an addendum in the words is taken though plain Agreed was chosen, and one that it came with is not added again",
        arguments: [
            ("That it is so, with the addendum that wardens stay", ["wardens stay"]),
            ("That it is so, with the addendum that it costs nothing.", []), ("That it is so.", []),
        ])
    func addendum(words: String, added: [String]) async throws {
        try await House.open { house in
            let id = try await house.recommend("That it is so, with the addendum that it costs nothing")
            let (threads, _, _) = try await minuted(
                house, [("text", words), ("about", "\(id)"), ("outcome", "agreed")])
            let thread = try #require(threads.first { $0.id == id })
            #expect(thread.text.addenda == added)
            #expect(thread.standing.contains { $0.details.name.hasPrefix("agreed") })
        }
    }
}

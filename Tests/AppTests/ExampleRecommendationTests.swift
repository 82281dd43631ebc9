import HTTPTypes
import HummingbirdTesting
import Meetings
import Membership
import Recommendations
import Storage
import Testing

@testable import App

@Suite("The example’s recommendations are on their way to Cabinet and Council, for everybody to read", .serialized)
struct ExampleRecommendationTests {
    private func entered(_ body: @Sendable (House) async throws -> Void) async throws {
        let example = try ExampleFolder("thanet-2016", in: House.root + "/Examples")
        try await House.open(profile: example.profile) { house in
            try await example.whoIsWho.enter(into: house.installation, at: house.clock.now)
            try await example.committees().enter(into: house.program.first)
            try await body(house)
        }
    }

    private func thread(_ words: String, _ house: House) async throws -> RecommendationThread {
        let all = try await house.program.first.committees.recommendations.threads.threads()
        return try #require(all.first { $0.text.text.contains(words) })
    }

    @Test("the plan goes from the Working Party to the Panel, with its addendum, to Cabinet, and then to Council")
    func plan() async throws {
        try await entered { house in
            let thread = try await thread("the focus areas of the Thanet Community Safety Plan", house)
            #expect(
                thread.bodies.map(\.name) == [
                    "Community Safety Working Party", "Overview & Scrutiny Panel", "Cabinet",
                ])
            #expect(thread.ahead.map(\.name) == ["Council"])
            #expect(ThreadState(of: thread).words == "Before Cabinet on 8 March 2016")
            let days = thread.standing.map(\.details.day)
            #expect(days == days.sorted() && Set(days).isSuperset(of: ["2016-02-01", "2016-02-09", "2016-03-08"]))
            #expect(thread.text.addenda.first?.contains("made up") == true)
            // Agendas and minutes are published where they can be printed: without, what stands in them is not told.
            let page = try await house.visitor.get("/recommendations/\(thread.id)").reading
            for fact in ["Still to come Council", "Cabinet", "8 March 2016", "What that changed"] {
                #expect(page.contains(fact), "\(fact)")
            }
        }
    }

    @Test("the budget’s are seven: six that Council has before it, and the Panel’s own, which Cabinet is to answer")
    func budget() async throws {
        try await entered { house in
            let all = try await house.program.first.committees.recommendations.threads.threads()
            let council = all.filter { ThreadState(of: $0).words == "Before Council on 4 February 2016" }
            #expect(council.count == 6)
            for one in council {
                #expect(one.bodies.map(\.name) == ["Cabinet", "Overview & Scrutiny Panel", "Council"])
                #expect(one.standing.contains { $0.details.minute == 41 })
                let page = try await house.visitor.get("/recommendations/\(one.id)").reading
                #expect(page.contains("Was before Council on 4 February 2016; what was decided there is not here yet"))
            }
            let own = try await thread("the Panel accepts the budget as it stands", house)
            #expect(ThreadState(of: own).awaiting?.body.name == "Cabinet")
            #expect(ThreadState(of: own).awaiting?.due.day.description == "2016-02-23")
            #expect(all.count == 8)
        }
    }

    @Test("the minutes of 26 January are numbered from 39, circulated and not confirmed")
    func minutes() async throws {
        try await entered { house in
            let officer = try await house.officer()
            let panel = try #require(
                try await house.program.first.bodies().first { $0.name == "Overview & Scrutiny Panel" })
            let day = try #require(Day("2016-01-26"))
            let meeting = try #require(
                try await house.program.first.committees.meetings.meeting(of: panel.id, on: day))
            let page = try await officer.get("/committees/meetings/\(meeting.id)/minutes/reading").reading
            for fact in [
                "39", "40", "41", "Cllr Parsons, substituted by Cllr I Gregory", "Cllr Townend", "8.25 pm",
                "Cllr I Gregory moved, and Cllr Taylor-Smith seconded", "7",
            ] { #expect(page.contains(fact), "\(fact)") }
            let agenda = try await officer.get("/committees").reading
            #expect(agenda.contains("Cabinet") && !page.contains("Confirmed"))
        }
    }
}

import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("The example’s recommendations are on their way to Cabinet and Council, for everybody to read", .serialized)
struct ExampleRecommendationTests {
    @Test("the plan’s and the budget’s, with the addendum, who is to answer and by when")
    func published() async throws {
        let example = try ExampleFolder("thanet-2016", in: House.root + "/Examples")
        try await House.open(profile: example.profile) { house in
            try await example.whoIsWho.enter(into: house.installation, at: house.clock.now)
            try await example.report.enter(into: house.program.first)
            try await example.meetings.enter(into: house.program.first)
            try await example.recommendations.enter(into: house.program.first)

            let list = try await house.visitor.get("/recommendations")
            #expect(list.reading.contains("Cabinet is to answer by 23 February 2016"))
            let pages = list.text.matches(of: /href="(\/recommendations\/[0-9a-f-]{36})"/).map { String($0.output.1) }
            #expect(pages.count == 2)
            let texts = try await [house.visitor.get(pages[0]).reading, house.visitor.get(pages[1]).reading]
            let all = texts.joined(separator: "\n")
            for fact in [
                "Community Safety Working Party", "1 February 2016", "Overview & Scrutiny Panel", "9 February 2016",
                "Cabinet, then Council", "26 January 2016", "Minute 41",
                "with the addendum that no further capital spending goes ahead in 2016/17",
            ] { #expect(all.contains(fact), "\(fact)") }
        }
    }
}

import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing

@testable import App

@Suite("Each person scores by themselves: others’ scores are shown once one has given one’s own")
struct SealedScoresTests {
    /// A year that an officer and a chair score, without an agreed order.
    private func year(_ body: @Sendable (Browser, Browser, String, String) async throws -> Void) async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let year = try await StrategicAssessmentTests.sendBeginning(officer)
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            try await officer.send(
                ["score-\(theme)": "5", "reason-\(theme)": "Every meeting asks."], to: year + "/scores/influence")
            let chair = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .chair))
            try await body(officer, chair, year, theme)
        }
    }

    @Test("who has not scored a theme sees how many did, and no name, value or reason, on page, cell and in the file")
    func sealed() async throws {
        try await year { officer, chair, year, theme in
            let cell = year + "/ranking/\(theme)/influence"
            for address in [cell, year + "/ranking", year + "/ranking.csv"] {
                let told = try await chair.get(address).reading
                #expect(told.contains("1 person has scored it"), "\(address): \(told)")
                for secret in ["Every meeting asks.", "Community safety officer", "all 5", "5 of 5"] {
                    #expect(!told.contains(secret), "\(address): \(secret)")
                }
            }
            #expect(try await officer.get(cell).reading.contains("Every meeting asks."))
            try await chair.send(["score-\(theme)": "none"], to: year + "/scores/influence")
            #expect(try await chair.get(cell).reading.contains("Every meeting asks."), "an abstention is a giving")
            #expect(try await chair.get(cell).reading.contains("abstained"))
        }
    }

    @Test(
        "a score that was changed is told with who, when, from what, to what and why, to whoever sees the score itself")
    func history() async throws {
        try await year { officer, chair, year, theme in
            let cell = year + "/ranking/\(theme)/influence"
            #expect(try await !officer.get(cell).reading.contains("How scores changed"))
            try await officer.send(
                ["score-\(theme)": "2", "reason-\(theme)": "The figures say otherwise."], to: year + "/scores/influence"
            )
            let told = try await officer.get(cell).reading
            #expect(told.contains("How scores changed"))
            #expect(
                told.contains("5 2 Every meeting asks. The figures say otherwise."),
                "from, to, why before, why now: \(told)")

            let sealed = try await chair.get(cell).reading
            for secret in ["How scores changed", "Every meeting asks.", "The figures say otherwise."] {
                #expect(!sealed.contains(secret), "\(secret)")
            }
            try await chair.send(["score-\(theme)": "3"], to: year + "/scores/influence")
            #expect(try await chair.get(cell).reading.contains("Every meeting asks."), "their own is given")
        }
    }

    @Test("a clerk, who scores nothing, reads the order that was agreed and no scores of people, at any time")
    func clerk() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let year = try await StrategicAssessmentTests.begin(house)
            let clerk = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .clerk))
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, clerk)
            for address in ["/ranking", "/ranking.csv", "/ranking/\(theme)/influence"] {
                #expect(try await clerk.get(year + address).status == .forbidden, "\(address)")
            }
            let agreed = try await clerk.get(year + "/ranking/versions/1")
            #expect(agreed.reading.contains("Agreed by Testham CSP"))
            for page in [agreed, try await clerk.get(year), try await clerk.get(year + "/document")] {
                #expect(page.status == .ok)
                #expect(!page.reading.contains("Every meeting asks about it."))
                #expect(!page.text.contains("href=\"\(year)/ranking\""))
            }
        }
    }

    @Test("an officer closes the scoring: then everybody sees all, nobody scores, and it can be opened again")
    func closed() async throws {
        try await year { officer, chair, year, theme in
            let cell = year + "/ranking/\(theme)/influence"
            #expect(try await chair.send(to: year + "/scoring/closing").status == .forbidden)
            try await officer.send(to: year + "/scoring/closing")
            #expect(try await chair.get(cell).reading.contains("Every meeting asks."))
            let late = try await chair.send(["score-\(theme)": "1"], to: year + "/scores/influence")
            #expect(late.status == .unprocessableContent)
            #expect(late.reading.contains("Scoring is closed"))
            try await officer.send(to: year + "/scoring/opening")
            #expect(try await !chair.get(cell).reading.contains("Every meeting asks."))
        }
    }

    @Test("whoever records the order and has scores of their own to give closes the scoring first")
    func recorded() async throws {
        try await year { officer, chair, year, theme in
            try await chair.send(["score-\(theme)": "2"], to: year + "/scores/perception")
            let waiting = try await officer.get(year + "/ranking/agreement").reading
            #expect(waiting.contains("Scores are still being given"))
            try await officer.send(to: year + "/scoring/closing")
            #expect(
                try await officer.get(year + "/ranking/agreement").reading.contains(
                    "The order by the scores is filled in"))
        }
    }
}

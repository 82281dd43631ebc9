import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App

@Suite("The year’s strategic assessment: begun, written, scored, and its themes ranked")
struct StrategicAssessmentTests {
    /// Two years of burglaries in Testham, January and February.
    static func twoYears(_ house: House) async throws {
        try await house.take([
            StreetFile("2013-01", burglaries: 60), StreetFile("2013-02", burglaries: 60),
            StreetFile("2014-01", burglaries: 120, incidents: 3), StreetFile("2014-02", burglaries: 125),
        ])
    }

    /// Begins the assessment of 2014/15.
    ///
    /// - Returns: its address.
    static func sendBeginning(_ officer: Browser) async throws -> String {
        try await officer.send(
            [
                "year": "2014/15", "from": "2014-01", "to": "2014-02", "earlier-from": "2013-01",
                "earlier-to": "2013-02", "despite": "2014-01..2014-02 2013-01..2013-02",
            ], to: "/strategic-assessments"
        ).location
    }

    /// Begins the assessment of 2014/15 and keeps an order of its themes.
    ///
    /// - Returns: its address.
    @discardableResult
    static func begin(_ house: House) async throws -> String {
        let officer = try await house.officer()
        let year = try await sendBeginning(officer)
        let burglary = try await theme("Burglary", of: year, officer)
        try await rank(burglary, of: year, officer)
        try await agree(of: year, officer)
        try await officer.send(["version": "0", "text": "Burglary doubled."], to: year + "/parts/levels")
        return year
    }

    /// Keeps the order as the scores give it.
    @discardableResult
    static func agree(of year: String, _ officer: Browser) async throws -> TestResponse {
        try await officer.change(
            year + "/ranking/agreement",
            ["agreed-by": "Testham CSP", "agreed-on": "9/2/2016", "note": "Agreed without a vote."])
    }

    /// The identifier of a theme.
    static func theme(_ name: String, of year: String, _ browser: Browser) async throws -> String {
        let page = try await browser.get(year + "/themes").text
        let link = try Regex("themes/([0-9a-f-]{36})\">\(name)<")
        let found = try #require(try link.firstMatch(in: page))
        return String(try #require(found.output[1].substring))
    }

    /// Gives one theme the scores that only people can, so that it can be ranked on volume, trend, and those.
    private static func rank(_ theme: String, of year: String, _ officer: Browser) async throws {
        for criterion in ["perception", "influence"] {
            try await officer.send(
                ["score-\(theme)": "4", "reason-\(theme)": "Every meeting asks about it."],
                to: year + "/scores/\(criterion)")
        }
        try await officer.send(
            [
                "weight-volume": "30", "weight-trend": "30", "weight-comparison": "0", "weight-harm": "0",
                "weight-perception": "20", "weight-influence": "20", "cut-points": "100, 200, 400, 800",
                "large": "20", "harm-points": "100, 200, 300, 400", "why": "We have nobody to compare with yet.",
                "was-version": "0",
            ], to: year + "/ranking/rules")
    }

    @Test("from a new year to a ranked theme whose every score opens to what it rests on")
    func whole() async throws {
        try await House.open { house in
            try await Self.twoYears(house)
            let officer = try await house.officer()
            #expect(try await officer.get("/strategic-assessments").reading.contains("None is begun yet"))
            let year = try await Self.begin(house)
            #expect(year == "/strategic-assessments/2014-15")

            let themes = try await officer.get(year + "/themes").reading
            #expect(themes.contains("Domestic abuse"))
            #expect(themes.contains("No data yet"), "what no data tell of says so")

            let theme = try await Self.theme("Burglary", of: year, officer)
            let ranking = try await officer.get(year + "/ranking").reading
            #expect(ranking.contains("14 themes are not ranked yet"))
            #expect(ranking.contains("We have nobody to compare with yet."))

            let volume = try await officer.get(year + "/ranking/\(theme)/volume").reading
            #expect(volume.contains("Score 5 of 5"), "245 in two months are 1,470 a year: \(volume)")
            #expect(volume.contains("Burglary in Testham: 245 crimes in January to February 2014."))
            let trend = try await officer.get(year + "/ranking/\(theme)/trend").reading
            #expect(trend.contains("Score 5 of 5"))
            #expect(trend.contains("Burglary in Testham rose by 104.2%"))
            let influence = try await officer.get(year + "/ranking/\(theme)/influence").reading
            #expect(influence.contains("Every meeting asks about it."))
            let comparison = try await officer.get(year + "/ranking/\(theme)/comparison").reading
            #expect(comparison.contains("No set of districts to compare with has been chosen."))

            let csv = try await officer.get(year + "/ranking.csv").text.split(whereSeparator: \.isNewline)
            #expect(
                csv[1].hasPrefix("Burglary,1,4.6000,5,\"245 crimes, 1,470 a year\",5,rose by 104.2%,,"), "\(csv[1])")
            #expect(csv.count == 16)
        }
    }

    @Test(
        "a year is there as soon as it was begun, and a browser is shown how far its figures are until they are there")
    func answeredAtOnce() async throws {
        try await House.open { house in
            try await Self.twoYears(house)
            let officer = try await house.officer()
            let year = try await Self.sendBeginning(officer)
            let first = try await officer.get(year, [.accept: "text/html"])
            #expect(first.reading.contains("Figures under way"), "\(first.reading)")
            #expect(first.text.contains("data-source=\"\(year)/figures/progress\""))
            #expect(
                first.reading.contains("The document Summary What somebody with ten minutes"),
                "everything else is there")

            var answers = 0
            while try await officer.get(year + "/figures/progress").json()["isFinished"] as? Bool == false,
                answers < 10_000
            {
                answers += 1
            }
            let then = try await officer.get(year, [.accept: "text/html"]).reading
            #expect(then.contains("0 of 15 ranked"), "\(then)")
            #expect(try await officer.get(year + "/ranking", [.accept: "text/html"]).reading.contains("Themes, ranked"))

            try await house.take([StreetFile("2014-02", burglaries: 130)])
            let anew = try await officer.get(year + "/ranking", [.accept: "text/html"]).reading
            #expect(anew.contains("Working out the figures"))
            #expect(try await officer.get(year + "/ranking").reading.contains("Themes, ranked"), "a program waits")
        }
    }

    @Test("of two who begin a year at once one does, and the other is told that it was begun")
    func begunOnce() async throws {
        try await House.open { house in
            try await Self.twoYears(house)
            let officer = try await house.officer()
            let analyst = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .analyst))
            let months: KeyValuePairs = [
                "year": "2014/15", "from": "2014-01", "to": "2014-02", "earlier-from": "2013-01",
                "earlier-to": "2013-02", "despite": "2014-01..2014-02 2013-01..2013-02",
            ]
            async let one = officer.send(months, to: "/strategic-assessments")
            async let other = analyst.send(months, to: "/strategic-assessments")
            let answers = try await [one, other]
            #expect(answers.map(\.status).sorted { $0.code < $1.code } == [.seeOther, .unprocessableContent])
            #expect(answers.contains { $0.reading.contains("was begun already. Open it from the list") })
        }
    }

    @Test("an order that was agreed stays as it was, whatever is scored afterwards")
    func agreed() async throws {
        try await House.open { house in
            try await Self.twoYears(house)
            let officer = try await house.officer()
            let year = try await Self.begin(house)
            let theme = try await Self.theme("Burglary", of: year, officer)
            let before = try await officer.get(year + "/ranking/versions/1")
            #expect(before.reading.contains("Agreed by Testham CSP on 9 February 2016"))
            #expect(before.reading.contains("Agreed without a vote."))
            try await officer.send(
                ["score-\(theme)": "1", "reason-\(theme)": "We were wrong."], to: year + "/scores/influence")
            #expect(try await officer.get(year + "/ranking").reading.contains("4.0"))
            #expect(try await officer.get(year + "/ranking/versions/1").reading == before.reading)
        }
    }

    @Test("rules that somebody else changed meanwhile are not overwritten, and what cannot be is told beside its field")
    func rules() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let year = try await Self.begin(house)
            let good: KeyValuePairs = [
                "weight-volume": "1", "weight-trend": "1", "weight-comparison": "1", "weight-harm": "1",
                "weight-perception": "1", "weight-influence": "1", "cut-points": "1, 2, 3, 4", "large": "20",
                "why": "All alike.", "was-version": "0",
            ]
            let late = try await officer.send(good, to: year + "/ranking/rules")
            #expect(late.status == .unprocessableContent, "the beginning set version 1 already")
            let bad = try await officer.send(
                [
                    "weight-volume": "lots", "weight-trend": "-1", "cut-points": "4, 3, 2, 1", "large": "0", "why": "",
                    "was-version": "1",
                ], to: year + "/ranking/rules")
            #expect(bad.status == .unprocessableContent)
            for words in [
                "Enter a whole number from 0 to 1,000", "Enter four numbers, each above the one before",
                "Enter a number of per cents above 0", "Say why",
            ] {
                #expect(bad.reading.contains(words), "\(words)")
            }
        }
    }

    @Test("what people may not say is refused: scores outside the scale, published scores without a source")
    func scores() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let year = try await Self.begin(house)
            let theme = try await Self.theme("Burglary", of: year, officer)
            let high = try await officer.send(["score-\(theme)": "6"], to: year + "/scores/influence")
            #expect(high.status == .unprocessableContent)
            #expect(high.reading.contains("Choose a score from 1 to 5"))
            let guess = try await officer.send(
                ["score": "5", "source": "my own guess", "reason": "violence is bad"],
                to: year + "/ranking/\(theme)/harm")
            #expect(guess.status == .unprocessableContent)
            for words in [
                "Enter the title of what was published", "Enter who published it",
                "Enter the year in which it was published",
                "Enter where it is on the web, or on which page of the document it stands",
            ] {
                #expect(guess.reading.contains(words), "\(words)")
            }
            let volume = try await officer.send(
                ["score": "4", "source": "x", "reason": "x"], to: year + "/ranking/\(theme)/volume")
            #expect(volume.status == .notFound, "a figure's score is not for anybody to enter")
            #expect(try await officer.get(year + "/scores/volume").status == .notFound)
            let harm = try await officer.send(
                [
                    "score": "4", "title": "Harm of burglary", "publisher": "University of Testham", "year": "2013",
                    "link": "", "page": "14", "reason": "It is in the highest fifth.",
                ], to: year + "/ranking/\(theme)/harm")
            #expect(harm.status == .seeOther, "\(harm.reading)")
            let told = try await officer.get(year + "/ranking/\(theme)/harm").reading
            #expect(
                told.contains(
                    "A judgement, and worked out from nothing: after Harm of burglary, University of Testham, 2013, page 14."
                ))
        }
    }

    @Test("a part that two write at once comes back to the second with both, and nothing is lost")
    func twoAtOnce() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let year = try await Self.begin(house)
            let late = try await officer.send(["version": "0", "text": "Mine."], to: year + "/parts/levels")
            #expect(late.status == .conflict)
            #expect(late.reading.contains("Burglary doubled."))
            #expect(late.reading.contains("Mine."))
        }
    }

    @Test("a year is begun once, from months of the same number, and wrong ones are told beside their field")
    func begun() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await Self.begin(house)
            let again = try await officer.send(
                [
                    "year": "2014/15", "from": "2014-01", "to": "2014-12", "earlier-from": "2013-01",
                    "earlier-to": "2013-12",
                ], to: "/strategic-assessments")
            #expect(again.reading.contains("was begun already"))
            let unequal = try await officer.send(
                [
                    "year": "2015", "from": "2015-01", "to": "2015-12", "earlier-from": "2014-01",
                    "earlier-to": "2014-11",
                ], to: "/strategic-assessments")
            #expect(unequal.reading.contains("Enter the year as it is called, like 2015/16"))
            #expect(unequal.reading.contains("Compare periods of the same length"))
        }
    }
}

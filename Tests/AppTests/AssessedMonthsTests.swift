import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing

@testable import App

@Suite("The months of a year’s assessment are those that are here, and can be put right")
struct AssessedMonthsTests {
    private static let months: KeyValuePairs = [
        "year": "2015/16", "from": "2014-01", "to": "2014-02", "earlier-from": "2013-01", "earlier-to": "2013-02",
    ]

    @Test("the last twelve months that are here are proposed, and it is said")
    func proposed() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let none = try await officer.get("/strategic-assessments/new").reading
            #expect(none.contains("No twelve months on end are here yet"))
            let all = (1...14).map { $0 <= 12 ? "2014-\($0 < 10 ? "0" : "")\($0)" : "2015-0\($0 - 12)" }
            try await house.take(all.map { StreetFile($0, burglaries: 1) })
            let form = try await officer.get("/strategic-assessments/new")
            #expect(
                form.reading.contains(
                    "proposed: March 2014 to February 2015, against March 2013 to February 2014, of which 2 of 12 months"
                ),
                "\(form.reading)")
            #expect(try OpenedForm(form, to: "/strategic-assessments")["from"] == "2014-03")
        }
    }

    @Test("months that are not here, or have not ended, are said before they are taken, and by others anew")
    func doubted() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let officer = try await house.officer()
            let form = try OpenedForm(try await officer.get("/strategic-assessments/new"), to: "/strategic-assessments")
                .typing([
                    "year": "2015/16", "from": "2016-01", "to": "2016-03", "earlier-from": "2014-01",
                    "earlier-to": "2014-03",
                ])
            let asked = try await form.sent(by: officer)
            #expect(asked.status == .unprocessableContent)
            #expect(asked.reading.contains("February and March 2016 have not ended yet."))
            #expect(asked.reading.contains("Of January to March 2016, January 2016 is not here"))
            #expect(asked.reading.contains("Of January to March 2014, March 2014 is not here"))
            let again = try OpenedForm(asked, to: "/strategic-assessments")
            #expect(
                try await again.typing(["to": "2016-02", "earlier-to": "2014-02"]).sent(by: officer).status
                    == .unprocessableContent)
            let begun = try await again.sent(by: officer)
            #expect(begun.location == "/strategic-assessments/2015-16")
            let page = try await officer.get(begun.location).reading
            #expect(page.contains("2 of the 6 months are here"), "\(page)")
        }
    }

    @Test("an assessment of which nothing is here does not say that it is")
    func nothingHere() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let asked = try await officer.send(Self.months, to: "/strategic-assessments")
            let begun = try await OpenedForm(asked, to: "/strategic-assessments").sent(by: officer)
            let page = try await officer.get(begun.location).reading
            #expect(page.contains("Not one of the 4 months is here in street-level crime."))
            #expect(page.contains("None here"))
        }
    }

    @Test("other months are chosen once it was said what becomes of texts and scores")
    func chosen() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let officer = try await house.officer()
            let year = try await StrategicAssessmentTests.begin(house)
            let form = try await officer.open(year + "/months").typing(["to": "2014-01", "earlier-to": "2013-01"])
            let asked = try await form.sent(by: officer)
            #expect(asked.status == .ok)
            #expect(asked.reading.contains("What people scored, and what they wrote, stays as it is"))
            #expect(asked.reading.contains("The order that was agreed (version 1) stays as it was"))
            #expect(try await officer.get(year).reading.contains("January to February 2014, set against"))
            let sure = try OpenedForm(asked, to: year + "/months")
            #expect(try await sure.sent(by: officer).location == year)
            let page = try await officer.get(year).reading
            #expect(page.contains("January 2014, set against January 2013"))
            let late = try await sure.typing(["was": "2014-01..2014-02 2013-01..2013-02"]).sent(by: officer)
            #expect(late.status == .unprocessableContent, "these are its months already")
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            #expect(
                try await officer.get(year + "/ranking/\(theme)/volume").reading.contains("120 crimes in January 2014"))
            let unequal = try await officer.open(year + "/months").typing(["to": "2014-02"]).sent(by: officer)
            #expect(unequal.reading.contains("Compare periods of the same length"))
        }
    }

    @Test("a year that was begun wrongly is taken away while nothing is in it, and never afterwards")
    func takenAway() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let officer = try await house.officer()
            let begun = try await officer.send(Self.months, to: "/strategic-assessments").location
            let confirmation = try await officer.get(begun + "/removal")
            #expect(confirmation.reading.contains("Nothing is written, scored or commented in it yet"))
            let gone = try await OpenedForm(confirmation, to: begun + "/removal").sent(by: officer)
            #expect(gone.location == "/strategic-assessments")
            #expect(try await officer.get(begun).status == .notFound)
            let year = try await StrategicAssessmentTests.begin(house)
            let kept = try await officer.send(to: year + "/removal")
            #expect(kept.status == .unprocessableContent)
            #expect(kept.reading.contains("1 text"), "\(kept.reading)")
            #expect(try await officer.get(year).status == .ok)
            #expect(try await officer.get("/activity").reading.contains("took away the"))
        }
    }
}

import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing

@testable import App

@Suite("The order that a meeting agreed is entered beside the one that the scores give")
struct AgreedOrderTests {
    /// A year with two ranked themes: Burglary before Drugs by the scores, and 13 that cannot be ranked.
    private func ranked(_ body: @Sendable (House, Browser, String) async throws -> Void) async throws {
        try await House.open { house in
            let files = ["2013-01", "2013-02", "2014-01", "2014-02"].map { month in
                var file = StreetFile(month, burglaries: month < "2014" ? 60 : 120)
                for number in 0..<30 { file.add("Drugs", id: "d\(month)-\(number)") }
                return file
            }
            try await house.take(files)
            let officer = try await house.officer()
            let year = try await StrategicAssessmentTests.begin(house)
            let drugs = try await StrategicAssessmentTests.theme("Drugs and alcohol", of: year, officer)
            for criterion in ["perception", "influence"] {
                try await officer.change(year + "/scores/\(criterion)", ["score-\(drugs)": "3"])
            }
            try await body(house, officer, year)
        }
    }

    private static let meeting: KeyValuePairs = ["agreed-by": "Testham CSP", "agreed-on": "9/2/2016"]

    @Test("themes are moved and put in with a reason; both places are kept, on page, in the file and in the document")
    func entered() async throws {
        try await ranked { house, officer, year in
            let (burglary, drugs, abuse) = (
                try await StrategicAssessmentTests.theme("Burglary", of: year, officer),
                try await StrategicAssessmentTests.theme("Drugs and alcohol", of: year, officer),
                try await StrategicAssessmentTests.theme("Domestic abuse", of: year, officer)
            )
            let address = year + "/ranking/agreement"
            let form = try await officer.open(address)
            #expect(form["place-\(burglary)"] == "1")
            #expect(form["place-\(drugs)"] == "2")
            #expect(form["place-\(abuse)"] == "")
            #expect(try await officer.get(address).reading.contains("Not ranked: no score for volume, trend"))

            let moved = form.typing(Self.meeting).typing(["place-\(drugs)": "0.5", "place-\(abuse)": "0.7"])
            let silent = try await moved.sent(by: officer)
            #expect(silent.status == .unprocessableContent)
            #expect(silent.reading.contains("Say why it has a place that the scores could not give it"))
            #expect(silent.reading.contains("does not stand where the scores put it"))

            let kept = try await moved.typing([
                "why-\(drugs)": "Three deaths last autumn", "why-\(abuse)": "The review found it hidden.",
            ]).sent(by: officer)
            #expect(kept.location == year + "/ranking/versions/2", "\(kept.reading)")
            try await Self.checkPage(officer, kept.location)
            try await Self.checkFiles(officer, year)
            let first = try await officer.get(year + "/ranking/versions/1").reading
            #expect(first.contains("Burglary 1 1 "), "the earlier version stands as it was")
            let next = try await officer.open(address)
            #expect(next["place-\(drugs)"] == "1" && next["why-\(drugs)"] == "Three deaths last autumn")
            #expect(next["place-\(abuse)"] == "2" && next["place-\(burglary)"] == "3")
        }
    }

    private static func checkPage(_ officer: Browser, _ address: String) async throws {
        let page = try await officer.get(address).reading
        #expect(page.contains("Drugs and alcohol Differs 1 2 "))
        #expect(page.contains("Domestic abuse Differs 2 – "))
        #expect(page.contains("Burglary 3 1 "))
        #expect(page.contains("Drugs and alcohol is 1st, by the scores 2nd: Three deaths last autumn."))
        #expect(page.contains("Domestic abuse is 2nd, the scores give it none: The review found it hidden."))
    }

    private static func checkFiles(_ officer: Browser, _ year: String) async throws {
        let csv = try await officer.get(year + "/document/ranking.csv").text.split(whereSeparator: \.isNewline)
        #expect(csv[0].hasPrefix("theme,place,place_by_scores,volume"))
        #expect(csv[1].hasPrefix("Drugs and alcohol,1,2,"))
        #expect(csv[1].hasSuffix("Three deaths last autumn"))
        #expect(csv[2].hasPrefix("Domestic abuse,2,,"))
        let document = try await officer.get(year + "/document").reading
        #expect(document.contains("Domestic abuse is 2nd, the scores give it none"))
        let live = try await officer.get(year + "/ranking.csv").text
        #expect(live.contains("The review found it hidden."))
    }

    @Test("two themes with one number, a ranked theme without one, and words for a number are told beside their fields")
    func refused() async throws {
        try await ranked { house, officer, year in
            let burglary = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            let drugs = try await StrategicAssessmentTests.theme("Drugs and alcohol", of: year, officer)
            let form = try await officer.open(year + "/ranking/agreement").typing(Self.meeting)
            let both = try await form.typing(["place-\(drugs)": "1"]).sent(by: officer)
            #expect(both.reading.contains("Burglary and Drugs and alcohol both have place 1"))
            let none = try await form.typing(["place-\(drugs)": ""]).sent(by: officer)
            #expect(none.reading.contains("Say why it has no place though the scores give it one"))
            let words = try await form.typing(["place-\(burglary)": "first"]).sent(by: officer)
            #expect(words.reading.contains("Enter a place like 3, or leave it empty"))
            let empty = try await form.typing(["place-\(burglary)": "", "place-\(drugs)": ""]).sent(by: officer)
            #expect(empty.reading.contains("Give at least one theme a place"))
            let shared = try await form.typing(["place-\(drugs)": "1", "shared": "yes"]).sent(by: officer)
            #expect(shared.location == year + "/ranking/versions/2", "\(shared.reading)")
            #expect(try await officer.get(shared.location).reading.contains("Drugs and alcohol 1 = 2 "))
        }
    }

    @Test("an agreement that is still to come is refused; so is a note that nobody could read to its end")
    func future() async throws {
        try await ranked { house, officer, year in
            let form = try await officer.open(year + "/ranking/agreement")
            let coming = try await form.typing(["agreed-by": "Testham CSP", "agreed-on": "10/2/2016"]).sent(by: officer)
            #expect(coming.status == .unprocessableContent)
            #expect(coming.reading.contains("10 February 2016 is still to come"))
            let long = String(repeating: "word ", count: 401)
            let endless = try await form.typing(Self.meeting).typing(["note": long]).sent(by: officer)
            #expect(endless.reading.contains("Use 2000 characters at most"))
        }
    }

    @Test("a matrix that changed while somebody looked is shown again, with what was typed, and nothing is kept")
    func changedMeanwhile() async throws {
        try await ranked { house, officer, year in
            let burglary = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            let form = try await officer.open(year + "/ranking/agreement").typing([
                "agreed-by": "Testham CSP", "agreed-on": "9/2/2016", "note": "Nobody was against it.",
            ])
            try await officer.change(year + "/scores/influence", ["score-\(burglary)": "1"])
            let late = try await form.sent(by: officer)
            #expect(late.status == .conflict)
            #expect(late.reading.contains("The ranking changed while you were looking"))
            #expect(late.text.contains("Nobody was against it."))
            #expect(try await officer.get(year + "/ranking/versions/2").status == .notFound)
            let again = try await OpenedForm(late, to: year + "/ranking/agreement").sent(by: officer)
            #expect(again.location == year + "/ranking/versions/2", "\(again.reading)")
        }
    }
}

import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing

@testable import App

@Suite("A published list of severity is imported, and harm is worked out by it or refused with the reason")
struct HarmTests {
    private static let answers = [
        ("title", "Crime Severity Score"), ("publisher", "Office for National Statistics"), ("published", "1/11/2013"),
        ("link", "https://www.ons.gov.uk/css"), ("licence", "Open Government Licence v3.0"), ("unit", "days"),
        ("was-version", "0"),
    ]
    private static let list = Browser.File("css.csv", "Offence,Score\nShoplifting,16\nBurglary,438\nMurder,7979\n")

    /// - Returns: the address of the list.
    @discardableResult
    static func importList(_ officer: Browser) async throws -> String {
        let sent = try await officer.give([list], answers, to: "/severity-scores")
        #expect(sent.status == .seeOther, "\(sent.reading)")
        return "/severity-scores/crime-severity-score"
    }

    @Test("each of its rows is matched to what is counted here, or named with the reason; a new version supersedes it")
    func imported() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let address = try await Self.importList(officer)
            let page = try await officer.get(address).reading
            #expect(page.contains("Shoplifting 16"))
            #expect(page.contains("3 Burglary 438"), "its row: \(page)")
            #expect(page.contains("no weight stands for it"))
            #expect(page.contains("4 Murder 7,979 nothing that is counted here is called so"))
            #expect(try await officer.get("/severity-scores").reading.contains("Crime Severity Score"))

            let newer = Browser.File("css2.csv", "Offence,Score\nShoplifting,17\n")
            let next = Self.answers.map { $0.0 == "was-version" ? ("was-version", "1") : $0 }
            let sent = try await officer.give([newer], next, to: address)
            #expect(sent.status == .seeOther, "\(sent.reading)")
            #expect(try await officer.get(address).reading.contains("Shoplifting 17"))
            #expect(try await officer.get(address + "?version=1").reading.contains("Version 2 superseded this one"))
        }
    }

    @Test("a file with a row that cannot be read is refused with its line and column, and nothing of it is kept")
    func refused() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let bad = Browser.File("css.csv", "Offence,Score\nShoplifting,much\n")
            let sent = try await officer.give([bad], Self.answers, to: "/severity-scores")
            #expect(sent.status == .unprocessableContent)
            #expect(sent.reading.contains("Line 2, Score: ‘much’ of Shoplifting is no score"))
            let nothing = try await officer.give([Self.list], [("title", "x")], to: "/severity-scores")
            for words in ["Enter who published it", "Enter the day on which", "Enter where it is on the web"] {
                #expect(nothing.reading.contains(words), "\(words)")
            }
            #expect(try await officer.get("/severity-scores").reading.contains("No list is here yet"))
        }
    }

    @Test("a theme that counts a broad type of the police has no harm, with the reason, and no list changes that")
    func broad() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let officer = try await house.officer()
            let year = try await StrategicAssessmentTests.begin(house)
            try await Self.importList(officer)
            let burglary = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            _ = try await officer.change(
                year + "/ranking/rules",
                ["severity": "crime-severity-score", "harm-points": "100, 200, 300, 400", "why": "It was published."])
            let cell = try await officer.get(year + "/ranking/\(burglary)/harm").reading
            #expect(cell.contains("None: harm is not worked out from ‘Burglary’"), "\(cell)")
            #expect(cell.contains("no one weight can stand for it"))
        }
    }
}

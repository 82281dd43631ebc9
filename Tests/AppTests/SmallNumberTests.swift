import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing

@testable import App

@Suite("Nobody is told a partner’s number that is small enough to recognise somebody by, and nobody can work it out")
struct SmallNumberTests {
    private static let assaults = "ambulance-callouts/assault district:testham"

    /// A year that was begun, and callouts by month of which three are small.
    private func year(_ body: @Sendable (House, Browser, String) async throws -> Void) async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let year = try await StrategicAssessmentTests.begin(house)
            let officer = try await house.officer()
            var set = Dictionary(uniqueKeysWithValues: MappedDataTests.set.map { ($0.key, $0.value) })
            set["least"] = "5"
            let token = try await officer.token() ?? ""
            _ = try await officer.sendBare([("form-token", token)] + set.map { ($0.key, $0.value) }, to: "/data/sets")
            let rows = [
                "2013-01,25", "2013-02,30", "2013-03,31", "2013-04,2", "2014-01,20", "2014-02,3", "2014-03,40",
            ].map { "E01000001,\($0)" }
            let file = Browser.File(
                "ambulance.csv", (["LSOA,Month,Callouts"] + rows).joined(separator: "\n") + "\n")
            let given = try await officer.give([file], to: "/data/sets/ambulance-callouts/give").location
            let address = String(given.dropLast("/columns".count))
            try await officer.send(MappedDataTests.columns, to: given)
            try await officer.send(["from": "2013-01", "to": "2014-04"], to: address + "/check")
            await house.program.first.desk.untilQuiet()
            try await body(house, officer, year)
        }
    }

    private func figure(_ address: String, _ officer: Browser) async throws -> [String: Any] {
        let encoded = address.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try await officer.get("/figures.json?at=\(encoded)").json()
    }

    private func summary(_ figures: [String], _ officer: Browser, _ year: String, version: Int) async throws {
        let text = figures.map { "{{figure count \(Self.assaults) \($0)}}" }.joined(separator: ", ")
        let saved = try await officer.send(
            ["version": "\(version)", "text": "Assaults: \(text)."], to: year + "/parts/summary")
        #expect(saved.status == .seeOther)
    }

    @Test("a count says fewer than 5, a change names no percentage, and what would tell how many is refused; 0 is told")
    func figures() async throws {
        try await year { house, officer, _ in
            let people = Browser.File(
                "people.csv",
                "lsoa11_code,lsoa11_name,lad_code,lad_name,mid_2014\nE01000001,Testham 001A,E07000001,Testham,2600\n")
            _ = try await officer.give([people], as: "population")
            await house.program.first.desk.untilQuiet()
            let count = try await figure("count \(Self.assaults) 2014-02", officer)
            #expect(count["value"] as? String == "fewer than 5")
            #expect(
                count["sentence"] as? String == "Assault in Testham: fewer than 5 callouts in February 2014.")
            #expect((count["notes"] as? [String])?.first?.hasPrefix("Numbers from 1 to 4 are not told") == true)
            let change = try await figure("change \(Self.assaults) 2014-02 against 2013-02", officer)
            #expect(change["value"] as? String == "30 to fewer than 5")
            #expect(change["interval"] as? String == nil)
            #expect(try await figure("count \(Self.assaults) 2014-04", officer)["value"] as? String == "0")
            for kind in ["rate", "signal"] {
                let address = "\(kind) \(Self.assaults) 2014-02"
                let encoded = address.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                let page = try await officer.get("/figures?at=\(encoded)").reading
                #expect(page.contains("would tell how many"), "\(kind)")
            }
        }
    }

    @Test("programs are told no more than the pages tell")
    func programs() async throws {
        try await year { _, officer, _ in
            let address = "/api/series/ambulance-callouts/assault/district:testham"
            let values = try #require(try await officer.get(address).json()["values"] as? [[String: Any]])
            let february = try #require(values.first { $0["from"] as? String == "2014-02" })
            #expect(february["value"] is NSNull)
            #expect(february["reason"] as? String == "Fewer than 5: too small to be told.")
            #expect(values.first { $0["from"] as? String == "2014-04" }?["value"] as? Int == 0)
            let release = try #require(
                (try await officer.get(address).json()["releases"] as? [[String: Any]])?.first)
            #expect(release["sha256"] == nil)
            #expect(try await !officer.get(address + "/values.csv").text.contains(",3,callouts"))
        }
    }

    @Test("a file by which small numbers could be seen is for those who may import data")
    func file() async throws {
        try await year { house, officer, _ in
            let release = try #require(try await house.releases().first { $0.kind == .mapped })
            let reader = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .member))
            #expect(try await reader.get("/data/releases/\(release.id)/file").status == .forbidden)
            #expect(try await officer.get("/data/releases/\(release.id)/file").status == .ok)
            #expect(try await reader.get("/data/sets/ambulance-callouts").reading.contains("From 1 to 4"))
        }
    }

    @Test("a total and all but one of its months are not published together, neither at once nor one after another")
    func together() async throws {
        try await year { house, officer, year in
            try await summary(["2014-01..2014-03", "2014-01", "2014-03"], officer, year, version: 0)
            let page = try await officer.get(year + "/publication").reading
            #expect(page.contains("Small numbers could be worked out"))
            #expect(page.contains("‘Assault in Testham, February 2014’, fewer than 5, can be worked out from"))
            let refused = try await YearPublicationTests.publish(officer, year)
            #expect(refused.status == .unprocessableContent)
            #expect(try await house.visitor.get("/publications/strategic-assessment-2014-15").status == .notFound)

            try await summary(["2014-01..2014-03", "2014-01"], officer, year, version: 1)
            #expect(!(try await officer.get(year + "/publication").reading.contains("Small numbers")))
            #expect(try await YearPublicationTests.publish(officer, year).status == .seeOther)
            try await summary(["2014-01..2014-03", "2014-03"], officer, year, version: 2)
            let second = try await officer.get(year + "/publication").reading
            #expect(second.contains("‘Assault in Testham, February 2014’, fewer than 5, can be worked out from"))
            #expect(try await YearPublicationTests.publish(officer, year).status == .unprocessableContent)
        }
    }

    @Test("months of a theme of which one is small stand in a table, and the file that is published says so too")
    func months() async throws {
        try await year { house, officer, year in
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            try await officer.change(
                year + "/themes/\(theme)/details", ["measure-1": "ambulance-callouts/assault"])
            try await officer.send(["version": "0", "text": "Locks."], to: year + "/themes/\(theme)/why")
            try await officer.send(["version": "0", "text": "Assaults."], to: year + "/parts/summary")
            let document = try await officer.get(year + "/document").reading
            #expect(document.contains("February 2014 fewer than 5 30"))
            #expect(try await YearPublicationTests.publish(officer, year).status == .seeOther)
            let record = try await house.visitor.get(
                "/publications/strategic-assessment-2014-15/versions/1/assessment.json"
            ).text
            #expect(record.contains("\"fewer than 5\""))

            // The table told January: with both months together, February is out.
            try await summary(["2014-01..2014-02"], officer, year, version: 1)
            #expect(try await officer.get(year + "/publication").reading.contains("Small numbers could be worked out"))
        }
    }

    @Test("what a later file tells otherwise is shown as fewer than 5 too")
    func revised() async throws {
        try await year { house, officer, _ in
            let file = Browser.File("again.csv", "LSOA,Month,Callouts\nE01000001,2014-02,4\nE01000001,2014-03,44\n")
            let given = try await officer.give([file], to: "/data/sets/ambulance-callouts/give").location
            try await officer.send(["from": "2014-02", "to": "2014-03"], to: given)
            await house.program.first.desk.untilQuiet()
            // Both came at one moment, for the clock stands still.
            let release = try #require(try await house.releases().first { $0.name == "again.csv" })
            let table = try await officer.get("/data/releases/\(release.id)/changes.csv").text
            #expect(table.contains("Assault,Testham 001A,2014-03,2014-03,40,44,4,"))
            #expect(table.contains("Assault,Testham 001A,2014-02,2014-02,,,,"))
            let page = try await officer.get("/data/releases/\(release.id)/changes").reading
            #expect(page.contains("fewer than 5"))
        }
    }
}

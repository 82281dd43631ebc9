import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App
@testable import Assessment

@Suite("A figure is worked out from its address, and what cannot be told says why")
struct FigureTests {
    private func asked(_ address: String, json: Bool = false) -> String {
        let encoded = address.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return "/figures\(json ? ".json" : "")?at=\(encoded)"
    }

    private func figure(_ address: String, _ house: House) async throws -> [String: Any] {
        try await house.officer().get(asked(address, json: true)).json()
    }

    @Test("count, share and change of burglary, each with its sentence and its source")
    func told() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let months = "street-crime/burglary district:testham 2014-01..2014-02"
            let count = try await figure("count \(months)", house)
            #expect(count["value"] as? String == "245")
            #expect((count["source"] as? String)?.hasPrefix("data.police.uk, street-level crime, received") == true)
            #expect((count["releases"] as? [Any])?.count == 2)
            let share = try await figure("share \(months)", house)
            #expect(share["value"] as? String == "100.0%")
            let change = try await figure("change \(months) against 2013-01..2013-02", house)
            #expect(change["value"] as? String == "+104.2%")
            #expect((change["releases"] as? [Any])?.count == 4)
            #expect(
                (change["sentence"] as? String)?.hasPrefix("Burglary in Testham rose by 104.2% (95% interval") == true)
            let page = try await house.officer().get(asked("change \(months)"))
            #expect(page.status == .ok)
            #expect(page.reading.contains("{{figure change \(months) against 2013-01..2013-02}}"))
        }
    }

    @Test("a district's rate is told from the people of its areas, where only those are known")
    func rate() async throws {
        try await House.open { house in
            try await house.take([StreetFile("2014-01", burglaries: 13)])
            let people = Browser.File(
                "people.csv",
                "lsoa11_code,lsoa11_name,lad_code,lad_name,mid_2014\nE01000001,Testham 001A,E07000001,Testham,2600\n")
            _ = try await house.officer().give([people], as: "population")
            await house.program.first.desk.untilQuiet()
            let rate = try await figure("rate street-crime/burglary district:testham 2014-01..2014-01", house)
            #expect(rate["value"] as? String == "5.0")
            let releases = try #require(rate["releases"] as? [[String: Any]])
            #expect(
                releases.compactMap { $0["title"] as? String }.contains("people.csv"), "who lives there is a source too"
            )
            #expect(
                (rate["source"] as? String)?.contains("; Office for National Statistics, population, received") == true)
        }
    }

    @Test("two measures of one set are counted together; incidents never with crimes")
    func together() async throws {
        try await House.open { house in
            var file = StreetFile("2014-01", burglaries: 12, incidents: 4)
            file.add("Robbery", id: "r")
            try await house.take([file])
            let rest = "district:testham 2014-01..2014-01"
            let both = try await figure("count street-crime/burglary+street-crime/robbery \(rest)", house)
            #expect(both["value"] as? String == "13")
            let mixed = try await figure(
                "count street-crime/burglary+street-crime/anti-social-behaviour \(rest)", house)
            #expect((mixed["refused"] as? String)?.contains("never added to crime") == true)
        }
    }

    @Test("a year of which a type was one for some months is told as a part, and not as one of which nothing is known")
    func partOfAYear() async throws {
        try await House.open { house in
            let table =
                "LAD_name,Year,Crime_type,count\nTestham,2011,Shoplifting,109\nTestham,2012,Shoplifting,300\n"
            _ = try await house.officer().give([Browser.File("types.csv", table)], as: "district years")
            await house.program.first.desk.untilQuiet()
            let shoplifting = "district-years/shoplifting district:testham"
            for kind in ["count", "share"] {
                let refused = try await figure("\(kind) \(shoplifting) 2011-01..2011-12", house)["refused"] as? String
                #expect(
                    refused?.contains("2011 is known in part: ‘Shoplifting’ was a category in 4 of its 12 months")
                        == true,
                    "\(refused ?? "told")")
            }
            #expect(try await figure("count \(shoplifting) 2012-01..2012-12", house)["value"] as? String == "300")
        }
    }

    @Test(
        "what cannot be told says why, and never becomes 0",
        arguments: [
            ("count street-crime/burglary district:testham 2014-01..2014-03", "March 2014 is missing"),
            (
                "count street-crime/burglary district:testham 2012-01..2012-02",
                "Nothing is known of January to February 2012"
            ),
            (
                "change street-crime/burglary district:testham 2014-01..2014-03",
                "March 2014 is missing"
            ),
            (
                "count street-crime/burglary district:nowhere 2014-01..2014-02",
                "No place is known as ‘district:nowhere’"
            ),
            (
                "count street-crime/nothing district:testham 2014-01..2014-02",
                "There is no measure ‘street-crime/nothing’"
            ),
            (
                "rate street-crime/burglary district:testham 2014-01..2014-02",
                "How many people live in Testham is not known"
            ),
            (
                "share street-crime/anti-social-behaviour district:testham 2014-01..2014-02",
                "A share is told of recorded crime alone"
            ),
        ])
    func refused(address: String, reason: String) async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let page = try await house.officer().get(asked(address))
            #expect(page.status == .unprocessableContent)
            #expect(page.reading.contains(reason), "\(page.reading)")
        }
    }

    @Test("an address that is none is not found")
    func malformed() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            for address in ["", "count", "count street-crime/burglary district:testham", "guess a b c", "<script>"] {
                #expect(try await officer.get(asked(address)).status == .notFound, "\(address)")
            }
        }
    }

    @Test("a figure is chosen from lists, and what was left out is told beside its field")
    func chosen() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let officer = try await house.officer()
            let empty = try await officer.get("/figures/new")
            #expect(empty.status == .ok)
            #expect(empty.reading.contains("Burglary – Street-level crime"))
            #expect(empty.reading.contains("Testham – district"))
            let question =
                "measure=street-crime%2Fburglary&place=district%3Atestham&kind=change&from=2014-01&to=2014-02"
            let found = try await officer.get("/figures/new?\(question)").reading
            #expect(found.contains("Burglary in Testham rose by 104.2%"))
            #expect(found.contains("{{figure change street-crime/burglary district:testham 2014-01..2014-02"))
            let missing = try await officer.get("/figures/new?kind=count&from=2014-01&to=x")
            #expect(missing.status == .unprocessableContent)
            for words in ["Choose what was counted", "Choose where", "Enter the last month, like 2015-12"] {
                #expect(missing.reading.contains(words))
            }
        }
    }
}

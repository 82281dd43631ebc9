import DataRegister
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("The year’s document sets the district beside those of the set used for the ranking")
struct BesideOthersTests {
    /// Two months of four districts, two of them of the year before too.
    private func files() -> [StreetFile] {
        var files = [StreetFile("2013-01", burglaries: 60), StreetFile("2013-02", burglaries: 60)]
        for month in ["2014-01", "2014-02"] {
            var file = StreetFile(month, burglaries: 122)
            for (index, (name, count)) in [("Northham", 50), ("Southham", 60), ("Westham", 120)].enumerated() {
                for _ in 0..<count {
                    file.add("Burglary", id: "x", code: "E0100001\(index)", area: "\(name) 001A")
                }
            }
            files.append(file)
        }
        return files
    }

    private func document(_ body: @Sendable (Browser, _ set: String, _ year: String) async throws -> Void) async throws
    {
        let files = files()
        try await House.open { house in
            try await house.take(files)
            let set = try await ComparatorTests.enter(house)
            let year = try await StrategicAssessmentTests.begin(house)
            try await body(try await house.officer(), set, year)
        }
    }

    @Test("without a set it says so; with one each theme has its rate, mean, place, and what chance can tell")
    func table() async throws {
        try await document { officer, set, year in
            let without = try await officer.get(year + "/document")
            #expect(without.reading.contains("no set of districts to compare with has been chosen"))
            #expect(without.text.contains("<a href=\"/comparators\">Choose one</a>"))
            #expect(try await officer.get(year + "/document/comparison.csv").status == .notFound)

            try await officer.send([:], to: set + "/ranking")
            let page = try await officer.get(year + "/document")
            let reading = page.reading
            #expect(reading.contains("Compared with: Most similar group, version 1"), "\(reading)")
            #expect(reading.contains("Rates for each 1,000 people, beside the districts compared with"))
            #expect(reading.contains("Burglary 24.4 21.4 to 27.7 17.6 Too few to tell 1 of 4 1 to 2"), "\(reading)")
            #expect(reading.contains("A place in a table is no measure of how well a district does."))
            #expect(reading.contains("people.csv"), "what the rates rest on is among the sources")

            let csv = try await officer.get(year + "/document/comparison.csv").text
            #expect(csv.contains(/\r\nBurglary,24\.4\d{3},21\.\d{4},27\.\d{4},17\.\d{4},Too few to tell,1,4,1,2,,/))
            #expect(
                csv.contains("rank street-crime/burglary district:testham 2014-01..2014-02 among most-similar-group"))
        }
    }

    @Test("anti-social behaviour is ranked though no other district’s is here: its comparison says why and counts as 3")
    func incidents() async throws {
        var files: [StreetFile] = []
        for (year, count) in [("2013", 30), ("2014", 60)] {
            for month in ["01", "02"] {
                var file = StreetFile("\(year)-\(month)", burglaries: 60)
                for _ in 0..<count { file.add("Anti-social behaviour", id: "") }
                files.append(file)
            }
        }
        let given = files
        try await House.open { house in
            try await house.take(given)
            let set = try await ComparatorTests.enter(house)
            let year = try await StrategicAssessmentTests.begin(house)
            let officer = try await house.officer()
            try await officer.send([:], to: set + "/ranking")
            let theme = try await StrategicAssessmentTests.theme("Anti-social behaviour", of: year, officer)
            let cell = try await officer.get(year + "/ranking/\(theme)/comparison").reading
            #expect(cell.contains("have no anti-social behaviour in the table of districts and years"), "\(cell)")
            #expect(cell.contains("Score 3 of 5"), "\(cell)")
            let burglary = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            let missing = try await officer.get(year + "/ranking/\(burglary)/comparison").reading
            #expect(!missing.contains("Score 3 of 5"), "what a file would tell is missing, and no judgement")
        }
    }

    @Test("a partner’s theme is ranked though no other district has such data: its comparison says so and counts as 3")
    func partners() async throws {
        var files = files()
        for place in ["B", "C"] {
            files[2].add("Burglary", id: "y", code: "E0100002\(place == "B" ? 1 : 2)", area: "Testham 001\(place)")
        }
        let given = files
        try await House.open { house in
            try await house.take(given)
            let set = try await ComparatorTests.enter(house)
            let year = try await StrategicAssessmentTests.begin(house)
            let officer = try await house.officer()
            try await officer.send(MappedDataTests.set, to: "/data/sets")
            let rows = ["E01000001,2014-01,31", "E01000021,2014-01,14", "E01000001,2014-02,42", "E01000021,2014-02,14"]
            let table = Browser.File("calls.csv", (["LSOA,Month,Callouts"] + rows).joined(separator: "\n") + "\n")
            let columns = try await officer.give([table], to: "/data/sets/ambulance-callouts/give").location
            let check = try await officer.send(MappedDataTests.columns, to: columns).location
            _ = try await officer.send(["from": "2014-01", "to": "2014-02"], to: check)
            await house.program.first.desk.untilQuiet()
            try await officer.send([:], to: set + "/ranking")
            let theme = try await StrategicAssessmentTests.theme("Violence", of: year, officer)
            try await officer.change(
                year + "/themes/\(theme)/details", ["measure-1": "ambulance-callouts/assault", "measure-2": ""])

            let cell = try await officer.get(year + "/ranking/\(theme)/comparison").reading
            #expect(cell.contains("is from a partner’s data, which tell of this district and of no other"), "\(cell)")
            #expect(cell.contains("Score 3 of 5"), "\(cell)")
            let agreed = try await officer.open(year + "/ranking/agreement").typing([
                "agreed-by": "Testham CSP", "agreed-on": "9/2/2016", "place-\(theme)": "9",
                "why-\(theme)": "Residents ask for it.",
            ]).sent(by: officer)
            #expect(agreed.status == .seeOther, "\(agreed.reading)")
            let document = try await officer.get(year + "/document").reading
            #expect(document.contains("These 2 of 3 small areas had 101 of 101."), "\(document)")
        }
    }

    @Test("what is published holds the same table, as a file and for programs too")
    func published() async throws {
        try await document { officer, set, year in
            try await officer.send([:], to: set + "/ranking")
            try await officer.send(["version": "0", "text": "Burglary doubled."], to: year + "/parts/summary")
            try await YearPublicationTests.publish(officer, year)
            let published = "/publications/strategic-assessment-2014-15"
            let page = try await officer.get(published)
            #expect(page.status == .ok)
            #expect(page.reading.contains("Compared with: Most similar group, version 1"))
            #expect(!page.text.contains("href=\"/comparators\""), "everybody reads it, and that page is the members’")
            let table = try await officer.get(published + "/versions/1/comparison.csv").text
            #expect(table.contains("\r\nBurglary,24.4"))
            let record = try await officer.get(published + "/versions/1/assessment.json").text
            #expect(record.contains("\"besideMean\""))
            #expect(record.contains(/"rate" : 24\.4\d*,/), "a number")
            #expect(record.contains("\"rateInWords\" : \"24.4\""), "and its words beside it")
        }
    }
}

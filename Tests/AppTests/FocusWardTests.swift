import DataRegister
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("Focus wards: chosen for a year, followed month by month, and ended with a reason")
struct FocusWardTests {
    private func year(_ body: @Sendable (House, Browser, String) async throws -> Void) async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            try await body(house, try await house.officer(), try await StrategicAssessmentTests.begin(house))
        }
    }

    /// Follows the first small area there is.
    ///
    /// - Returns: the form's own word for it.
    private static func follow(_ officer: Browser, _ path: String) async throws -> String {
        let form = try await officer.get(path + "/new")
        let place = try #require(form.text.firstMatch(of: /value="(lsoa-2011:E\d+)"/).map { String($0.output.1) })
        #expect(try await officer.send(["place": place, "reason": "It had <most>."], to: path).location == path)
        return place
    }

    @Test("one is chosen with a reason, once, and from the district’s own places")
    func chosen() async throws {
        try await year { _, officer, year in
            let path = year + "/focus-wards"
            #expect(try await officer.get(path).reading.contains("No ward is followed yet"))
            let wrong = try await officer.send(["place": "ward:E05999999", "reason": " "], to: path)
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.reading.contains("That is none of the district’s wards"))
            #expect(wrong.reading.contains("Say why it is followed"))
            let place = try await Self.follow(officer, path)
            let again = try await officer.send(["place": place, "reason": "Again."], to: path)
            #expect(again.status == .unprocessableContent)
            #expect(again.reading.contains("is followed already"))
            let waiting = try await officer.get(path)
            #expect(waiting.reading.contains("No street-level crime of April 2014 to March 2015 is here yet"))
            #expect(waiting.reading.contains("245 crimes in January and February 2014 not here"), "\(waiting.reading)")
            #expect(waiting.text.contains("It had &lt;most&gt;."))
        }
    }

    @Test("its months stand beside the year before and the district, on the page, in files and in the document")
    func shown() async throws {
        try await year { house, officer, year in
            let path = year + "/focus-wards"
            _ = try await Self.follow(officer, path)
            try await house.take([
                StreetFile("2013-04", burglaries: 60), StreetFile("2014-04", burglaries: 90),
            ])
            let page = try await officer.get(path)
            #expect(page.reading.contains("What is here of the year, April 2014, beside April 2013."))
            #expect(page.reading.contains("regression to the mean"))
            #expect(page.reading.contains("All of Testham"))
            let file = try await officer.get(path + "/charts/focus-wards.csv")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.text.contains("All of Testham,All crime,2014-04,2014-04,90,"))
            #expect(
                try await officer.get(path + "/charts/place-1-by-month.csv").text.contains(",All crime,2014-04,90,"))
            #expect(try await officer.get(path + "/charts/place-9-by-month.csv").status == .notFound)
            #expect(try await officer.get(year + "/document").reading.contains("The focus wards and Testham"))
            #expect(try await officer.get(year).reading.contains("1 followed"))
        }
    }

    @Test("one of which only a partner’s rows are here is in the document and on its page with what is known of it")
    func partnersAlone() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await house.take([StreetFile("2013-01", burglaries: 9)])
            try await officer.send(MappedDataTests.set, to: "/data/sets")
            let rows = ["E01000001,2014-01,30", "E01000001,2015-01,41", "E01000001,2015-04,52"].joined(separator: "\n")
            let file = Browser.File("ambulance.csv", "LSOA,Month,Callouts\n\(rows)\n")
            let given = try await officer.give([file], to: "/data/sets/ambulance-callouts/give").location
            let check = String(given.dropLast("columns".count)) + "check"
            try await officer.send(MappedDataTests.columns, to: given)
            try await officer.send(["from": "2014-01", "to": "2015-06"], to: check)
            await house.program.first.desk.untilQuiet()
            let begun = try await officer.send(
                [
                    "year": "2015/16", "from": "2015-01", "to": "2015-03", "earlier-from": "2014-01",
                    "earlier-to": "2014-03", "despite": "2015-01..2015-03 2014-01..2014-03",
                ], to: "/strategic-assessments")
            let path = begun.location + "/focus-wards"
            _ = try await Self.follow(officer, path)

            let document = try await officer.get(begun.location + "/document").reading
            #expect(document.contains("What is here of Testham 001A, January to March 2014 and January to March 2015"))
            #expect(document.contains("Assault, Ambulance callouts 30 callouts 41 callouts"), "\(document)")
            let page = try await officer.get(path).reading
            #expect(!page.contains("Nothing of the year is here yet"), "\(page)")
            #expect(page.contains("No street-level crime of April 2015 to March 2016 is here yet"), "\(page)")
            #expect(page.contains("52 callouts in April to June 2015"), "\(page)")
            let table = try await officer.get(path + "/charts/place-1-known.csv").text
            #expect(table.contains(",2015-04,2015-06,52,callouts,"), "\(table)")
        }
    }

    @Test("why it is followed can be said anew, and it is ended with a reason; both stay to be read")
    func ended() async throws {
        try await year { _, officer, year in
            let path = year + "/focus-wards"
            let place = try await Self.follow(officer, path)
            let found = try await officer.get(path).text.firstMatch(of: /focus-wards\/([0-9a-f-]{36})\/end/)
            let own = path + "/" + (try #require(found).output.1)
            #expect(
                try await officer.change(own + "/reason", ["reason": "The task force works here."]).location == path)
            let stale = try await officer.send(["reason": "Another.", "seen": "what it was"], to: own + "/reason")
            #expect(stale.reading.contains("Somebody changed or ended this one meanwhile"))
            let named = try await officer.get("/places/" + place.replacing(":", with: "/"))
            #expect(named.reading.contains("A focus ward of 2014/15"))
            #expect(try await officer.send(["reason": ""], to: own + "/end").status == .unprocessableContent)
            #expect(try await officer.send(["reason": "It is quiet."], to: own + "/end").location == path)
            let page = try await officer.get(path).reading
            #expect(page.contains("The task force works here.") && page.contains("It is quiet."))
            #expect(page.contains("Followed earlier in the year"))
            #expect(try await officer.get(own + "/end").status == .notFound)
            #expect(!(try await officer.get(year + "/document").reading.contains("The focus wards and Testham")))
        }
    }

    @Test("where months of the year are here and none is chosen, the first page asks for it")
    func due() async throws {
        try await year { house, officer, year in
            try await house.take([StreetFile("2014-04", burglaries: 90)])
            let home = try await officer.get("/home").reading
            #expect(home.contains("Choose the focus wards of 2014/15"), "\(home)")
        }
    }
}

@Suite("The example’s focus wards, and its places in other years", .example)
struct ExampleWardTests {
    @Test("the example has its wards, and a ward’s page tells its place among them")
    func wards() async throws {
        let officer = try await ExampleHouse.house.officer()
        let ward = try await officer.get("/places/ward/E05005088").reading
        #expect(ward.contains("of 23 wards, the highest rate first"))
        #expect(ward.contains("chance alone is expected to mark fewer than one"))
    }

    @Test("places are told of any whole years, and say what is wrong with others")
    func years() async throws {
        let officer = try await ExampleHouse.house.officer()
        let before = try await officer.get("/places?to=2014-12")
        #expect(before.reading.contains("Half of recorded crime in 2014 lay in"))
        #expect(before.text.contains("/places/ward/E05005088?from=2014-01&amp;to=2014-12"))
        let ward = try await officer.get("/places/ward/E05005088?from=2014-01&to=2014-12")
        #expect(ward.reading.contains("Cliftonville West, 2014"))
        let part = try await officer.get("/places?from=2014-01&to=2015-09")
        #expect(part.status == .unprocessableContent)
        #expect(part.reading.contains("has 21 months. Choose whole years"))
        for file in ["/places/clusters.csv", "/places/clusters.svg", "/places/clusters.csv?measure=x"] {
            #expect(try await officer.get(file).status == .notFound, "no boundaries are here: \(file)")
        }
        let concentration = try await officer.get("/places/concentration.csv?to=2014-12").text
        #expect(concentration.hasPrefix("type,from,to,count,areas_holding_half,areas"))
    }
}

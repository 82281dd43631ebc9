import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing

@testable import App

@Suite("The own district is set beside others, and who they are never changes silently")
struct ComparatorTests {
    static let table = """
        LAD_name,Year,Crime_type,count
        Testham,2014,Burglary,245
        Northham,2014,Burglary,100
        Southham,2014,Burglary,120
        Westham,2014,Burglary,240
        Testham,2014,Drugs,50
        Northham,2014,Drugs,60

        """
    private static let population = """
        lad_code,lad_name,interp_mid_2014
        E07999991,Testham,10000
        E07999992,Northham,10000
        E07999993,Southham,10000
        E07999994,Westham,10000

        """

    static func districts(_ house: House) async throws {
        let officer = try await house.officer()
        for (name, text, kind) in [("types.csv", table, "district years"), ("people.csv", population, "population")] {
            _ = try await officer.give([Browser.File(name, text)], as: kind)
            await house.program.first.desk.untilQuiet()
        }
    }

    /// Enters a set of three districts.
    ///
    /// - Returns: its address.
    @discardableResult
    static func enter(_ house: House) async throws -> String {
        try await districts(house)
        let entered = try await house.officer().send(
            [
                "name": "Most similar group", "source": "HMIC, 2014", "on": "1/10/2014",
                "members": "northham\n\nThe Southham\nWestham", "why": "The inspectorate found them alike.",
            ], to: "/comparators")
        return entered.location
    }

    @Test("a set is entered by its districts, and compared with at once")
    func entered() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let none = try await officer.get("/comparators").reading
            #expect(none.contains("No districts to compare with yet"))
            #expect(none.contains("The districts of your county will stand here once a lookup is imported"))
            let set = try await Self.enter(house)
            #expect(set == "/comparators/most-similar-group")
            let page = try await officer.get(set).reading
            #expect(page.contains("The inspectorate found them alike."))
            #expect(page.contains("HMIC, 2014"))
            #expect(page.contains("1 October 2014"))
            let comparison = try await officer.get(set + "/comparison?measure=district-years/burglary&year=2014")
            #expect(comparison.status == .ok)
            let reading = comparison.reading
            #expect(
                reading.contains("Burglary in Testham: 24.5 crimes for each 1,000 people in 2014 (95% interval"),
                "\(reading)")
            #expect(reading.contains("highest of the 4 districts with a rate"))
            #expect(reading.contains("Chance and the swings of months do not tell Testham from Westham"))
            #expect(reading.contains("Most similar group, version 1 of"))
            let csv = try await officer.get(set + "/comparison.csv?measure=district-years/burglary&year=2014").text
            #expect(csv.contains("Westham,no,240,10000,24.0000,"))
            let usual = try await officer.get(set + "/comparison")
            #expect(usual.reading.contains("All crime"), "all crime in the last whole year, where nothing is asked")
        }
    }

    @Test(
        "the years stand beside each other where they are here, as a page, a table and a picture, and else it is said why not"
    )
    func years() async throws {
        try await House.open { house in
            let set = try await Self.enter(house)
            let officer = try await house.officer()
            let question = "?measure=district-years/burglary&year=2014"
            let one = try await officer.get(set + "/comparison" + question).reading
            #expect(one.contains("Burglary is here for 2014 alone"), "\(one)")
            #expect(try await officer.get(set + "/comparison/years.csv" + question).status == .notFound)
            let before = (2011...2015).map { year in
                let rows = ["Testham,\(600 - 71 * (year - 2011))", "Northham,110", "Southham,130", "Westham,250"]
                return rows.map { $0.replacing(",", with: ",\(year),Burglary,") }.joined(separator: "\n")
            }
            _ = try await officer.give(
                [Browser.File("years.csv", "LAD_name,Year,Crime_type,count\n" + before.joined(separator: "\n") + "\n")],
                as: "district years")
            await house.program.first.desk.untilQuiet()
            let later = "?measure=district-years/burglary&year=2015"
            let five = try await officer.get(set + "/comparison" + later).reading
            #expect(
                five.contains("Burglary in Testham: 60.0 crimes for each 1,000 people in 2011, 31.6 in 2015."),
                "\(five)")
            #expect(five.contains("Over 2011 to 2015 its rate falls by more than chance"))
            let csv = try await officer.get(set + "/comparison/years.csv" + later).text
            #expect(csv.contains("Testham,2011,600,10000,60.0000,"))
            #expect(csv.split(whereSeparator: \.isNewline).count == 6)
        }
    }

    @Test("names that no data have are told with their line and the nearest there is, and nothing typed is lost")
    func unknown() async throws {
        try await House.open { house in
            try await Self.districts(house)
            let officer = try await house.officer()
            let refused = try await officer.send(
                ["name": "Like us", "source": "HMIC", "on": "", "members": "Westham\nNortham\nAtlantis", "why": "x"],
                to: "/comparators")
            #expect(refused.status == .unprocessableContent)
            let reading = refused.reading
            #expect(
                reading.contains("Line 2: no district called ‘Northam’ is in the data. Did you mean Northham?"),
                "\(reading)")
            #expect(reading.contains("Line 3: no district called ‘Atlantis’ is in the data."))
            #expect(refused.text.contains("Westham\nNortham\nAtlantis"))
            let empty = try await officer.send(["members": "Westham"], to: "/comparators").reading
            for words in [
                "Enter what the set is called", "Enter who says so", "Enter two districts or more", "Say why",
            ] {
                #expect(empty.contains(words), "\(words)")
            }
        }
    }

    @Test("a change is a new version with a reason; a late one is refused, and built-in sets cannot be changed")
    func changed() async throws {
        try await House.open { house in
            let set = try await Self.enter(house)
            let officer = try await house.officer()
            let change: KeyValuePairs = [
                "name": "Most similar group", "source": "HMIC, 2015", "on": "", "members": "Northham\nWestham",
                "why": "Southham merged.", "was-version": "1",
            ]
            #expect(try await officer.send(change, to: set + "/change").status == .seeOther)
            let page = try await officer.get(set).reading
            #expect(page.contains("Southham merged."))
            #expect(page.contains("Version 1") && page.contains("Version 2"))
            #expect(page.contains("Northham, Southham and Westham"), "what it was stays to be seen")
            let late = try await officer.send(change, to: set + "/change")
            #expect(late.status == .unprocessableContent)
            #expect(late.reading.contains("Somebody changed this set"))
            #expect(try await officer.get("/comparators/england-and-wales/change").status == .notFound)
            #expect(try await officer.get("/comparators/nowhere").status == .notFound)
            let told = try await officer.get("/activity").reading
            #expect(told.contains("changed the set to compare with Most similar group"), "\(told)")
        }
    }

    @Test("the ranking compares with the set that was chosen, and the score opens to the comparison")
    func ranked() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let set = try await Self.enter(house)
            let officer = try await house.officer()
            let begun = try await officer.send(
                [
                    "year": "2014/15", "from": "2014-01", "to": "2014-12", "earlier-from": "2013-01",
                    "earlier-to": "2013-12", "despite": "2014-01..2014-12 2013-01..2013-12",
                ], to: "/strategic-assessments"
            ).location
            let theme = try await StrategicAssessmentTests.theme("Burglary", of: begun, officer)
            let cell = begun + "/ranking/\(theme)/comparison"
            #expect(
                try await officer.get(cell).reading.contains("No set of districts to compare with has been chosen."))
            #expect(try await officer.send([:], to: set + "/ranking").location == set)
            #expect(try await officer.get(set).reading.contains("Do not use it for the ranking any more"))
            let told = try await officer.get(cell)
            #expect(told.reading.contains("Score 3 of 5"), "of four nobody stands out: \(told.reading)")
            #expect(told.reading.contains("told by the table of districts and years"))
            #expect(told.reading.contains("Compared with: Most similar group, version 1"))
            let link = try #require(told.text.firstMatch(of: /\/figures\?at=rank[^"]+/))
            let figure = try await officer.get(String(link.output))
            #expect(figure.status == .ok)
            #expect(figure.text.contains("/comparators/most-similar-group/comparison?measure="))
            #expect(try await officer.send([:], to: set + "/leaving").location == set)
            #expect(
                try await officer.get(cell).reading.contains("No set of districts to compare with has been chosen."))
        }
    }

    @Test("the nearest districts say what is missing, and keep nothing until it is here")
    func nearest() async throws {
        try await House.open { house in
            try await Self.districts(house)
            let officer = try await house.officer()
            #expect(
                try await officer.get("/comparators/nearest").reading.contains(
                    "the Index of Multiple Deprivation is not here"))
            let refused = try await officer.send(
                ["name": "Nearest", "number": "3", "why": "x"], to: "/comparators/nearest")
            #expect(refused.status == .unprocessableContent)
            let imd = """
                lsoa11_code,lsoa11_name,lad13_code,lad13_name,IMD_score,IMD_rank,IMD_decile
                E01000001,Testham 001A,E07999991,Testham,40,500,1
                E01000002,Northham 001A,E07999992,Northham,38,500,1
                E01000003,Southham 001A,E07999993,Southham,10,500,1
                E01000004,Westham 001A,E07999994,Westham,20,500,1

                """
            _ = try await officer.give([Browser.File("imd2015.csv", imd)], as: "deprivation")
            await house.program.first.desk.untilQuiet()
            let found = try await officer.get("/comparators/nearest").reading
            #expect(found.contains("Distances from Testham, in standard deviations"), "\(found)")
            let taken = try await officer.send(
                ["name": "Nearest", "number": "3", "why": "Nobody published a group."], to: "/comparators/nearest")
            #expect(taken.status == .unprocessableContent, "that is the address of this very page")
            let named = try await officer.send(
                ["name": "Nearest three", "number": "3", "why": "Nobody published a group."],
                to: "/comparators/nearest")
            #expect(named.location == "/comparators/nearest-three")
            let page = try await officer.get(named.location).reading
            #expect(page.contains("Each difference is told in standard deviations"))
            #expect(page.contains("Deprivation, 2015"))
        }
    }

    @Test("who may not keep sets reads them all the same")
    func readers() async throws {
        try await House.open { house in
            let samples = try await SampleRoutes(house)
            let reader = try await house.somebody(try await samples.who.somebody(as: .member))
            #expect(try await reader.get("/comparators/most-similar-group").status == .ok)
            #expect(try await reader.get("/comparators/new").status == .forbidden)
            #expect(try await reader.send([:], to: "/comparators/most-similar-group/ranking").status == .forbidden)
        }
    }
}

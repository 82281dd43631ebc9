import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("What a partner’s file leaves open is asked, or said beside its numbers")
struct MappedQuestionsTests {
    private let data = MappedDataTests()

    @Test("a file of other districts is taken in only when somebody says that this is meant")
    func elsewhere() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await officer.change("/partnership/details", ["district": "Otherham"])
            let address = try await data.lookedAt(house, data.csv("E01000001,2014-01,3"))
            #expect(
                try await officer.get(address + "/check").reading.contains(
                    "1 of its 1 row lies in other districts, and not in Otherham: 1 in Testham. Is that meant?"))
            let unsaid = try await officer.send(["from": "2014-01", "to": "2014-01"], to: address + "/check")
            #expect(unsaid.status == .unprocessableContent)
            #expect(unsaid.reading.contains("Say whether the rows of other districts are meant"))
            let said = try await officer.send(
                ["from": "2014-01", "to": "2014-01", "elsewhere": "yes"], to: address + "/check")
            #expect(said.location == address)
        }
    }

    @Test("a row whose day cannot be read leaves no exact number: at least so many, on the page and for programs")
    func undated() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let address = try await data.lookedAt(
                house, data.csv("E01000001,2013-01,300", "E01000001,2014-01,711", "E01000001,,1", "E01000001,2014-13,1")
            )
            try await officer.send(["from": "2013-01", "to": "2014-01", "without": "yes"], to: address + "/check")
            await house.program.first.desk.untilQuiet()
            let count = "count%20ambulance-callouts/assault%20district:testham%202014-01..2014-01"
            let told = try await officer.get("/figures?at=\(count)").reading
            #expect(told.contains("Assault in Testham: at least 711 callouts in January 2014."), "\(told)")
            #expect(told.contains("2 rows of its files have no day or month that can be read"), "\(told)")
            let change = "change%20ambulance-callouts/assault%20district:testham%202014-01..2014-01"
            let refused = try await officer.get("/figures?at=\(change)").reading
            #expect(refused.contains("There were at least 711 in January 2014, and how many is not known"))
            let values = try await officer.get("/api/series/ambulance-callouts/assault/district:testham").text
            #expect(values.contains("At least 711: 2 rows of its files have no day or month"), "\(values)")
        }
    }

    @Test("a file whose rows are each counted as one beside a column of numbers is asked about, with the column")
    func leftOut() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await house.take([StreetFile("2014-01", burglaries: 1)])
            try await officer.send(MappedDataTests.set, to: "/data/sets")
            let file = Browser.File("a.csv", "LSOA,Month,Jobs\nE01000001,2014-01,3\nE01000001,2014-01,9\n")
            let given = try await officer.give([file], to: "/data/sets/ambulance-callouts/give").location
            let sentence = "Each row is counted as one. The column ‘Jobs’ holds numbers and is left out"
            #expect(try await officer.get(given).reading.contains(sentence))
            let check = try await officer.send(
                [
                    "place-column": "LSOA", "place-form": "lsoa-code", "time-column": "Month", "time-form": "month",
                    "measure": "Assault", "unit": "callouts", "polarity": "low is good", "count-column": "",
                ], to: given
            ).location
            #expect(try await officer.get(check).reading.contains(sentence))
            let unsaid = try await officer.send(["from": "2014-01", "to": "2014-01"], to: check)
            #expect(unsaid.reading.contains("Say whether each row is one incident"), "\(unsaid.reading)")
            let said = try await officer.send(["from": "2014-01", "to": "2014-01", "counted": "yes"], to: check)
            #expect(said.status == .seeOther)
        }
    }

    @Test("one day that the calendar has not is a row that cannot be used, and blocks nothing")
    func noSuchDay() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await house.take([StreetFile("2014-01", burglaries: 1)])
            try await officer.send(MappedDataTests.set, to: "/data/sets")
            let days = ["31/02/2014", "13/01/2014", "14/01/2014", "01/01/1066"]
            let rows = days.map { "E01000001,\($0),2" }
            let file = Browser.File("a.csv", (["LSOA,Date,Callouts"] + rows).joined(separator: "\n") + "\n")
            let given = try await officer.give([file], to: "/data/sets/ambulance-callouts/give")
            #expect(given.status == .seeOther, "\(given.reading)")
            #expect(try await officer.get(given.location).text.contains("value=\"british-day\" selected"))
            let check = try await officer.send(
                [
                    "place-column": "LSOA", "place-form": "lsoa-code", "time-column": "Date",
                    "time-form": "british-day", "measure": "Assault", "unit": "callouts", "polarity": "low is good",
                    "count-column": "Callouts",
                ], to: given.location)
            let page = try await officer.get(check.location).reading
            #expect(page.contains("a.csv, line 2 Date ‘31/02/2014’ is no day of the calendar"), "\(page)")
            #expect(page.contains("line 5 Date ‘01/01/1066’ is of a year that data are not of: check it"), "\(page)")
        }
    }

    @Test("a partner’s CSV that is packed with gzip is read as it is")
    func packed() async throws {
        try await House.open { house in
            let packed =
                "H4sIAAAAAAACA/MJ9nfU8c3PK8nQcU7MyckvLSnmcjUwNAABQx0jA0MTXSBtjCFmpGPCBQCMZIrsPAAAAA=="
            let file = Browser.File("ambulance.csv", [UInt8](try #require(Data(base64Encoded: packed))))
            let address = try await data.lookedAt(house, file)
            let officer = try await house.officer()
            #expect(try await officer.get(address + "/check").reading.contains("2 rows can be used"))
        }
    }
}

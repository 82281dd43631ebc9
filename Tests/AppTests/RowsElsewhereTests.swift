import DataRegister
import Foundation
import HummingbirdTesting
import Testing

@testable import App

@Suite("A partner’s rows that lie elsewhere are told, and what puts the others into their places is cited")
struct RowsElsewhereTests {
    @Test("of postcodes one that begins otherwise than all that are here takes nothing away, and the table is a source")
    func postcodes() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await house.take([StreetFile("2014-01", burglaries: 1)])
            let table = Browser.File("postcodes.csv", "postcode,lsoa11_code\nTQ11AA,E01000001\nTQ11AB,E01000001\n")
            _ = try await officer.give([table], as: "postcodes")
            await house.program.first.desk.untilQuiet()
            var set = MappedDataTests.set.map { ($0.key, $0.key == "depersonalised" ? "no" : $0.value) }
            if let token = try await officer.token() { set.insert(("form-token", token), at: 0) }
            _ = try await officer.sendBare(set, to: "/data/sets")
            let file = Browser.File(
                "ambulance.csv", "Postcode,Month,Callouts\nTQ1 1AA,2014-01,8\nNW1 4RY,2014-01,1\n")
            let given = try await officer.give([file], to: "/data/sets/ambulance-callouts/give").location
            let guessed = try await officer.get(given).text
            #expect(guessed.contains("value=\"postcode\" selected"), "whole postcodes are guessed as such")
            try await officer.send(
                [
                    "place-column": "Postcode", "place-form": "postcode", "longitude-column": "",
                    "time-column": "Month",
                    "time-form": "month", "category-column": "", "measure": "Assault", "unit": "callouts",
                    "polarity": "low is good", "count-column": "Callouts",
                ], to: given)
            let address = String(given.dropLast("/columns".count))
            let check = try await officer.get(address + "/check").reading
            #expect(check.contains("1 row lies elsewhere: 1 in postcodes that begin with NW (line 3)."), "\(check)")
            try await officer.send(["from": "2014-01", "to": "2014-01"], to: address + "/check")
            await house.program.first.desk.untilQuiet()

            let asked = "count ambulance-callouts/assault district:testham 2014-01..2014-01"
            let encoded = asked.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let figure = try await officer.get("/figures.json?at=\(encoded)").json()
            #expect(figure["value"] as? String == "8")
            let sources = (figure["releases"] as? [[String: Any]])?.compactMap { $0["title"] as? String } ?? []
            #expect(sources.contains("postcodes.csv"), "\(figure)")
        }
    }
}

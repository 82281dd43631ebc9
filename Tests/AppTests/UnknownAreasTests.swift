import DataRegister
import Foundation
import HummingbirdTesting
import Testing

@testable import App

@Suite("Where a place without a row is not known, a part of the small areas is never told as the whole")
struct UnknownAreasTests {
    /// A district of two small areas, of one of which a partner gave rows.
    private func half(_ body: @Sendable (House, Browser) async throws -> Void) async throws {
        try await House.open { house in
            let officer = try await house.officer()
            var street = StreetFile("2014-01", burglaries: 9)
            street.add("Burglary", code: "E01000002", area: "Testham 001B")
            try await house.take([street])
            let people = """
                lsoa11_code,lsoa11_name,lad_code,lad_name,mid_2014
                E01000001,Testham 001A,E07000001,Testham,2600
                E01000002,Testham 001B,E07000001,Testham,2400

                """
            _ = try await officer.give([Browser.File("people.csv", people)], as: "population")
            var set = MappedDataTests.set.map { ($0.key, $0.key == "absent" ? "missing" : $0.value) }
            if let token = try await officer.token() { set.insert(("form-token", token), at: 0) }
            #expect(try await officer.sendBare(set, to: "/data/sets").location == "/data/sets/ambulance-callouts")
            let file = Browser.File("ambulance.csv", "LSOA,Month,Callouts\nE01000001,2014-01,8\n")
            let given = try await officer.give([file], to: "/data/sets/ambulance-callouts/give").location
            try await officer.send(MappedDataTests.columns, to: given)
            let address = String(given.dropLast("/columns".count))
            try await officer.send(["from": "2014-01", "to": "2014-01"], to: address + "/check")
            await house.program.first.desk.untilQuiet()
            try await body(house, officer)
        }
    }

    @Test(
        "rate and change are refused with how many areas have rows; the count is a lower bound, and the area itself is told",
        arguments: ["rate", "change"])
    func figures(kind: String) async throws {
        try await half { _, officer in
            func told(_ address: String) async throws -> String {
                let encoded = address.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                return try await officer.get("/figures?at=\(encoded)").reading
            }
            let months = "2014-01..2014-01"
            let whole = try await told("\(kind) ambulance-callouts/assault district:testham \(months)")
            #expect(whole.contains("There were at least 8 in January 2014, and how many is not known"), "\(whole)")
            #expect(whole.contains("there are rows for 1 of 2 small areas, and of the other it is not known"))
            let bound = try await told("count ambulance-callouts/assault district:testham \(months)")
            #expect(bound.contains("Assault in Testham: at least 8 callouts in January 2014."), "\(bound)")
            #expect(bound.contains("there are rows for 1 of 2 small areas, and of the other it is not known"))
            let area = try await told("count ambulance-callouts/assault lsoa-2011:E01000001 \(months)")
            #expect(area.contains("8 callouts"), "\(area)")
        }
    }

    @Test("a text that cites the count says “at least”, and so do the picker and programs, with no value")
    func cited() async throws {
        try await half { _, officer in
            let at = "count%20ambulance-callouts/assault%20district:testham%202014-01..2014-01"
            let figure = try await officer.get("/figures.json?at=\(at)").json()
            #expect(figure["isLowerBound"] as? Bool == true)
            #expect(figure["value"] as? String == "at least 8")
            let measured = figure["measured"] as? [String: Any]
            #expect(measured?["value"] is NSNull && measured?["atLeast"] as? Double == 8)
            #expect((measured?["reason"] as? String)?.contains("rows for 1 of 2 small areas") == true)

            let chosen = try await officer.get(
                "/figures/new?measure=ambulance-callouts/assault&place=district:testham&kind=count&from=2014-01&to=2014-01"
            ).reading
            #expect(chosen.contains("at least 8 callouts") && chosen.contains("{{figure count"), "\(chosen)")
            let exact = try await officer.get(
                "/figures.json?at=count%20ambulance-callouts/assault%20lsoa-2011:E01000001%202014-01..2014-01"
            ).json()
            #expect(exact["isLowerBound"] as? Bool == false && exact["value"] as? String == "8")
        }
    }

    @Test("programs are told “at least”, and no value")
    func programs() async throws {
        try await half { _, officer in
            let series = try await officer.get(
                "/api/series/ambulance-callouts/assault/district:testham/values.csv"
            ).text
            #expect(series.contains("At least 8: there are rows for 1 of 2 small areas"), "\(series)")
        }
    }

    @Test(
        "a district of which a neighbour's rows alone are here has no figure, no sentence and no value, and is not offered"
    )
    func stray() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            var street = StreetFile("2014-01", burglaries: 9)
            street.add("Burglary", code: "E01000011", area: "Faraway 001A")
            try await house.take([street])
            let lookup =
                "LSOA11CD,LSOA11NM,LAD15CD,LAD15NM\nE01000001,Testham 001A,E07000001,Testham\n"
                + (1...6).map { "E0100001\($0),Faraway 00\($0)A,E07000002,Faraway\n" }.joined()
            _ = try await officer.give([Browser.File("lookup.csv", lookup)], as: "lookups")
            await house.program.first.desk.untilQuiet()

            for kind in ["count", "signal"] {
                let address = "\(kind) street-crime/robbery district:faraway 2014-01..2014-01"
                let encoded = address.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                let page = try await officer.get("/figures?at=\(encoded)").reading
                #expect(page.contains("Of Faraway a neighbour’s rows alone are here, from only 1 of its 6"), "\(page)")
            }
            let values = try await officer.get("/api/series/street-crime/robbery/district:faraway/values.csv").text
            #expect(
                values.contains("2014-01,2014-01,,crimes,\"Of Faraway a neighbour’s rows alone are here"), "\(values)")
            let choice = try await officer.get("/figures/new").text
            #expect(choice.contains("district:testham") && !choice.contains("district:faraway"))
            let listed = try await officer.get("/api/series").text
            #expect(listed.contains("district:testham") && !listed.contains("district:faraway"))
        }
    }
}

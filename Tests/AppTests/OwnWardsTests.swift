import DataRegister
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("A ward’s name means the own district’s, from the moment the district is set")
struct OwnWardsTests {
    private static let lookup = """
        LSOA11CD,LSOA11NM,WD18CD,WD18NM,LAD18CD,LAD18NM
        E01000001,Testham 001A,E05000001,Nelson,E07000001,Testham
        E01000002,Elsewhere 002B,E05000002,Nelson,E07000002,Elsewhere

        """

    @Test("who sets the district in a running program is understood by it, without a new start")
    func running() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await officer.change("/partnership/details", ["district": "Nowhere"])
            try await house.take([StreetFile("2014-01", burglaries: 1)])
            _ = try await officer.give([Browser.File("wards.csv", Self.lookup)], as: "lookups")
            await house.program.first.desk.untilQuiet()
            try await officer.send(MappedDataTests.set, to: "/data/sets")
            let file = Browser.File("ambulance.csv", "Ward,Month,Callouts\nNelson,2014-01,3\n")
            let given = try await officer.give([file], to: "/data/sets/ambulance-callouts/give").location
            var columns = Dictionary(
                uniqueKeysWithValues: MappedDataTests.columns.map { ($0.key, $0.value) })
            (columns["place-column"], columns["place-form"]) = ("Ward", "ward-name")
            let token = try await officer.token() ?? ""
            _ = try await officer.sendBare([("form-token", token)] + columns.map { ($0.key, $0.value) }, to: given)
            let check = String(given.dropLast("columns".count)) + "check"
            #expect(
                try await officer.get(check).reading.contains("none of them lies in the partnership’s own district"))

            try await officer.change("/partnership/details", ["district": "Testham"])
            let next = Browser.File("ambulance-2.csv", "Ward,Month,Callouts\nNelson,2014-01,4\n")
            let second = try await officer.give([next], to: "/data/sets/ambulance-callouts/give").location
            _ = try await officer.sendBare([("form-token", token)] + columns.map { ($0.key, $0.value) }, to: second)
            let understood = try await officer.get(String(second.dropLast("columns".count)) + "check").reading
            #expect(understood.contains("1 row can be used; every one of them"), "\(understood)")
        }
    }
}

import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App
@testable import DataRegister

@Suite("A category that the last file had not is told as new, and taken in where somebody says so")
struct NewCategoryTests {
    private static let columns: KeyValuePairs = [
        "place-column": "LSOA", "place-form": "lsoa-code", "time-column": "Month", "time-form": "month",
        "category-column": "Type", "unit": "callouts", "polarity": "low is good", "count-column": "Callouts",
    ]
    private static let give = "/data/sets/ambulance-callouts/give"

    private func csv(_ rows: String...) -> Browser.File {
        Browser.File("ambulance.csv", (["LSOA,Month,Type,Callouts"] + rows).joined(separator: "\n") + "\n")
    }

    /// A set of which a file with one category was taken in.
    private func begun(_ house: House) async throws -> Browser {
        let officer = try await house.officer()
        try await house.take([StreetFile("2014-01", burglaries: 1)])
        try await officer.send(MappedDataTests.set, to: "/data/sets")
        let given = try await officer.give([csv("E01000001,2014-01,Alpha,3")], to: Self.give).location
        let first = try await officer.send(Self.columns, to: given).location
        #expect(!(try await officer.get(first).reading.contains("new since the last file")))
        try await officer.send(["from": "2014-01", "to": "2014-01"], to: first)
        await house.program.first.desk.untilQuiet()
        return officer
    }

    @Test("it is named with its rows, counted once it is taken in, and known to the file after")
    func taken() async throws {
        try await House.open { house in
            let officer = try await begun(house)
            let second = csv("E01000001,2014-02,Alpha,4", "E01000001,2014-02,=1+1,5", "E01000001,2014-02,=1+1,6")
            let check = try await officer.give([second], to: Self.give).location
            let page = try await officer.get(check).reading
            #expect(page.contains("1 category is new since the last file"))
            #expect(page.contains("‘=1+1’, 2 rows"))
            #expect(page.contains("1 row can be used, and 2 rows cannot"))

            let address = check.dropLast("/check".count)
            #expect(try await officer.send([:], to: address + "/categories").location == check)
            let whole = try await officer.get(check).reading
            #expect(whole.contains("3 rows can be used; every one of them") && !whole.contains("new since"))
            try await officer.send(["from": "2014-02", "to": "2014-02"], to: check)
            await house.program.first.desk.untilQuiet()
            let values = try await officer.get("/api/series/ambulance-callouts/1-1/lsoa-2011:E01000001").text
            #expect(values.contains("\"unit\":\"callouts\"") && values.contains("11"), "\(values)")

            let third = try await officer.give([csv("E01000001,2014-03,=1+1,7")], to: Self.give).location
            #expect(try await officer.get(third).reading.contains("1 row can be used; every one of them"))
        }
    }

    @Test("whoever leaves it changes nothing for the next file")
    func left() async throws {
        try await House.open { house in
            let officer = try await begun(house)
            let new = csv("E01000001,2014-02,Beta,4")
            let check = try await officer.give([new], to: Self.give).location
            #expect(try await officer.get(check).reading.contains("the category ‘Beta’ is new since the last file"))
            try await officer.send([:], to: check.dropLast("/check".count) + "/drop")
            let again = try await officer.give([new], to: Self.give).location
            #expect(try await officer.get(again).reading.contains("1 category is new since the last file"))
        }
    }
}

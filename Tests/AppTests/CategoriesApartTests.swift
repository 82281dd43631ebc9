import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App
@testable import DataRegister

@Suite("Categories that differ are measures of their own, however alike their addresses would be")
struct CategoriesApartTests {
    private static let columns: KeyValuePairs = [
        "place-column": "LSOA", "place-form": "lsoa-code", "time-column": "Month", "time-form": "month",
        "category-column": "Type", "unit": "callouts", "polarity": "low is good", "count-column": "Callouts",
    ]
    private static let set = "/data/sets/ambulance-callouts"

    /// A file with one row of each category, with 1, 2, 3 … callouts.
    private func csv(_ month: String, _ categories: [String]) -> Browser.File {
        let rows = categories.enumerated().map { "E01000001,\(month),\($0.element),\($0.offset + 1)" }
        return Browser.File("ambulance.csv", (["LSOA,Month,Type,Callouts"] + rows).joined(separator: "\n") + "\n")
    }

    /// Gives a file of the set, says what its columns mean, and stands before its check.
    private func checked(_ officer: Browser, _ file: Browser.File) async throws -> String {
        let given = try await officer.give([file], to: Self.set + "/give").location
        guard given.hasSuffix("/columns") else { return given }
        return try await officer.send(Self.columns, to: given).location
    }

    private func begun(_ house: House) async throws -> Browser {
        let officer = try await house.officer()
        try await house.take([StreetFile("2014-01", burglaries: 1)])
        try await officer.send(MappedDataTests.set, to: "/data/sets")
        return officer
    }

    private func take(_ check: String, _ month: String, _ officer: Browser, _ house: House) async throws {
        let taken = try await officer.send(["from": month, "to": month], to: check)
        #expect(taken.status == .seeOther, "\(taken.reading)")
        await house.program.first.desk.untilQuiet()
    }

    @Test("signs, strokes and accents keep them apart; letters of another size and blanks do not, and that is said")
    func apart() async throws {
        try await House.open { house in
            let officer = try await begun(house)
            let file = csv(
                "2014-01",
                [
                    "Drug +", "Drug -", "A/B", "A B", "Café", "Caf", "<18", ">18", "assault", "Assault", "Knife  crime",
                    "Knife crime", "+",
                ])
            let check = try await checked(officer, file)
            let page = try await officer.get(check).reading
            #expect(page.contains("13 rows can be used; every one of them"), "\(page)")
            for row in ["Drug + 1", "Drug - 2", "A/B 3", "A B 4", "Café 5", "<18 7", "assault 9", "Assault 10"] {
                #expect(page.contains("January 2014 \(row)"), "\(row): \(page)")
            }
            #expect(page.contains("‘Assault’ and ‘assault’ are counted as one"), "\(page)")
            #expect(page.contains("‘Knife crime’ is written with other blanks in some rows, and counted as one"))

            try await take(check, "2014-01", officer, house)
            let measures = try await officer.get(Self.set).reading
            for name in ["drug-plus", "drug-minus", "a-b", "a-slash-b", "cafe", "less-than-18", "more-than-18", "plus"]
            {
                #expect(measures.contains("ambulance-callouts/\(name)"), "\(name): \(measures)")
            }
            let assault = try await officer.get("/api/series/ambulance-callouts/assault/lsoa-2011:E01000001").text
            #expect(assault.contains("19"), "\(assault)")
        }
    }

    @Test("what a later file has is kept apart from what was there, and what was there keeps its address")
    func later() async throws {
        try await House.open { house in
            let officer = try await begun(house)
            try await take(try await checked(officer, csv("2014-01", ["Drug +"])), "2014-01", officer, house)
            #expect(try await officer.get(Self.set).reading.contains("ambulance-callouts/drug "))

            let check = try await checked(officer, csv("2014-02", ["DRUG +", "Drug -", "drug -"]))
            let page = try await officer.get(check).reading
            #expect(page.contains("1 category is new since the last file ‘Drug -’, 2 rows"), "\(page)")
            #expect(page.contains("‘DRUG +’ and ‘Drug +’ are counted as one"), "\(page)")
            try await officer.send([:], to: check.dropLast("/check".count) + "/categories")
            try await take(check, "2014-02", officer, house)
            let measures = try await officer.get(Self.set).reading
            #expect(measures.contains("Drug +") && measures.contains("ambulance-callouts/drug-minus"), "\(measures)")
            let minus = try await officer.get("/api/series/ambulance-callouts/drug-minus/lsoa-2011:E01000001").text
            #expect(minus.contains("5"), "\(minus)")
        }
    }

    @Test("a set whose columns are said anew keeps its measures by their names")
    func again() async throws {
        try await House.open { house in
            let officer = try await begun(house)
            try await take(try await checked(officer, csv("2014-01", [">18"])), "2014-01", officer, house)
            let check = try await checked(officer, csv("2014-02", ["<18", ">18"]))
            let columns = check.dropLast("/check".count) + "/columns"
            try await officer.send(Self.columns, to: String(columns))
            try await take(check, "2014-02", officer, house)
            let old = try await officer.get("/api/series/ambulance-callouts/18/lsoa-2011:E01000001").text
            #expect(old.contains(">18") && old.contains("2014-02"), "\(old)")
            #expect(try await officer.get(Self.set).reading.contains("ambulance-callouts/less-than-18"))
        }
    }

    @Test("of two files that wait side by side the second cannot be added to what the first calls otherwise")
    func sideBySide() async throws {
        try await House.open { house in
            let officer = try await begun(house)
            let first = try await checked(officer, csv("2014-01", ["Drug +"]))
            let second = try await checked(officer, csv("2014-02", ["Drug -"]))
            try await take(first, "2014-01", officer, house)
            let refused = try await officer.send(["from": "2014-02", "to": "2014-02"], to: second)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("‘Drug -’ would be counted as ‘Drug +’"), "\(refused.reading)")
            try await officer.send(Self.columns, to: second.dropLast("/check".count) + "/columns")
            try await take(second, "2014-02", officer, house)
            #expect(try await officer.get(Self.set).reading.contains("ambulance-callouts/drug-minus"))
        }
    }

    @Test("characters that cannot be seen are left out of a category, and that is said")
    func unseen() async throws {
        try await House.open { house in
            let officer = try await begun(house)
            let check = try await checked(officer, csv("2014-01", ["Ass\u{202E}ault", "Assault", "\u{7}"]))
            let page = try await officer.get(check).text
            #expect(page.contains("‘Assault’ is written with characters that cannot be seen. They are left out."))
            #expect(page.contains("the category is blank"))
            #expect(!page.contains("\u{202E}"))
        }
    }
}

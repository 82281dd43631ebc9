import Testing

@testable import DataRegister

@Suite("Places by whatever a partner’s file calls them")
struct PlaceBookTests {
    @Test("a ward’s name is looked for in the own district first")
    func ownWard() throws {
        let names: [Place.Level: [String: String]] = [
            .ward: ["E05005084": "Castle", "E05005085": "Castle", "E05005086": "Castle"]
        ]
        func place(_ own: Set<String>) throws -> Place {
            try PlaceBook(names: names, ownWards: own).place("castle", longitude: nil, as: .wardName)
        }
        #expect(try place(["E05005085", "E05000001"]).code == "E05005085")
        #expect(throws: PlaceBook.NoPlace.self) { try place([]) }
        #expect(throws: PlaceBook.NoPlace.self) { try place(["E05005085", "E05005086"]) }
    }

    private func refusal(
        _ text: String, _ form: DataMapping.PlaceForm, in book: PlaceBook
    ) throws -> PlaceBook.NoPlace {
        try #require(throws: PlaceBook.NoPlace.self) { try book.place(text, longitude: nil, as: form) }
    }

    @Test("a small area of the census of 2021 is told as that where nothing of 2021 is known")
    func areasOf2021() throws {
        let old = PlaceBook(names: [.lsoa2011: ["E01024657": "Thanet 001A"]])
        let reason = try refusal("E01035312", .lsoaCode, in: old).reason
        #expect(
            reason == "the small area E01035312 is of the census of 2021, and no lookup of 2021 is here: import one")
        #expect(try refusal("E01024999", .lsoaCode, in: old).reason.contains("is known here"))
        let new = PlaceBook(names: [.lsoa2011: ["E01024657": "Thanet 001A", "E01035000": "Thanet 001B"]])
        #expect(try refusal("E01035312", .lsoaCode, in: new).reason.contains("is known here"))
    }

    @Test("a district where a ward is asked for is told as that, and lies elsewhere if it is not the own")
    func districtForWard() throws {
        let book = PlaceBook(names: [.ward: ["E05005084": "Castle"]], districts: ["Thanet", "Camden"], home: "Thanet")
        let camden = try refusal("Camden", .wardName, in: book)
        #expect(camden.elsewhere == "Camden" && camden.reason == "‘Camden’ is a district, and no ward")
        #expect(try refusal("Thanet", .wardName, in: book).elsewhere == nil)
        #expect(try refusal("Nowhere", .wardName, in: book).reason.contains("import a lookup that has it"))
    }

    @Test("blanks within a name, and what cannot be seen, make it no other place")
    func blanks() throws {
        let book = PlaceBook(names: [.ward: ["E05005084": "Dane Valley"]], districts: ["Tunbridge Wells"])
        for name in ["Dane  Valley", "Dane\u{A0}Valley", "\u{202E}Dane Valley", "Dane\u{7} Valley"] {
            #expect(try book.place(name, longitude: nil, as: .wardName).code == "E05005084")
        }
        #expect(try book.place("Tunbridge   Wells", longitude: nil, as: .districtName).name == "Tunbridge Wells")
    }
}

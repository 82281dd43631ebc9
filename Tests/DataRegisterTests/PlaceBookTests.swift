import Geography
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

    private func square(_ code: String, _ name: String, west: Double) -> Boundary {
        let corners = [(0.0, 51.1), (0.1, 51.1), (0.1, 51.4), (0, 51.4), (0, 51.1)]
        let ring = corners.map { Position(longitude: west + $0.0, latitude: $0.1) }
        return Boundary(code: code, name: name, polygons: [.init(rings: [ring])])
    }

    private let byPoint = DataMapping(
        headings: ["lat", "long", "when"], placeForm: .coordinates, placeColumn: "lat", longitudeColumn: "long",
        timeForm: .month, timeColumn: "when", category: .one("fires"), count: .rows)

    @Test("where districts alone are drawn a point counts for its own, whatever its boundary is called")
    func districtsAlone() throws {
        let boundaries = [
            square("E06000010", "Kingston upon Hull, City of", west: -0.4),
            square("E06000011", "East Riding of Yorkshire", west: -0.6),
        ]
        let others = OtherDistricts(besides: "Hull", codes: ["E06000010"], boundaries: boundaries)
        let book = PlaceBook(districtBoundaries: boundaries, others: others, home: "Hull")
        #expect(try book.place("51.2", longitude: "-0.35", as: .coordinates) == .district("Hull"))
        #expect(book.level(by: byPoint, of: []) == .district)
        let beside = try #require(throws: PlaceBook.NoPlace.self) {
            try book.place("51.2", longitude: "-0.55", as: .coordinates)
        }
        #expect(beside.elsewhere == "East Riding of Yorkshire")
        let sea = try #require(throws: PlaceBook.NoPlace.self) {
            try book.place("51.2", longitude: "0.9", as: .coordinates)
        }
        #expect(sea.reason == "the place lies in none of the districts whose boundaries were imported")
        #expect(sea.elsewhere == nil)
        // Without an own district each is told of.
        let any = PlaceBook(districts: ["Hull"], districtBoundaries: boundaries)
        #expect(
            try any.place("51.2", longitude: "-0.55", as: .coordinates) == .district("East Riding of Yorkshire"))
    }

    @Test("where nothing is drawn a point is refused with what is wanted; small areas go before districts")
    func nothingDrawn() throws {
        let none = try #require(throws: PlaceBook.NoPlace.self) {
            try PlaceBook().place("51.2", longitude: "1.4", as: .coordinates)
        }
        #expect(
            none.reason == "no boundaries are here that tell where a place lies: import those of small areas (LSOAs)")
        let both = PlaceBook(
            boundaries: [square("E01024657", "Thanet 001A", west: 1.39)],
            districtBoundaries: [square("E07000114", "Thanet", west: 1.39)])
        #expect(try both.place("51.2", longitude: "1.4", as: .coordinates).code == "E01024657")
        #expect(both.level(by: byPoint, of: []) == .lsoa2011)
    }
}

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
}

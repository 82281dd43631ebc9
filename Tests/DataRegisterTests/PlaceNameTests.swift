import DataFiles
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("Places are known by what lookups and estimates call them now")
struct PlaceNameTests {
    private func codes(_ stores: Delivering, _ place: Place) async throws -> [String] {
        try await stores.database.read { db in try db.codes(of: place) }
    }

    private func give(_ text: String, as kind: Release.Kind, to stores: Delivering) async throws {
        let outcome = try await stores.give(Array(text.utf8), named: "given.csv", as: kind)
        #expect(!outcome.wasRefused, "\(outcome.sentence)")
    }

    @Test(
        "a name that a later lookup takes away is known no more, and the new one is at once", arguments: Scratch.engines
    )
    func renamed(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await give(
                "LAD24CD,LAD24NM,CTY24CD,CTY24NM\nE07000112,Shepway,E10000016,Kent\n", as: .lookups, to: stores)
            #expect(try await codes(stores, .district("The Shepway")) == ["E07000112"])
            try await give(
                "LAD24CD,LAD24NM,CTY24CD,CTY24NM\nE07000112,Folkestone and Hythe,E10000016,Kent\n", as: .lookups,
                to: stores)
            #expect(try await codes(stores, .district("folkestone and hythe")) == ["E07000112"])
            #expect(try await codes(stores, .district("Shepway")).isEmpty)
        }
    }

    @Test(
        "an estimate of population tells a district’s code where no lookup does, and that of a force it does not",
        arguments: Scratch.engines)
    func estimates(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await give("lad_code,lad_name,mid_2014\nE07000114,Thanet,139000\n", as: .population, to: stores)
            #expect(try await codes(stores, .district("Thanet")) == ["E07000114"])
            #expect(try await codes(stores, Place(.force, code: nil, name: "Thanet")).isEmpty)
        }
    }

    @Test("what is gathered when records are brought up to date is what imports gather", arguments: Scratch.engines)
    func migrated(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await give(
                "LSOA11CD,LSOA11NM,LAD18CD,LAD18NM\nE01024657,Thanet 001A,E07000114,Thanet\n", as: .lookups, to: stores)
            try await give("lad_code,lad_name,mid_2014\nE07000108,Dover,110000\n", as: .population, to: stores)
            func kept() async throws -> [String] {
                try await stores.database.read { db in
                    try db.rows("SELECT level, told_by, code, name FROM place_name ORDER BY level, code, told_by").map {
                        let (level, by, code, name): (String, String, String, String) = try (
                            $0("level"), $0("told_by"), $0("code"), $0("name")
                        )
                        return "\(level) \(by) \(code) \(name)"
                    }
                }
            }
            let before = try await kept()
            #expect(before == ["district population E07000108 Dover", "district lookups E07000114 Thanet"])
            try await stores.database.write(
                Entry(.importBegan, of: .init("import", "names"), by: .commandLine(), at: Scratch.noon)
            ) { db in
                try db.run("DELETE FROM place_name WHERE partnership = \(db.partnership)")
                // What the migration does.
                try db.run(.placeNames(of: "TRUE"))
            }
            #expect(try await kept() == before)
        }
    }
}

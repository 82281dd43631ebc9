import DataFiles
import Foundation
import Geography
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("Populations, lookups and boundaries")
struct PlaceStoreTests {
    private static func population(_ text: String) throws -> PopulationFile {
        try PopulationFile(Array(text.utf8), file: "people.csv")
    }

    private static let areas = """
        lsoa11_code,lsoa11_name,lad_code,lad_name,mid_2014
        E01024657,Thanet 001A,E07000114,Thanet,2600
        E01024658,Thanet 001B,E07000114,Thanet,2300
        E01024190,Dover 001A,E07000108,Dover,1500

        """

    @Test("a district’s people are those of its LSOAs, until its own estimate is here", arguments: Scratch.engines)
    func people(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            _ = try await stores.places.accept(
                Self.population(Self.areas), from: stores.delivery(Array(Self.areas.utf8), named: "lsoa.csv"))
            #expect(try await people(stores) == 4_900)

            let own = "lad_code,lad_name,mid_2014\nE07000114,Thanet,139000\n"
            _ = try await stores.places.accept(
                Self.population(own), from: stores.delivery(Array(own.utf8), named: "lad.csv"))
            #expect(try await people(stores) == 139_000)
        }
    }

    @Test("an estimate of the same place, year and kind is replaced, and others stay", arguments: Scratch.engines)
    func replaced(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            for text in [
                "lad_code,lad_name,mid_2014,mid_2015\nE07000114,Thanet,1,2\n",
                "lad_code,lad_name,mid_2014\nE07000114,Thanet,139000\n",
            ] {
                _ = try await stores.places.accept(
                    Self.population(text), from: stores.delivery(Array(text.utf8), named: "lad.csv"))
            }
            #expect(try await people(stores, 2014) == 139_000)
            #expect(try await people(stores, 2015) == 2)
        }
    }

    @Test("a district’s own estimate is found by its name alone, without any lookup", arguments: Scratch.engines)
    func byName(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let text = "lad_code,lad_name,mid_2014\nE06000023,\"Bristol, City of\",440000\n"
            _ = try await stores.places.accept(
                Self.population(text), from: stores.delivery(Array(text.utf8), named: "lad.csv"))
            let table = try await stores.places.population(ofDistrict: "Bristol", areas: ["E01014485"])
            #expect(table.people(inDistrict: "Bristol", during: try .year(2014))?.people == 440_000)
        }
    }

    @Test("a lookup tells a district’s code where its name does not", arguments: Scratch.engines)
    func byLookup(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let lookup = "LSOA11CD,LSOA11NM,LAD18CD,LAD18NM\nE01024657,Thanet 001A,E07000114,Isle of Thanet\n"
            _ = try await stores.places.accept(
                LookupFile(Array(lookup.utf8), file: "l.csv"), from: stores.delivery(Array(lookup.utf8), named: "l.csv")
            )
            let text = "lad_code,lad_name,mid_2014\nE07000114,Isle of Thanet,139000\n"
            _ = try await stores.places.accept(
                Self.population(text), from: stores.delivery(Array(text.utf8), named: "lad.csv"))
            #expect(try await people(stores) == 139_000)
        }
    }

    @Test("boundaries come back as they were given, and are drawn anew when given again", arguments: Scratch.engines)
    func boundaries(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let first = Self.boundaries(north: 51.40)
            let file = try BoundaryFile(first, named: "lsoa.geojson")
            _ = try await stores.places.accept(file, from: stores.delivery(first, named: "lsoa.geojson"))
            let stored = try await stores.places.boundaries(of: ["E01024657", "E01999999"])
            #expect(stored == file.boundaries)

            let again = Self.boundaries(north: 51.45)
            _ = try await stores.places.accept(
                try BoundaryFile(again, named: "lsoa.geojson"), from: stores.delivery(again, named: "lsoa.geojson"))
            let north = try await stores.places.boundaries(of: ["E01024657"])
                .flatMap { $0.polygons.flatMap { $0.rings.joined() } }.map(\.latitude).max()
            #expect(north == 51.45)
        }
    }

    @Test("another partnership has none of them", arguments: Scratch.engines)
    func tenant(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let drawn = Self.boundaries(north: 51.40)
            _ = try await stores.places.accept(
                try BoundaryFile(drawn, named: "lsoa.geojson"), from: stores.delivery(drawn, named: "lsoa.geojson"))
            _ = try await stores.places.accept(
                Self.population(Self.areas), from: stores.delivery(Array(Self.areas.utf8), named: "lsoa.csv"))
            let theirs = Delivering(
                stores.database.opened(for: stores.identities.new(Tenant.self, at: Scratch.noon)), seed: 9)
            #expect(try await theirs.places.boundaries(of: ["E01024657"]).isEmpty)
            #expect(try await people(theirs) == nil)
        }
    }

    private func people(_ stores: Delivering, _ year: Int = 2014) async throws -> Int? {
        let areas = ["E01024657", "E01024658"]
        let table = try await stores.places.population(ofDistrict: "Thanet", areas: areas)
        return table.people(inDistrict: "Thanet", grounds: [areas], during: try .year(year))?.people
    }

    private static func boundaries(north: Double) -> [UInt8] {
        Array(
            """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"LSOA11CD": "E01024657", "LSOA11NM": "Thanet 001A"},
            "geometry": {"type": "Polygon", "coordinates":
            [[[1.38, 51.38], [1.40, 51.38], [1.40, \(north)], [1.38, \(north)], [1.38, 51.38]]]}}]}
            """.utf8)
    }
}

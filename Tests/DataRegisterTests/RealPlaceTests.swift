import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("Real populations and lookups", .enabled(if: Samples.isPresent, "\(Samples.absent)"))
struct RealPlaceTests {
    private static let byDistrict = "population/population_lad_interpolated_2014_2015.csv"
    private static let byArea = "population/population_lsoa11_interpolated_2014_2015.csv"

    @Test("every district of eleven forces finds its people, by its own row and by its LSOAs alike")
    func people() throws {
        let counts = try Samples.read(Samples.street(Samples.forces, 1...1))
        let own = PopulationTable(try PopulationFile(try Samples.bytes(Self.byDistrict), file: "lad.csv").estimates)
        let areas = PopulationTable(try PopulationFile(try Samples.bytes(Self.byArea), file: "lsoa.csv").estimates)
        let year = try Period.year(2014)
        #expect(counts.districts.count > 100)
        for district in counts.districts {
            let codes = counts.lsoas.filter { $0.district == district }.map(\.code)
            let people = try #require(own.people(inDistrict: district, during: year), "\(district)")
            let together = try #require(
                areas.people(inDistrict: district, grounds: [codes], during: year), "\(district)")
            #expect(people.basis == "mid-2014, interpolated between published estimates")
            let gap = Double(abs(people.people - together.people)) / Double(people.people)
            #expect(gap < 0.001, "\(district): \(people.people) and \(together.people)")
        }
    }

    @Test("the lookup of districts, partnerships and forces is taken in", arguments: Scratch.engines)
    func lookups(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let outcome = try await stores.give(
                try Samples.bytes("lookups/lookup_ltla24_csp24_pfa24.csv"), named: "lookup.csv", as: .lookups)
            #expect(outcome.sentence == "lookup.csv: 332 places read.")
            let parents: [String] = try await stores.database.read { db in
                try db.rows("SELECT parent FROM place_link WHERE child = \("E07000114") ORDER BY parent")
                    .map { try $0("parent") }
            }
            #expect(parents == ["E22000147", "E23000032"])
        }
    }
}

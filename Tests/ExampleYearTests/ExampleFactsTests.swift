import DataFiles
import ExampleYear
import Testing

@Suite("The example’s facts")
struct ExampleFactsTests {
    @Test("the published totals are those the whole is judged by, and the assumed one says so")
    func totals() throws {
        let facts = try ExampleFacts(files: try Thanet.files())
        #expect(facts.years == [2014, 2015])
        #expect(facts.types.count == 14)
        #expect(facts.total(in: 2014) == 12_172)
        #expect(facts.total(in: 2015) == 11_648)
        #expect(facts.total(of: "Violence and sexual offences", in: 2015) == 4_007)
        #expect(facts.total(in: 2016) == nil)
        #expect(facts.total(of: "Piracy", in: 2015) == nil)
        #expect(facts.types.filter { !$0.isPublished }.map(\.name) == [ExampleFacts.antiSocialBehaviour])
    }

    @Test("the places are a population file and a lookup too, so that they are imported like any other")
    func places() throws {
        let bytes = try Thanet.bytes("places.csv")
        let people = try PopulationFile(bytes, file: "places.csv")
        #expect(people.places == 84)
        #expect(people.level == .lsoa)
        let in2014 = people.estimates.filter { $0.year == 2014 && $0.basis == .interpolated }
        #expect((137_000...141_000).contains(in2014.map(\.people).reduce(0, +)))
        let lookup = try LookupFile(bytes, file: "places.csv")
        #expect(lookup.levels == [.lsoa, .ward, .district])
        #expect(Set(lookup.links.filter { $0.parent.level == .ward }.map(\.parent.code)).count == 23)
    }

    @Test("Cliftonville West and Margate Central have more than a quarter of crime among a ninth of the LSOAs")
    func concentration() throws {
        let wards = try LookupFile(try Thanet.bytes("places.csv"), file: "places.csv").links
            .filter { ["Cliftonville West", "Margate Central"].contains($0.parent.name) }.map(\.child.code)
        let crimes = try Thanet.usual.get().incidents
            .filter { $0.isPlaced && $0["Crime type"] != ExampleFacts.antiSocialBehaviour }
        #expect(wards.count * 9 <= 84)
        #expect(crimes.count { wards.contains($0["LSOA code"]) } * 4 > crimes.count)
    }

    @Test("a folder that lacks a table, a column or a value is refused, and the place is named")
    func faults() throws {
        var files = try Thanet.files()
        files["outcomes.csv"] = nil
        let missing = #expect(throws: DataFileError.self) { try ExampleFacts(files: files) }
        #expect(missing?.file == "outcomes.csv")

        files = try Thanet.files()
        files["totals.csv"] = Array("crime_type,2014,2015,basis\nBurglary,many,1,published\n".utf8)
        let notANumber = #expect(throws: DataFileError.self) { try ExampleFacts(files: files) }
        #expect(notANumber?.line == 2)
        #expect(notANumber?.column == "2014")

        files["totals.csv"] = Array("crime_type,2014,2016,basis\nBurglary,1,1,published\n".utf8)
        #expect(throws: DataFileError.self) { try ExampleFacts(files: files) }
        files["totals.csv"] = Array("crime_type,2014,basis\nPiracy,1,published\n".utf8)
        let unknown = #expect(throws: DataFileError.self) { try ExampleFacts(files: files) }
        #expect(unknown?.problem == "‘Piracy’ has no seasonality")
    }
}

import DataFiles
import SampleData
import Testing

@testable import DataRegister

@Suite("Which population a rate is set against")
struct PopulationTableTests {
    private let code = "E07000114"

    private func table(_ years: [(Int, Int, PopulationEstimate.Basis)]) -> PopulationTable {
        PopulationTable(years.map { .made(code, "Thanet", .district, $0.0, $0.1, $0.2) })
    }

    @Test("of one year a mid-year estimate comes before a census, and a census before an interpolation")
    func preference() throws {
        let year = try Period.year(2011)
        let all = table([(2011, 1, .interpolated), (2011, 2, .census), (2011, 3, .midYear)])
        #expect(all.people(inDistrict: "Thanet", during: year)?.people == 3)
        let two = table([(2011, 1, .interpolated), (2011, 2, .census)])
        #expect(two.people(inDistrict: "Thanet", during: year)?.people == 2)
    }

    @Test("the year itself comes before a better kind of estimate of another year")
    func yearFirst() throws {
        let used = table([(2014, 1, .interpolated), (2013, 2, .midYear)])
            .people(inDistrict: "Thanet", during: try .year(2014))
        #expect(used?.people == 1)
        #expect(used?.basis == "mid-2014, interpolated between published estimates")
    }

    @Test("failing that the nearest within five years is taken, and said to be so")
    func nearest() throws {
        let table = table([(2011, 1, .census), (2017, 2, .midYear)])
        let used = table.people(inDistrict: "Thanet", during: try .year(2015))
        #expect(used?.people == 2)
        #expect(used?.basis == "mid-2017 estimate, the nearest to 2015 at hand")
        #expect(
            table.people(inDistrict: "Thanet", during: try .year(2012))?.basis
                == "Census 2011, the nearest to 2012 at hand")
        #expect(table.people(inDistrict: "Thanet", during: try .year(2022))?.people == 2)
        #expect(table.people(inDistrict: "Thanet", during: try .year(2023)) == nil)
    }

    @Test("a district without an estimate of its own has that of its LSOAs together")
    func sumOfAreas() throws {
        let areas = PopulationTable(
            [
                .made("E01024657", "Thanet 001A", .lsoa, 2014, 2_604, in: code),
                .made("E01024658", "Thanet 001B", .lsoa, 2014, 2_308, in: code),
                .made("E01024658", "Thanet 001B", .lsoa, 2015, 2_380, in: code),
                .made("E01000001", "City of London 001A", .lsoa, 2014, 9_999, in: "E09000001"),
            ], districtCodes: ["Thanet": [code]])
        #expect(areas.people(inDistrict: "Thanet", during: try .year(2014))?.people == 4_912)
        #expect(areas.people(in: "E01024657", during: try .year(2014))?.people == 2_604)
        #expect(areas.people(inDistrict: "Dover", during: try .year(2014)) == nil)
    }

    @Test(
        "the names of the ONS and of the police are one district",
        arguments: [
            ("Hartlepool UA", "Hartlepool"), ("Bristol, City of", "Bristol"), ("Bristol, City of UA", "Bristol"),
            ("Herefordshire, County of", "Herefordshire"), ("Kingston upon Hull, City of", "Kingston upon Hull"),
            ("Thanet", "Thanet"), ("The Vale of Glamorgan", "Vale of Glamorgan"),
            ("St. Edmundsbury", "St Edmundsbury"),
        ])
    func names(ons: String, police: String) throws {
        let table = PopulationTable([.made(code, ons, .district, 2014, 7)])
        #expect(table.people(inDistrict: police, during: try .year(2014))?.people == 7)
        #expect(table.people(inDistrict: ons, during: try .year(2014))?.people == 7)
    }

    @Test("of a merged district it is never the people of one of those that went into it")
    func merged() throws {
        let estimates: [PopulationEstimate] = [
            .made("E07000205", "Suffolk Coastal", .district, 2024, 131_028),
            .made("E07000206", "Waveney", .district, 2024, 118_433),
            .made("E01030001", "Suffolk Coastal 001A", .lsoa, 2024, 1_500, in: "E07000205"),
            .made("E01030201", "Waveney 001A", .lsoa, 2024, 1_700, in: "E07000206"),
        ]
        let year = try Period.year(2024)
        let whole = [["E01030001", "E01030201"]]
        let table = PopulationTable(estimates)
        #expect(table.people(inDistrict: "East Suffolk", grounds: whole, during: year)?.people == 3_200)
        #expect(
            table.people(inDistrict: "East Suffolk", grounds: [["E01030001", "E01030999"]], during: year) == nil,
            "the people of one area are not known")
        #expect(table.people(inDistrict: "East Suffolk", during: year) == nil)
        // A few areas that a lookup places elsewhere change nothing where the name has an estimate of its own.
        let few = PopulationTable(estimates, districtCodes: ["Waveney": ["E07000206"]])
        #expect(few.people(inDistrict: "Waveney", grounds: whole, during: year)?.people == 118_433)
    }

    @Test("a code that has areas of another district too is no district’s of another name")
    func shared() throws {
        let table = PopulationTable([
            .made("E01030301", "Forest Heath 001A", .lsoa, 2014, 1_500, in: "E07000245"),
            .made("E01030401", "St Edmundsbury 001A", .lsoa, 2014, 1_800, in: "E07000245"),
        ])
        let people = table.people(inDistrict: "Forest Heath", grounds: [["E01030301"]], during: try .year(2014))
        #expect(people?.people == 1_500)
    }

    @Test("nobody living somewhere is no population to divide by")
    func nobody() throws {
        #expect(table([(2014, 0, .midYear)]).people(inDistrict: "Thanet", during: try .year(2014)) == nil)
    }
}

import DataFiles
import Foundation
import Testing

@Suite("Population files")
struct PopulationFileTests {
    private func read(_ text: String) throws -> PopulationFile {
        try PopulationFile(Array(text.utf8), file: "people.csv")
    }

    @Test("each place and column gives an estimate with its year and its basis")
    func estimates() throws {
        let file = try read(
            """
            lsoa11_code,lsoa11_name,lad_code,lad_name,census_2011,mid_2017,interp_mid_2014,note
            E01024657,Thanet 001A,E07000114,Thanet,1700,"1,812",1756,x
            E01024658,Thanet 001B,E07000114,Thanet,1500,0,1600,y

            """)
        #expect(file.level == .lsoa)
        #expect(file.vintage == 2011)
        #expect(file.places == 2)
        #expect(file.unusedColumns == ["note"])
        #expect(file.estimates.map(\.people) == [1700, 1812, 1756, 1500, 0, 1600])
        #expect(file.estimates.map(\.year) == [2011, 2017, 2014, 2011, 2017, 2014])
        #expect(file.estimates.prefix(3).map(\.basis) == [.census, .midYear, .interpolated])
        #expect(
            file.estimates[0]
                == PopulationEstimate(
                    placeCode: "E01024657", placeName: "Thanet 001A", level: .lsoa, districtCode: "E07000114",
                    year: 2011, basis: .census, people: 1700))
    }

    @Test(
        "the ONS's ways of heading a mid-year estimate are recognised",
        arguments: ["2014", "mid-2014", "Mid 2014", "mid_2014", "mid_year_2014", "Population 2014"])
    func headings(heading: String) throws {
        let file = try read("LAD14CD,LAD14NM,\(heading)\nE07000114,Thanet,138400\n")
        #expect(file.estimates.map(\.year) == [2014])
        #expect(file.estimates.map(\.basis) == [.midYear])
        #expect(file.estimates.map(\.districtCode) == [nil])
        #expect(file.vintage == 2014)
    }

    @Test(
        "a number of people that is blank, negative or not whole is refused with its line and column",
        arguments: [
            ("", "blank"), ("  ", "blank"), ("-4", "negative"), ("−4", "negative"), ("12.5", "not a whole number"),
            ("1,46", "not a whole number"), (",146", "not a whole number"), ("n/a", "not a whole number"),
            ("٣", "not a whole number"), ("999999999999999999999", "not a whole number"), ("1e3", "not a whole number"),
        ])
    func values(value: String, problem: String) {
        let text = "lad_code,lad_name,mid_2014\nE07000114,Thanet,138400\nE07000108,Dover,\"\(value)\"\n"
        let error = #expect(throws: DataFileError.self) { try read(text) }
        #expect(error?.line == 3)
        #expect(error?.column == "mid_2014")
        #expect(error?.problem.contains(problem) == true)
    }

    @Test("a place that comes twice is refused, and both lines are named")
    func twice() {
        let text = "lad_code,lad_name,2014\nE07000114,Thanet,1\nE07000108,Dover,2\nE07000114,Thanet,1\n"
        let error = #expect(throws: DataFileError.self) { try read(text) }
        #expect(error?.line == 4)
        #expect(error?.problem == "E07000114 stands on line 2 already")
    }

    @Test("a file without a recognised column is refused, and is told what would be recognised and what it has")
    func unrecognised() {
        let noEstimate = #expect(throws: DataFileError.self) { try read("lad_code,lad_name,people\nE07000114,T,1\n") }
        #expect(noEstimate?.advice.contains("census_2011") == true)
        #expect(noEstimate?.advice.contains("‘people’") == true)
        let noPlace = #expect(throws: DataFileError.self) { try read("town,2014\nMargate,1\n") }
        #expect(noPlace?.advice.contains("lsoa11_code") == true)
        let noName = #expect(throws: DataFileError.self) { try read("lad_code,2014\nE07000114,1\n") }
        #expect(noName?.column == "lad_code")
        let sameTwice = #expect(throws: DataFileError.self) {
            try read("lad_code,lad_name,2014,mid-2014\nE07000114,T,1,1\n")
        }
        #expect(sameTwice?.column == "mid-2014")
    }

    @Test(
        "a row without a proper code or a name is refused",
        arguments: [",Thanet", "Thanet,E07000114", "E0700011,Thanet", "E07000114, "])
    func places(place: String) {
        let error = #expect(throws: DataFileError.self) { try read("lad_code,lad_name,2014\n\(place),1\n") }
        #expect(error?.line == 2)
    }

    @Test("a header with nothing below it is refused, not taken for a country without people")
    func empty() {
        #expect(throws: DataFileError.self) { try read("lad_code,lad_name,2014\n") }
    }

    @Test(
        "the real files give every district and every LSOA its people",
        .enabled(if: Samples.present, "no data samples: set FRANKPLEDGE_DATA_SAMPLES to run this test"))
    func realFiles() throws {
        let districts = try PopulationFile(
            Samples.bytes("population/population_lad_interpolated_2014_2015.csv"), file: "lad.csv")
        #expect(districts.places == 348)
        #expect(districts.estimates.count == 348 * 5)
        let thanet = districts.estimates.filter { $0.placeCode == "E07000114" && $0.basis == .interpolated }
        #expect(thanet.map(\.year) == [2014, 2015])

        let areas = try PopulationFile(
            Samples.bytes("population/population_lsoa11_interpolated_2014_2015.csv"), file: "lsoa.csv")
        #expect(areas.places == 34_753)
        let inThanet = areas.estimates.filter { $0.districtCode == "E07000114" && $0.basis == .census }
        #expect(inThanet.count == 84)
        let census = districts.estimates.first { $0.placeCode == "E07000114" && $0.basis == .census }
        #expect(inThanet.map(\.people).reduce(0, +) == census?.people)
    }

    private enum Samples {
        static let folder = URL(
            filePath: ProcessInfo.processInfo.environment["FRANKPLEDGE_DATA_SAMPLES"]
                ?? #filePath + "/../../../../shared/data"
        ).standardized

        static var present: Bool {
            FileManager.default.fileExists(atPath: folder.appending(path: "population").path)
        }

        static func bytes(_ path: String) throws -> [UInt8] {
            Array(try Data(contentsOf: folder.appending(path: path)))
        }
    }
}

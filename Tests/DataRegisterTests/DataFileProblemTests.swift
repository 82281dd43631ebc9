import DataFiles
import Geography
import Testing

@testable import DataRegister

@Suite("A file of boundaries that cannot be used is told of as every other")
struct DataFileProblemTests {
    @Test("line, column and area are named, as far as they are known")
    func places() {
        let inText = BoundaryFileError(
            file: "wards.geojson", line: 3, column: 5, problem: "a comma is missing", advice: "Fetch it again.")
        let inArea = BoundaryFileError(
            file: "wards.geojson", feature: 12, code: "E05005081", problem: "ring 1 has 3 points",
            advice: "Fetch it again.")
        let whole = BoundaryFileError(file: "wards.geojson", problem: "the file is empty", advice: "Fetch it again.")

        #expect(
            DataFileError(inText).description
                == "wards.geojson, line 3: column 5: a comma is missing. Fetch it again.")
        #expect(
            DataFileError(inArea).description
                == "wards.geojson: feature 12 (E05005081): ring 1 has 3 points. Fetch it again.")
        #expect(DataFileError(whole).description == "wards.geojson: the file is empty. Fetch it again.")
    }
}

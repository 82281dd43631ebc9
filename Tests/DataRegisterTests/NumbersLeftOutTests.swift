import DataFiles
import Testing

@testable import DataRegister

@Suite("A column of numbers is proposed as the count, or told where it is left out")
struct NumbersLeftOutTests {
    private func table(_ heading: String, _ cells: [String]) throws -> GivenTable {
        let rows = cells.map { "E01024657,2015-04,\($0)" }
        return try GivenTable(
            Array((["LSOA,Month,\(heading)"] + rows).joined(separator: "\n").utf8) + [0x0A], file: "a.csv")
    }

    private func proposed(_ heading: String, _ cells: String...) throws -> String {
        MappingForm.Typed(guessing: try table(heading, cells))["count-column"]
    }

    @Test(
        "by its heading, with a few cells that are withheld, and not where its values are no numbers",
        arguments: [
            ("N", ["3", "12", "4"], true), ("Number", ["3", "*", "<5"], true), ("Callouts", ["*", "*", "7"], true),
            ("Total", ["\"1,234\"", "12.0", "3"], true), ("n", ["x", "y", "3"], false),
            ("Count", ["high", "low", "low"], false), ("Number", ["*", "*", "*"], false),
        ])
    func proposal(heading: String, cells: [String], isProposed: Bool) throws {
        let table = try table(heading, cells)
        #expect(MappingForm.Typed(guessing: table)["count-column"] == (isProposed ? heading : ""))
    }

    @Test("numbers that count the rows themselves are not proposed")
    func running() throws {
        let table = try table("Incident number", (1...12).map { "\($0)" })
        #expect(MappingForm.Typed(guessing: table)["count-column"].isEmpty)
        #expect(NumbersLeftOut(of: table, besides: []).sentence == nil)
    }

    @Test(
        "where each row is one, any column of small whole numbers that nobody chose is told",
        arguments: [
            ("N", ["3", "12", "4"], true), ("Jobs", ["3", "12", "4"], true), ("Jobs", ["1", "1", "1"], false),
            ("Age", ["30", "12", "40"], false), ("Year", ["2015", "2015", "2016"], false),
            ("Easting", ["635000", "635100", "635000"], false), ("Note", ["a", "b", "3"], false),
        ])
    func told(heading: String, cells: [String], isTold: Bool) throws {
        let left = NumbersLeftOut(of: try table(heading, cells), besides: ["LSOA", "Month"])
        #expect(
            left.sentence
                == (isTold
                    ? "Each row is counted as one. The column ‘\(heading)’ holds numbers and is left out: choose it if it "
                        + "is the count." : nil))
        #expect(NumbersLeftOut(of: try table(heading, cells), besides: ["LSOA", "Month", heading]).sentence == nil)
    }
}

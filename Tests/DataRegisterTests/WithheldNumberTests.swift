import DataFiles
import SampleData
import Testing

@testable import DataRegister

@Suite("What a partner’s file withholds is missing, and never zero")
struct WithheldNumberTests {
    private func read(_ rows: String..., category: DataMapping.Category = .one("assault")) throws -> MappedReading {
        let text = (["where,when,n,what"] + rows).joined(separator: "\n") + "\n"
        let names = ["E01024657": "Thanet 001A", "E01024658": "Thanet 001B"]
        return try MappedReading(
            DelimitedText(Array(text.utf8), file: "a.csv"),
            by: DataMapping(
                headings: ["where", "when", "n", "what"], placeForm: .lsoaCode, placeColumn: "where", timeForm: .month,
                timeColumn: "when", category: category, count: .column("n")),
            places: PlaceBook(names: [.lsoa2011: names]), measures: ["assault": "Assault"], latest: "2016-12")
    }

    @Test(
        "a withheld count is said to be withheld, and nobody is told to put zero in its place",
        arguments: [
            "<5", "< 5", "<=4", "≤ 4", "*", "**", "c", "C", "[c]", "fewer than 5", "Fewer than five", "less than 10",
            "1-4",
            "1 to 4", "4 or fewer", "under 5", "Suppressed", "withheld", "[low]",
        ])
    func withheld(cell: String) throws {
        let found = try read("E01024657,2015-04,\(cell),", "E01024658,2015-04,3,")
        let reason = try #require(found.faults.first?.reason)
        #expect(reason == "‘\(cell)’ stands for a number that the provider withheld: it is not zero, and stays missing")
        #expect(found.withheld == 1 && found.rows == RowTally(kept: 1, refused: 1))
        #expect(found.periods.map(\.part) == ["the number in 1 row of its file was withheld or not given"])
    }

    @Test(
        "a sign that may mean several things is not taken as zero either",
        arguments: ["-", "–", "..", "n/a", "N/A", ":", "x", "[x]", "unknown"])
    func unclear(cell: String) throws {
        let found = try read("E01024657,2015-04,\(cell),", "E01024658,2015-04,3,")
        let reason = try #require(found.faults.first?.reason)
        #expect(reason.contains("it is not taken as zero, and stays missing") && !reason.contains("must say 0"))
        #expect(found.withheld == 1)
    }

    @Test(
        "a blank count, and one that is no number, keep their own words",
        arguments: ["", "-3", "1.5", "three", "1-400"])
    func others(cell: String) throws {
        let found = try read("E01024657,2015-04,\(cell),", "E01024658,2015-04,3,")
        let reason = try #require(found.faults.first?.reason)
        #expect(
            reason
                == (cell.isEmpty
                    ? "the count is blank; where there was none, it must say 0"
                    : "‘\(cell)’ is not a whole number from 0 on"))
        #expect(found.withheld == 0)
    }

    @Test("where a row names neither a place nor how many, its period is known in part: they may be many")
    func withheldNowhere() throws {
        let found = try read("E01024657,2015-04,3,", "E09999999,2015-04,*,")
        #expect(found.periods.map(\.part) == ["the number in 1 row of its file was withheld or not given"])
        #expect(found.periods.flatMap(\.observations).map(\.number) == [3])
        #expect(found.withheld == 1)
    }

    @Test("a row whose category is blank may be of any: its month is told in part, unless it counts nothing")
    func category() throws {
        let found = try read(
            "E01024657,2015-04,3,Assault", "E01024657,2015-04,2,", "nowhere,2015-05,2,", "E01024657,2015-05,1,Assault",
            "E01024657,2015-06,0,", "E01024657,2015-06,1,Assault", "E01024657,2015-07,2,Overdose",
            "E01024657,2015-07,2,Assault",
            category: .column("what", ["Assault": "assault"]))
        let part = "the category of 1 row of its file is blank"
        #expect(found.periods.map(\.part) == [part, part, nil, nil], "what was not chosen is not missed")
        #expect(found.withheld == 0)
    }
}

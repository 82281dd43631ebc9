import DataFiles
import Testing

@testable import DataRegister

@Suite("Titles above a partner’s table are passed over, and it is said")
struct TitlesAboveTests {
    private func table(_ lines: String...) throws -> GivenTable {
        try GivenTable(Array((lines.joined(separator: "\n") + "\n").utf8), file: "a.csv")
    }

    @Test(
        "a title, what it is of and empty rows are none of the table",
        arguments: [
            ["Ambulance call-outs"], ["Ambulance call-outs,,,"], [",Ambulance call-outs,,", ",,,"],
            ["\"Ambulance call-outs, 2015\"", "", "Period:,2015,,", "Made by:,Performance team,,", ",,,"],
        ])
    func passedOver(above: [String]) throws {
        let rows = above + ["LSOA,Month,Kind,Count", "E01024657,2015-01,Assault,3", "E01024657,2015-02,Assault,4"]
        let table = try GivenTable(Array((rows.joined(separator: "\n") + "\n").utf8), file: "a.csv")

        #expect(table.headings == ["LSOA", "Month", "Kind", "Count"])
        #expect(table.rows == 2)
        let line = above.count + 1
        #expect(table.remark == "Its headings were found in line \(line); what stands above them was passed over.")
        #expect(try table.text().headerLine == line)
    }

    @Test("a row is told by the line that it stands on in the file as it was given, also in what is kept of it")
    func lines() throws {
        let table = try table("Ambulance call-outs", "", "LSOA,Month,Note", "E01024657,2015-01,x")
        var text = try table.text()
        #expect(try text.next()?.line == 4)

        let mapping = DataMapping(
            headings: table.headings, placeForm: .lsoaCode, placeColumn: "LSOA", timeForm: .month, timeColumn: "Month",
            category: .one("calls"), count: .rows)
        let kept = String(decoding: try KeptColumns(of: table, readBy: mapping).csv, as: UTF8.self)
        #expect(kept == "\n\nLSOA,Month\nE01024657,2015-01\n")
        #expect(try GivenTable(Array(kept.utf8), file: "a.csv").remark == nil)
    }

    @Test("semicolons and tabs are found below a title, too", arguments: [";", "\t"])
    func separators(separator: String) throws {
        let rows = [["LSOA", "Month", "Count"], ["E01024657", "2015-01", "3"]].map { $0.joined(separator: separator) }
        #expect(try table("Ambulance call-outs", rows[0], rows[1]).headings == ["LSOA", "Month", "Count"])
    }

    @Test("a workbook’s sheet tells of rows, not lines")
    func sheet() throws {
        let sheet = Array("Ambulance,,\nLSOA,Month,Count\nE01024657,2015-01,3\n".utf8)
        let table = try GivenTable(sheet: sheet, file: "a.xlsx", remark: "It has one sheet.")
        #expect(
            table.remark
                == "It has one sheet. Its headings were found in row 2; what stands above them was passed over.")
    }

    @Test(
        "no row of data is taken for the headings",
        arguments: [
            ["LSOA,,Count", "E01024657,2015-01,3"], ["LSOA,Month,", "E01024657,2015-01,Assault"],
            ["Ambulance", "E01024657,2015-01,3"], ["Ambulance", "2015"], ["<p>Not found</p>", "a,b", "c,d"],
        ])
    func noHeadings(rows: [String]) {
        #expect(throws: DataFileError.self) {
            _ = try GivenTable(Array((rows.joined(separator: "\n") + "\n").utf8), file: "a.csv")
        }
    }

    @Test("months over the columns, joined in groups, are no title: the table is refused with what to do")
    func groups() {
        #expect(throws: DataFileError.self) { try table(",2014,,2015,", "Ward,Jan,Feb,Mar,Apr", "Pier,1,2,3,4") }
    }
}

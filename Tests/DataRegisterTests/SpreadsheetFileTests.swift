import DataFiles
import Foundation
import Testing

@testable import DataRegister

@Suite("A partner’s file is read however a spreadsheet saved it, and never for long")
struct SpreadsheetFileTests {
    private func error(_ bytes: [UInt8]) -> DataFileError? {
        do {
            _ = try GivenTable(bytes, file: "a.csv")
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "commas, semicolons and tabs are told apart by the first row",
        arguments: [(",", String?.none), (";", "values with semicolons between them"), ("\t", "values with tabs")])
    func separators(separator: String, remark: String?) throws {
        let rows = [["LSOA", "Month", "Callouts", "Note"], ["E01000001", "2014-01", "3", "\"A, B; C\""]]
        let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")

        let table = try GivenTable(Array(text.utf8), file: "a.csv")

        #expect(table.headings == ["LSOA", "Month", "Callouts", "Note"])
        #expect(table.columns.map(\.sample) == [["E01000001"], ["2014-01"], ["3"], ["A, B; C"]])
        #expect(table.remark?.contains(remark ?? "?") ?? (remark == nil), "\(table.remark ?? "")")
        #expect(!table.isFromWorkbook)
    }

    @Test("UTF-16 and the letters of older versions of Excel are read, and it is said")
    func encodings() throws {
        let text = "Ward;Month;Calls\r\nSaint-Méard;2014-01;3\r\n"
        let utf16 = try #require(text.data(using: .utf16))
        let unsigned = try #require(text.data(using: .utf16LittleEndian))
        let old = try #require(text.data(using: .windowsCP1252))
        for (bytes, told) in [(utf16, "UTF-16"), (unsigned, "UTF-16"), (old, "Windows-1252")] {
            let table = try GivenTable([UInt8](bytes), file: "a.csv")
            #expect(table.columns[0].sample == ["Saint-Méard"])
            #expect(table.remark?.contains(told) == true && table.remark?.contains("semicolons") == true)
        }
        #expect(try GivenTable(Array("Ward,Month\nSaint-Méard,2014-01\n".utf8), file: "a.csv").remark == nil)
    }

    @Test("what is no table is refused with what it is and what to do")
    func noTable() {
        let cases: [([UInt8], String)] = [
            (Array("Ward\nPier\n".utf8), "neither commas, semicolons nor tabs"),
            (Array("<!DOCTYPE html>\n<p>Not found</p>\n".utf8), "it is a web page"),
            (Array("Ward,,Calls\nPier,1,2\n".utf8), "column 2 of 3 has none"),
            (Array("Ward,Calls\n".utf8), "nothing below it"), ([0x4D, 0x5A, 0, 3, 0, 0, 7], "zero bytes"),
        ]
        for (bytes, problem) in cases {
            let error = error(bytes)
            #expect(error?.problem.contains(problem) == true, "\(String(describing: error))")
            #expect(error?.advice.isEmpty == false)
        }
    }

    @Test("a table of more columns than anybody makes is refused before its rows are looked at")
    func columns() throws {
        func file(_ columns: Int) -> [UInt8] {
            let heading = (1...columns).map { "c\($0)" }.joined(separator: ",")
            return Array("\(heading)\n\(Array(repeating: "1", count: columns).joined(separator: ","))\n".utf8)
        }
        #expect(try GivenTable(file(200), file: "a.csv").columns.count == 200)
        let error = error(file(999))
        #expect(error?.problem == "it has 999 columns, more than the 200 that are read")
        #expect(error?.advice.contains("Delete the columns") == true)
    }

    @Test("few different values are listed, and more than that are not kept")
    func values() throws {
        let rows = (1...500).map { "E01000001,kind \($0 % 60),\($0)\n" }.joined()
        let table = try GivenTable(Array("LSOA,Kind,Number\n\(rows)".utf8), file: "a.csv")
        #expect(table.columns[1].values?.count == 60)
        #expect(table.columns[2].values == nil)
        #expect(table.rows == 500)
    }

    @Test("a decimal comma makes no fifteen of one and a half")
    func decimalComma() throws {
        let mapping = DataMapping(
            headings: ["LSOA", "Month", "Calls"], placeForm: .lsoaCode, placeColumn: "LSOA", timeForm: .month,
            timeColumn: "Month", category: .one("assault"), count: .column("Calls"))
        let calls = ["1,5", "1,234", "12.0", "1,23,456", "1000000000000", ",5", "7"]
        let text = "LSOA;Month;Calls\n" + calls.map { "E01000001;2014-01;\($0)\n" }.joined()
        let table = try GivenTable(Array(text.utf8), file: "a.csv")
        let latest = Month(year: 2016, number: 12)
        let reading = try MappedReading(
            table.text(), by: mapping, places: PlaceBook(), measures: [:], latest: latest)
        #expect(reading.preview.map(\.count) == [1_234, 12, 7])
        #expect(reading.faults.count == 4)
        #expect(reading.faults[2].reason.contains("more than any count"))
    }

    @Test("a workbook’s days that are plain numbers are read from the year that it counts from")
    func dayNumbers() throws {
        let sheet = Array("LSOA,Date,Calls\nE01000001,40641,3\nE01000001,40642.5,#N/A\n".utf8)
        let old = try GivenTable(sheet: sheet, file: "a.xlsx", remark: "", countsFrom1904: true)
        #expect(old.columns[1].timeForms == [.excelDay1904] && old.personal.isEmpty)
        let new = try GivenTable(sheet: sheet, file: "a.xlsx", remark: "")
        #expect(new.columns[1].timeForms == [.excelDay])
    }

    @Test(
        "a count that is an error of Excel’s, or a formula nobody worked out, is refused as that",
        arguments: [
            "#N/A", "(a formula without a saved value)",
        ])
    func withoutValue(cell: String) throws {
        let mapping = DataMapping(
            headings: ["LSOA", "Month", "Calls"], placeForm: .lsoaCode, placeColumn: "LSOA", timeForm: .month,
            timeColumn: "Month", category: .one("assault"), count: .column("Calls"))
        let sheet = Array("LSOA,Month,Calls\nE01000001,2014-01,\(cell)\n".utf8)
        let table = try GivenTable(sheet: sheet, file: "a.xlsx", remark: "")
        let reading = try MappedReading(
            table.text(), by: mapping, places: PlaceBook(), measures: [:], latest: Month(year: 2016, number: 12))
        #expect(
            reading.faults.map(\.reason) == [
                "the cell has no value but ‘\(cell)’; save the workbook in Excel, or paste values"
            ])
        #expect(table.personal.isEmpty && table.doubts.isEmpty)
    }

    @Test("what is kept of a file with semicolons is the columns that were read, with commas")
    func kept() throws {
        let mapping = DataMapping(
            headings: ["LSOA", "Month", "Note"], placeForm: .lsoaCode, placeColumn: "LSOA", timeForm: .month,
            timeColumn: "Month", category: .one("assault"), count: .rows)
        let table = try GivenTable(Array("LSOA;Month;Note\nE01000001;2014-01;secret\n".utf8), file: "a.csv")
        let kept = try KeptColumns(of: table, readBy: mapping).csv
        #expect(String(decoding: kept, as: UTF8.self) == "LSOA,Month\nE01000001,2014-01\n")
    }
}

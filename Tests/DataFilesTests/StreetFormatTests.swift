import DataFiles
import Testing

@Suite("Street-level CSV is read as RFC 4180 has it")
struct StreetFormatTests {
    private func same(_ bytes: [UInt8], as rows: [String], at place: SourceLocation = #_sourceLocation) throws {
        let counts = try Street.read(DataFile(bytes: bytes, name: "kent.csv"))
        let expected = try Street.read(rows)
        #expect(counts.named == expected.named, sourceLocation: place)
        #expect(counts.rows == expected.rows, sourceLocation: place)
    }

    private let rows = [Street.thanet, Street.antisocial, Street.unplaced, Street.row(type: "Drugs")]

    @Test("lines may end in CRLF or LF, the last without either")
    func lineBreaks() throws {
        try same(Street.csv(rows, lineBreak: "\n"), as: rows)
        try same(Street.csv(rows).dropLast(2), as: rows)
        try same(Street.csv(rows, lineBreak: "\n").dropLast(), as: rows)
    }

    @Test("a byte order mark before the header is passed over")
    func byteOrderMark() throws {
        try same([0xEF, 0xBB, 0xBF] + Street.csv(rows), as: rows)
    }

    @Test("empty lines are no rows")
    func emptyLines() throws {
        try same(Street.csv([rows[0], "", rows[1], "", "", rows[2], rows[3], "", ""]), as: rows)
    }

    @Test(
        "quoted fields may hold commas, doubled quotation marks and line breaks",
        arguments: [
            "\"High Street, Margate\"", "\"Near \"\"The Crown\"\"\"", "\"one\r\ntwo\nthree\"", "\"\"", "\"\"\"\"",
        ])
    func quoted(location: String) throws {
        try same(Street.csv([Street.row(location: location), Street.unplaced]), as: [Street.thanet, Street.unplaced])
    }

    @Test("a field that is counted may be quoted too")
    func quotedKeys() throws {
        let row = Street.row(
            month: "\"2014-01\"", longitude: "\"1.423175\"", code: "\"E01024695\"", name: "\"Thanet 001A\"",
            type: "\"Burglary\"", context: "\"Generated example\"")
        try same(Street.csv([row]), as: [Street.thanet])
        #expect(try Street.read([row]).generatedRows == 1)
        let named = try Street.read([Street.row(type: "\"Theft, \"\"other\"\"\"")])
        #expect(named.types == ["Theft, \"other\""])
    }

    @Test("a line after one with quoted line breaks is still counted as an editor counts")
    func linesAfterQuotes() throws {
        let counts = try Street.read([Street.row(location: "\"one\r\ntwo\r\nthree\""), Street.row(month: "2014-13")])
        #expect(counts.faults.map(\.line) == [5])
    }

    @Test("columns may stand in another order")
    func reordered() throws {
        let order = [11, 9, 8, 7, 5, 4, 3, 2, 1, 0, 6, 10]
        let lines = ([Street.header] + rows).map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return order.map { String(fields[$0]) }.joined(separator: ",") + "\n"
        }
        try same(Array(lines.joined().utf8), as: rows)
    }

    @Test("columns that are not street-level ones are passed over and remarked on")
    func extraColumns() throws {
        let bytes = Street.csv(rows.map { "7," + $0 + ",x" }, header: "Row," + Street.header + ",Note")
        try same(bytes, as: rows)
        let counts = try Street.read(DataFile(bytes: bytes, name: "kent.csv"))
        #expect(counts.remarks == ["kent.csv has columns that were not read: ‘Row’, ‘Note’."])
    }

    @Test("text beyond ASCII is read")
    func unicode() throws {
        let counts = try Street.read([Street.row(location: "Caffè", name: "Ynys Môn 001A")])
        #expect(counts.districts == ["Ynys Môn"])
    }

    @Test("positions need not have six decimals")
    func decimals() throws {
        let written = ["1.4", "1", "-0.12345678", "01.400000", ".5", "-1.234567", "0.000001"]
        for longitude in written {
            let counts = try Street.read([Street.row(longitude: longitude)])
            let expected = try #require(Double(longitude))
            let position = try #require(counts.lsoas.first?.position, "\(longitude)")
            #expect(abs(position.longitude - expected) < 6e-7, "\(longitude)")
        }
    }

    @Test("records that cross the blocks a file is read in are whole", arguments: [1, 2, 5])
    func blocks(threads: Int) throws {
        // Rows of every length up to some 600 bytes, one in seven with line breaks in quotation marks, so that blocks
        // end in every kind of place; far more than one block.
        var rows: [String] = []
        var line = 2
        var faultLines: [Int] = []
        for number in 0..<9_000 {
            let filling = String(repeating: "x", count: number % 599)
            if number % 7 == 0 {
                rows.append(Street.row(location: "\"\(filling),\r\n\"\"quoted\"\"\n\"", code: "E01000001"))
                line += 3
            } else if number % 1_000 == 1 {
                rows.append(Street.row(month: "2014-00", location: filling))
                faultLines.append(line)
                line += 1
            } else {
                rows.append(Street.row(location: filling))
                line += 1
            }
        }
        let counts = try Street.read(Street.file(rows), options: Street.options(threads: threads))
        #expect(counts.rows.read == 9_000)
        #expect(counts.faults.map(\.line) == faultLines)
        #expect(counts.lsoas.map(\.rows) == [1_286, 9_000 - 1_286 - faultLines.count])
    }
}

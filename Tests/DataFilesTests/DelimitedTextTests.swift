import DataFiles
import Testing

@Suite("Comma-separated text")
struct DelimitedTextTests {
    private func rows(_ text: String) throws -> [DelimitedText.Row] {
        var file = try DelimitedText(Array(text.utf8), file: "towns.csv")
        var rows: [DelimitedText.Row] = []
        while let row = try file.next() { rows.append(row) }
        return rows
    }

    private func error(in bytes: [UInt8], limits: DelimitedText.Limits = .init()) -> DataFileError? {
        do {
            var file = try DelimitedText(bytes, file: "towns.csv", limits: limits)
            while try file.next() != nil {}
            return nil
        } catch {
            return error
        }
    }

    @Test("quotes, doubled quotes, commas and line breaks inside a value are kept as written")
    func quotes() throws {
        let rows = try rows("name,note\n\"Kingston upon Hull, City of\",\"the \"\"old\"\" town\"\n\"a\r\nb\",\"\"\n")
        #expect(rows.map(\.fields) == [["Kingston upon Hull, City of", "the \"old\" town"], ["a\r\nb", ""]])
    }

    @Test("a byte order mark, either line ending, blank lines and a missing last line end make no difference")
    func endings() throws {
        let plain = try rows("a,b\n1,2\n3,4\n").map(\.fields)
        #expect(plain == [["1", "2"], ["3", "4"]])
        for text in [
            "\u{FEFF}a,b\r\n1,2\r\n3,4\r\n", "a,b\n\n1,2\n\n\n3,4", "\na,b\r\n1,2\n3,4\n\r\n", "a,b\n1,2\n\"3\",\"4\"",
        ] {
            #expect(try rows(text).map(\.fields) == plain)
        }
    }

    @Test("an empty last value is a value, with or without a line end behind it")
    func emptyLastValue() throws {
        #expect(try rows("a,b\n1,").map(\.fields) == [["1", ""]])
        #expect(try rows("a,b\n1,\n,\n").map(\.fields) == [["1", ""], ["", ""]])
    }

    @Test("lines are counted as a text editor counts, also past line breaks inside quotes")
    func lines() throws {
        #expect(try rows("a\n\n1\n\"x\ny\r\nz\"\n2\n").map(\.line) == [3, 4, 7])
    }

    @Test("a column is found by its name wherever it stands, and a missing one is told with those there are")
    func columns() throws {
        let file = try DelimitedText(Array("\u{FEFF} code , name\nE1,Thanet\n".utf8), file: "towns.csv")
        #expect(file.column(named: "name") == 1)
        #expect(file.column(named: "code") == 0)
        let error = #expect(throws: DataFileError.self) { try file.requiredColumn(named: "people") }
        #expect(error?.problem == "the header lacks the column ‘people’")
        #expect(error?.advice.contains("‘code’, ‘name’") == true)
    }

    @Test(
        "what could put a value in the wrong column is refused, with its line",
        arguments: [
            ("a,b\n1,2\n3\n", 3, "1 field where the header has 2"),
            ("a,b\n1,2,3\n", 2, "3 fields"),
            ("a,b\n1,x\"y\"\n", 2, "middle of a value"),
            ("a,b\n1,\"x\"y\n", 2, "follows a closing double quote"),
            ("a,b\n1,\"x\n\n", 2, "never closed"),
            ("a,b\n1,\"x\"\"", 2, "never closed"),
            ("a,b\n1,\"", 2, "never closed"),
            ("a,b\n1,2\r3,4\r", 2, "carriage return"),
            ("a,b\n1,\u{0}\n", 2, "zero bytes"),
            ("a,a\n1,2\n", 1, "twice"),
        ])
    func refusals(text: String, line: Int, problem: String) {
        let error = error(in: Array(text.utf8))
        #expect(error?.line == line)
        #expect(error?.problem.contains(problem) == true, "\(String(describing: error))")
        #expect(error?.advice.hasSuffix(".") == true)
    }

    @Test("a file that is not text at all is recognised and told what to do")
    func otherFormats() {
        let cases: [([UInt8], String)] = [
            ([], "empty"), ([0xEF, 0xBB, 0xBF], "empty"), (Array("\n\n".utf8), "empty"),
            ([0x1F, 0x8B, 8, 0], "gzip"), (Array("PK\u{3}\u{4}".utf8), "Excel"),
            ([0xFF, 0xFE, 0x61, 0], "UTF-16"), (Array("a\nCaf".utf8) + [0xE9, 10], "UTF-8"),
        ]
        for (bytes, problem) in cases {
            let error = error(in: bytes)
            #expect(error?.problem.contains(problem) == true, "\(String(describing: error))")
        }
        #expect(error(in: Array("a\nCaf".utf8) + [0xE9, 10])?.line == 2)
    }

    @Test("a file beyond its limits is refused before it fills the memory")
    func limits() {
        let limits = DelimitedText.Limits(rows: 3, columns: 4, rowBytes: 20)
        #expect(error(in: Array("a\n1\n2\n3\n".utf8), limits: limits) == nil)
        #expect(error(in: Array("a\n1\n2\n3\n4\n".utf8), limits: limits)?.problem.contains("3 rows") == true)
        #expect(error(in: Array(repeating: UInt8(ascii: ","), count: 1_000_000), limits: limits)?.line == 1)
        #expect(error(in: Array(repeating: UInt8(ascii: "x"), count: 1_000_000), limits: limits)?.line == 1)
        let unclosed = Array("a\n\"".utf8) + Array(repeating: UInt8(ascii: "\n"), count: 1_000_000)
        #expect(error(in: unclosed, limits: limits)?.line == 2)
    }

    @Test("no bytes, however spoilt, make it crash")
    func spoilt() {
        let good = Array("a,b\r\n\"1,\"\"x\",2\r\n3,é\n".utf8)
        for position in good.indices {
            for byte in [0, 0x0A, 0x0D, 0x22, 0x2C, 0x80, 0xC3, 0xFF] as [UInt8] {
                var bytes = good
                bytes[position] = byte
                let error = error(in: bytes)
                #expect(error == nil || error?.file == "towns.csv")
            }
            let cut = error(in: Array(good[..<position]))
            #expect(cut == nil || cut?.advice.isEmpty == false)
        }
    }

    @Test("zero bytes are told as that, with their line: another encoding would not help")
    func zeroBytes() {
        let error = error(in: Array("a,b\n1,2\n3,\u{0}4\n".utf8))
        #expect(error?.line == 3)
        #expect(error?.problem == "there are zero bytes, which no text has: the file is damaged, or is no text file")
        #expect(
            self.error(in: Array("a,b\n1,".utf8) + [0xFF, 0x0A])?.problem == "there are bytes that are not UTF-8 text")
    }

    @Test("a row that is too long is told by its own line, quoted or not")
    func overlong() {
        let long = String(repeating: "x", count: 200)
        for row in ["\(long),1", "\"\(long)\",1", "1,\"\(long)\"", "1,\"\(long)"] {
            let error = error(in: Array("a,b\r\n1,2\r\n\(row)\r\n1,2\r\n".utf8), limits: .init(rowBytes: 100))
            #expect(error?.line == 3, "\(row.prefix(3)): \(error?.problem ?? "-")")
        }
    }
}

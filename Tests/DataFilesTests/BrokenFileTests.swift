import DataFiles
import Foundation
import Testing

@Suite("A file that cannot be used is refused whole, with what is wrong and what to do")
struct BrokenFileTests {
    private func problem(_ bytes: [UInt8], at place: SourceLocation = #_sourceLocation) -> String {
        Street.refusal(of: bytes, at: place)?.problem ?? ""
    }

    private let rows = Array(repeating: Street.thanet, count: 50)

    @Test("an empty file is refused")
    func empty() {
        #expect(problem([]) == "the file is empty")
    }

    @Test("a file with a header and no rows is refused", arguments: ["\r\n", "\n", "", "\r\n\r\n"])
    func headerOnly(end: String) {
        #expect(problem(Array((Street.header + end).utf8)) == "the file has a header and no rows")
    }

    @Test("a header that lacks a column is refused, naming it and what is there")
    func missingColumn() throws {
        let header = Street.header.replacing("LSOA code", with: "LSOA")
        let error = try #require(Street.refusal(of: Street.csv(rows, header: header)))
        #expect(error.column == "LSOA code")
        #expect(error.line == 1)
        #expect(error.problem.hasPrefix("the header lacks the column ‘LSOA code’; it has ‘Crime ID’, ‘Month’"))
        #expect(error.problem.contains("‘LSOA’"))
    }

    @Test("a header with a column twice is refused")
    func doubleColumn() {
        #expect(
            problem(Street.csv(rows, header: Street.header + ",Month")) == "the header has the column ‘Month’ twice")
    }

    @Test("a file without a header is refused")
    func noHeader() {
        #expect(problem(Array((Street.thanet + "\r\n").utf8)).hasPrefix("the header lacks the columns ‘Crime ID’, "))
    }

    @Test(
        "outcomes, stop and search, and the early files are recognised",
        arguments: [
            (
                "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type",
                "This is an outcomes file"
            ),
            (
                "Type,Date,Part of a policing operation,Latitude,Longitude,Object of search",
                "This is a stop and search file"
            ),
            ("Month,Reported by,Falls within,Easting,Northing,Location,Crime type,Context", "This is an early file"),
        ])
    func otherFiles(header: String, advice: String) throws {
        let error = try #require(Street.refusal(of: Street.csv(["a,b"], header: header)))
        #expect(error.advice.hasPrefix(advice))
    }

    @Test("a file cut within a row names the last whole line")
    func truncated() throws {
        let whole = Street.csv(rows)
        for cut in [30, 90, 120] {
            let error = try #require(Street.refusal(of: whole.dropLast(cut)))
            #expect(error.line == 51)
            #expect(error.problem == "the file breaks off within this row; the last whole line is line 50")
        }
    }

    @Test("a quotation mark that is never closed names the line it opens on")
    func unclosed() throws {
        let error = try #require(Street.refusal(of: Street.csv(rows + [Street.row(location: "\"High Street")] + rows)))
        #expect(error.line == 52)
        #expect(error.problem.hasPrefix("a quotation mark opened in this row is never closed"))
    }

    @Test("a quotation mark out of place that swallows lines is not guessed around")
    func swallowed() throws {
        let open = Street.row(location: "\"High Street")
        let error = try #require(
            Street.refusal(of: Street.csv([Street.thanet, open, Street.thanet, open])))
        #expect(error.line == 3)
        #expect(error.problem == "a quotation mark is out of place, so where this row ends is uncertain")
    }

    @Test("Latin-1 text is refused, naming the line")
    func latin1() throws {
        var bytes = Street.csv(rows + [Street.row(location: "Caf_")] + rows)
        let place = try #require(bytes.firstIndex(of: UInt8(ascii: "_")))
        bytes[place] = 0xE8
        let error = try #require(Street.refusal(of: bytes))
        #expect(error.line == 52)
        #expect(error.problem.hasPrefix("the text is not UTF-8"))
        #expect(error.advice.contains("UTF-8"))
    }

    @Test("UTF-16 is refused, with and without its mark")
    func utf16() {
        let little: [UInt8] = Street.csv(rows).flatMap { byte -> [UInt8] in [byte, 0] }
        #expect(problem([0xFF, 0xFE] + little) == "the text is in UTF-16, not UTF-8")
        #expect(problem([0xFE, 0xFF, 0] + little) == "the text is in UTF-16, not UTF-8")
        #expect(problem(little) == "the first line holds NUL characters: this is not a CSV in UTF-8")
    }

    @Test("a NUL character names its line")
    func nul() throws {
        let error = try #require(Street.refusal(of: Street.csv([Street.thanet, Street.row(location: "a\0b")])))
        #expect(error.line == 3)
        #expect(error.problem.hasPrefix("the text holds a NUL character"))
    }

    @Test(
        "other formats are named",
        arguments: [
            ("%PDF-1.7\n", "this is a PDF"), ("<!DOCTYPE html>\n", "this is a web page or XML, not CSV"),
            ("{\"a\": 1}\n", "this is JSON, not CSV"), ("BZh91AY", "this is packed with bzip2"),
        ])
    func otherFormats(start: String, expected: String) {
        #expect(problem(Array(start.utf8)) == expected)
    }

    @Test("random bytes are refused and never crash the program", arguments: 0..<200)
    func junk(seed: UInt64) {
        var chance = Chance(seed: seed)
        let bytes = (0..<Int.random(in: 1...3_000, using: &chance)).map { _ in UInt8.random(in: 0...255, using: &chance)
        }
        #expect(Street.refusal(of: bytes) != nil)
    }

    @Test("a header with a million columns is refused")
    func wideHeader() {
        let header = Array((0..<1_000_000).map { "c\($0)" }.joined(separator: ",").utf8)
        #expect(problem(header) == "the first line is too long to be a header")
    }

    @Test("a row with a million columns is refused as one row, or as too long")
    func wideRow() throws {
        let wide = String(repeating: ",", count: 1_000_000)
        let counts = try Street.read([Street.thanet, wide, Street.thanet])
        #expect(counts.faults.map(\.reason) == ["the number of columns is wrong: it has 1000001, the header 12"])
        let error = try #require(Street.refusal(of: Street.csv([Street.thanet, wide + wide, Street.thanet])))
        #expect(error.line == 3)
        #expect(error.problem == "the row that begins here is longer than 1,048,576 bytes")
        #expect(Street.refusal(of: Street.csv([wide + wide]))?.line == 2)
    }

    @Test("lines that end in a carriage return alone are not taken for one line")
    func carriageReturns() {
        #expect(problem(Street.csv(rows, lineBreak: "\r")).hasPrefix("the lines end in a carriage return alone"))
    }

    @Test("a force's month in two files is refused, as it would be counted twice")
    func twice() throws {
        let first = Street.file(rows, name: "one.csv")
        let again = DataFile(bytes: Packed.gzip(Street.csv(rows)), name: "two.csv.gz")
        let error = try #require(Street.refusal(of: first, again))
        #expect(error.file == "two.csv.gz")
        #expect(
            error.problem == "Kent Police, January 2014 is in this file and in one.csv, so it would be counted twice")
    }

    @Test("the error that stands first is told, however many threads read", arguments: [1, 2, 8])
    func firstError(threads: Int) throws {
        var lines = Array(repeating: Street.thanet, count: 20_000)
        lines[7_000] = Street.row(location: "a\0")
        lines[7_001] = Street.row(location: "b\0")
        lines[15_000] = Street.row(location: "c\0")
        let options = Street.options(threads: threads)
        for _ in 0..<5 {
            #expect(Street.refusal(of: Street.file(lines), options: options)?.line == 7_002)
        }
    }
}

@Suite("Where a file is")
struct FilePlaceTests {
    private func problem(_ path: String) -> String? { Street.refusal(of: DataFile(path: path))?.problem }

    private func inFolder(_ use: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "datafiles-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try use(folder)
    }

    @Test("a file on disk is read, and called by the last part of its path unless a name is given")
    func onDisk() throws {
        try inFolder { folder in
            let path = folder + "/kent.csv"
            try Data(Street.csv([Street.thanet, "short"])).write(to: URL(filePath: path))
            #expect(try Street.read(DataFile(path: path)).faults.map(\.file) == ["kent.csv"])
            #expect(try Street.read(DataFile(path: path, name: "January")).faults.map(\.file) == ["January"])
        }
    }

    @Test("what is not there, or is no ordinary file, is refused and nothing waits for it")
    func notFiles() throws {
        try inFolder { folder in
            #expect(problem(folder + "/none.csv") == "there is no such file")
            #expect(problem(folder) == "this is a folder")
            #expect(mkfifo(folder + "/pipe", 0o600) == 0)
            #expect(problem(folder + "/pipe") == "this is not an ordinary file")
            #expect(problem("/dev/zero") == "this is not an ordinary file")
        }
    }

    @Test("a name misspelt is told before anything is read")
    func checkedFirst() {
        let seen = ProgressLog()
        #expect(throws: DataFileError.self) {
            try StreetCrimeReader(Street.options()).read(
                [Street.file([Street.thanet]), DataFile(path: "/none.csv")], progress: { seen.add($0) })
        }
        #expect(seen.all.isEmpty)
    }
}

/// The same numbers for the same seed (Steele, Lea and Flood 2014: SplitMix).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

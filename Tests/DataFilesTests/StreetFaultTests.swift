import DataFiles
import Testing

@Suite("A row that cannot be used is refused with file, line, column and reason")
struct StreetFaultTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let row: String
        let kind: FaultKind
        let column: String?
        let reason: String
        var testDescription: String { reason }
    }

    static let cases = [
        Case(
            row: "a,2014-01,Kent Police", kind: .fieldCount, column: nil,
            reason: "the number of columns is wrong: it has 3, the header 12"),
        Case(
            row: Street.thanet + ",more", kind: .fieldCount, column: nil,
            reason: "the number of columns is wrong: it has 13, the header 12"),
        Case(
            row: Street.row(month: "2014-13"), kind: .month, column: "Month",
            reason: "the month is ‘2014-13’; it must look like 2014-01"),
        Case(
            row: Street.row(month: "January"), kind: .month, column: "Month",
            reason: "the month is ‘January’; it must look like 2014-01"),
        Case(
            row: Street.row(month: ""), kind: .month, column: "Month",
            reason: "the month is ‘’; it must look like 2014-01"),
        Case(
            row: Street.row(month: "2010-11"), kind: .monthOutOfRange, column: "Month",
            reason: "the month is ‘2010-11’; it must be from 2010-12 to 2027-12"),
        Case(
            row: Street.row(month: "2028-01"), kind: .monthOutOfRange, column: "Month",
            reason: "the month is ‘2028-01’; it must be from 2010-12 to 2027-12"),
        Case(row: Street.row(force: ""), kind: .force, column: "Reported by", reason: "the force is missing"),
        Case(
            row: Street.row(longitude: "east"), kind: .longitude, column: "Longitude",
            reason: "the longitude is ‘east’; it must be degrees in the British Isles, like 1.423175"),
        Case(
            row: Street.row(longitude: ""), kind: .longitude, column: "Longitude",
            reason: "the longitude is ‘’; it must be degrees in the British Isles, like 1.423175"),
        Case(
            row: Street.row(longitude: "51.389208", latitude: "1.423175"), kind: .longitude, column: "Longitude",
            reason: "the longitude is ‘51.389208’; it must be degrees in the British Isles, like 1.423175"),
        Case(
            row: Street.row(latitude: "5.1e1"), kind: .latitude, column: "Latitude",
            reason: "the latitude is ‘5.1e1’; it must be degrees in the British Isles, like 51.389208"),
        Case(
            row: Street.row(code: "E0102469"), kind: .lsoaCode, column: "LSOA code",
            reason: "the LSOA code is ‘E0102469’; it must be E01 or W01 and six digits"),
        Case(
            row: Street.row(code: "E02005132"), kind: .lsoaCode, column: "LSOA code",
            reason: "the LSOA code is ‘E02005132’; it must be E01 or W01 and six digits"),
        Case(
            row: Street.row(code: "S01000001"), kind: .lsoaCode, column: "LSOA code",
            reason: "the LSOA code is ‘S01000001’; it must be E01 or W01 and six digits"),
        Case(
            row: Street.row(code: "E0102469A"), kind: .lsoaCode, column: "LSOA code",
            reason: "the LSOA code is ‘E0102469A’; it must be E01 or W01 and six digits"),
        Case(
            row: Street.row(month: "2023-05", code: "E01033769"), kind: .lsoaOf2021, column: "LSOA code",
            reason: "the LSOA ‘E01033769’ is of the 2021 census; months before 2023-06 are told by the areas of 2011"),
        Case(
            row: Street.row(month: "2014-01", code: "W01001959", name: "Cardiff 001A"), kind: .lsoaOf2021,
            column: "LSOA code",
            reason: "the LSOA ‘W01001959’ is of the 2021 census; months before 2023-06 are told by the areas of 2011"),
        Case(
            row: Street.row(name: ""), kind: .codeWithoutName, column: "LSOA name",
            reason: "the row has an LSOA code and no LSOA name"),
        Case(
            row: Street.row(code: ""), kind: .nameWithoutCode, column: "LSOA code",
            reason: "the row has an LSOA name and no LSOA code"),
        Case(
            row: Street.row(code: "E01000009", name: "Thanet"), kind: .lsoaName, column: "LSOA name",
            reason: "the LSOA name is ‘Thanet’; it must be a district and a number, like Thanet 001A"),
        Case(row: Street.row(type: ""), kind: .crimeType, column: "Crime type", reason: "the crime type is missing"),
        Case(
            row: Street.row(type: String(repeating: "x", count: 81)), kind: .crimeType, column: "Crime type",
            reason: "the crime type is too long: ‘" + String(repeating: "x", count: 40) + "…’"),
        Case(
            row: Street.row(location: "the \"Crown\""), kind: .quotation, column: "Location",
            reason: "a quotation mark is out of place in ‘the \"Crown\"’"),
        Case(
            row: Street.row(location: "\"the \"Crown\"\""), kind: .quotation, column: "Location",
            reason: "a quotation mark is out of place in ‘\"the \"Crown\"\"’"),
    ]

    @Test("what is wrong is said as a person would say it", arguments: cases)
    func reason(of bad: Case) throws {
        let counts = try Street.read([Street.thanet, bad.row, Street.thanet])
        #expect(counts.rows == RowTally(kept: 2, refused: 1))
        #expect(counts.faults == [Fault(file: "kent.csv", line: 3, column: bad.column, reason: bad.reason)])
        #expect(counts.faultCounts == [bad.kind: 1])
        #expect(counts.lsoas.map(\.rows) == [2])
    }

    @Test("a small area of the 2021 census is counted from June 2023 on, also where it is in both months of a file")
    func newAreas() throws {
        let new = Street.row(month: "2023-06", code: "E01033769", name: "Thanet 001F")
        let counts = try Street.read([
            Street.thanet, new, Street.row(month: "2023-05", code: "E01033769", name: "Thanet 001F"), new,
            Street.row(month: "2014-01", code: "E01033768", name: "Thanet 002A"),
        ])
        #expect(counts.rows == RowTally(kept: 4, refused: 1))
        #expect(counts.faultCounts == [.lsoaOf2021: 1])
    }

    @Test("every kind of fault has a description to follow a number")
    func descriptions() {
        #expect(FaultKind.allCases.allSatisfy { $0.description.hasPrefix("rows ") })
        #expect(Set(FaultKind.allCases.map(\.description)).count == FaultKind.allCases.count)
    }

    @Test("characters that cannot be seen are not passed on in a reason")
    func unseen() throws {
        let counts = try Street.read([Street.thanet, Street.row(month: "\u{202E}20\u{1B}[")])
        #expect(counts.faults[0].reason == "the month is ‘\u{FFFD}20\u{FFFD}[’; it must look like 2014-01")
    }

    @Test("a crime type that is blank or cannot be seen is none", arguments: ["   ", "Bur\u{7}glary"])
    func blankType(type: String) throws {
        let counts = try Street.read([Street.thanet, Street.row(type: type)])
        #expect(counts.faultCounts == [.crimeType: 1])
    }

    @Test("crime types are data: one never met before is counted")
    func newType() throws {
        #expect(try Street.read([Street.row(type: "Piracy")]).types == ["Piracy"])
    }

    @Test("the first thousand faults are told in full and in order, the rest counted", arguments: [1, 2, 4])
    func manyFaults(threads: Int) throws {
        let rows = (0..<60_000).map { number in
            number % 40 == 0 ? Street.row(month: "2014-99") : number % 40 == 1 ? Street.row(type: "") : Street.thanet
        }
        let counts = try Street.read(Street.file(rows), options: Street.options(threads: threads))
        #expect(counts.faults.count == 1_000)
        let lines: [Int] = (2...20_000).filter { $0 % 40 == 2 || $0 % 40 == 3 }
        #expect(counts.faults.map(\.line) == lines)
        #expect(counts.faultCounts == [.month: 1_500, .crimeType: 1_500])
        #expect(counts.rows == RowTally(kept: 57_000, refused: 3_000))
    }

    @Test("a file with too many faults is refused whole, with the first of them")
    func tolerance() throws {
        let bad = Array(repeating: Street.row(code: "E01"), count: 101)
        let error = try #require(Street.refusal(of: Street.file(bad + [Street.thanet])))
        #expect(error.problem.hasPrefix("101 of its 102 rows cannot be used; the first is on line 2: the LSOA code"))
        #expect(error.faults.count == 20)
        #expect(error.faults[0].line == 2)
    }

    @Test("a hundred faults, or one in twenty, are not too many")
    func tolerated() throws {
        let bad = Array(repeating: Street.row(code: "E01"), count: 100)
        #expect(try Street.read(bad + [Street.thanet]).rows.refused == 100)
        let good = Array(repeating: Street.thanet, count: 3_800)
        #expect(try Street.read(bad + bad + good).rows.refused == 200)
        #expect(Street.refusal(of: Street.file(bad + bad + bad + good)) != nil)
    }

    @Test("a file of which no row can be used is refused, however short")
    func nothingUsable() throws {
        let error = try #require(Street.refusal(of: Street.file([Street.row(code: "E01")])))
        #expect(error.problem.hasPrefix("1 of its 1 rows cannot be used; the first is on line 2"))
    }

    @Test("too many different crime types, forces, LSOAs or points refuse the file")
    func tooMany() throws {
        var limits = ReadingLimits()
        limits.crimeTypes = 3
        limits.forces = 3
        limits.lsoas = 3
        limits.pages = 4
        limits.pointCounts = 3
        let options = Street.options(points: .all, limits: limits)
        func problem(_ row: (Int) -> String) -> String? {
            Street.refusal(of: Street.file((1...9).map(row)), options: options)?.problem
        }
        let types = problem { Street.row(type: "Type \($0)") }
        #expect(types == "there are more than 3 different crime types")
        let forces = problem { Street.row(force: "Force \($0)") }
        #expect(forces == "there are more than 3 different forces")
        let lsoas = problem { Street.row(code: "E0100000\($0)", name: "Dover 00\($0)A") }
        #expect(lsoas == "there are more than 3 different LSOAs")
        let points = problem { Street.row(longitude: "1.\($0)") }
        #expect(points == "there are more than 3 different map points, months and types taken together")
        let months = Street.refusal(
            of: Street.file((1...9).map { Street.row(month: "2014-0\($0)") }), options: Street.options(limits: limits))
        #expect(months?.problem == "there are more than 4 different LSOAs and months taken together")
    }
}

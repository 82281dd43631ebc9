import Testing

@testable import DataFiles

@Suite("A table of crime by district and year")
struct DistrictYearsFileTests {
    private func read(_ rows: String...) throws -> DistrictYearsFile {
        let text = (["LAD_name,Year,Crime_type,count"] + rows).joined(separator: "\n") + "\n"
        return try DistrictYearsFile(Array(text.utf8), file: "types.csv")
    }

    @Test("anti-social behaviour is refused row by row with the reason: its count is wrong")
    func incidents() throws {
        let file = try read("Thanet,2014,Burglary,1396", "Thanet,2014,Anti-social behaviour,3632")
        #expect(file.counts.map(\.type) == ["Burglary"])
        #expect(file.faults.map(\.line) == [3])
        #expect(file.faults[0].reason.contains("dropped rows that were alike"))
    }

    @Test("a row whose type is an area’s name, a count that is none and a district told twice are each refused by line")
    func faults() throws {
        let file = try read(
            "Thanet,2014,Burglary,1396", "Charnwood,2012,Charnwood 012C,1", "Thanet,2014,Robbery,many",
            "Thanet,14,Robbery,1", "Thanet,2014,Burglary,7", "Thanet,2014,,7", "Thanet,2014,Drugs,-4")
        #expect(file.counts.count == 1)
        #expect(file.faults.map(\.line) == [3, 4, 5, 6, 7, 8])
        #expect(file.rows.refused == 6)
    }

    @Test("rows of no district are counted as such: they are of no place, and not lost")
    func unplaced() throws {
        let file = try read("Thanet,2014,Burglary,1396", ",2014,Burglary,12")
        #expect(file.rows == RowTally(kept: 1, unplaced: 1))
    }

    @Test("2010 has December alone, and a last year with far fewer than the one before was not over")
    func parts() throws {
        let file = try read(
            "Thanet,2010,Burglary,71", "Thanet,2014,Burglary,1396", "Thanet,2015,Burglary,966",
            "Thanet,2016,Burglary,51")
        #expect(Set(file.partYears.keys) == [2010, 2016])
        #expect(file.partYears[2010] == "data.police.uk begins with December 2010")
        let whole = try read("Thanet,2014,Burglary,1396", "Thanet,2015,Burglary,1100")
        #expect(whole.partYears.isEmpty)
    }

    @Test("the table of totals is refused whole, with what to give instead")
    func totals() {
        let error = #expect(throws: DataFileError.self) {
            try DistrictYearsFile(Array("LAD_name,Year,count\nThanet,2014,15804\n".utf8), file: "total.csv")
        }
        #expect(
            error?.description.contains("has anti-social behaviour in") == true
                || error?.description.contains("have anti-social behaviour in them") == true)
        #expect(error?.advice.contains("Give the table by type instead") == true)
    }

    @Test("a table without what is needed, or with nothing to use, is refused")
    func unusable() {
        for text in [
            "a,b\n1,2\n", "LAD_name,Year,Crime_type,count\n",
            "LAD_name,Year,Crime_type,count\nThanet,2014,Witchcraft,1\n",
        ] {
            #expect(throws: DataFileError.self) { try DistrictYearsFile(Array(text.utf8), file: "x.csv") }
        }
    }
}

@Suite("A table of deprivation")
struct DeprivationFileTests {
    private let header = "lsoa11_code,lsoa11_name,IMD_score,IMD_rank,IMD_decile\n"

    private func read(_ text: String, named file: String = "imd2015.csv") throws -> DeprivationFile {
        try DeprivationFile(Array(text.utf8), file: file)
    }

    @Test("each small area has a score, a rank and a tenth")
    func areas() throws {
        let file = try read(header + "E01024657,Thanet 001A,62.5,500,1\n")
        #expect(file.areas == [.init(code: "E01024657", name: "Thanet 001A", score: 62.5, rank: 500, decile: 1)])
        #expect(file.year == 2015)
        #expect(file.vintage == 2011)
    }

    @Test("a file that does not tell its year, an area told twice and a tenth that is none are refused")
    func refused() {
        let row = "E01024657,Thanet 001A,62.5,500,1\n"
        #expect(throws: DataFileError.self) { try read(header + row, named: "imd.csv") }
        for rows in [
            row + row, "E01024657,Thanet 001A,62.5,500,11\n", "E01024657,Thanet 001A,-1,500,1\n",
            "E01024657,Thanet 001A,nan,500,1\n", "",
        ] {
            #expect(throws: DataFileError.self, "\(rows)") { try read(header + rows) }
        }
    }
}

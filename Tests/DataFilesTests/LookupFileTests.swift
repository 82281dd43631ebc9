import DataFiles
import Foundation
import Testing

@Suite("Lookup files")
struct LookupFileTests {
    private func read(_ text: String) throws -> LookupFile {
        try LookupFile(Array(text.utf8), file: "lookup.csv")
    }

    @Test("every level is linked to each coarser one, with the year of its boundaries")
    func levels() throws {
        let file = try read(
            """
            \u{FEFF}LSOA11CD,LSOA11NM,WD18CD,WD18NM,WD18NMW,LAD18CD,LAD18NM,FID
            E01024657,Thanet 001A,E05005088,Cliftonville West,,E07000114,Thanet,1
            E01024658,Thanet 001B,E05005088,Cliftonville West,,E07000114,Thanet,2

            """)
        #expect(file.levels == [.lsoa, .ward, .district])
        #expect(file.rows == 2)
        let pairs = file.links.map { "\($0.child.name) in \($0.parent.name)" }
        #expect(
            pairs == [
                "Thanet 001A in Cliftonville West", "Thanet 001A in Thanet", "Cliftonville West in Thanet",
                "Thanet 001B in Cliftonville West", "Thanet 001B in Thanet",
            ])
        #expect(file.links[0].child.vintage == 2011)
        #expect(
            file.links[0].parent
                == LookupPlace(code: "E05005088", name: "Cliftonville West", level: .ward, vintage: 2018))
    }

    @Test("columns may come in any order and without a year")
    func order() throws {
        let file = try read("pfa_name,pfa_code,LAD_CODE,LAD_NAME\nKent,E23000032,E07000114,Thanet\n")
        #expect(file.levels == [.district, .policeForce])
        #expect(file.links.map(\.child.name) == ["Thanet"])
        #expect(file.links.map(\.parent.vintage) == [nil])
    }

    @Test("a merged district may lie in several partnerships, as the real one does")
    func mergedDistricts() throws {
        let file = try read(
            """
            ltla24_code,ltla24_name,csp24_code,csp24_name,pfa24_code,pfa24_name
            E06000058,"Bournemouth, Christchurch and Poole",E22000063,Bournemouth,E23000039,Dorset
            E06000058,"Bournemouth, Christchurch and Poole",E22000067,Poole,E23000039,Dorset

            """)
        let partnerships = file.links.filter { $0.child.level == .district && $0.parent.level == .partnership }
        #expect(partnerships.map(\.parent.name) == ["Bournemouth", "Poole"])
        #expect(file.links.count { $0.child.level == .district && $0.parent.level == .policeForce } == 1)
    }

    @Test("a place in two wards, or a code with two names, is refused and both lines are named")
    func contradictions() {
        let header = "LSOA11CD,LSOA11NM,WD18CD,WD18NM\nE01024657,Thanet 001A,E05005088,Cliftonville West\n"
        let parent = #expect(throws: DataFileError.self) {
            try read(header + "E01024657,Thanet 001A,E05005093,Margate Central\n")
        }
        #expect(parent?.line == 3)
        #expect(parent?.problem == "the LSOA E01024657 lies in E05005093 here and in E05005088 on line 2")
        let name = #expect(throws: DataFileError.self) {
            try read(header + "E01024658,Thanet 001B,E05005088,Margate Central\n")
        }
        #expect(name?.line == 3)
        #expect(name?.column == "WD18NM")
        #expect(name?.problem.contains("‘Cliftonville West’ on line 2") == true)
    }

    @Test("a row that repeats an earlier one adds nothing")
    func repeats() throws {
        let row = "E01024657,Thanet 001A,E07000114,Thanet\n"
        let file = try read("LSOA11CD,LSOA11NM,LAD18CD,LAD18NM\n" + row + row)
        #expect(file.rows == 2)
        #expect(file.links.count == 1)
    }

    @Test(
        "a file that is no lookup is refused, and is told what would be recognised",
        arguments: [
            "a,b\n1,2\n", "LSOA11CD,LSOA11NM\nE01024657,Thanet 001A\n", "LSOA11CD,LSOA11NM,LAD18CD,LAD18NM\n",
            "LSOA11CD,WD18CD\nE01024657,E05005088\n", "", "LAD18CD,LAD18NM,LAD19CD,LAD19NM\nE1,a,E2,b\n",
        ])
    func notALookup(text: String) {
        let error = #expect(throws: DataFileError.self) { try read(text) }
        #expect(error?.file == "lookup.csv")
        #expect(error?.advice.isEmpty == false)
    }

    @Test("a table of postcodes is told as one, and what to choose; one that names its areas is a lookup too")
    func postcodes() throws {
        let error = #expect(throws: DataFileError.self) { try read("postcode,lsoa11_code\nCT101AA,E01024657\n") }
        #expect(
            error?.problem.contains("a table of postcodes") == true && error?.advice.contains("‘Postcodes’") == true)
        let named = "pcds,LSOA11CD,LSOA11NM,LAD18CD,LAD18NM\nCT10 1AA,E01024657,Thanet 001A,E07000114,Thanet\n"
        #expect(try read(named).links.count == 1)
    }

    @Test(
        "a code that is blank or no code is refused with its line and column",
        arguments: ["", "Thanet", "E0700011", "E070001144", "e07000114", "E0700011４"])
    func codes(code: String) {
        let error = #expect(throws: DataFileError.self) {
            try read("LSOA11CD,LSOA11NM,LAD18CD,LAD18NM\nE01024657,Thanet 001A,\(code),Thanet\n")
        }
        #expect(error?.line == 2)
        #expect(error?.column == "LAD18CD")
    }

    @Test(
        "the real files link Thanet’s 84 LSOAs to 23 wards, and Thanet to its partnership and to Kent Police",
        .enabled(if: Samples.present, "no data samples: set FRANKPLEDGE_DATA_SAMPLES to run this test"))
    func realFiles() throws {
        let areas = try LookupFile(Samples.bytes("lookups/lsoa2011_ward2018_lad2018.csv"), file: "lsoa.csv")
        #expect(areas.rows == 34_753)
        let thanet = areas.links.filter { $0.parent.code == "E07000114" }
        #expect(thanet.count { $0.child.level == .lsoa } == 84)
        #expect(thanet.count { $0.child.level == .ward } == 23)

        let partnerships = try LookupFile(Samples.bytes("lookups/lookup_ltla24_csp24_pfa24.csv"), file: "csp.csv")
        #expect(partnerships.rows == 332)
        let above = partnerships.links.filter { $0.child.code == "E07000114" }.map(\.parent)
        #expect(above.map(\.code) == ["E22000147", "E23000032"])
        #expect(above.map(\.vintage) == [2024, 2024])
    }

    private enum Samples {
        static let folder = URL(
            filePath: ProcessInfo.processInfo.environment["FRANKPLEDGE_DATA_SAMPLES"]
                ?? #filePath + "/../../../../shared/data"
        ).standardized

        static var present: Bool {
            FileManager.default.fileExists(atPath: folder.appending(path: "lookups").path)
        }

        static func bytes(_ path: String) throws -> [UInt8] {
            Array(try Data(contentsOf: folder.appending(path: path)))
        }
    }
}

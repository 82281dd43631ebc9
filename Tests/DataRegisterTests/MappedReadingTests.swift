import DataFiles
import Geography
import SampleData
import Testing

@testable import DataRegister

@Suite("A partner’s file as a mapping understands it")
struct MappedReadingTests {
    private let book = PlaceBook(
        names: [
            .lsoa2011: ["E01024657": "Thanet 001A", "E01024658": "Thanet 001B"],
            .ward: ["E05005084": "Margate", "E05005085": "Dane Valley", "E05009999": "Dane Valley"],
            .district: ["E07000114": "Thanet"],
        ],
        districts: ["Thanet", "Bristol"], postcodes: ["CT101AA": "E01024657"],
        boundaries: [
            Boundary(
                code: "E01024657", name: "Thanet 001A",
                polygons: [
                    .init(rings: [
                        [(1.40, 51.30), (1.42, 51.30), (1.42, 51.32), (1.40, 51.32), (1.40, 51.30)]
                            .map { Position(longitude: $0.0, latitude: $0.1) }
                    ])
                ])
        ])

    private func mapping(
        _ place: DataMapping.PlaceForm = .lsoaCode, time: TimeForm = .month,
        category: DataMapping.Category = .one("assault"), count: DataMapping.Count = .column("n")
    ) -> DataMapping {
        DataMapping(
            headings: ["where", "when", "n", "what", "east"], placeForm: place, placeColumn: "where",
            longitudeColumn: place == .coordinates ? "east" : nil, timeForm: time, timeColumn: "when",
            category: category,
            count: count)
    }

    private func read(_ mapping: DataMapping, _ rows: String...) throws -> MappedReading {
        let text = (["where,when,n,what,east"] + rows).joined(separator: "\n") + "\n"
        return try MappedReading(
            DelimitedText(Array(text.utf8), file: "a.csv"), by: mapping, places: book, measures: ["assault": "Assault"],
            latest: "2016-12")
    }

    @Test("a number that cannot be read is never none: its period is known in part, and the others are whole")
    func unread() throws {
        let found = try read(
            mapping(), "E01024657,2015-04,3,,", "E01024658,2015-04,1.5,,", "E01024658,2015-05,0,,",
            "E09999999,2015-05,2,,",
            "E01024657,,9,,")
        #expect(found.periods.map(\.part) == ["the number in 1 row of its file could not be read", nil])
        #expect(found.rows == RowTally(kept: 2, refused: 3))
    }

    @Test(
        "a row whose place is not known is somewhere all the same: it is kept as that, and its month is not one with none"
    )
    func unplaced() throws {
        let found = try read(
            mapping(), "E01024657,2015-04,3,,", "E09999999,2015-04,70,,", "nowhere,2015-05,2,,", "nowhere,2015-05,2,,")
        #expect(found.periods.map(\.period.description) == ["April 2015", "May 2015"])
        let lost = found.periods.flatMap(\.observations).filter { $0.place.key.isEmpty }
        #expect(lost.map(\.measure) == ["assault", "assault"])
        #expect(lost.map(\.number) == [70, 4], "as many as its rows count")
    }

    /// Knows that the own district is Thanet, and where Dover lies.
    private var besidesThanet: OtherDistricts {
        func square(_ code: String, _ name: String, west: Double) -> Boundary {
            let corners = [(0.0, 51.1), (0.1, 51.1), (0.1, 51.4), (0, 51.4), (0, 51.1)]
            let ring = corners.map { Position(longitude: west + $0.0, latitude: $0.1) }
            return Boundary(code: code, name: name, polygons: [.init(rings: [ring])])
        }
        return OtherDistricts(
            besides: "Thanet", codes: ["E07000114"],
            boundaries: [square("E07000114", "Thanet", west: 1.39), square("E07000108", "Dover", west: 1.20)],
            postcodes: ["CT101AA"])
    }

    @Test(
        "a row that surely lies in another district is told of as that, and takes nothing away from the own",
        arguments: [
            (.coordinates, "51.2,2015-04,1,,1.25", "1 row lies elsewhere: 1 in Dover (line 2)."),
            (.districtCode, "E09000007,2015-04,1,,", "1 row lies elsewhere: 1 in the district E09000007 (line 2)."),
            (.lsoaCode, "W01000001,2015-04,1,,", "1 row lies elsewhere: 1 in Wales (line 2)."),
            (.postcode, "NW1 4RY,2015-04,1,,", "1 row lies elsewhere: 1 in postcodes that begin with NW (line 2)."),
            // These may be of the own district, as far as is known.
            (.coordinates, "51.2,2015-04,1,,1.41", nil), (.coordinates, "51.2,2015-04,1,,1.80", nil),
            (.lsoaCode, "E01099999,2015-04,1,,", nil), (.postcode, "CT1 9ZZ,2015-04,1,,", nil),
        ] as [(DataMapping.PlaceForm, String, String?)])
    func elsewhere(form: DataMapping.PlaceForm, row: String, told: String?) throws {
        let text = "where,when,n,what,east\n\(row)\n"
        let names: [Place.Level: [String: String]] = [
            .lsoa2011: ["E01024657": "Thanet 001A"], .district: ["E07000114": "Thanet"],
        ]

        let found = try MappedReading(
            DelimitedText(Array(text.utf8), file: "a.csv"), by: mapping(form),
            places: PlaceBook(names: names, postcodes: ["CT101AA": "E01024657"], others: besidesThanet),
            measures: [:], latest: "2016-12")

        #expect(found.elsewhere.sentence?.hasPrefix(told ?? "-") ?? (told == nil), "\(found.elsewhere)")
        #expect(found.rows == (told == nil ? RowTally(refused: 1) : RowTally(unplaced: 1)))
        #expect(found.periods.isEmpty == (told != nil), "what is not here leaves no hole")
    }

    @Test("a period of which no number can be read is told of in part, and is not one with none")
    func nothingReadable() throws {
        let found = try read(mapping(), "E01024657,2015-04,3,,", "E01024657,2015-05,3.5,,")
        #expect(found.periods.map(\.part) == [nil, "the number in 1 row of its file could not be read"])
    }

    @Test("of counts a row that is there twice is told of; where each row is one incident, two alike are two")
    func repeated() throws {
        let rows = [
            "E01024657,2015-04,3,,", "E01024658,2015-04,3,,", " E01024657,2015-04,3,,", "E01024657,2015-04,4,,",
        ]
        let counts = try read(
            mapping(), rows[0], rows[1], rows[2], rows[3], "E01024657,2015-05,0,,", "E01024657,2015-05,0,,")
        #expect(counts.repeated == RepeatedRows(number: 1, first: .init(line: 4, earlier: 2)))
        #expect(counts.repeated?.sentence == "One row says what an earlier one says: line 4 what line 2 says.")
        #expect(try read(mapping(count: .rows), rows[0], rows[0], rows[0]).repeated == nil)
    }

    @Test("a row whose time cannot be read is of one of its file’s periods: it is kept with its measure and place")
    func undated() throws {
        let found = try read(
            mapping(), "E01024657,2015-04,3,,", "E01024657,,2,,", "E01024657,31/02/2015,2,,", "nowhere,x,2,,",
            "E01024658,x,0,,")
        #expect(
            found.undated.map { [$0.measure, $0.place.key, "\($0.number)"] } == [
                ["assault", "", "1"], ["assault", "E01024657", "2"],
            ], "one that counts nothing leaves nothing out")
    }

    @Test("a file most of whose rows lie in other districts is asked about, with how many lie where; half of it is not")
    func mostlyElsewhere() throws {
        let book = PlaceBook(
            home: "Thanet",
            districtsOf: ["E01000001": "Thanet", "E01000002": "Hounslow", "E01000003": "Leeds", "E05000001": "Leeds"])
        func found(_ rows: String..., form: DataMapping.PlaceForm = .lsoaCode) throws -> MostlyElsewhere? {
            let text = (["where,when,n,what,east"] + rows).joined(separator: "\n") + "\n"
            return try MappedReading(
                DelimitedText(Array(text.utf8), file: "a.csv"), by: mapping(form), places: book, measures: [:],
                latest: "2016-12"
            ).mostlyElsewhere
        }
        let all = try found("E01000002,2015-04,3,,", "E01000003,2015-04,3,,", "E01000002,2015-05,3,,")
        #expect(
            all?.sentence
                == "3 of its 3 rows lie in other districts, and not in Thanet: 2 in Hounslow and 1 in Leeds.")
        #expect(try found("E01000001,2015-04,3,,", "E01000003,2015-04,3,,") == nil)
        #expect(try found("E05000001,2015-04,3,,", form: .wardCode)?.number == 1)
        #expect(try found("E01000009,2015-04,3,,") == nil, "of which nobody knows where it lies")
    }

    @Test("rows of one place, month and measure are added up; each row is one where there is no column of counts")
    func sums() throws {
        let counted = try read(mapping(), "E01024657,2015-04,3,,", "E01024657,2015-04,4,,", "E01024658,2015-05,0,,")
        #expect(counted.periods.map(\.period.description) == ["April 2015", "May 2015"])
        #expect(counted.periods[0].observations.map(\.number) == [7])
        #expect(counted.periods[1].observations.map(\.number) == [0])
        #expect(
            counted.preview.first
                == .init(
                    line: 2, place: "Thanet 001A", period: try .init(from: "2015-04", to: "2015-04"),
                    measure: "Assault", count: 3))
        let rows = try read(mapping(time: .britishDay, count: .rows), "E01024657,9/4/2015,,,", "E01024657,30/4/2015,,,")
        #expect(rows.periods.flatMap(\.observations).map(\.number) == [2])
        #expect(rows.rows == RowTally(kept: 2))
    }

    @Test("each row that cannot be used is told by file, line, column and reason")
    func faults() throws {
        let reading = try read(
            mapping(), "E01024657,2015-04,3,,", ",2015-04,3,,", "E01999999,2015-04,3,,", "Margate,2015-04,3,,",
            "E01024657,04-2015x,3,,", "E01024657,,3,,", "E01024657,2030-01,3,,", "E01024657,2015-04,,,",
            "E01024657,2015-04,=A1,,", "E01024657,2015-04,-3,,", "E01024657,2015-04,1.5,,")
        #expect(reading.rows == RowTally(kept: 1, refused: 10))
        #expect(reading.faults.map(\.line) == Array(3...12))
        #expect(
            reading.faults.map(\.column) == ["where", "where", "where", "when", "when", "when", "n", "n", "n", "n"])
        #expect(reading.faults[0].reason == "the place is blank")
        #expect(reading.faults[6].reason == "the count is blank; where there was none, it must say 0")
    }

    @Test("a count as a spreadsheet writes it is read: 1,234 and 12.0")
    func counts() throws {
        let reading = try read(mapping(), "E01024657,2015-04,\"1,234\",,", "E01024658,2015-04,12.0,,")
        #expect(reading.periods[0].observations.map(\.number) == [1_234, 12])
    }

    @Test(
        "a place is found by whatever was chosen",
        arguments: [
            (DataMapping.PlaceForm.lsoaCode, "e01024657", "Thanet 001A"), (.wardCode, "E05005084", "Margate"),
            (.wardName, "MARGATE", "Margate"), (.districtCode, "E07000114", "Thanet"),
            (.districtName, "Bristol, City of", "Bristol"), (.postcode, "ct10 1aa", "Thanet 001A"),
            (.postcodeDistrict, "ct10", "CT10"), (.coordinates, "51.31", "Thanet 001A"),
        ])
    func places(form: DataMapping.PlaceForm, cell: String, name: String) throws {
        let reading = try read(mapping(form), "\"\(cell)\",2015-04,1,,1.41")
        #expect(reading.preview.map(\.place) == [name], "\(reading.faults)")
    }

    @Test(
        "what names no place, or several, is refused with what to do",
        arguments: [
            (DataMapping.PlaceForm.wardName, "Dane Valley", "give the ward’s code instead"),
            (.wardName, "Nowhere", "import a lookup that has it"), (.postcode, "CT10", "is not a whole postcode"),
            (.postcode, "CT10 9ZZ", "is not in the table of postcodes"),
            (.postcodeDistrict, "CT10 1AA", "is not the first half of a postcode"),
            (.coordinates, "51.50", "lies in none of the small areas"),
            (.coordinates, "0", "no place in the British Isles"),
            (.districtName, "Atlantis", "no district called"),
        ])
    func noPlace(form: DataMapping.PlaceForm, cell: String, reason: String) throws {
        let reading = try read(mapping(form), "\(cell),2015-04,1,,1.41")
        #expect(reading.faults.first?.reason.contains(reason) == true, "\(reading.faults)")
    }

    @Test("a column of categories becomes measures, and a value that was not chosen is refused")
    func categories() throws {
        let category = DataMapping.Category.column("what", ["Assault": "assault", "Self harm": "self-harm"])
        let reading = try read(
            mapping(category: category), "E01024657,2015-04,3,Assault,", "E01024657,2015-04,2,Self harm,",
            "E01024657,2015-04,2,Overdose,", "E01024657,2015-04,2,,")
        #expect(reading.periods[0].observations.map(\.measure) == ["assault", "self-harm"])
        #expect(reading.faults.map(\.column) == ["what", "what"])
    }

    @Test("months that a file covers and has no row of are covered; those it does not cover are missing")
    func covers() throws {
        let reading = try read(mapping(), "E01024657,2015-02,3,,")
        let made = MappedImport(reading, covering: try Period(from: "2015-01", to: "2015-03"))
        #expect(made.periods.map(\.period.description) == ["January 2015", "February 2015", "March 2015"])
        #expect(made.periods.map(\.observations.count) == [0, 1, 0])
    }

    @Test("a row of before data begin is no row")
    func farOff() throws {
        let reading = try read(mapping(time: .isoDay), "E01024657,0001-01-01,1,,", "E01024657,1997-12-31,1,,")
        #expect(reading.rows.kept == 0 && reading.rows.refused == 2)
        #expect(reading.faults.last?.reason == "December 1997 is before January 1998, when data begin: check the year")
    }

    @Test("what is kept of a file are the columns that were read, each row on its line")
    func kept() throws {
        let text =
            "where,when,n,what,east,notes\nE01024657,2015-04,1,,,\"a\nb\"\n\n\"E0,1\",\"2015\"\"-05\",2,,,secret\n"
        let table = try GivenTable(Array(text.utf8), file: "a.csv")
        let kept = String(decoding: try KeptColumns(of: table, readBy: mapping()).csv, as: UTF8.self)
        #expect(kept == "where,when,n\nE01024657,2015-04,1\n\n\n\"E0,1\",\"2015\"\"-05\",2\n")
    }

    @Test("areas of the 2021 census are told by their codes")
    func vintage() throws {
        let text = "where,when,n,what,east\nE01033769,2024-04,1,,\n"
        let reading = try MappedReading(
            DelimitedText(Array(text.utf8), file: "a.csv"), by: mapping(), places: PlaceBook(), measures: [:],
            latest: "2026-12")
        #expect(reading.level == .lsoa2021)
    }
}

@Suite("A partner’s table before it is said what its columns mean")
struct GivenTableTests {
    private func table(_ text: String) throws -> GivenTable { try GivenTable(Array(text.utf8), file: "a.csv") }

    @Test("a table without rows, or with a column without a heading, is refused")
    func noTable() {
        for text in ["LSOA,,Count\nE01,2015-01,1\n", "a,b\n", ""] {
            #expect(throws: DataFileError.self, "\(text)") { try table(text) }
        }
    }

    @Test("what looks like somebody is found anywhere in the file, not only in its first rows")
    func personal() throws {
        var rows = ["LSOA,Month,Note"]
        for index in 0..<50 { rows.append("E01024657,2015-01,note \(index)") }
        #expect(try table(rows.joined(separator: "\n") + "\n").personal.isEmpty)
        for index in 0..<20 { rows.append("E01024657,2015-01,a\(index)@example.org") }
        #expect(try table(rows.joined(separator: "\n") + "\n").personal.map(\.kind) == [.email])
    }

    @Test("of each column it is known how its times can be read, and its few values")
    func columns() throws {
        let found = try table("LSOA,When,Type\nE01024657,1/2/2015,Assault\nE01024658,3/4/2015,Assault\n")
        #expect(found.columns[1].timeForms == [.britishDay, .americanDay])
        #expect(found.columns[2].values == ["Assault"])
        #expect(found.rows == 2)
    }
}

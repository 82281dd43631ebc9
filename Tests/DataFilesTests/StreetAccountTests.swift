import DataFiles
import Testing

@Suite("Every row of a street-level file is accounted for")
struct StreetAccountTests {
    @Test("rows are counted by force, LSOA, month and type")
    func counts() throws {
        let counts = try Street.read([
            Street.thanet, Street.thanet, Street.row(type: "Drugs"), Street.row(month: "2014-02"),
            Street.row(force: "British Transport Police"), Street.row(code: "E01024696", name: "Thanet 001B"),
        ])
        #expect(counts.forces == ["British Transport Police", "Kent Police"])
        #expect(counts.types == ["Burglary", "Drugs"])
        #expect(counts.months == [Month(year: 2014, number: 1), Month(year: 2014, number: 2)])
        #expect(counts.lsoas.map(\.code) == ["E01024695", "E01024696"])
        #expect(counts.lsoas.map(\.rows) == [5, 1])
        #expect(counts.districts == ["Thanet"])
        let expected = [
            NamedCell(force: "Kent Police", code: "E01024695", month: "2014-01", type: "Burglary"): 2,
            NamedCell(force: "Kent Police", code: "E01024695", month: "2014-01", type: "Drugs"): 1,
            NamedCell(force: "Kent Police", code: "E01024695", month: "2014-02", type: "Burglary"): 1,
            NamedCell(force: "British Transport Police", code: "E01024695", month: "2014-01", type: "Burglary"): 1,
            NamedCell(force: "Kent Police", code: "E01024696", month: "2014-01", type: "Burglary"): 1,
        ]
        #expect(counts.named == expected)
    }

    @Test("cells come in order of LSOA, month, force and type")
    func order() throws {
        var rows: [String] = []
        for type in ["Robbery", "Drugs"] {
            for month in ["2014-02", "2014-01"] {
                for (code, name) in [("W01000001", "Ynys 001A"), ("E01000002", "Barking 001B")] {
                    rows.append(Street.row(month: month, code: code, name: name, type: type))
                }
            }
        }
        let counts = try Street.read(rows)
        let places = counts.cells.map { [$0.lsoa, $0.month.ordinal, $0.force, $0.type] }
        #expect(places.count == 8)
        #expect(places == places.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(counts.lsoas.map(\.code) == ["E01000002", "W01000001"])
    }

    @Test("anti-social behaviour has no Crime ID and is never de-duplicated, nor is anything else")
    func noDeduplication() throws {
        let counts = try Street.read(Array(repeating: Street.antisocial, count: 7) + [Street.thanet, Street.thanet])
        #expect(counts.rows == RowTally(kept: 9))
        #expect(counts.cells.map(\.count).sorted() == [2, 7])
    }

    @Test(
        "a file that holds its crimes twice, or some of them, is refused; a few that repeat are counted, and all incidents"
    )
    func repeated() throws {
        let rows = (0..<3_000).map { Street.row(id: "\($0 * 7_919 + 1_000_000)".padding(toLength: 64)) }
        let twice = try #require(Street.refusal(of: Street.file(rows + rows)))
        #expect(twice.column == "Crime ID" && "\(twice)".contains("about 50 in 100 of its rows repeat a Crime ID"))
        let part = try #require(Street.refusal(of: Street.file(rows + rows.prefix(300))))
        #expect("\(part)".contains(/about (8|9|10) in 100 of its rows repeat a Crime ID/), "\(part)")
        let counts = try Street.read(rows + rows.prefix(20) + Array(repeating: Street.antisocial, count: 3_000))
        #expect(counts.rows == RowTally(kept: 6_020))
        let few = Array(rows.prefix(20))
        #expect(try Street.read(few + Array(few.prefix(9))).rows.kept == 29, "of so few nothing can be said")
    }

    @Test("a row without an LSOA is unplaced: it belongs to its force, month and type, and to no district")
    func unplaced() throws {
        let counts = try Street.read([Street.unplaced, Street.thanet, Street.unplaced])
        #expect(counts.rows == RowTally(kept: 1, unplaced: 2))
        #expect(counts.rows.read == 3)
        #expect(counts.unplaced.map(\.count) == [2])
        #expect(
            counts.unplaced.map { "\(counts.forces[$0.force]) \($0.month) \(counts.types[$0.type])" } == [
                "Kent Police 2014-01 Burglary"
            ])
        #expect(counts.cells.reduce(0) { $0 + $1.count } == 1)
    }

    @Test("a point outside England and Wales has no LSOA, and its row is unplaced")
    func unplacedWithPoint() throws {
        let counts = try Street.read([Street.row(longitude: "-5.930120", latitude: "54.597285", code: "", name: "")])
        #expect(counts.rows == RowTally(unplaced: 1))
    }

    @Test("each force's month has its own tally, so that what is covered is known")
    func forceMonths() throws {
        let counts = try Street.read([
            Street.thanet, Street.row(month: "2014-03"), Street.row(month: "2014-03", code: "nonsense"),
            Street.unplaced, Street.row(force: "Essex Police"), "too,short",
        ])
        let months = counts.forceMonths.map { "\(counts.forces[$0.force]) \($0.month)" }
        #expect(months == ["Essex Police 2014-01", "Kent Police 2014-01", "Kent Police 2014-03"])
        let rows = [RowTally(kept: 1), RowTally(kept: 1, unplaced: 1), RowTally(kept: 1, refused: 1)]
        #expect(counts.forceMonths.map(\.rows) == rows)
        #expect(counts.rows == RowTally(kept: 3, unplaced: 1, refused: 2))
        #expect(counts.files.map(\.rows) == [counts.rows])
    }

    @Test("rows marked as a generated example are counted, so that no one takes them for real")
    func generated() throws {
        let counts = try Street.read([
            Street.row(context: "Generated example; not a real incident"), Street.row(context: "A note"), Street.thanet,
            Street.row(code: "", name: "", context: "Generated example"),
        ])
        #expect(counts.generatedRows == 2)
        #expect(counts.files[0].generatedRows == 2)
    }

    @Test("the district is the LSOA's name without its last word")
    func districts() throws {
        let counts = try Street.read([
            Street.thanet, Street.row(code: "E01000005", name: "Kingston upon Hull 032C"),
            Street.row(code: "E01019077", name: "Isles of Scilly 001A"),
        ])
        #expect(counts.districts == ["Isles of Scilly", "Kingston upon Hull", "Thanet"])
    }

    @Test("an LSOA met with two names keeps the first, and that is remarked on")
    func renamed() throws {
        let counts = try Street.read([
            Street.thanet, Street.row(name: "Thanet 099Z"), Street.thanet, Street.row(name: "Thanet 099Z"),
        ])
        #expect(counts.rows == RowTally(kept: 4))
        #expect(counts.lsoas.map(\.name) == ["Thanet 001A"])
        #expect(
            counts.remarks == [
                "LSOA E01024695 is called ‘Thanet 001A’ first and later ‘Thanet 099Z’; the first name was kept."
            ])
    }

    @Test("an LSOA that is renamed goes by the name of the latest month, in whatever order the files come")
    func renamedLater() throws {
        let old = Street.file([Street.row(month: "2023-05", name: "Waveney 001A")], name: "a.csv")
        let new = Street.file([Street.row(month: "2023-06", name: "East Suffolk 001A")], name: "b.csv")
        for files in [[old, new], [new, old]] {
            let counts = try StreetCrimeReader(Street.options()).read(files)
            #expect(counts.lsoas.map(\.name) == ["East Suffolk 001A"])
            #expect(counts.districts == ["East Suffolk"])
            #expect(counts.remarks.count == 1)
        }
    }

    @Test("a name that is no name is refused whether or not the LSOA has been met under another", arguments: [1, 2, 3])
    func misnamed(place: Int) throws {
        var rows = [Street.thanet, Street.thanet]
        rows.insert(Street.row(name: "Thanet"), at: place - 1)
        let counts = try Street.read(rows)
        #expect(counts.rows == RowTally(kept: 2, refused: 1))
        #expect(counts.remarks.isEmpty)
    }

    @Test("a row refused for its LSOA's name leaves the next row's LSOA alone")
    func misnamedBetween() throws {
        let second = Street.row(code: "E01024696", name: "Thanet 001B")
        let counts = try Street.read([
            Street.thanet, second, Street.thanet, Street.row(code: "E01024696", name: "Thanet"), Street.thanet, second,
            Street.row(code: "\"E01024696,Thanet\"", name: "001B"), second,
        ])
        #expect(counts.lsoas.map(\.rows) == [3, 3])
        #expect(counts.rows.refused == 2)
    }

    @Test("an LSOA's position is the mean of its rows' points")
    func positions() throws {
        let counts = try Street.read([
            Street.row(longitude: "1.400000", latitude: "51.300000"),
            Street.row(longitude: "-0.4", latitude: "51.5"), Street.row(longitude: "", latitude: ""),
            Street.row(longitude: "", latitude: "", code: "E01024696", name: "Thanet 001B"),
        ])
        let position = try #require(counts.lsoas[0].position)
        #expect(abs(position.longitude - 0.5) < 1e-9)
        #expect(abs(position.latitude - 51.4) < 1e-9)
        #expect(counts.lsoas[1].position == nil)
    }

    @Test("points are counted for the districts asked for, by month and type")
    func points() throws {
        let rows = [
            Street.thanet, Street.thanet, Street.row(month: "2014-02"), Street.row(longitude: "1.400000"),
            Street.row(code: "E01024001", name: "Dover 001A"), Street.row(type: "Drugs"), Street.unplaced,
        ]
        let thanet = try Street.read(Street.file(rows), options: Street.options(points: .districts(["Thanet"])))
        #expect(thanet.points.map(\.count) == [1, 2, 1, 1])
        #expect(thanet.points.map(\.longitude) == [1_400_000, 1_423_175, 1_423_175, 1_423_175])
        #expect(thanet.points.allSatisfy { thanet.lsoas[$0.lsoa].district == "Thanet" && $0.latitude == 51_389_208 })
        let all = try Street.read(Street.file(rows), options: Street.options(points: .all))
        #expect(all.points.reduce(0) { $0 + $1.count } == 6)
        #expect(try Street.read(rows).points.isEmpty)
    }

    @Test("more than sixteen crime types are counted apart")
    func manyTypes() throws {
        let types = (0..<50).map { "Type \($0)" }
        let rows = types.reversed().flatMap { type in [Street.row(type: type), Street.row(type: type)] }
        let counts = try Street.read(rows)
        #expect(counts.types == types.sorted())
        #expect(counts.cells.map(\.type) == Array(0..<50))
        #expect(counts.cells.allSatisfy { $0.count == 2 })
    }

    @Test("progress ends at the last byte, and goes only forward")
    func progress() throws {
        let rows = Array(repeating: Street.thanet, count: 60_000)
        let seen = ProgressLog()
        let file = Street.file(rows)
        _ = try StreetCrimeReader(Street.options()).read([file], progress: { seen.add($0) })
        let bytes = seen.all.map(\.bytesRead)
        #expect(bytes == bytes.sorted())
        #expect((2...60).contains(bytes.count))
        #expect(seen.all.last?.bytesRead == seen.all.last?.bytesTotal)
        #expect(seen.all.last?.file == "kent.csv")
    }

    @Test("a reading called off says that nothing was changed")
    func cancellation() {
        let error = #expect(throws: DataFileError.self) {
            try StreetCrimeReader(Street.options()).read([Street.file([Street.thanet])], isCancelled: { true })
        }
        #expect(error?.isCancellation == true)
        #expect(error?.description.contains("Nothing was changed") == true)
    }
}

extension String {
    /// As long as a Crime ID, which is a hash in hexadecimal.
    fileprivate func padding(toLength length: Int) -> String {
        self + String(repeating: "0", count: max(0, length - count))
    }
}

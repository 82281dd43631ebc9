import DataFiles
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("What became of crimes, as data.police.uk publishes it")
struct OutcomesTests {
    private static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\n"

    private func row(
        _ month: String, _ outcome: String, _ area: String = "E01024657,Thanet 001A", force: String = "Kent Police"
    ) -> String {
        "abc,\(month),\(force),\(force),1.4,51.38,On or near High Street,\(area),\(outcome)\n"
    }

    private func read(_ rows: String...) throws -> OutcomesFile {
        try OutcomesFile(
            Array((Self.header + rows.joined()).utf8), file: "2014-01-kent-outcomes.csv",
            latest: Month(year: 2016, number: 12))
    }

    @Test("outcomes are counted by month, small area and kind; those without a place belong to the force alone")
    func counted() throws {
        let file = try read(
            row("2014-01", "Suspect charged"), row("2014-01", "Suspect charged"),
            row("2014-01", "Offender given a caution", "E01024658,Thanet 001B"), row("2014-01", "Suspect charged", ","))
        #expect(file.force == "Kent Police" && file.months == ["2014-01"])
        #expect(file.counts.map(\.count) == [2, 1])
        #expect(file.rows == RowTally(kept: 3, unplaced: 1, refused: 0))
        #expect(file.areas == ["E01024657": "Thanet 001A", "E01024658": "Thanet 001B"])
    }

    @Test("a row that cannot be understood is told with its line and column, and others are kept")
    func faults() throws {
        let good = (0..<200).map { _ in row("2014-01", "Suspect charged") }.joined()
        let file = try read(
            good, row("2014-13", "Suspect charged"), row("2014-01", "Eaten by a dragon"),
            row("2014-01", "Suspect charged", "E0102465X,Nowhere"),
            row("2014-01", "Suspect charged", force: "Essex Police"))
        #expect(file.rows.refused == 4)
        #expect(file.faults.map(\.column) == ["Month", "Outcome type", "LSOA code", "Reported by"])
        #expect(file.faults.first?.line == 202)
    }

    @Test("a file that is none of these is refused whole")
    func refused() {
        #expect(throws: DataFileError.self) { try read(row("2014-01", "Nothing")) }
        #expect(throws: DataFileError.self) { try read() }
        #expect(throws: DataFileError.self) {
            try OutcomesFile(Array("Month,LSOA code\n".utf8), file: "a.csv", latest: Month(year: 2016, number: 12))
        }
    }

    @Test(
        "they are read through the one door, are missing and not none elsewhere, and are superseded by the month",
        arguments: Scratch.engines)
    func series(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            @discardableResult
            func give(_ text: String, _ name: String) async throws -> ImportOutcome {
                try await stores.give(Array((Self.header + text).utf8), named: name, as: .outcomes)
            }
            try await give(row("2014-01", "Suspect charged") + row("2014-01", "Suspect charged"), "first.csv")
            try await give(row("2014-02", "Offender given a caution"), "second.csv")
            let charged = try #require(MeasureAddress("police-outcomes/suspect-charged"))
            func counts(_ district: String) async throws -> [Int?] {
                try await SeriesStore(stores.database, identities: stores.identities).series(
                    SeriesQuestion(
                        [charged], in: [.district(district)], by: .month, over: Period(from: "2014-01", to: "2014-03"))
                ).counts
            }
            #expect(try await counts("Thanet") == [2, 0, nil])
            #expect(try await counts("Hastings") == [nil, nil, nil])
            try await give(row("2014-01", "Suspect charged"), "revised.csv")
            #expect(try await counts("Thanet") == [1, 0, nil])
            let releases = try await ReleaseStore(stores.database, identities: stores.identities).releases()
            #expect(releases.first?.publisher == "data.police.uk, Kent Police")

            let other = row("2014-01", "Suspect charged", "E01021400,Braintree 001A", force: "Essex Police")
            let refused = try await give(other, "essex.csv")
            #expect(refused.wasRefused && refused.sentence.contains("Give the files of Kent Police"))
            #expect(try await counts("Thanet") == [1, 0, nil])
        }
    }
}

import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("Recorded crime by district is kept beside that of small areas, and is always its sum")
struct DistrictCountTests {
    private struct Row: Hashable, Sendable {
        let force: String
        let month: String
        let district: String
        let type: String
        let number: Int
    }

    private func rows(_ stores: Delivering, from source: SQL, district: SQL) async throws -> Set<Row> {
        let rows = try await stores.database.read { db in
            try db.rows(
                """
                SELECT counted.force_month AS id, force_month.force AS force, force_month.month AS month,
                    \(district) AS district, counted.crime_type AS crime_type, sum(counted.number) AS number
                FROM \(source) JOIN force_month ON force_month.id = counted.force_month
                GROUP BY counted.force_month, force_month.force, force_month.month, \(district), counted.crime_type
                """
            ).map { row in
                // Two releases of one month are told apart by their months' identities.
                let id: ID<ForceMonthRecord> = try row("id")
                return try Row(
                    force: "\(row("force") as String) \(id)", month: row("month"), district: row("district"),
                    type: row("crime_type"), number: row("number"))
            }
        }
        return Set(rows)
    }

    private func kept(_ stores: Delivering) async throws -> Set<Row> {
        try await rows(stores, from: "district_count AS counted", district: "counted.district").filter {
            !$0.district.isEmpty
        }
    }

    private func addedUp(_ stores: Delivering) async throws -> Set<Row> {
        try await rows(
            stores, from: "crime_count AS counted JOIN lsoa ON lsoa.code = counted.lsoa", district: "lsoa.district")
    }

    @Test("of two forces, several months and a month that was superseded", arguments: Scratch.engines)
    func releases(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var both = StreetFile.kent("2014-01")
            both.add("Drugs", 6, at: StreetFile.thanet1, in: "2014-01", by: "British Transport Police")
            both.add("Burglary", 2, at: StreetFile.thanet2, in: "2014-01")
            try await stores.take(both)
            try await stores.take(.kent("2014-02"), named: "2014-02-kent-street.csv")
            try await stores.take(.kent("2014-01", burglaries: 9), named: "revised.csv")
            let kept = try await kept(stores)
            #expect(kept == (try await addedUp(stores)))
            let burglaries = kept.filter { $0.district == "Thanet" && $0.type == "Burglary" && $0.month == "2014-01" }
            #expect(burglaries.map(\.number).sorted() == [5, 9])
        }
    }

    @Test(
        "where areas go from one district to another, in whatever order the months come", arguments: Scratch.engines,
        [["2014-01", "2019-05"], ["2019-05", "2014-01"]] as [[Month]])
    func moved(scratch: Scratch, order: [Month]) async throws {
        try await Delivering.run(scratch) { stores in
            for month in order {
                let isOld = month < "2019-04"
                var file = StreetFile()
                let (first, second) =
                    isOld ? ("Taunton Deane 001A", "West Somerset 001A") : ("Somerset West 001A", "Somerset West 002A")
                file.add("Burglary", 2, at: ("E01029274", first), in: month)
                file.add("Burglary", 3, at: ("E01029275", second), in: month)
                file.add("Drugs", 4, at: ("E01029276", "Mendip 001A"), in: month)
                try await stores.take(file, named: "\(month)-avon-and-somerset-street.csv")
            }
            let kept = try await kept(stores)
            #expect(kept == (try await addedUp(stores)))
            #expect(Set(kept.map(\.district)) == ["Somerset West", "Mendip"])
            #expect(kept.filter { $0.district == "Somerset West" }.map(\.number) == [5, 5])
            let series = try await SeriesStore(stores.database, identities: stores.identities).series(
                SeriesQuestion(
                    [MeasureAddress(.streetCrime, "burglary")], in: [.district("Somerset West")], by: .month,
                    over: Period(from: "2014-01", to: "2014-01")))
            #expect(series.counts == [5])
        }
    }

    @Test("of records that were there before it was kept", arguments: Scratch.engines)
    func filled(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let release = try await stores.take(.kent("2014-01"))
            let before = try await kept(stores)
            let entry = Entry(
                .releaseAccepted, of: .init("release", release), by: .commandLine(), at: Scratch.noon)
            try await stores.database.write(entry) { db in
                try db.run("DELETE FROM district_count")
                // What the migration does.
                try db.run(.districtCounts(of: "TRUE"))
            }
            #expect(!before.isEmpty)
            #expect(before == (try await kept(stores)))
        }
    }
}

import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("What the records know of a district")
struct DistrictStoreTests {
    @Test(
        "a month that the district’s force has delivered is known, though the district had no row in it",
        arguments: Scratch.engines)
    func quietMonth(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            var quiet = StreetFile()
            quiet.add("Burglary", at: StreetFile.dover, in: "2014-02")
            try await stores.take(quiet, named: "2014-02-kent-street.csv")
            let period = try Period(from: "2014-01", to: "2014-03")
            let data = try await stores.districts.data(of: "Thanet", over: [period], points: false)
            #expect(data.series([CrimeType("Burglary"), CrimeType("Drugs")], over: period).counts == [5, 0, nil])
        }
    }

    @Test("a district’s points are looked up by area: those of other districts are not passed over")
    func pointsByArea() async throws {
        try await Delivering.run(.sqlite) { stores in
            try await stores.take(.kent("2014-01"))
            let plan: [String] = try await stores.database.read { db in
                let question: SQL = "EXPLAIN QUERY PLAN "
                return try db.rows(question + DistrictStore.pointRows(of: "Thanet", in: ["2014-01"], db))
                    .map { try $0("detail") }
            }
            let points = try #require(plan.first { $0.contains("crime_point") })
            #expect(points.contains("SEARCH"))
            #expect(points.contains("partnership=? AND lsoa=?"), "\(plan)")
        }
    }

    @Test("it says which releases it rests on, and no others", arguments: Scratch.engines)
    func sources(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            for month in ["2014-01", "2014-02", "2014-03"] as [Month] {
                try await stores.take(.kent(month), named: "\(month)-kent-street.csv")
            }
            let period = try Period(from: "2014-01", to: "2014-02")
            let data = try await stores.districts.data(of: "Thanet", over: [period], points: false)
            #expect(data.sources.map(\.title) == ["2014-01-kent-street.csv", "2014-02-kent-street.csv"])
            #expect(data.sources.allSatisfy { $0.checksums.map(\.count) == [64] })
        }
    }
}

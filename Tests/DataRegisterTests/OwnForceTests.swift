import DataFiles
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite(
    "A district is told of by its own force: where that gave no month, nothing is known, whatever a neighbour’s rows say"
)
struct OwnForceTests {
    private let allCrime = MeasureAddress(.streetCrime, "all-crime")

    /// Kent has given January and February of 2014, its neighbour March too, with two rows of Thanet in each.
    private func deliver(_ stores: Delivering) async throws {
        for month in ["2014-01", "2014-02", "2014-03"] as [Month] {
            if month != "2014-03" { try await stores.take(.kent(month), named: "\(month)-kent-street.csv") }
            var neighbour = StreetFile()
            neighbour.add("Burglary", 2, at: StreetFile.thanet1, in: month, by: "Essex Police")
            neighbour.add("Drugs", 9, at: (code: "E01021500", name: "Tendring 001A"), in: month, by: "Essex Police")
            neighbour.add("Robbery", 3, at: nil, in: month, by: "Essex Police")
            try await stores.take(neighbour, named: "\(month)-essex-street.csv")
        }
    }

    @Test("a month that it has not given is missing, and no file of the neighbour is named", arguments: Scratch.engines)
    func assessed(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await deliver(stores)
            let march = try Period(from: "2014-03", to: "2014-03")
            let data = try await stores.districts.data(of: "Thanet", over: [march], points: true)
            #expect(data.force == "Kent Police")
            #expect(data.covered == ["2014-01", "2014-02"])
            #expect(data.series([CrimeType("Burglary")], over: march).counts == [nil])
            #expect(data.points.isEmpty && data.sources.isEmpty)
            #expect(try await stores.districts.lastMonth(of: "Thanet") == "2014-02")
        }
    }

    @Test("beside other districts it has no number of such a month either", arguments: Scratch.engines)
    func compared(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await deliver(stores)
            let door = SeriesStore(stores.database, identities: stores.identities)
            let march = try await door.figures(allCrime, at: .district, over: Period(from: "2014-03", to: "2014-03"))
            #expect(march.rows.first { $0.place.name == "Thanet" }?.count == nil)
            #expect(march.rows.first { $0.place.name == "Tendring" }?.count == 9)
            let before = try await door.figures(allCrime, at: .district, over: Period(from: "2014-02", to: "2014-02"))
            #expect(before.rows.first { $0.place.name == "Thanet" }?.count == 7)
        }
    }

    @Test("what has no place belongs to its force, by type, and to no district", arguments: Scratch.engines)
    func unplaced(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await deliver(stores)
            let door = SeriesStore(stores.database, identities: stores.identities)
            let months = try Period(from: "2014-01", to: "2014-03")
            func count(_ measure: String, _ place: Place) async throws -> CountSeries {
                try await door.series(
                    SeriesQuestion([MeasureAddress(.streetCrime, measure)], in: [place], by: .month, over: months))
            }
            let essex = try await count("all-crime", .force("Essex Police"))
            #expect(essex.counts == [14, 14, 14])
            #expect(essex.shortfalls.isEmpty)
            #expect(try await count("robbery", .force("Essex Police")).counts == [3, 3, 3])
            #expect(try await count("robbery", .district("Tendring")).counts == [0, 0, 0])

            // As files were taken in before.
            try await stores.database.write(
                .init(.releaseAccepted, of: .init("release", ""), by: .commandLine(), at: Scratch.noon)
            ) { db in
                try db.run("DELETE FROM district_count WHERE partnership = \(db.partnership) AND district = ''")
            }
            let old = try await count("all-crime", .force("Essex Police"))
            #expect(old.counts == [11, 11, 11])
            #expect(old.shortfalls.first?.hasPrefix("9 rows of the files named no place") == true)
        }
    }

    @Test("its comparator set is what the force records, without a neighbour’s strays", arguments: Scratch.engines)
    func recorded(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var file = StreetFile()
            for index in 1...6 {
                file.add("Burglary", 40, at: (code: "E0102465\(index)", name: "Thanet 00\(index)A"), in: "2014-01")
                file.add("Burglary", 30, at: (code: "E0102419\(index)", name: "Dover 00\(index)A"), in: "2014-01")
                file.add("Burglary", 1, at: (code: "E0102150\(index)", name: "Rother 00\(index)A"), in: "2014-01")
            }
            try await stores.take(file)
            let found = try await DistrictNameStore(stores.database).recorded(byForceOf: "Thanet")
            #expect(found?.districts == ["Dover", "Thanet"])
            #expect(found?.strays == ["Rother"])
            #expect(DistrictsInFiles(try file.counts()).atHome == ["Dover", "Thanet"])
        }
    }
}

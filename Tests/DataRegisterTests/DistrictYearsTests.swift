import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("Recorded crime by district and year, and deprivation")
struct DistrictYearsTests {
    private static let table = """
        ,LAD_name,Year,Crime_type,count
        0,Thanet,2014,Burglary,1396
        1,Thanet,2015,Burglary,966
        2,Thanet,2015,Robbery,148
        3,Dover,2015,Burglary,400
        4,Dover,2015,Anti-social behaviour,9000
        5,Thanet,2016,Burglary,51

        """

    private func measure(_ name: String) -> MeasureAddress { MeasureAddress(.districtYears, name) }

    @Test("every district of a year is read at once, and a part year says so", arguments: Scratch.engines)
    func districts(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let outcome = try await stores.give(Array(Self.table.utf8), named: "types.csv", as: .districtYears)
            #expect(
                outcome.sentence
                    == "types.csv: 6 rows read, 5 kept, 0 without a place, 1 refused (January 2014 to December 2016).")
            let door = SeriesStore(stores.database, identities: stores.identities)
            let burglary = try await door.allDistricts(measure("burglary"), year: 2015)
            #expect(burglary.rows.map(\.place.name) == ["Dover", "Thanet"])
            #expect(burglary.rows.map(\.count) == [400, 966])
            #expect(burglary.part == nil)
            #expect(try await door.allDistricts(measure("robbery"), year: 2015).rows.map(\.count) == [0, 148])
            #expect(try await door.allDistricts(measure("all-crime"), year: 2015).rows.map(\.count) == [400, 1_114])
            #expect(
                try await door.allDistricts(measure("burglary"), year: 2016).part?.contains("before the year was over")
                    == true)
            #expect(try await door.allDistricts(measure("burglary"), year: 2020).rows.isEmpty)
        }
    }

    @Test("one district over the years, where a part year is no count", arguments: Scratch.engines)
    func series(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            _ = try await stores.give(Array(Self.table.utf8), named: "types.csv", as: .districtYears)
            let door = SeriesStore(stores.database, identities: stores.identities)
            func counts(_ name: String, _ district: String) async throws -> [Int?] {
                try await door.series(
                    SeriesQuestion(
                        [measure(name)], in: [.district(district)], by: .year,
                        over: Period(from: "2014-01", to: "2016-12"))
                ).counts
            }
            #expect(try await counts("burglary", "Thanet") == [1_396, 966, nil])
            #expect(try await counts("burglary", "Dover") == [nil, 400, nil], "of 2014 nothing is told of Dover")
            #expect(
                try await counts("robbery", "Thanet") == [nil, 148, nil], "in 2014 no robbery was counted anywhere")
            #expect(try await counts("robbery", "Dover") == [nil, 0, nil], "in 2015 it was, and Dover had none")
            #expect(try await door.allDistricts(measure("robbery"), year: 2014).rows.map(\.count) == [nil])
            #expect(try await door.allDistricts(measure("drugs"), year: 2015).rows.map(\.count) == [nil, nil])
            let monthly = try SeriesQuestion(
                [measure("burglary")], in: [.district("Thanet")], by: .month, over: .year(2015))
            await #expect(
                throws: SeriesRefusal.coarser("Recorded crime by district and year", told: .calendarYear(2015))
            ) {
                try await door.series(monthly)
            }
        }
    }

    @Test("a district is found by its code too, once populations or lookups tell it", arguments: Scratch.engines)
    func byCode(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            _ = try await stores.give(Array(Self.table.utf8), named: "types.csv", as: .districtYears)
            let lookup =
                "LAD24CD,LAD24NM,PFA24CD,PFA24NM\nE07000114,Thanet,E23000032,Kent\nE07000108,Dover,E23000032,Kent\n"
            _ = try await stores.give(Array(lookup.utf8), named: "lookup.csv", as: .lookups)
            let door = SeriesStore(stores.database, identities: stores.identities)
            let thanet = try await door.series(
                SeriesQuestion(
                    [measure("burglary")], in: [Place(.district, code: "E07000114", name: "Thanet")], by: .year,
                    over: .year(2015)))
            #expect(thanet.counts == [966])
        }
    }

    @Test("deprivation is read place by place, and never added up", arguments: Scratch.engines)
    func deprivation(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            let table = """
                lsoa11_code,lsoa11_name,lad13_code,lad13_name,IMD_score,IMD_rank,IMD_decile
                E01024657,Thanet 001A,E07000114,Thanet,62.5,500,1
                E01024658,Thanet 001B,E07000114,Thanet,12.389,21352,7
                E01024190,Dover 001A,E07000108,Dover,20,15000,5

                """
            let outcome = try await stores.give(Array(table.utf8), named: "imd2015.csv", as: .deprivation)
            #expect(outcome.sentence == "imd2015.csv: 3 places read.")
            let door = SeriesStore(stores.database, identities: stores.identities)
            let score = MeasureAddress(.deprivation, "score")
            let scores = try await door.figures(
                score, at: .lsoa2011, in: .district("Thanet"), over: .calendarYear(2015))
            #expect(scores.rows.map(\.number) == [62.5, 12.389])
            #expect(scores.rows.map(\.place.code) == ["E01024657", "E01024658"])
            await #expect(throws: SeriesRefusal.notCounted("Score")) {
                try await door.series(SeriesQuestion([score], in: [.district("Thanet")], by: .year, over: .year(2015)))
            }
        }
    }
}

@Suite("The real tables of districts and deprivation", .enabled(if: Samples.isPresent, "\(Samples.absent)"))
struct RealDistrictYearsTests {
    @Test(
        "Thanet had 12,172 crimes in 2014 and 11,648 in 2015, without anti-social behaviour", arguments: Scratch.engines
    )
    func thanet(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let outcome = try await stores.give(
                try Samples.bytes("police/lad-year-counts/type_LAD_year.csv"), named: "type_LAD_year.csv",
                as: .districtYears)
            #expect(!outcome.wasRefused)
            let door = SeriesStore(stores.database, identities: stores.identities)
            let all = MeasureAddress(.districtYears, "all-crime")
            let thanet = try await door.series(
                SeriesQuestion(
                    [all], in: [.district("Thanet")], by: .year, over: Period(from: "2010-01", to: "2016-12")))
            #expect(thanet.counts == [nil, 7_613, 9_637, 10_949, 12_172, 11_648, nil])
            #expect(thanet.points[0].part?.count == 516)
            #expect(thanet.points[6].part?.count == 912)
            let districts = try await door.allDistricts(all, year: 2015)
            #expect(districts.rows.count == 348)
            #expect(districts.rows.allSatisfy { $0.count ?? 0 > 0 })
            #expect(districts.rows.contains { $0.place.name == "Kingston upon Hull" })
            // Shoplifting is a category since September 2011: its year is a part of one, and no rate and no rank is told of it.
            let shoplifting = MeasureAddress(.districtYears, "shoplifting")
            let years = try await door.series(
                SeriesQuestion(
                    [shoplifting], in: [.district("Thanet")], by: .year, over: Period(from: "2011-01", to: "2012-12")))
            #expect(years.points[0].count == nil && years.points[0].part?.count ?? 0 > 0)
            #expect(years.points[0].part?.reason == "‘Shoplifting’ was a category in 4 of its 12 months")
            #expect(years.points[1].count ?? 0 > 0 && years.points[1].part == nil)
            #expect(try await door.allDistricts(shoplifting, year: 2011).part == years.points[0].part?.reason)
            #expect(try await door.allDistricts(shoplifting, year: 2012).part == nil)
        }
    }

    @Test("the table of totals is refused: anti-social behaviour is in every number of it")
    func totals() throws {
        #expect(throws: DataFileError.self) {
            try DistrictYearsFile(
                try Samples.bytes("police/lad-year-counts/total_crime_LAD_year.csv"), file: "total.csv")
        }
    }

    @Test("of Thanet’s 84 small areas 18 are in the most deprived tenth")
    func deprivation() throws {
        let file = try DeprivationFile(try Samples.bytes("imd/imd2015_england_lsoa11.csv"), file: "imd2015.csv")
        #expect(file.areas.count == 32_844)
        #expect(file.year == 2015)
        let thanet = file.areas.filter { $0.name.hasPrefix("Thanet ") }
        #expect(thanet.count == 84)
        #expect(thanet.count { $0.decile == 1 } == 18)
    }
}

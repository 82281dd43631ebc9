import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("Rows of a partner’s file that name no place that can be used")
struct UnplacedRowsTests {
    private let fires = DataSetAddress(known: "fires")
    private var small: MeasureAddress { MeasureAddress(fires, "small") }
    private let thanet1 = Place.lsoa("E01024657", name: "Thanet 001A")
    private let thanet2 = Place.lsoa("E01024658", name: "Thanet 001B")

    /// Two months of fires, of which some lie nowhere.
    private func take(_ stores: Delivering, nowhere: Double, byDistrict: Bool = false) async throws {
        let sets = DataSetStore(stores.database)
        let set = DataSet(
            fires, name: "Fires", provider: .named("Kent Fire and Rescue Service"), holds: "Fires.",
            frequency: .month, since: nil, due: .days(30), isDepersonalised: true, licence: "for the partnership",
            absentRows: .none)
        try await sets.add(set, by: .commandLine(), at: Scratch.noon)
        try await sets.measure(
            [Measure(small, name: "Small fires", unit: "fires", polarity: .lowIsGood)], by: .commandLine(),
            at: Scratch.noon)
        let delivery = try await stores.delivery(Array("a,b\n".utf8), named: "fires.csv")
        let release = Release(
            .mapped, rows: RowTally(kept: 2), id: stores.identities.new(at: delivery.at), delivery: delivery, of: set)
        let february = try Period(from: "2014-02", to: "2014-02")
        let districts = ObservedPeriod(
            february, at: .district,
            observations: [
                .init("small", at: .district("Thanet"), 151), .init("small", at: .unknown(at: .district), nowhere),
            ])
        let periods =
            byDistrict
            ? [districts]
            : [
                ObservedPeriod(
                    try Period(from: "2014-01", to: "2014-01"), at: .lsoa2011,
                    observations: [.init("small", at: thanet1, 140), .init("small", at: thanet2, 6)]),
                ObservedPeriod(
                    try Period(from: "2014-02", to: "2014-02"), at: .lsoa2011,
                    observations: [
                        .init("small", at: thanet1, 151), .init("small", at: .unknown(at: .lsoa2011), nowhere),
                    ]),
                ObservedPeriod(
                    try Period(from: "2015-02", to: "2015-02"), at: .lsoa2011,
                    observations: [.init("small", at: thanet1, 90)]),
            ]
        try await ObservationStore(database: stores.database, identities: stores.identities)
            .accept(periods, of: fires, as: release, by: .commandLine())
    }

    private func series(
        _ stores: Delivering, at place: Place, from first: Month = "2014-01", to last: Month = "2014-02"
    ) async throws -> CountSeries {
        try await SeriesStore(stores.database, identities: stores.identities).series(
            SeriesQuestion([small], in: [place], by: .month, over: Period(from: first, to: last)))
    }

    @Test("where they are few they are set aside and told, and the number is a number", arguments: Scratch.engines)
    func few(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            try await take(stores, nowhere: 3)
            let caution =
                "January to February 2014: 3 of the fires in its files name no place that can be used, "
                + "and are in no figure."

            let district = try await series(stores, at: .district("Thanet"))
            #expect(district.counts == [146, 151])
            #expect(district.shortfalls == [caution])
            let area = try await series(stores, at: thanet2)
            #expect(area.counts == [6, 0] && area.shortfalls == [caution], "they may lie in it, too")
            let areas = try await SeriesStore(stores.database, identities: stores.identities).figures(
                small, at: .lsoa2011, in: .district("Thanet"), over: Period(from: "2014-01", to: "2014-02"))
            #expect(areas.rows.map(\.count) == [291, 6] && areas.cautions == [caution])
            let compared = try Comparability.comparing(
                try await series(stores, at: .district("Thanet"), from: "2015-02", to: "2015-02"),
                with: try await series(stores, at: .district("Thanet"), from: "2014-02"))
            #expect(compared.cautions == [caution.replacing("January to February", with: "February")])
        }
    }

    @Test("where they are more than one in fifty it is at least what is told, and says why", arguments: Scratch.engines)
    func many(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            try await take(stores, nowhere: 7)

            let district = try await series(stores, at: .district("Thanet"))
            #expect(district.counts == [146, nil])
            let part = try #require(district.points[1].part)
            #expect(part.isAtLeast && part.count == 151)
            #expect(part.reason == "7 of the fires in its files name no place that can be used")
            let areas = try await SeriesStore(stores.database, identities: stores.identities).figures(
                small, at: .lsoa2011, in: .district("Thanet"), over: Period(from: "2014-01", to: "2014-02"))
            #expect(areas.rows.map(\.count) == [291, nil], "of the other there may be more")
            #expect(areas.cautions.first?.contains("7 of the fires") == true)
        }
    }

    @Test("so it is of a district that its rows name themselves", arguments: Scratch.engines, [3.0, 7])
    func ofDistricts(scratch: Scratch, nowhere: Double) async throws {
        try await Delivering.run(scratch) { stores in
            try await take(stores, nowhere: nowhere, byDistrict: true)

            let told = try await series(stores, at: .district("Thanet"), from: "2014-02")
            #expect(told.counts == [nowhere == 3 ? 151 : nil])
            #expect(told.points[0].part?.isAtLeast == (nowhere == 3 ? nil : true))
            #expect(told.shortfalls.isEmpty == (nowhere != 3), "what is said as the reason is said once")
        }
    }

    @Test("whether they are few is asked of each twelve months: a year without any does not outweigh one with many")
    func windows() throws {
        let years = try Period(from: "2014-04", to: "2017-06")
        #expect(
            UnplacedRows.stretches(of: years).map(\.description) == [
                "April 2014 to March 2015", "April 2015 to March 2016", "April 2016 to June 2017",
            ])
        #expect(UnplacedRows.stretches(of: try Period(from: "2014-04", to: "2014-05")).count == 1)
        #expect(UnplacedRows.areFew(2, of: 100))
        #expect(!UnplacedRows.areFew(3, of: 100))
    }
}

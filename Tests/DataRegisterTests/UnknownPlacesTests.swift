import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("Of a place that the files do not tell of nothing is known, and never none")
struct UnknownPlacesTests {
    private typealias Found = SetReach.Found

    @Test(
        "a partner's files tell of a district by its share of rows, by how many of its areas have some, or by how often it has some",
        arguments: [
            ([("Torbay", 714, 80, 89)], ["Torbay"]),
            ([("Torbay", 714, 80, 89), ("Camden", 1, 1, nil)], ["Torbay"]),
            ([("Torbay", 12, 9, 89), ("Teignbridge", 1, 1, 80)], ["Torbay"]),
            ([("Torbay", 4, 3, 89), ("Teignbridge", 1, 1, 80)], ["Torbay"]),
            ([("Torbay", 12, 9, 89), ("Teignbridge", 6, 5, 80)], ["Torbay", "Teignbridge"]),
            ([("Cornwall", 2_000, 300, 326), ("West Devon", 40, 20, 32)], ["Cornwall", "West Devon"]),
            ([("Cornwall", 2_000, 300, 326), ("West Devon", 40, 3, 32)], ["Cornwall"]),
        ] as [([(String, Double, Int, Int?)], [String])])
    func reach(rows: [(String, Double, Int, Int?)], told: [String]) {
        let reach = SetReach(rows.map { Found(district: $0.0, rows: $0.1, places: $0.2, of: $0.3) })

        #expect(reach.told == told)
    }

    @Test("where a set is told by district, one that has a row in half of its periods is told of, however few")
    func byDistrict() {
        let reach = SetReach([
            Found(district: "Torbay", rows: 700, places: 1, of: nil, ofPeriods: 1),
            Found(district: "Torridge", rows: 3, places: 1, of: nil, ofPeriods: 0.5),
            Found(district: "Camden", rows: 1, places: 1, of: nil, ofPeriods: 0.1),
        ])

        #expect(reach.told == ["Torbay", "Torridge"])
        #expect(reach.missing(of: ["Torbay", "Leeds"]) == ["Leeds"])
    }

    private static let lookup =
        "LSOA11CD,LSOA11NM,WD15CD,WD15NM,LAD15CD,LAD15NM\n"
        + "E01024657,Thanet 001A,E05005086,Eastcliff,E07000114,Thanet\n"
        + "E01024658,Thanet 001B,E05005086,Eastcliff,E07000114,Thanet\n"
        + "E01024190,Dover 001A,E05005001,Castle,E07000108,Dover\n"
        + (1...6).map { "E0100700\($0),Sefton 00\($0)A,E05000955,Church,E08000014,Sefton\n" }.joined()

    @Test(
        "a district known by a neighbour's rows alone has no number, nor have its wards and areas, and is not offered",
        arguments: Scratch.engines)
    func stray(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var file = StreetFile.kent("2014-01")
            file.add("Burglary", 1, at: (code: "E01007001", name: "Sefton 001A"), in: "2014-01", by: "Kent Police")
            try await stores.take(file)
            _ = try await stores.give(Array(Self.lookup.utf8), named: "lookup.csv", as: .lookups)
            let measures = ["all-crime", "burglary", "robbery"].map { MeasureAddress(.streetCrime, $0) }
            let door = SeriesStore(stores.database, identities: stores.identities)
            let month = try Period(from: "2014-01", to: "2014-01")
            let places: [Place] = [
                .district("Sefton"), .lsoa("E01007001", name: "Sefton 001A"),
                Place(.ward, code: "E05000955", name: "Church"),
            ]

            for place in places {
                for measure in measures {
                    let told = try await door.series(SeriesQuestion([measure], in: [place], by: .month, over: month))
                    #expect(told.counts == [nil], "\(place.name), \(measure)")
                    #expect(
                        told.told(told.points[0]).reason
                            == "Of Sefton a neighbour’s rows alone are here, from only 1 of its 6 small areas (LSOAs): they do "
                            + "not tell how much crime there is. Import the files of its own police force.")
                }
            }
            let own = try await door.series(
                SeriesQuestion([measures[1]], in: [.district("Thanet")], by: .month, over: month))
            #expect(own.counts == [3] && own.nothingKnown == nil)
            let areas = try await door.figures(measures[1], at: .lsoa2011, in: .district("Sefton"), over: month)
            #expect(areas.rows.allSatisfy { $0.number == nil })
            let offered = try await PlaceAddressStore(stores.database).answerable(own: "Thanet").map(\.name)
            #expect(offered == ["Thanet", "Eastcliff", "Dover", "Kent Police", "Castle"])
        }
    }

    /// Calls of a partner that leaves zeros out: sixty in Thanet and one in Sefton, and a month without any.
    private func takeCalls(_ stores: Delivering) async throws -> MeasureAddress {
        let set = DataSet(
            DataSetAddress(known: "ambulance"), name: "Ambulance calls", provider: .named("Ambulance"),
            holds: "Calls.", frequency: .month, since: nil, due: .days(30), isDepersonalised: true,
            licence: "for the partnership", absentRows: .none)
        let assault = MeasureAddress(set.address, "assault")
        try await DataSetStore(stores.database).add(set, by: .commandLine(), at: Scratch.noon)
        try await DataSetStore(stores.database).measure(
            [Measure(assault, name: "Assault", unit: "calls", polarity: .lowIsGood)], by: .commandLine(),
            at: Scratch.noon)
        let delivery = try await stores.delivery(Array("a,b\n".utf8), named: "ambulance.csv")
        let release = Release(
            .mapped, rows: RowTally(kept: 2), id: stores.identities.new(at: delivery.at), delivery: delivery, of: set)
        let thanet = Place.lsoa("E01024657", name: "Thanet 001A")
        let periods = try [("2014-01", 60.0), ("2014-02", 0)].map { month, number in
            ObservedPeriod(
                try Period(from: Month(month) ?? "2014-01", to: Month(month) ?? "2014-01"), at: .lsoa2011,
                observations: number > 0
                    ? [
                        .init("assault", at: thanet, number),
                        .init("assault", at: .lsoa("E01007001", name: "Sefton 001A"), 1),
                    ] : [])
        }
        try await ObservationStore(database: stores.database, identities: stores.identities)
            .accept(periods, of: set.address, as: release, by: .commandLine())
        return assault
    }

    @Test(
        "where a partner leaves zeros out, none is told of the districts that its files tell of, and of no other",
        arguments: Scratch.engines)
    func partner(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            _ = try await stores.give(Array(Self.lookup.utf8), named: "lookup.csv", as: .lookups)
            let assault = try await takeCalls(stores)
            let door = SeriesStore(stores.database, identities: stores.identities)
            func told(_ place: Place) async throws -> CountSeries {
                try await door.series(
                    SeriesQuestion([assault], in: [place], by: .month, over: Period(from: "2014-01", to: "2014-02")))
            }

            #expect(try await told(.district("Thanet")).counts == [60, 0])
            #expect(try await told(.lsoa("E01024658", name: "Thanet 001B")).counts == [0, 0])
            for place: Place in [
                .district("Dover"), .district("Sefton"), .lsoa("E01024190", name: "Dover 001A"),
                Place(.ward, code: "E05005001", name: "Castle"), .englandAndWales,
            ] {
                let series = try await told(place)
                #expect(series.counts == [nil, nil], "\(place.name)")
                #expect(
                    series.nothingKnown?.reason == "Not known: the files of ‘Ambulance calls’ tell of Thanet alone.",
                    "\(place.name)")
            }
            let directory = try await SeriesDirectoryStore(database: stores.database, releases: stores.releases)
                .directory(on: Day(Scratch.noon))
            let listed = directory.page(.init(measure: assault)).lines.map(\.place.name)
            #expect(listed.sorted() == ["Eastcliff", "Thanet"], "what programs are offered can be had")
        }
    }
}

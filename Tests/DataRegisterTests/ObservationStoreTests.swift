import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("Figures of a data set of the partnership’s own")
struct ObservationStoreTests {
    private let ambulance = DataSetAddress(known: "ambulance")
    private var assault: MeasureAddress { MeasureAddress(ambulance, "assault") }
    private let thanet1 = Place.lsoa("E01024657", name: "Thanet 001A")
    private let thanet2 = Place.lsoa("E01024658", name: "Thanet 001B")

    private func enter(_ stores: Delivering, absent: DataSet.AbsentRows = .none) async throws {
        let sets = DataSetStore(stores.database)
        let set = DataSet(
            ambulance, name: "Ambulance callouts", provider: .named("South East Coast Ambulance Service"),
            holds: "Callouts to assaults, by small area.", frequency: .quarter, since: "2014-01",
            due: .endOfNextQuarter,
            isDepersonalised: true, licence: "for the partnership", absentRows: absent)
        try await sets.add(set, by: .commandLine(), at: Scratch.noon)
        try await sets.measure(
            [Measure(assault, name: "Assault", unit: "callouts", polarity: .lowIsGood)], by: .commandLine(),
            at: Scratch.noon)
    }

    /// Takes in what a file would say, and answers with its release.
    @discardableResult
    private func take(
        _ stores: Delivering, _ periods: [ObservedPeriod], undated: [UndatedRows] = []
    ) async throws -> ID<Release> {
        let delivery = try await stores.delivery(Array("a,b\n".utf8), named: "ambulance.csv")
        let release = Release(
            .districtYears, rows: RowTally(kept: periods.count), id: stores.identities.new(at: delivery.at),
            delivery: delivery)
        try await ObservationStore(database: stores.database, identities: stores.identities)
            .accept(periods, undated: undated, of: ambulance, as: release, by: .commandLine())
        return release.id
    }

    private func month(_ month: Month, _ counts: [(Place, Double)], part: String? = nil) throws -> ObservedPeriod {
        ObservedPeriod(
            try Period(from: month, to: month), at: .lsoa2011, part: part,
            observations: counts.map { .init("assault", at: $0.0, $0.1) })
    }

    private func series(
        _ stores: Delivering, at place: Place, by grain: SeriesQuestion.Grain = .month, to last: Month = "2014-03",
        asAt: Date? = nil
    ) async throws -> CountSeries {
        try await SeriesStore(stores.database, identities: stores.identities).series(
            SeriesQuestion([assault], in: [place], by: grain, over: Period(from: "2014-01", to: last), asAt: asAt))
    }

    @Test(
        "a covered period without a row is none or missing, as the set says; one that is not covered is missing",
        arguments: Scratch.engines, [DataSet.AbsentRows.none, .missing])
    func absent(scratch: Scratch, absent: DataSet.AbsentRows) async throws {
        try await Delivering.run(scratch) { stores in
            try await enter(stores, absent: absent)
            try await take(stores, [try month("2014-01", [(thanet1, 4)]), try month("2014-02", [(thanet2, 1)])])
            let counts = try await series(stores, at: thanet1).counts
            #expect(counts == (absent == .none ? [4, 0, nil] : [4, nil, nil]))
        }
    }

    @Test("small areas make up their ward and district", arguments: Scratch.engines)
    func added(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await enter(stores)
            try await stores.take(.kent("2014-01"))
            try await take(stores, [try month("2014-01", [(thanet1, 4), (thanet2, 2)])])
            #expect(try await series(stores, at: .district("Thanet")).counts == [6, nil, nil])
            let dover = try await series(stores, at: .district("Dover"))
            #expect(dover.counts == [nil, nil, nil], "the file tells of Thanet alone")
        }
    }

    @Test(
        "where a row has no time that can be read, each period of its file is at least what is told, of its place and those above",
        arguments: Scratch.engines)
    func undated(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await enter(stores)
            try await stores.take(.kent("2014-01"))
            try await take(
                stores, [try month("2014-01", [(thanet1, 4), (thanet2, 2)]), try month("2014-02", [(thanet1, 3)])],
                undated: [UndatedRows("assault", at: thanet1, 2)])
            for place in [thanet1, .district("Thanet")] {
                let told = try await series(stores, at: place)
                #expect(told.counts == [nil, nil, nil], "\(place.name)")
                let part = try #require(told.points[0].part)
                #expect(part.isAtLeast && part.reason == "2 rows of its files have no day or month that can be read")
                #expect(told.points.map(\.part?.isAtLeast) == [true, true, nil], "of March nothing is here")
                let quarter = try await series(stores, at: place, by: .quarter)
                #expect(quarter.points[0].part?.reason == part.reason, "they are two, in whatever months they are")
            }
            #expect(try await series(stores, at: thanet2).counts == [2, 0, nil], "and another place is what it is")
            let store = SeriesStore(stores.database, identities: stores.identities)
            let areas = try await store.figures(
                assault, at: .lsoa2011, in: .district("Thanet"), over: Period(from: "2014-01", to: "2014-02"))
            #expect(areas.rows.map(\.count) == [nil, 2])

            try await take(stores, [try month("2014-01", [(thanet1, 5)])])
            #expect(try await series(stores, at: thanet1).counts == [5, nil, nil], "a file that was mended is whole")
        }
    }

    @Test("a ward rests on the lookup that makes it, and on the newer once that gives way", arguments: Scratch.engines)
    func wardsLookup(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await enter(stores)
            let lookup = """
                LSOA11CD,LSOA11NM,WD15CD,WD15NM,LAD15CD,LAD15NM
                E01024657,Thanet 001A,E05005086,Eastcliff,E07000114,Thanet

                """
            let ward = Place(.ward, code: "E05005086", name: "Eastcliff")
            _ = try await stores.give(Array(lookup.utf8), named: "lookup.csv", as: .lookups)
            let first = try #require(try await stores.releases.releases().first)
            try await take(stores, [try month("2014-01", [(thanet1, 4)])])
            let told = try await series(stores, at: ward).citation
            #expect(told.allReleases.map(\.id).contains(first.id))
            #expect(told.words.contains("lookups, received"), "\(told.words)")
            #expect(try await series(stores, at: thanet1).citation.beside.isEmpty, "a small area needs none")

            let supersessions = SupersessionStore(stores.database)
            #expect(try await supersessions.supersessions(of: [first.id]).isEmpty)
            let anew = lookup.replacing("Thanet 001A", with: "Thanet 1A")
            _ = try await stores.give(Array(anew.utf8), named: "newer.csv", as: .lookups)
            let second = try #require(try await stores.releases.releases().first { $0.name == "newer.csv" })
            #expect(try await series(stores, at: ward).citation.allReleases.map(\.id).contains(second.id))
            let found = try await supersessions.supersessions(of: [first.id])
            #expect(found.map(\.new.id) == [second.id])
            #expect(found.map(\.what) == ["Lookups"])
        }
    }

    @Test(
        "where a place without a row is not known, its ward, district and force are at least what is told, until each has its row",
        arguments: Scratch.engines, [DataSet.AbsentRows.missing, .noneWherePlaceIsTold])
    func unknownAreas(scratch: Scratch, absent: DataSet.AbsentRows) async throws {
        try await Delivering.run(scratch) { stores in
            try await enter(stores, absent: absent)
            try await stores.take(.kent("2014-01"))
            let lookup = """
                LSOA11CD,LSOA11NM,WD15CD,WD15NM,LAD15CD,LAD15NM,PFA15CD,PFA15NM
                E01024657,Thanet 001A,E05005086,Eastcliff,E07000114,Thanet,E23000032,Kent
                E01024658,Thanet 001B,E05005086,Eastcliff,E07000114,Thanet,E23000032,Kent
                E01024190,Dover 001A,E05005001,Castle,E07000108,Dover,E23000032,Kent

                """
            _ = try await stores.give(Array(lookup.utf8), named: "lookup.csv", as: .lookups)
            let ward = Place(.ward, code: "E05005086", name: "Eastcliff")
            let force = Place(.force, code: "E23000032", name: "Kent Police")
            try await take(
                stores,
                [
                    try month("2014-01", [(thanet1, 4)]), try month("2014-02", [(thanet1, 3), (thanet2, 0)]),
                    try month("2014-03", [(thanet1, 5), (thanet2, 1)]),
                ])
            for place in [ward, .district("Thanet")] {
                let told = try await series(stores, at: place)
                #expect(told.counts == [nil, 3, 6], "\(place.name)")
                let part = try #require(told.points[0].part)
                #expect(part.count == 4 && part.isAtLeast)
                #expect(part.reason == "there are rows for 1 of 2 small areas, and of the other it is not known")
            }
            #expect(try await series(stores, at: thanet1).counts == [4, 3, 5])
            #expect(try await series(stores, at: thanet2).counts == [nil, 0, 1])
            let all = try await series(stores, at: force)
            #expect(all.counts == [nil, nil, nil])
            #expect(
                all.points[2].part?.reason == "there are rows for 2 of 3 small areas, and of the other it is not known")
            let quarter = try await series(stores, at: .district("Thanet"), by: .quarter)
            #expect(quarter.counts == [nil])
            #expect(quarter.points[0].part?.count == 13)
        }
    }

    @Test(
        "months make quarters where all three are here, and a quarter is never taken apart", arguments: Scratch.engines)
    func grain(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await enter(stores)
            try await take(
                stores,
                [try month("2014-01", [(thanet1, 4)]), try month("2014-02", []), try month("2014-03", [(thanet1, 1)])])
            #expect(try await series(stores, at: thanet1, by: .quarter).counts == [5])
            let quarter = try Period(from: "2014-04", to: "2014-06")
            try await take(
                stores, [ObservedPeriod(quarter, at: .lsoa2011, observations: [.init("assault", at: thanet1, 9)])])
            #expect(try await series(stores, at: thanet1, by: .quarter, to: "2014-06").counts == [5, 9])
            await #expect(throws: SeriesRefusal.coarser("Ambulance callouts", told: quarter)) {
                try await series(stores, at: thanet1, to: "2014-06")
            }
        }
    }

    @Test("a later release supersedes the periods it tells, whole, and no others", arguments: Scratch.engines)
    func superseded(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await enter(stores)
            let first = try await take(
                stores, [try month("2014-01", [(thanet1, 4), (thanet2, 2)]), try month("2014-02", [(thanet1, 3)])])
            let time = try #require(try await stores.releases.release(first)).receivedAt
            let second = try await take(stores, [try month("2014-01", [(thanet1, 5)])])
            #expect(try await series(stores, at: thanet1).counts == [5, 3, nil])
            #expect(try await series(stores, at: thanet2).counts == [0, 0, nil])
            #expect(Set(try await series(stores, at: thanet1).citation.releases.map(\.id)) == [first, second])
            #expect(try await series(stores, at: thanet1, asAt: time).counts == [4, 3, nil])
            let store = ObservationStore(database: stores.database, identities: stores.identities)
            let old = try await store.periods(of: ambulance, release: first)
            #expect(old.map(\.supersededBy) == [second, nil])
        }
    }

    @Test(
        "a file that tells a part of what one number tells is refused, and changes nothing", arguments: Scratch.engines)
    func partOfWhole(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await enter(stores)
            let quarter = try Period(from: "2014-01", to: "2014-03")
            try await take(
                stores, [ObservedPeriod(quarter, at: .lsoa2011, observations: [.init("assault", at: thanet1, 9)])])
            let january = try month("2014-01", [(thanet1, 1)])
            await #expect(throws: DataSetRefusal.tellsPart(january.period, of: quarter)) {
                try await take(stores, [january])
            }
            #expect(try await series(stores, at: thanet1, by: .quarter).counts == [9])
            #expect(try await stores.releases.releases().count == 1)
        }
    }

    @Test("a period known in part is no count, and says why", arguments: Scratch.engines)
    func part(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await enter(stores)
            try await take(stores, [try month("2014-01", [(thanet1, 4)], part: "the system was down for a week")])
            let point = try await series(stores, at: thanet1).points[0]
            #expect(point.count == nil)
            let part = try #require(point.part)
            #expect(part.count == 4 && part.reason == "the system was down for a week")
            #expect(part.isAtLeast, "what is left out of a partner’s file can only be more")
            let quarter = try await series(stores, at: thanet1, by: .quarter).points[0].part
            #expect(quarter?.count == 4 && quarter?.isAtLeast == false, "two of its months are not here at all")
            try await take(stores, [try month("2014-02", [(thanet2, 1)])])
            let areas = try await SeriesStore(stores.database, identities: stores.identities).figures(
                assault, at: .lsoa2011, in: nil, over: Period(from: "2014-01", to: "2014-02"))
            #expect(areas.rows.map(\.count) == [nil, nil], "what is left out may be of either")
        }
    }
}

@Suite("The data sets of a partnership")
struct DataSetStoreTests {
    private func set(_ name: String = "Fires", due: Due = .days(30)) -> DataSet {
        DataSet(
            DataSetAddress(known: "fires"), name: name, provider: .named("Kent Fire and Rescue Service"),
            holds: "Deliberate fires.", frequency: .month, since: "2015-04", due: due, isDepersonalised: true,
            licence: "for the partnership", notes: "By post.", absentRows: .none)
    }

    @Test("a set reads back as it was entered, beside those built in", arguments: Scratch.engines)
    func readsBack(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let sets = DataSetStore(stores.database)
            try await sets.add(set(), by: .commandLine(), at: Scratch.noon)
            #expect(try await sets.dataSet(set().address) == set())
            #expect(try await sets.dataSets() == DataSet.builtIn + [set()])
            await #expect(throws: DataSetRefusal.addressTaken(set().address)) {
                try await sets.add(set("Other"), by: .commandLine(), at: Scratch.noon)
            }
        }
    }

    @Test("who changes a set says what they saw: a change between is not written over", arguments: Scratch.engines)
    func conflict(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let sets = DataSetStore(stores.database)
            try await sets.add(set(), by: .commandLine(), at: Scratch.noon)
            let seen = try await sets.edition(of: set().address)
            try await sets.change(set(due: .endOfNextQuarter), seen: seen, by: .commandLine(), at: Scratch.noon)
            await #expect(throws: DataSetRefusal.changedMeanwhile) {
                try await sets.change(set("Late"), seen: seen, by: .commandLine(), at: Scratch.noon)
            }
            #expect(try await sets.dataSet(set().address)?.due == .endOfNextQuarter)
            await #expect(throws: DataSetRefusal.notHere) {
                let street = try #require(DataSet.builtIn.first)
                try await sets.change(street, seen: 0, by: .commandLine(), at: Scratch.noon)
            }
        }
    }
}

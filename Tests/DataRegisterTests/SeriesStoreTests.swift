import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing
import Wording

@testable import DataRegister

@Suite("Recorded crime read through the one door")
struct SeriesStoreTests {
    private let burglary = MeasureAddress(.streetCrime, "burglary")

    private func door(_ stores: Delivering) -> SeriesStore {
        SeriesStore(stores.database, identities: stores.identities)
    }

    @Test("a series has what was counted, and nil where no file of the force is here", arguments: Scratch.engines)
    func counts(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            for (month, burglaries) in [("2014-01", 3), ("2014-02", 8), ("2014-04", 1)] as [(Month, Int)] {
                try await stores.take(.kent(month, burglaries: burglaries), named: "\(month)-kent-street.csv")
            }
            let span = try Period(from: "2014-01", to: "2014-06")
            let monthly = try await door(stores).series(
                SeriesQuestion([burglary], in: [.district("Thanet")], by: .month, over: span))
            #expect(monthly.counts == [3, 8, nil, 1, nil, nil])
            #expect(monthly.subject == "Burglary")
            #expect(
                monthly.citation.releases.map(\.title) == [
                    "2014-01-kent-street.csv", "2014-02-kent-street.csv", "2014-04-kent-street.csv",
                ])
            #expect(monthly.citation.words == "data.police.uk, street-level crime, received \(Scratch.noon.day)")

            let quarterly = try await door(stores).series(
                SeriesQuestion([burglary], in: [.district("Thanet")], by: .quarter, over: span))
            #expect(quarterly.counts == [nil, nil])
            #expect(quarterly.points[0].part == .init(count: 11, reason: "2 of its 3 months are here"))
            #expect(quarterly.points[1].part == .init(count: 1, reason: "1 of its 3 months is here"))
        }
    }

    @Test(
        "all crime has no anti-social behaviour in it, and a covered month with none is zero",
        arguments: Scratch.engines)
    func allCrime(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            let month = try Period(from: "2014-01", to: "2014-01")
            func count(_ measure: String, _ place: Place) async throws -> Int? {
                try await door(stores).series(
                    SeriesQuestion([MeasureAddress(.streetCrime, measure)], in: [place], by: .month, over: month)
                ).counts[0]
            }
            #expect(try await count("all-crime", .district("thanet")) == 5)
            #expect(try await count("anti-social-behaviour", .district("Thanet")) == 4)
            #expect(try await count("robbery", .district("Thanet")) == 0)
            #expect(try await count("violent-crime", .district("Thanet")) == nil, "there is no such type any more")
            #expect(try await count("all-crime", .force("Kent Police")) == 11, "one has no place")
            #expect(try await count("burglary", .lsoa("E01024657", name: "Thanet 001A")) == 3)
            #expect(try await count("burglary", .district("Nowhere")) == nil)
            #expect(
                try await count("burglary", .englandAndWales) == nil, "one force of 43 is not England and Wales")
        }
    }

    @Test("places are added up, and a month that one of them lacks is missing", arguments: Scratch.engines)
    func places(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            var sussex = StreetFile()
            let hove = (code: "E01016900", name: "Brighton and Hove 001A")
            sussex.add("Burglary", 7, at: hove, in: "2014-01", by: "Sussex Police")
            sussex.add("Burglary", 7, at: hove, in: "2014-02", by: "Sussex Police")
            try await stores.take(sussex, named: "sussex.csv")
            let span = try Period(from: "2014-01", to: "2014-02")
            let both = try await door(stores).series(
                SeriesQuestion(
                    [burglary], in: [.district("Thanet"), .district("Brighton and Hove")], by: .month, over: span))
            #expect(both.counts == [10, nil])
        }
    }

    @Test("a later release changes what is read now, and not what was read before it", arguments: Scratch.engines)
    func asAt(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let first = try await stores.take(.kent("2014-01"))
            let before = try #require(try await stores.releases.release(first)).receivedAt
            try await stores.take(.kent("2014-01", burglaries: 9), named: "revised.csv")
            let month = try Period(from: "2014-01", to: "2014-01")
            func read(_ time: Date?) async throws -> CountSeries {
                try await door(stores).series(
                    SeriesQuestion([burglary], in: [.district("Thanet")], by: .month, over: month, asAt: time))
            }
            #expect(try await read(nil).counts == [9])
            #expect(try await read(nil).citation.releases.map(\.title) == ["revised.csv"])
            #expect(try await read(before).counts == [3])
            #expect(try await read(before).citation.releases.map(\.id) == [first])
            #expect(try await read(before.addingTimeInterval(-1)).counts == [nil])
        }
    }

    @Test("wards, partnerships and counties are found by the lookups that were given", arguments: Scratch.engines)
    func lookups(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            let areas = """
                LSOA11CD,LSOA11NM,WD18CD,WD18NM,LAD18CD,LAD18NM
                E01024657,Thanet 001A,E05005084,Margate,E07000114,Thanet
                E01024658,Thanet 001B,E05005085,Salmestone,E07000114,Thanet

                """
            let above = """
                LAD24CD,LAD24NM,CSP24CD,CSP24NM,CTY24CD,CTY24NM
                E07000114,Thanet,E22000147,Thanet,E10000016,Kent
                E07000108,Dover,E22000141,Dover,E10000016,Kent

                """
            for (name, text) in [("areas.csv", areas), ("above.csv", above)] {
                let outcome = try await stores.give(Array(text.utf8), named: name, as: .lookups)
                #expect(!outcome.wasRefused, "\(outcome.sentence)")
            }
            let month = try Period(from: "2014-01", to: "2014-01")
            func count(_ place: Place) async throws -> Int? {
                try await door(stores).series(SeriesQuestion([burglary], in: [place], by: .month, over: month)).counts[
                    0]
            }
            #expect(try await count(Place(.ward, code: "E05005084", name: "Margate")) == 3)
            #expect(try await count(Place(.ward, code: "E05005085", name: "Salmestone")) == 0)
            #expect(try await count(Place(.district, code: "E07000114", name: "")) == 3)
            #expect(try await count(Place(.partnership, code: "E22000141", name: "Dover")) == 5)
            #expect(try await count(Place(.county, code: "E10000016", name: "Kent")) == 8)
            let parents = try await stores.places.parents(of: .lsoa("E01024657", name: "Thanet 001A"))
            #expect(parents.map(\.name) == ["Margate", "Thanet"])
            #expect(try await stores.places.parents(of: .district("Thanet")).map(\.level) == [.partnership, .county])
        }
    }

    @Test("every district is read at once, nil where its force has not delivered the year", arguments: Scratch.engines)
    func districts(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            for number in 1...12 {
                let month = Month(year: 2014, number: number)
                var file = StreetFile.kent(month, burglaries: number)
                if number > 6 {
                    file.add("Burglary", 1, at: (code: "E01016900", name: "Hove 001A"), in: month, by: "Sussex Police")
                }
                try await stores.take(file, named: "\(month).csv")
            }
            let figures = try await door(stores).allDistricts(burglary, year: 2014)
            #expect(figures.rows.map(\.place.name) == ["Dover", "Hove", "Thanet"])
            #expect(figures.rows.map(\.count) == [60, nil, 78])
            #expect(figures.cautions.isEmpty)
            let areas = try await door(stores).figures(
                burglary, at: .lsoa2011, in: .district("Thanet"), over: .calendarYear(2014))
            #expect(areas.rows.map(\.place.code) == ["E01024657", "E01024658"])
            #expect(areas.rows.map(\.count) == [78, 0])
            let violence = try await door(stores).allDistricts(
                MeasureAddress(.streetCrime, "violence-and-sexual-offences"), year: 2014)
            #expect(violence.cautions.count == 1, "recording changed in the course of the year")
        }
    }

    @Test("a measure that there is not is refused by its address", arguments: Scratch.engines)
    func unknown(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            for text in ["street-crime/witchcraft", "nothing/burglary"] {
                let measure = try #require(MeasureAddress(text))
                await #expect(throws: SeriesRefusal.noSuchMeasure(measure)) {
                    try await door(stores).series(
                        SeriesQuestion([measure], in: [.district("Thanet")], by: .year, over: .year(2014)))
                }
            }
        }
    }

    @Test("another partnership’s figures are not read", arguments: Scratch.engines)
    func neighbour(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            let neighbour = stores.database.opened(for: stores.identities.new(Tenant.self, at: Scratch.noon))
            let month = try Period(from: "2014-01", to: "2014-01")
            let theirs = try await SeriesStore(neighbour, identities: stores.identities).series(
                SeriesQuestion([burglary], in: [.district("Thanet")], by: .month, over: month))
            #expect(theirs.counts == [nil])
            #expect(theirs.citation.releases.isEmpty)
        }
    }

    @Test("a change of recording that a partnership knows of breaks the series it touches", arguments: Scratch.engines)
    func recordingChange(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            let change = RecordingChange(
                from: "2014-06", of: [burglary], "Kent Police went over to a new system.", source: "Kent Police")
            try await RecordingChangeStore(stores.database, identities: stores.identities)
                .add(change, by: .commandLine(), at: Scratch.noon)
            func breaks(_ measure: MeasureAddress) async throws -> [String] {
                try await door(stores).series(
                    SeriesQuestion([measure], in: [.district("Thanet")], by: .month, over: .year(2014))
                ).breaks.map(\.sentence)
            }
            #expect(try await breaks(burglary) == ["Kent Police went over to a new system."])
            #expect(try await breaks(MeasureAddress(.streetCrime, "robbery")).isEmpty)
        }
    }
}

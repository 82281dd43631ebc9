import DataFiles
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("A change of recording that the partnership enters works as those that everybody knows")
struct RecordingChangeTests {
    private let burglary = MeasureAddress(.streetCrime, "burglary")

    private func change(_ month: Month, in place: Place? = nil) -> RecordingChange {
        RecordingChange(from: month, of: [burglary], "A new system.", source: "Kent Police", in: place)
    }

    private func store(_ stores: Delivering) -> RecordingChangeStore {
        RecordingChangeStore(stores.database, identities: stores.identities)
    }

    private func series(_ stores: Delivering, _ place: Place, _ months: ClosedRange<Month>) async throws -> CountSeries
    {
        try await SeriesStore(stores.database, identities: stores.identities).series(
            SeriesQuestion(
                [burglary], in: [place], by: .month,
                over: Period(from: months.lowerBound, to: months.upperBound)))
    }

    @Test("it touches the places that share a district with its own, and no others", arguments: Scratch.engines)
    func places(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            try await store(stores).add(
                change("2014-06", in: .force("Kent Police")), by: .commandLine(), at: Scratch.noon)
            try await store(stores).add(
                change("2014-08", in: .district("Thanet")), by: .commandLine(), at: Scratch.noon)
            try await store(stores).add(
                change("2014-09", in: .district("Hastings")), by: .commandLine(), at: Scratch.noon)
            try await store(stores).add(change("2014-10"), by: .commandLine(), at: Scratch.noon)
            func months(_ place: Place) async throws -> [Month] {
                try await series(stores, place, "2014-01"..."2014-12").breaks.map(\.month)
            }
            #expect(try await months(.district("Thanet")) == ["2014-06", "2014-08", "2014-10"])
            #expect(try await months(.force("Kent Police")) == ["2014-06", "2014-08", "2014-10"])
            #expect(try await months(.district("Hastings")) == ["2014-09", "2014-10"])
            #expect(try await months(.englandAndWales) == ["2014-10"])
        }
    }

    @Test("it is said where it lies between two periods, and not only in one of them", arguments: Scratch.engines)
    func between(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            for month in ["2014-01", "2014-02", "2015-01", "2015-02"] as [Month] { try await stores.take(.kent(month)) }
            try await store(stores).add(change("2015-01"), by: .commandLine(), at: Scratch.noon)
            let thanet = Place.district("Thanet")
            let earlier = try await series(stores, thanet, "2014-01"..."2014-02")
            let later = try await series(stores, thanet, "2015-01"..."2015-02")
            #expect(earlier.breaks.isEmpty)
            #expect(try Comparability.comparing(later, with: earlier).cautions.contains("A new system."))
        }
    }

    @Test("one that was withdrawn counts no more, and stays on record with the reason", arguments: Scratch.engines)
    func withdrawn(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            let store = store(stores)
            try await store.add(change("2014-06", in: .district("Thanet")), by: .commandLine(), at: Scratch.noon)
            let entered = try #require(try await store.entered().first)
            #expect(entered.change == change("2014-06", in: .district("Thanet")))
            #expect(try await store.withdraw(entered.id, because: "A mistake.", by: .commandLine(), at: Scratch.noon))
            #expect(try await store.changes().isEmpty)
            #expect(try await series(stores, .district("Thanet"), "2014-01"..."2014-12").breaks.isEmpty)
            #expect(try await store.entered().first?.withdrawal?.why == "A mistake.")
            let again = try await store.withdraw(entered.id, because: "Again.", by: .commandLine(), at: Scratch.noon)
            #expect(!again)
            let neighbour = stores.database.opened(for: stores.identities.new(Tenant.self, at: Scratch.noon))
            #expect(try await RecordingChangeStore(neighbour, identities: stores.identities).entered().isEmpty)
        }
    }

    @Test("the assessment of a district says it, of all crime or of a type", arguments: Scratch.engines)
    func data(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            try await store(stores).add(
                change("2014-06", in: .district("Thanet")), by: .commandLine(), at: Scratch.noon)
            let districts = DistrictStore(
                stores.database, places: PlaceStore(stores.database, identities: stores.identities))
            let year = try Period(from: "2014-01", to: "2014-12")
            let data = try await districts.data(of: "Thanet", over: [year], points: false)
            #expect(data.changes.map(\.month) == ["2014-06"])
            #expect(try await districts.data(of: "Hastings", over: [year], points: false).changes.isEmpty)
            let known = Comparability.changes(
                in: CrimeType("Burglary"), between: year, and: try Period(from: "2013-01", to: "2013-12"),
                besides: data.changes)
            #expect(known.map(\.sentence).contains("A new system."))
        }
    }
}

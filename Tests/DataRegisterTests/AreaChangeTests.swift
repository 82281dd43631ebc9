import DataFiles
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("Small areas that ended or began with the census of 2021 are not at 0 on the other side")
struct AreaChangeTests {
    private let allCrime = MeasureAddress(.streetCrime, "all-crime")
    private static let kept = (code: "E01030201", name: "Waveney 001A")
    private static let old = (code: "E01030258", name: "Waveney 007D")
    private static let new = (code: "E01035001", name: "East Suffolk 007F")

    /// Waveney becomes East Suffolk in June 2023, when one of its areas ends and another begins in its place.
    private func deliver(_ stores: Delivering, over months: ClosedRange<Month> = "2022-06"..."2024-05") async throws {
        for month in months {
            var file = StreetFile()
            let isNew = month >= AreaChange.month
            let kept = (code: Self.kept.code, name: isNew ? "East Suffolk 001A" : Self.kept.name)
            file.add("Burglary", 5, at: kept, in: month, by: "Suffolk Constabulary")
            file.add("Burglary", 3, at: isNew ? Self.new : Self.old, in: month, by: "Suffolk Constabulary")
            try await stores.take(file, named: "\(month)-suffolk-street.csv")
        }
    }

    private static let lookup = """
        LSOA11CD,LSOA11NM,LAD23CD,LAD23NM
        E01030201,Waveney 001A,E07000244,East Suffolk
        E01030258,Waveney 007D,E07000244,East Suffolk

        """
    private static let wards = """
        LSOA11CD,LSOA11NM,WD18CD,WD18NM
        E01030201,Waveney 001A,E05007238,Kirkley
        E01030258,Waveney 007D,E05007238,Kirkley

        """

    private func series(_ stores: Delivering, _ place: Place, _ from: Month, _ to: Month) async throws -> CountSeries {
        try await SeriesStore(stores.database, identities: stores.identities).series(
            SeriesQuestion([allCrime], in: [place], by: .month, over: try Period(from: from, to: to)))
    }

    @Test("of an area that ended nothing is known since, and of its old district neither", arguments: Scratch.engines)
    func ended(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await deliver(stores)
            for place in [Place.lsoa(Self.old.code, name: Self.old.name), .district("Waveney")] {
                let found = try await series(stores, place, "2023-04", "2023-07")
                #expect(found.counts == [3, 3, nil, nil], "\(place)")
                #expect(found.areaChange?.sentence.contains("Waveney 007D ended in May 2023") == true)
            }
            let began = try await series(stores, .lsoa(Self.new.code, name: Self.new.name), "2023-04", "2023-07")
            #expect(began.counts == [nil, nil, 3, 3])
            let data = try await stores.districts.data(
                of: "Waveney", over: [try Period(from: "2023-07", to: "2023-09")], points: false)
            #expect(data.covered.allSatisfy { $0 < AreaChange.month })
        }
    }

    @Test(
        "a district that lacks what was there before says so, and is not compared across the change",
        arguments: Scratch.engines)
    func uneven(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await deliver(stores)
            let before = try await series(stores, .district("East Suffolk"), "2022-06", "2023-05")
            let after = try await series(stores, .district("East Suffolk"), "2023-06", "2024-05")
            #expect(before.total == 60 && after.total == 96)
            #expect(before.areaChange?.lacksEarlier == true)
            #expect(throws: ComparabilityRefusal.self) { try Comparability.comparing(after, with: before) }
            let door = SeriesStore(stores.database, identities: stores.identities)
            let rows = try await door.figures(allCrime, at: .district, over: before.span ?? .calendarYear(2022)).rows
            #expect(rows.first { $0.place.name == "East Suffolk" }?.count == nil)
        }
    }

    @Test(
        "a lookup puts what ended into the district of today, whenever it is imported, and then it is compared as a whole",
        arguments: Scratch.engines, [true, false])
    func lookup(scratch: Scratch, isFirst: Bool) async throws {
        try await Delivering.run(scratch) { stores in
            if isFirst { _ = try await stores.give(Array(Self.lookup.utf8), named: "l.csv", as: .lookups) }
            try await deliver(stores)
            if !isFirst { _ = try await stores.give(Array(Self.lookup.utf8), named: "l.csv", as: .lookups) }
            let before = try await series(stores, .district("East Suffolk"), "2022-06", "2023-05")
            let after = try await series(stores, .district("East Suffolk"), "2023-06", "2024-05")
            #expect(before.total == 96 && after.total == 96)
            #expect(after.areaChange?.isEven == true)
            _ = try Comparability.comparing(after, with: before)
            #expect(try await stores.districts.districts().map(\.name) == ["East Suffolk"])
        }
    }

    @Test("a ward whose areas are not all known is told of no month in which it lacks one", arguments: Scratch.engines)
    func ward(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            _ = try await stores.give(Array(Self.wards.utf8), named: "w.csv", as: .lookups)
            try await deliver(stores)
            let ward = Place(.ward, code: "E05007238", name: "Kirkley")
            #expect(try await series(stores, ward, "2023-04", "2023-07").counts == [8, 8, nil, nil])
        }
    }

    @Test("files that were read and not kept know the same, and call a district by its latest name")
    func files() throws {
        var files: [DataFile] = []
        for month in ("2022-06" as Month)...("2024-05" as Month) {
            var file = StreetFile()
            let isNew = month >= AreaChange.month
            let kept = (code: Self.kept.code, name: isNew ? "East Suffolk 001A" : Self.kept.name)
            file.add("Burglary", 5, at: kept, in: month, by: "Suffolk Constabulary")
            file.add("Burglary", 3, at: isNew ? Self.new : Self.old, in: month, by: "Suffolk Constabulary")
            files.append(DataFile(bytes: file.bytes, name: "\(month)-suffolk-street.csv"))
        }
        for files in [files, files.reversed()] {
            let counts = try StreetCrimeReader(.init(latestMonth: "2026-12")).read(files)
            let data = DistrictData(counts, district: "east suffolk", population: .empty, sources: [])
            #expect(data.district == "East Suffolk")
            #expect(data.areas.map(\.name).sorted() == ["East Suffolk 001A", "East Suffolk 007F"])
            let years = try Period(from: "2022-06", to: "2024-05")
            #expect(data.series([CrimeType("Burglary")], over: years).total == 12 * 5 + 12 * 8)
            #expect(data.change?.lacksEarlier == true)
        }
    }

    @Test("a quiet area that has had no row of late is there all the same")
    func quiet() {
        let lives = [AreaChange.Life(code: "E01030258", name: "Q", first: "2023-01", last: "2023-04", rows: 4)]
        let some = Set(("2022-06" as Month)...("2023-08" as Month))
        #expect(AreaChange(lives, of: 2, covered: some) == nil)
        #expect(AreaChange(lives, of: 2, covered: Set(("2022-06" as Month)...("2026-08" as Month)))?.ended.count == 1)
    }
}

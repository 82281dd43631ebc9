import DataFiles
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("Which series there are, for programs")
struct SeriesDirectoryTests {
    @Test(
        "each measure that came, in each place it is told of, page by page; none of what never came",
        arguments: Scratch.engines)
    func directory(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let store = SeriesDirectoryStore(database: stores.database, releases: stores.releases)
            let day = Day(Scratch.noon)
            #expect(try await store.directory(on: day).page(.init()).all == 0)
            try await stores.take(.kent("2014-01"))
            try await stores.take(.kent("2014-03"), named: "2014-03-kent-street.csv")
            let table = ",LAD_name,Year,Crime_type,count\n0,Thanet,2014,Burglary,1000\n1,Thanet,2014,Robbery,10\n"
            _ = try await stores.give(Array(table.utf8), named: "years.csv", as: .districtYears)
            let directory = try await store.directory(on: day)
            let burglary = try #require(MeasureAddress("street-crime/burglary"))
            let (lines, all) = directory.page(.init(measure: burglary))
            #expect(all == 3 && lines.map(\.place.name).sorted() == ["Dover", "Kent Police", "Thanet"])
            #expect(lines.first?.counted.span == (try Period(from: "2014-01", to: "2014-03")))
            #expect(lines.first?.counted.newest.publicTitle == "2014-03-kent-street.csv")
            let yearly = try #require(MeasureAddress("district-years/burglary"))
            #expect(directory.page(.init(measure: yearly)).lines.map(\.place.name) == ["Thanet"])
            let force = try #require(PlaceAddress("force:kent-police"))
            #expect(directory.page(.init(place: force)).lines.allSatisfy { $0.counted.set.address == .streetCrime })
            let first = directory.page(.init()).lines.count
            let second = directory.page(.init(page: 2))
            #expect(first == min(SeriesDirectory.most, second.all))
            #expect(second.lines.count == min(SeriesDirectory.most, max(0, second.all - SeriesDirectory.most)))
        }
    }
}

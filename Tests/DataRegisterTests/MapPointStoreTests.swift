import DataFiles
import SampleData
import ScratchDatabases
import Testing

@testable import DataRegister

@Suite("What map points are called is kept once for each point")
struct MapPointStoreTests {
    private static let point = MapPoint(longitude: 1_409_876, latitude: 51_376_543)

    private func file(_ month: Month, at street: String, east: String = "1.409876") -> StreetFile {
        var file = StreetFile()
        for _ in 1...3 {
            file.add(
                line:
                    "b1a2,\(month),Kent Police,Kent Police,\(east),51.376543,\(street),E01024657,Thanet 001A,Burglary,,"
            )
        }
        return file
    }

    private func names(_ stores: Delivering) async throws -> [MapPoint: String] {
        try await stores.places.names(of: [Self.point, MapPoint(longitude: 1_410_000, latitude: 51_376_543)])
    }

    @Test("the name of the latest month counts, in whatever order the months come", arguments: Scratch.engines)
    func latest(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(file("2014-03", at: "On or near High Street"))
            #expect(try await names(stores) == [Self.point: "On or near High Street"])
            try await stores.take(file("2014-01", at: "On or near Old Street"), named: "2014-01-kent-street.csv")
            #expect(try await names(stores) == [Self.point: "On or near High Street"])
            try await stores.take(file("2014-05", at: "On or near New Street"), named: "2014-05-kent-street.csv")
            #expect(try await names(stores) == [Self.point: "On or near New Street"])
            try await stores.take(file("2014-05", at: "On or near Newer Street"), named: "2014-05-kent-street.csv")
            #expect(try await names(stores) == [Self.point: "On or near Newer Street"], "a month again takes its place")
        }
    }

    @Test("only points that were asked for answer, and those without a name do not", arguments: Scratch.engines)
    func asked(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(file("2014-03", at: "On or near High Street", east: "1.409900"))
            try await stores.take(file("2014-04", at: "No Location"), named: "2014-04-kent-street.csv")
            #expect(try await names(stores).isEmpty)
            #expect(try await stores.places.names(of: []).isEmpty)
            let other = MapPoint(longitude: 1.4099, latitude: 51.376543)
            #expect(try await stores.places.names(of: [other]) == [other: "On or near High Street"])
        }
    }
}

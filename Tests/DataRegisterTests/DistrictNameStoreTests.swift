import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("Districts all at once: their names, their people, and the years that are known of them")
struct DistrictNameStoreTests {
    private static let table = """
        LAD_name,Year,Crime_type,count
        Thanet,2014,Burglary,1396
        Thanet,2015,Burglary,966
        Kingston upon Hull,2015,Burglary,400

        """
    private static let lookup = """
        LAD24CD,LAD24NM,PFA24CD,PFA24NM
        E07000114,Thanet,E23000032,Kent
        E07000108,Dover,E23000032,Kent
        E06000010,"Kingston upon Hull, City of",E23000012,Humberside

        """

    @Test("a district is named once, as police data write it, whatever sets know it", arguments: Scratch.engines)
    func names(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let store = DistrictNameStore(stores.database)
            #expect(try await store.names().isEmpty)
            try await stores.take(.kent("2014-01"))
            _ = try await stores.give(Array(Self.table.utf8), named: "types.csv", as: .districtYears)
            #expect(try await store.names() == ["Dover", "Kingston upon Hull", "Thanet"])
        }
    }

    @Test(
        "the districts of a force are those that the lookups say, as far as they are in the data",
        arguments: Scratch.engines)
    func inside(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let store = DistrictNameStore(stores.database)
            _ = try await stores.give(Array(Self.table.utf8), named: "types.csv", as: .districtYears)
            _ = try await stores.give(Array(Self.lookup.utf8), named: "lookup.csv", as: .lookups)
            let parents = try await stores.places.parents(of: .district("Thanet"))
            let kent = try #require(parents.first { $0.level == .force })
            #expect(try await store.names(in: kent) == ["Thanet"], "nothing is counted in Dover")
            try await stores.take(.kent("2014-01"))
            #expect(try await store.names(in: kent) == ["Dover", "Thanet"])
        }
    }

    @Test(
        "a district of which a neighbour’s rows alone are here is told from those of the force",
        arguments: Scratch.engines)
    func strays(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var file = StreetFile()
            for number in 1...6 {
                let (own, other) = ("E0102465\(number)", "E0100700\(number)")
                file.add("Burglary", 40, at: (code: own, name: "Thanet 00\(number)A"), in: "2014-01", by: "Kent Police")
                file.add(
                    "Burglary", 1, at: (code: other, name: "Sefton 00\(number)A"), in: "2014-01", by: "Kent Police")
            }
            try await stores.take(file, named: "2014-01-kent-street.csv")
            #expect(try await stores.districts.strays() == ["Sefton"])
        }
    }

    @Test("a district’s own estimate counts, else that of its small areas together", arguments: Scratch.engines)
    func people(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let districts = "lad_code,lad_name,interp_mid_2014,interp_mid_2015\nE07000114,Thanet,140000,141000\n"
            let areas = """
                lsoa11_code,lsoa11_name,lad_code,lad_name,interp_mid_2014,interp_mid_2015
                E01024190,Dover 001A,E07000108,Dover,1500,1600
                E01024191,Dover 001B,E07000108,Dover,1400,1450
                E01024657,Thanet 001A,E07000114,Thanet,1500,1600

                """
            for (name, text) in [("districts.csv", districts), ("areas.csv", areas)] {
                let outcome = try await stores.give(Array(text.utf8), named: name, as: .population)
                #expect(!outcome.wasRefused, "\(outcome.sentence)")
            }
            _ = try await stores.give(Array(Self.lookup.utf8), named: "lookup.csv", as: .lookups)
            let all = try await stores.places.districtPopulations()
            #expect(try all.table.people(inDistrict: "Thanet", during: .year(2015))?.people == 141_000)
            #expect(try all.table.people(inDistrict: "Dover", during: .year(2015))?.people == 3_050)
            #expect(try all.table.people(inDistrict: "Swale", during: .year(2015)) == nil)
            #expect(all.citation.releases.map(\.title) == ["districts.csv", "areas.csv"])
        }
    }

    @Test(
        "a year is whole where one force has delivered it all, or the table tells all of it", arguments: Scratch.engines
    )
    func years(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let door = SeriesStore(stores.database, identities: stores.identities)
            #expect(try await door.wholeYears(of: .streetCrime).isEmpty)
            for month in 1...12 {
                let month = Month(year: 2014, number: month)
                try await stores.take(.kent(month), named: "\(month)-kent-street.csv")
            }
            try await stores.take(.kent("2015-01"), named: "2015-01-kent-street.csv")
            #expect(try await door.wholeYears(of: .streetCrime) == [2014])
            _ = try await stores.give(
                Array((Self.table + "Thanet,2016,Burglary,5\n").utf8), named: "types.csv", as: .districtYears)
            #expect(try await door.wholeYears(of: .districtYears) == [2015, 2014], "2016 is known in part")
        }
    }

    @Test(
        "the edition is another one as soon as figures, breaks or what measures mean may be", arguments: Scratch.engines
    )
    func edition(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let door = SeriesStore(stores.database, identities: stores.identities)
            var seen: Set<String> = [try await door.edition()]
            func changed(_ what: String) async throws {
                let edition = try await door.edition()
                #expect(seen.insert(edition).inserted, "\(what) made no new edition")
                #expect(try await door.edition() == edition)
            }
            try await stores.take(.kent("2014-01"))
            try await changed("a release")
            let changes = RecordingChangeStore(stores.database, identities: stores.identities)
            try await changes.add(
                RecordingChange(
                    from: "2014-01", of: [MeasureAddress(.streetCrime, "burglary")], "A new system.", source: "Kent"),
                by: .commandLine(), at: Scratch.noon)
            try await changed("a change of recording")
            let entered = try #require(try await changes.entered().first)
            #expect(
                try await changes.withdraw(entered.id, because: "A mistake.", by: .commandLine(), at: Scratch.noon))
            try await changed("a change of recording that was withdrawn")
        }
    }

    @Test("an address finds a district that only the table of years knows", arguments: Scratch.engines)
    func found(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            _ = try await stores.give(Array(Self.table.utf8), named: "types.csv", as: .districtYears)
            let address = try #require(PlaceAddress("district:kingston-upon-hull"))
            let place = try await PlaceAddressStore(stores.database).place(address)
            #expect(place?.name == "Kingston upon Hull")
        }
    }
}

@Suite("What was worked out of late")
struct EditionShelfTests {
    @Test("it is worked out once for an edition, and the one that was not asked for longest makes way")
    func kept() async throws {
        let shelf = EditionShelf<String, Int>(most: 2)
        var made: [String] = []
        for (key, edition) in [("a", "1"), ("b", "1"), ("a", "1"), ("c", "1"), ("a", "1"), ("b", "1"), ("b", "2")] {
            let value = try await shelf.value(key, edition: edition) { key == "a" ? 1 : 2 }
            made.append("\(key)\(value)")
        }
        #expect(made == ["a1", "b2", "a1", "c2", "a1", "b2", "b2"])
    }

    @Test("it is known what is there already, and of which edition")
    func isMade() async throws {
        let shelf = EditionShelf<String, Int>(most: 2)
        #expect(await !shelf.isMade("a", edition: "1"))
        _ = try await shelf.value("a", edition: "1") { 1 }
        #expect(await shelf.isMade("a", edition: "1"))
        #expect(await !shelf.isMade("a", edition: "2"))
        _ = try? await shelf.value("b", edition: "1") { throw CancellationError() }
        #expect(await !shelf.isMade("b", edition: "1"))
    }
}

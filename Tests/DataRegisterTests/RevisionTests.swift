import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("What a release tells otherwise than the one it took the place of")
struct RevisionTests {
    @Test(
        "number by number, the own district first, all crime before its types, and no anti-social behaviour in it",
        arguments: Scratch.engines)
    func numbers(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            var later = StreetFile()
            later.add("Burglary", 4, at: StreetFile.thanet1, in: "2014-01")
            later.add("Drugs", 2, at: StreetFile.thanet2, in: "2014-01")
            later.add("Anti-social behaviour", 9, at: StreetFile.thanet1, in: "2014-01")
            later.add("Burglary", 25, at: StreetFile.dover, in: "2014-01")
            later.add("Robbery", 1, at: nil, in: "2014-01")
            let release = try await stores.take(later)
            let store = RevisionStore(database: stores.database)
            let told = try await store.revisions(by: release, home: "thanet").map {
                "\($0.place) \($0.measure) \($0.before ?? -1) \($0.after ?? -1)"
            }
            #expect(
                told == [
                    "Thanet All crime 5 6", "Thanet Anti-social behaviour 4 9", "Thanet Burglary 3 4",
                    "Dover All crime 5 25", "Dover Burglary 5 25",
                ])
            #expect(try await store.revisions(by: release, home: nil).first?.place == "Dover")
        }
    }

    @Test(
        "of a year that it tells otherwise, the change from year to year before and after", arguments: Scratch.engines)
    func years(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            func table(_ later: Int) -> [UInt8] {
                let rows = ["0,Thanet,2014,Burglary,1000", "1,Thanet,2015,Burglary,\(later)"]
                return Array((([",LAD_name,Year,Crime_type,count"] + rows).joined(separator: "\n") + "\n").utf8)
            }
            for (count, name) in [(957, "a.csv"), (951, "b.csv")] {
                let outcome = try await stores.give(table(count), named: name, as: .districtYears)
                #expect(!outcome.wasRefused, "\(outcome.sentence)")
            }
            let release = try #require(
                try await ReleaseStore(stores.database, identities: stores.identities).releases().first)
            let store = RevisionStore(database: stores.database)
            let revisions = try await store.revisions(by: release.id, home: "Thanet")
            let years = try await store.revisedYears(
                by: release, revisions, of: "Thanet",
                series: SeriesStore(stores.database, identities: stores.identities))
            #expect(
                years.map(\.sentence) == [
                    "All crime in Thanet, 2014 to 2015: 1,000 to 957 (−4.3%) as it stood before, "
                        + "1,000 to 951 (−4.9%) with this release."
                ])
        }
    }

    @Test("what took a release’s place is found, and what took the place of that", arguments: Scratch.engines)
    func chain(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var two = StreetFile.kent("2014-01")
            for line in StreetFile.kent("2014-02").lines.dropFirst() { two.add(line: line) }
            let first = try await stores.take(two)
            let second = try await stores.take(.kent("2014-01", burglaries: 4), named: "second.csv")
            let third = try await stores.take(.kent("2014-01", burglaries: 6), named: "third.csv")
            let other = try await stores.take(.kent("2014-03"), named: "other.csv")
            let store = SupersessionStore(stores.database)
            let found = try await store.supersessions(of: [first, other])
            #expect(found.map(\.old) == [first, second])
            #expect(found.map(\.new.id) == [second, third])
            #expect(found.map(\.what) == ["Street-level crime, January 2014", "Street-level crime, January 2014"])
            #expect(try await store.supersessions(of: [second]).map(\.new.publicTitle) == ["third.csv"])
            #expect(try await store.supersessions(of: [third, other]).isEmpty)
            #expect(try await store.supersessions(of: []).isEmpty)
            let neighbour = SupersessionStore(
                stores.database.opened(for: Identities.system.new(at: Scratch.noon)))
            #expect(try await neighbour.supersessions(of: [first]).isEmpty)
        }
    }

    @Test("months that follow one another are told as one")
    func joined() throws {
        let periods = ["2015-03", "2015-01", "2015-02", "2015-12", "2016-01"].compactMap(Month.init)
            .map { Period(first: $0, count: 1) }
        #expect(
            Supersession.joined(periods).map(\.description) == [
                "January to March 2015", "December 2015 to January 2016",
            ])
    }
}

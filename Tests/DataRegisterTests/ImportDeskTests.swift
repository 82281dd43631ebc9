import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Synchronization
import Testing

@testable import DataRegister

@Suite("Files that are given wait their turn, are read, and become releases or are refused")
struct ImportDeskTests {
    @Test("a file becomes a release, and it is said what became of its rows", arguments: Scratch.engines)
    func accepted(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let outcome = try await stores.give(StreetFile.kent("2014-01").bytes, named: "k.csv", as: .police)
            #expect(
                outcome.sentence == "k.csv: 15 rows read, 14 kept, 1 without a place, 0 refused (January 2014).")
            #expect(!outcome.wasRefused)
            let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(outcome)) as? [String: Any]
            #expect(json?["outcome"] as? String == "accepted")
            #expect(json?["rows"] as? [String: Int] == ["read": 15, "kept": 14, "unplaced": 1, "refused": 0])
        }
    }

    @Test("what rests on the data is worked out once the last of the files is in, and not only when somebody asks")
    func followed() async throws {
        try await Delivering.run(.sqlite) { stores in
            let seen = Mutex<[Int]>([])
            await stores.desk.follow {
                let here = (try? await stores.releases.releases().count) ?? 0
                seen.withLock { $0.append(here) }
            }
            for month: Month in ["2014-01", "2014-02"] {
                _ = try await stores.desk.begin(
                    .police, try await stores.delivery(StreetFile.kent(month).bytes, named: "\(month).csv"))
            }
            await stores.desk.untilQuiet()
            #expect(seen.withLock(\.self).last == 2)
        }
    }

    @Test("the very same file again changes nothing and says so", arguments: Scratch.engines)
    func known(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let file = StreetFile.kent("2014-01").bytes
            _ = try await stores.give(file, named: "k.csv", as: .police)
            let again = try await stores.give(file, named: "copy of k.csv", as: .police)
            #expect(again.sentence == "copy of k.csv: already here, to the last byte; nothing was changed.")
            #expect(try await stores.releases.releases().count == 1)
        }
    }

    @Test("a file that was superseded is taken in again when it is given again", arguments: Scratch.engines)
    func backAgain(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let first = StreetFile.kent("2014-01").bytes
            _ = try await stores.give(first, named: "first.csv", as: .police)
            _ = try await stores.give(StreetFile.kent("2014-01", burglaries: 9).bytes, named: "b.csv", as: .police)
            let back = try await stores.give(first, named: "first.csv", as: .police)
            #expect(back.sentence.contains("15 rows read"))
            let live = try await stores.releases.forceMonths()
            #expect(live.map(\.rows.kept) == [14])
        }
    }

    @Test("an archive of which one month was superseded is read again, whole", arguments: Scratch.engines)
    func partlySuperseded(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var two = StreetFile.kent("2014-01")
            two.add("Burglary", 7, at: StreetFile.thanet1, in: "2014-02")
            _ = try await stores.give(two.bytes, named: "two.csv", as: .police)
            _ = try await stores.give(StreetFile.kent("2014-01", burglaries: 9).bytes, named: "b.csv", as: .police)
            _ = try await stores.give(two.bytes, named: "two.csv", as: .police)
            #expect(try await stores.releases.forceMonths().map(\.rows.kept) == [14, 7])
        }
    }

    @Test("a file given as another kind is read as that kind, not taken for known", arguments: Scratch.engines)
    func otherKind(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let table = Array(
                "lsoa11_code,lsoa11_name,lad_code,lad_name,mid_2014\nE01024657,Thanet 001A,E07000114,Thanet,2600\n".utf8
            )
            let people = try await stores.give(table, named: "table.csv", as: .population)
            #expect(people.sentence == "table.csv: 1 place read.")
            let links = try await stores.give(table, named: "table.csv", as: .lookups)
            #expect(links.sentence == "table.csv: 1 place read.")
            let crime = try await stores.give(table, named: "table.csv", as: .police)
            #expect(crime.wasRefused)
            #expect(try await stores.releases.releases().map(\.kind) == [.lookups, .population])
        }
    }

    @Test(
        "a population file given again after another changed its figures is taken in again", arguments: Scratch.engines)
    func populationAgain(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let first = Array("lad_code,lad_name,mid_2014\nE07000114,Thanet,139000\n".utf8)
            _ = try await stores.give(first, named: "a.csv", as: .population)
            #expect(
                try await stores.give(first, named: "a.csv", as: .population).sentence.contains("nothing was changed"))
            let other = Array("lad_code,lad_name,mid_2014\nE07000114,Thanet,1\n".utf8)
            _ = try await stores.give(other, named: "b.csv", as: .population)
            _ = try await stores.give(first, named: "a.csv", as: .population)
            let table = try await stores.places.population(ofDistrict: "Thanet", areas: [])
            #expect(table.people(inDistrict: "Thanet", during: try .year(2014))?.people == 139_000)
        }
    }

    @Test(
        "a broken or hostile file is refused with what is wrong, and nothing of it is kept among the figures",
        arguments: [
            ("", "the file is empty"),
            (StreetFile.header + "\n", "has a header and no rows"),
            ("Month,Crime type\n2014-01,Drugs\n", "LSOA code"),
            ("PK\u{3}\u{4}not an archive", "archive"),
            ("{\"type\": \"FeatureCollection\"}", "this is JSON"),
            (String(repeating: ",", count: 200_000), "column"),
        ])
    func refused(text: String, words: String) async throws {
        try await Delivering.run(.sqlite) { stores in
            _ = try await stores.give(StreetFile.kent("2014-01").bytes, named: "good.csv", as: .police)
            let outcome = try await stores.give(Array(text.utf8), named: "bad.csv", as: .police)
            #expect(outcome.wasRefused)
            #expect(outcome.sentence.hasPrefix("bad.csv"))
            #expect(outcome.sentence.contains(words), "\(outcome.sentence)")
            #expect(try await stores.releases.releases().map(\.name) == ["good.csv"])
            guard case .whole = try await stores.database.verifyEntries() else {
                Issue.record("the chain is broken")
                return
            }
        }
    }

    @Test(
        "files are read in the order they were given, and each is followed by its own name", arguments: Scratch.engines)
    func order(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var ids: [ID<DataImport>] = []
            for burglaries in [5, 6, 7] {
                let bytes = StreetFile.kent("2014-01", burglaries: burglaries).bytes
                ids.append(try await stores.desk.begin(.police, stores.delivery(bytes, named: "\(burglaries).csv")))
            }
            await stores.desk.untilQuiet()
            for id in ids {
                #expect(await stores.desk.progress(of: id) == nil, "it has ended")
                #expect(try await stores.imports.find(id)?.state == .accepted)
            }
            #expect(try await stores.releases.forceMonths().map(\.rows.kept) == [18], "the last given counts")
            #expect(try await stores.imports.latest(2).map(\.name) == ["7.csv", "6.csv"])
        }
    }

    @Test("whoever waits is told how much has been read, never backwards, to the end", arguments: Scratch.engines)
    func progress(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let parts = Mutex<[Double]>([])
            let bytes = StreetFile.kent("2014-01", burglaries: 20_000).bytes
            _ = try await stores.desk.begin(.police, stores.delivery(bytes, named: "k.csv")) { part in
                parts.withLock { $0.append(part) }
            }
            await stores.desk.untilQuiet()
            let told = parts.withLock(\.self)
            #expect(told == told.sorted())
            #expect(told.last == 1)
            #expect(told.allSatisfy { (0...1).contains($0) })
        }
    }

    @Test("an import that a stop of the program cut off says that it changed nothing", arguments: Scratch.engines)
    func interrupted(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let delivery = try await stores.delivery(StreetFile.kent("2014-01").bytes, named: "k.csv")
            let cutOff = try await stores.imports.begin(.police, delivery).id
            let done = try await stores.desk.begin(.police, delivery)
            await stores.desk.untilQuiet()
            try await stores.desk.tidyAfterStop()
            #expect(try await stores.imports.find(cutOff)?.state == .interrupted)
            #expect(
                try await stores.desk.outcome(of: cutOff).sentence.contains("Nothing was changed; give the file again"))
            #expect(try await stores.imports.find(done)?.state == .accepted)
        }
    }

    @Test("a file that is not what its kind should be is refused", arguments: Release.Kind.allCases)
    func wrongKind(kind: Release.Kind) async throws {
        try await Delivering.run(.sqlite) { stores in
            let outcome = try await stores.give(Array("name,colour\nBert,blue\n".utf8), named: "x.csv", as: kind)
            #expect(outcome.wasRefused)
            #expect(outcome.sentence.hasPrefix("x.csv"))
            #expect(try await stores.desk.isNew())
        }
    }
}

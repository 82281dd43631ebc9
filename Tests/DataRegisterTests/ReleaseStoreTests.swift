import DataFiles
import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("Releases of street-level crime are taken in whole")
struct ReleaseStoreTests {
    private static let thanet = "Thanet"

    private func counts(_ stores: Delivering, _ district: String = thanet) async throws -> [Month: [String: Int]] {
        let periods = [try Period(from: "2014-01", to: "2014-12")]
        let data = try await stores.districts.data(of: district, over: periods, points: true)
        var counts: [Month: [String: Int]] = [:]
        for area in data.areas {
            for (month, types) in area.counts {
                for (type, count) in types { counts[month, default: [:]][type.name, default: 0] += count }
            }
        }
        return counts
    }

    @Test(
        "a release says what it is, who published and gave it, and what became of its rows", arguments: Scratch.engines)
    func accept(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var file = StreetFile.kent("2014-01")
            file.add(line: ",2014-13,Kent Police,Kent Police,,,No Location,,,Drugs,,")
            let id = try await stores.take(file)

            let release = try #require(try await stores.releases.release(id))
            #expect(release.kind == .police)
            #expect(release.name == "2014-01-kent-street.csv")
            #expect(release.publisher == "data.police.uk")
            #expect(release.licence == "Open Government Licence v3.0")
            #expect(release.receivedBy == "the command line")
            #expect(release.rows == RowTally(kept: 14, unplaced: 1, refused: 1))
            #expect(release.months == "2014-01"..."2014-01")
            #expect(release.size == file.bytes.count)
            #expect(!release.isGenerated)
            #expect(try await stores.releases.releases().map(\.id) == [id])
            #expect(try await stores.districts.districts().map(\.name) == ["Dover", "Thanet"])
            #expect(try await counts(stores) == ["2014-01": ["Burglary": 3, "Drugs": 2, "Anti-social behaviour": 4]])
        }
    }

    @Test(
        "an area that changed its district has the latest one, in whatever order the months come",
        arguments: Scratch.engines, [["2014-01", "2019-05"], ["2019-05", "2014-01"]] as [[Month]])
    func renamed(scratch: Scratch, order: [Month]) async throws {
        try await Delivering.run(scratch) { stores in
            for month in order {
                let name = month < "2019-04" ? "Taunton Deane 001A" : "Somerset West and Taunton 001A"
                var file = StreetFile()
                file.add("Burglary", 2, at: (code: "E01029274", name: name), in: month)
                try await stores.take(file, named: "\(month)-avon-and-somerset-street.csv")
            }
            #expect(try await stores.districts.districts().map(\.name) == ["Somerset West and Taunton"])
            let periods = [try Period(from: "2014-01", to: "2019-12")]
            let data = try await stores.districts.data(of: "Somerset West and Taunton", over: periods, points: false)
            #expect(data.areas.map(\.name) == ["Somerset West and Taunton 001A"])
            #expect(Set(data.areas.flatMap(\.counts.keys)) == ["2014-01", "2019-05"])
        }
    }

    @Test("rows that were refused are kept with file, line, column and reason", arguments: Scratch.engines)
    func faults(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var file = StreetFile.kent("2014-01")
            file.add(line: ",2014-13,Kent Police,Kent Police,,,No Location,,,Drugs,,")
            let id = try await stores.take(file)
            let fault = try #require(try await stores.releases.faults(of: id).first)
            #expect(fault.file == "2014-01-kent-street.csv")
            #expect(fault.line == 17)
            #expect(fault.column == "Month")
            #expect(fault.reason.contains("2014-13"))
        }
    }

    @Test(
        "importing a force’s month again supersedes it whole: counts, points and coverage", arguments: Scratch.engines)
    func supersede(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let first = try await stores.take(.kent("2014-01"))
            try await stores.take(.kent("2014-02", burglaries: 8), named: "2014-02-kent-street.csv")
            var revised = StreetFile()
            revised.add("Burglary", 1, at: StreetFile.thanet1, in: "2014-01")
            let second = try await stores.take(revised, named: "2014-01-kent-street-revised.csv")

            #expect(
                try await counts(stores) == [
                    "2014-01": ["Burglary": 1], "2014-02": ["Burglary": 8, "Drugs": 2, "Anti-social behaviour": 4],
                ], "nothing of the first delivery is left in January, and February is as it was")
            #expect(try await counts(stores, "Dover") == ["2014-02": ["Burglary": 5]])
            let old = try await stores.releases.forceMonths(of: first)
            #expect(old.map(\.supersededBy) == [second])
            #expect(try await stores.releases.forceMonths().map(\.month) == ["2014-01", "2014-02"])
            #expect(try await stores.releases.forceMonths().map(\.rows.kept) == [1, 19])
            let data = try await stores.districts.data(
                of: Self.thanet, over: [try Period(from: "2014-01", to: "2014-01")], points: true)
            #expect(data.points.map(\.count).reduce(0, +) == 1)
        }
    }

    @Test("one file may hold two forces; another file supersedes only its own", arguments: Scratch.engines)
    func twoForces(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var both = StreetFile.kent("2014-01")
            both.add("Drugs", 6, at: StreetFile.thanet1, in: "2014-01", by: "British Transport Police")
            both.add("Burglary", 9, at: ("E01021000", "Rother 001A"), in: "2014-01", by: "Sussex Police")
            try await stores.take(both)
            #expect(try await counts(stores)["2014-01"]?["Drugs"] == 8)

            try await stores.take(.kent("2014-01", burglaries: 1), named: "again.csv")
            #expect(try await counts(stores) == ["2014-01": ["Burglary": 1, "Drugs": 8, "Anti-social behaviour": 4]])
            #expect(try await counts(stores, "Rother") == ["2014-01": ["Burglary": 9]])
            let live = try await stores.releases.forceMonths().map(\.force)
            #expect(live == ["British Transport Police", "Kent Police", "Sussex Police"])
        }
    }

    @Test("generated rows are told, and their publisher is not the police", arguments: Scratch.engines)
    func generated(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var file = StreetFile()
            file.add("Drugs", at: StreetFile.thanet1, in: "2014-01", context: "Generated example: not a real incident")
            let id = try await stores.take(file)
            let release = try #require(try await stores.releases.release(id))
            #expect(release.isGenerated)
            #expect(release.publisher != "data.police.uk")
            let data = try await stores.districts.data(of: Self.thanet, over: [try .year(2014)], points: false)
            #expect(data.isGenerated)
        }
    }

    @Test("every release leaves an entry, and the chain of entries verifies", arguments: Scratch.engines)
    func entries(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            try await stores.take(.kent("2014-01"))
            try await stores.take(.kent("2014-02"), named: "2014-02-kent-street.csv")
            guard case .whole(let entries, _) = try await stores.database.verifyEntries() else {
                Issue.record("the chain is broken")
                return
            }
            #expect(entries == 2)
        }
    }

    @Test("another partnership sees nothing of it", arguments: Scratch.engines)
    func tenant(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let id = try await stores.take(.kent("2014-01"))
            let neighbour = stores.database.opened(for: stores.identities.new(Tenant.self, at: Scratch.noon))
            let theirs = Delivering(neighbour, seed: 8)
            #expect(try await theirs.releases.releases().isEmpty)
            #expect(try await theirs.releases.release(id) == nil)
            #expect(try await theirs.releases.faults(of: id).isEmpty)
            #expect(try await theirs.releases.forceMonths(of: id).isEmpty)
            #expect(try await theirs.districts.districts().isEmpty)
            #expect(
                try await theirs.districts.data(of: Self.thanet, over: [try .year(2014)], points: true).areas.isEmpty)

            try await theirs.take(.kent("2014-01", burglaries: 50))
            #expect(try await counts(stores)["2014-01"]?["Burglary"] == 3, "nor does theirs supersede ours")
            #expect(try await counts(theirs)["2014-01"]?["Burglary"] == 50)
        }
    }

    @Test("the edition changes with each release, whatever clock it was given by", arguments: Scratch.engines)
    func edition(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            var seen: Set<String> = [try await stores.releases.edition()]
            for (name, minutes) in [("a.csv", 10.0), ("b.csv", -10)] {
                let file = StreetFile.kent("2014-01", burglaries: Int(20 + minutes))
                let given = try await stores.delivery(file.bytes, named: name)
                let delivery = Delivery(name: name, kept: given.kept, by: given.by, at: given.at + 60 * minutes)
                _ = try await stores.releases.accept(try file.counts(), from: delivery)
                seen.insert(try await stores.releases.edition())
            }
            #expect(seen.count == 3)
        }
    }
}

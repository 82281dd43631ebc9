import DataFiles
import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Publishing
import Testing

@testable import App
@testable import DataRegister
@testable import Storage

@Suite("Of a partner’s file only what is read is kept, for those whom it is for, and nothing else is lost by it")
struct PartnersFilesTests {
    private static let table =
        "LSOA,Month,Callouts,Note\nE01000001,2014-01,3,kept quiet\nE01000001,2014-02,4,kept quiet\n"

    /// Enters the set, gives a file of it, and says what its columns mean.
    ///
    /// - Returns: the file's address, to which `/check` and the like belong.
    private func lookedAt(_ house: House, _ text: String, isDepersonalised: Bool = true) async throws -> String {
        let officer = try await house.officer()
        try await house.take([StreetFile("2014-01", burglaries: 1)])
        var set = Dictionary(uniqueKeysWithValues: MappedDataTests.set.map { ($0.key, $0.value) })
        set["depersonalised"] = isDepersonalised ? "yes" : "no"
        let token = try await officer.token() ?? ""
        _ = try await officer.sendBare([("form-token", token)] + set.map { ($0.key, $0.value) }, to: "/data/sets")
        let given = try await officer.give([.init("ambulance.csv", text)], to: "/data/sets/ambulance-callouts/give")
        let address = String(given.location.dropLast("/columns".count))
        #expect(try await officer.send(MappedDataTests.columns, to: given.location).location == address + "/check")
        return address
    }

    /// - Returns: the release that it became.
    private func take(_ house: House, _ address: String, _ fields: KeyValuePairs<String, String>) async throws
        -> Release
    {
        let officer = try await house.officer()
        #expect(try await officer.send(fields, to: address + "/check").location == address)
        await house.program.first.desk.untilQuiet()
        return try #require(try await house.releases().first { $0.kind == .mapped })
    }

    private func isKept(_ text: String, _ house: House) -> Bool {
        house.database.files.url(for: FileHash(of: Array(text.utf8))) != nil
    }

    @Test("a column that was not read is gone, and what was given is known by its SHA-256")
    func columns() async throws {
        try await House.open { house in
            let address = try await lookedAt(house, Self.table)
            let release = try await take(house, address, ["from": "2014-01", "to": "2014-02"])
            let officer = try await house.officer()
            let file = try await officer.get("/data/releases/\(release.id)/file").text
            #expect(file == "LSOA,Month,Callouts\nE01000001,2014-01,3\nE01000001,2014-02,4\n")
            #expect(!isKept(Self.table, house))
            let page = try await officer.get("/data/releases/\(release.id)").reading
            #expect(page.contains("The columns that were read, and nothing else"))
            #expect(page.contains("\(FileHash(of: Array(Self.table.utf8)))"))
            #expect(release.sha256 == FileHash(of: Array(file.utf8)))
        }
    }

    @Test(
        "of a set with personal data the file and its refused rows are for who may import, and each download is an entry"
    )
    func personal() async throws {
        try await House.open { house in
            let rows = (1...30).map { "E01000001,2014-01,\($0)\n" }.joined() + "Jane Secret,2014-01,1\n"
            let address = try await lookedAt(house, "LSOA,Month,Callouts\n" + rows, isDepersonalised: false)
            let release = try await take(house, address, ["from": "2014-01", "to": "2014-01"])
            let officer = try await house.officer()
            let reader = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .member))
            for rest in ["/file", "/faults.csv"] {
                #expect(try await reader.get("/data/releases/\(release.id)" + rest).status == .forbidden, "\(rest)")
                let answer = try await officer.get("/data/releases/\(release.id)" + rest)
                #expect(answer.status == .ok && answer.text.contains("Jane Secret"), "\(rest)")
            }
            let seen = try await reader.get("/data/releases/\(release.id)")
            #expect(seen.status == .ok && !seen.text.contains("Jane Secret"))
            #expect(!seen.text.contains("/file\""))
            #expect(try await officer.get("/data/releases/\(release.id)").text.contains("Jane Secret"))
            let entries = try await house.database.read { try $0.entries(100) }.filter { $0.act == "data file opened" }
            #expect(entries.count == 2, "the refused ones opened nothing")
            #expect(try await officer.get("/activity").reading.contains("downloaded the data file ambulance.csv"))
        }
    }

    @Test("a set that is found to have personal data closes the files that came before")
    func closedLater() async throws {
        try await House.open { house in
            let address = try await lookedAt(house, Self.table)
            let release = try await take(house, address, ["from": "2014-01", "to": "2014-02"])
            let reader = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .member))
            #expect(try await reader.get("/data/releases/\(release.id)/file").status == .ok)
            let officer = try await house.officer()
            var set = Dictionary(uniqueKeysWithValues: MappedDataTests.set.map { ($0.key, $0.value) })
            set.merge(["depersonalised": "no", "edition": "1"]) { $1 }
            let token = try await officer.token() ?? ""
            _ = try await officer.sendBare(
                [("form-token", token)] + set.map { ($0.key, $0.value) }, to: "/data/sets/ambulance-callouts/change")
            #expect(try await reader.get("/data/releases/\(release.id)/file").status == .forbidden)
        }
    }

    @Test("a file that is left is gone from the disk, and so is one that a stop left behind")
    func left() async throws {
        try await House.open { house in
            let address = try await lookedAt(house, Self.table)
            #expect(isKept(Self.table, house))
            try await house.officer().send(to: address + "/drop")
            #expect(!isKept(Self.table, house))

            let writer = try house.database.files.receive()
            try writer.write(Array(Self.table.utf8))
            let kept = try await writer.finish()
            house.database.files.settle(kept.hash)
            try await house.program.first.desk.tidyAfterStop()
            #expect(!isKept(Self.table, house))
        }
    }

    @Test("a file that two wait for stays until both have left it")
    func twice() async throws {
        try await House.open { house in
            let first = try await lookedAt(house, Self.table)
            let officer = try await house.officer()
            let second = try await officer.give(
                [.init("again.csv", Self.table)], to: "/data/sets/ambulance-callouts/give"
            ).location
            try await officer.send(to: first + "/drop")
            #expect(try await officer.get(second).status == .ok)
            #expect(isKept(Self.table, house))
        }
    }

    @Test("a file none of whose rows can be used is refused, whatever months are said")
    func nothing() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let address = try await lookedAt(house, "LSOA,Month,Callouts\nNowhere,2014-01,3\nElsewhere,2014-02,3\n")
            let page = try await officer.get(address + "/check").reading
            #expect(page.contains("There is nothing to take in") && !page.contains("Take in"))
            let taken = try await officer.send(
                ["from": "2014-01", "to": "2014-02", "without": "yes"], to: address + "/check")
            #expect(taken.status == .unprocessableContent)
            #expect(taken.reading.contains("None of its rows can be used"))
            #expect(try await house.releases().count == 1)
        }
    }

    @Test("more than one row in twenty that cannot be used is asked about; one in twenty is not", arguments: [1, 2])
    func many(refused: Int) async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let rows = (1...(20 - refused)).map { "E01000001,2014-01,\($0)\n" }
            let bad = Array(repeating: "Nowhere,2014-01,1\n", count: refused)
            let address = try await lookedAt(house, "LSOA,Month,Callouts\n" + (rows + bad).joined())
            let taken = try await officer.send(["from": "2014-01", "to": "2014-01"], to: address + "/check")
            #expect(taken.status == (refused == 1 ? .seeOther : .unprocessableContent))
            guard refused > 1 else { return }
            #expect(taken.reading.contains("10% of its rows cannot be used. Take it in without them?"))
            _ = try await take(house, address, ["from": "2014-01", "to": "2014-01", "without": "yes"])
        }
    }

    @Test("long texts in a depersonalised set are asked about, and taken in only when somebody has looked")
    func doubts() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let text = "He said that the neighbour from across the road had been there"
            let address = try await lookedAt(house, "LSOA,Month,Callouts,Note\nE01000001,2014-01,3,\(text)\n")
            #expect(try await officer.get(address + "/check").reading.contains("‘Note’: it has long texts"))
            let months: KeyValuePairs = ["from": "2014-01", "to": "2014-01"]
            let taken = try await officer.send(months, to: address + "/check")
            #expect(
                taken.status == .unprocessableContent && taken.reading.contains("Look at the columns that are named"))
            _ = try await take(house, address, ["from": "2014-01", "to": "2014-01", "looked": "yes"])
        }
    }
}

@Suite("The same bytes are one file: giving them away takes them from nobody")
struct SameBytesTests {
    /// What each table names.
    private static func named(in house: House) async throws -> [String: [FileHash]] {
        try await house.database.read { db in
            func hashes(_ sql: SQL) throws -> [FileHash] { try db.rows(sql).map { try $0("hash") } }
            return [
                "data_release": try hashes("SELECT sha256 AS hash FROM data_release"),
                "data_import": try hashes("SELECT sha256 AS hash FROM data_import WHERE data_release IS NULL"),
                "publication_version": try hashes("SELECT page_sha256 AS hash FROM publication_version"),
                "publication_file": try hashes("SELECT sha256 AS hash FROM publication_file"),
                "agenda_paper": try hashes("SELECT sha256 AS hash FROM agenda_paper WHERE sha256 IS NOT NULL"),
                "agenda_edition": try hashes("SELECT pack_sha256 AS hash FROM agenda_edition")
                    + hashes("SELECT members_pack_sha256 AS hash FROM agenda_edition"),
                "agenda_combined_pack": try hashes("SELECT pack_sha256 AS hash FROM agenda_combined_pack")
                    + hashes("SELECT members_pack_sha256 AS hash FROM agenda_combined_pack"),
                "report_file": try hashes("SELECT sha256 AS hash FROM report_file"),
            ]
        }
    }

    @Test("what any table of any partnership names stays where another partnership is refused it, or leaves it")
    func tables() async throws {
        try await Neighbours.open { neighbours in
            let house = neighbours.house
            try await house.publish("Less burglary")
            try await house.take([StreetFile("2014-01", burglaries: 1)])
            _ = try await house.officer().give([.init("kent.csv", "no such header\n")])
            await house.program.first.desk.untilQuiet()

            try await SampleMeeting.publish(house)
            try await SampleReport(house).add(["title": "Map"], file: "map.pdf", SmallPDF.saying("Streets"))

            let slug = PublicationTests.slug
            let named = try await Self.named(in: house)
            let tables = Installation.namesKeptFiles.reduce(into: Set<String>()) { $0.formUnion($1.tablesNamingFiles) }
            #expect(Set(named.keys) == tables, "a table that names files is to be tried here")

            for partnership in [try await neighbours.officer(), try await house.officer()] {
                try await partnership.send(MappedDataTests.set, to: "/data/sets")
                for (table, hashes) in named {
                    #expect(!hashes.isEmpty, "\(table)")
                    for hash in hashes {
                        let bytes = try Array(Data(contentsOf: #require(house.database.files.url(for: hash))))
                        let given = try await partnership.give(
                            [.init("x.csv", bytes)], to: "/data/sets/ambulance-callouts/give")
                        if given.status == .seeOther {
                            let address = given.location.replacing("/columns", with: "").replacing("/check", with: "")
                            #expect(try await partnership.send(to: address + "/drop").status == .seeOther)
                        }
                        #expect(house.database.files.url(for: hash) != nil, "taken from \(table)")
                    }
                }
            }
            #expect(try await house.visitor.get("/publications/\(slug)/versions/1").status == .ok)
            #expect(try await house.visitor.get("/publications/\(slug)/versions/1/figures.csv").status == .ok)
        }
    }
}

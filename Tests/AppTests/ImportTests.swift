import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@testable import App
@testable import DataRegister

@Suite("A file that is given becomes a release, and every row of it is accounted for")
struct ImportTests {
    /// Gives one file and follows where the answer leads, once it has been read.
    private func outcome(_ house: House, _ files: [Browser.File], as kind: String = "police") async throws
        -> TestResponse
    {
        let officer = try await house.officer()
        let answer = try await officer.give(files, as: kind)
        #expect(answer.status == .seeOther)
        await house.program.first.desk.untilQuiet()
        return try await officer.get(answer.location)
    }

    private var january: StreetFile {
        var file = StreetFile("2014-01", burglaries: 12, incidents: 3)
        file.addUnplaced("Drugs")
        file.add("Drugs", code: "E0100000X")
        return file
    }

    @Test("its page says it was imported, and its release how many rows were kept, unplaced and refused")
    func accepted() async throws {
        try await House.open { house in
            let page = try await outcome(house, [january.file])
            #expect(page.status == .ok)
            #expect(page.reading.contains("Imported, but not every row"))
            #expect(page.reading.contains("17 rows read: 15 kept, 1 without a place, 1 refused"))
            let release = try #require(try await house.releases().first)
            #expect(page.text.contains("href=\"/data/releases/\(release.id)\""))
            let officer = try await house.officer()
            let told = try await officer.get("/data/releases/\(release.id)").reading
            #expect(told.contains("17 rows read: 15 kept, 1 without a place, 1 refused"))
            #expect(told.contains("January 2014"))
            #expect(told.contains("by Community safety officer"))
            #expect(try await officer.get("/data").reading.contains("2014-01-testshire-street.csv"))
        }
    }

    @Test("a month given again says what it took the place of, and the file before it that it is replaced")
    func replaced() async throws {
        try await House.open { house in
            let first = try await house.take([StreetFile("2014-01", burglaries: 12)])
            let second = try await house.take([StreetFile("2014-01", burglaries: 13)])
            let officer = try await house.officer()
            let later = try await officer.get(second).reading
            #expect(later.contains("It took the place of what was here before: January 2014 of Testshire Police."))
            #expect(later.contains("Its figures are in use."))
            let earlier = try await officer.get(first).reading
            #expect(earlier.contains("Replaced by a later file"))
            #expect(earlier.contains("None of its figures is in use now"))
            #expect(try await officer.get("/data").reading.components(separatedBy: "Replaced").count == 2)
        }
    }

    @Test("a month with far fewer rows than it had is pointed out: a file that was cut short says nothing of it itself")
    func cutShort() async throws {
        try await House.open { house in
            _ = try await house.take([StreetFile("2014-01", burglaries: 40)])
            let usual = try await house.take([StreetFile("2014-01", burglaries: 39)])
            let cut = try await house.take([StreetFile("2014-01", burglaries: 12)])
            let officer = try await house.officer()
            #expect(try await !officer.get(usual).reading.contains("far fewer rows"))
            let page = try await officer.get(cut).reading
            let words = "far fewer rows than what it replaces: January 2014 of Testshire Police has 12, and had 39"
            #expect(page.contains(words))
        }
    }

    @Test("a program can follow how far it is, to the end")
    func progress() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let place = try await officer.give([january.file]).location
            let under = try await officer.get(place + "/progress").json()
            #expect(under["detail"] is String)
            #expect(under["isFinished"] is Bool)
            await house.program.first.desk.untilQuiet()
            let over = try await officer.get(place + "/progress").json()
            #expect(over["isFinished"] as? Bool == true)
        }
    }

    @Test("the kept file is what was given, byte for byte, and only ever saved")
    func keptFile() async throws {
        try await House.open { house in
            let bytes = Array("\u{FEFF}".utf8) + Array(january.text.replacing("\n", with: "\r\n").utf8)
            _ = try await outcome(house, [Browser.File("../Kent ‘Jan’.csv", bytes)])
            let release = try #require(try await house.releases().first)
            let file = try await house.officer().get("/data/releases/\(release.id)/file")
            #expect(file.bytes == bytes)
            #expect(file.headers[.contentType] == "application/octet-stream")
            #expect(file.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
            let name = "Kent%20%E2%80%98Jan%E2%80%99.csv"
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"Kent ___Jan___.csv\"") == true)
            #expect(file.headers[.contentDisposition]?.hasSuffix("filename*=UTF-8''\(name)") == true)
        }
    }

    @Test("its refused rows can be had as a table: file, line, column and why")
    func faults() async throws {
        try await House.open { house in
            _ = try await outcome(house, [january.file])
            let release = try #require(try await house.releases().first)
            let csv = try await house.officer().get("/data/releases/\(release.id)/faults.csv")
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(csv.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            let lines = csv.text.split(whereSeparator: \.isNewline)
            #expect(lines.count == 2)
            #expect(lines.first == "file,line,column,reason")
            #expect(lines.last?.hasPrefix("2014-01-testshire-street.csv,18,LSOA code,") == true, "\(lines)")
            #expect(lines.last?.contains("E0100000X") == true)
        }
    }

    @Test("the very same file again is told to be here, and changes nothing")
    func again() async throws {
        try await House.open { house in
            _ = try await outcome(house, [january.file])
            let before = try await house.officer().get("/assessment/testham/months.csv?from=2014-01&to=2014-01").bytes
            let page = try await outcome(house, [january.file])
            #expect(page.reading.contains("This file is already here"))
            #expect(try await house.releases().count == 1)
            let after = try await house.officer().get("/assessment/testham/months.csv?from=2014-01&to=2014-01").bytes
            #expect(after == before)
        }
    }

    @Test("a month that is given anew supersedes the one before, whole")
    func superseded() async throws {
        try await House.open { house in
            try await house.take([StreetFile("2014-01", burglaries: 12, incidents: 3)])
            let first = try #require(try await house.releases().first)
            house.clock.move(hours: 1)
            try await house.take([StreetFile("2014-01", burglaries: 20)])
            let second = try #require(try await house.releases().first { $0.id != first.id })
            let officer = try await house.officer()
            let months = try await officer.get("/assessment/testham/months.csv?from=2014-01&to=2014-01&compare=none")
            let lines = months.text.split(whereSeparator: \.isNewline).map(String.init)
            #expect(lines.contains { $0.hasSuffix("Burglary,2014-01,20,") }, "\(lines)")
            #expect(lines.contains { $0.hasSuffix("Anti-social behaviour,2014-01,0,") }, "\(lines)")
            let told = try await officer.get("/data/releases/\(first.id)")
            #expect(told.text.contains("/data/releases/\(second.id)"))
            #expect(told.reading.contains("superseded"))
            #expect(try await officer.get("/data/releases/\(first.id)/file").status == .ok, "the file stays")
        }
    }

    @Test("several files at once lead to a page that says of each whether it is read, here already, or refused")
    func several() async throws {
        try await House.open { house in
            try await house.take([StreetFile("2014-02", burglaries: 11)])
            house.clock.move(hours: 1)
            let files = ["2014-01", "2014-02", "2014-03"].map { StreetFile($0, burglaries: 11).file }
            let officer = try await house.officer()
            let answer = try await officer.give(files + [Browser.File("broken.csv", "x")])
            #expect(answer.status == .seeOther)
            let meanwhile = try await officer.get(answer.location)
            #expect(meanwhile.reading.contains("broken.csv"))
            let progress = try await officer.get(answer.location + "/progress").json()
            #expect(progress["isFinished"] is Bool)
            #expect((progress["detail"] as? String)?.contains("of 4 read") == true)

            await house.program.first.desk.untilQuiet()
            let page = try await officer.get(answer.location)
            #expect(page.reading.contains("2 imported, 1 already here and 1 refused"))
            #expect(page.reading.contains("2014-01-testshire-street.csv Imported 11 rows read: 11 kept"))
            #expect(page.reading.contains("2014-02-testshire-street.csv Already here"))
            #expect(page.reading.contains("broken.csv Refused"))
            #expect(!page.text.contains("http-equiv=\"refresh\""), "it no longer loads again by itself")
            #expect(try await officer.get(answer.location + "/progress").json()["isFinished"] as? Bool == true)
            #expect(try await house.releases().count == 3)
        }
    }

    @Test("every step of it is on record, and the chain of entries is whole")
    func entries() async throws {
        try await House.open { house in
            let before = try await house.database.countEntries()
            _ = try await outcome(house, [january.file])
            _ = try await outcome(house, [Browser.File("broken.csv", "x")])
            // Three sign-ins of these tests aside: began, accepted and ended; began and ended.
            let acts = try await house.database.countEntries() - before
            #expect(acts >= 5)
            for (partnership, check) in try await house.database.verifyEveryChain() {
                guard case .whole = check else {
                    Issue.record("\(partnership): \(check)")
                    continue
                }
            }
            guard case .whole(let count, _) = try await house.database.verifyEntries() else {
                Issue.record("the chain is broken")
                return
            }
            #expect(count >= acts)
        }
    }

    @Test("boundaries that somebody else drew name them as their publisher; without a word it is the ONS")
    func publisher() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            func lookup(_ area: String) -> Browser.File {
                Browser.File(
                    "\(area).csv", "LSOA11CD,LSOA11NM,LAD15CD,LAD15NM\n\(area),Testham 001A,E07000001,Testham\n")
            }
            let answers = [("kind", "lookups"), ("publisher", " Testham  Council ")]
            _ = try await officer.give([lookup("E01000001")], answers, to: "/data/import")
            _ = try await officer.give([lookup("E01000002")], as: "lookups")
            await house.program.first.desk.untilQuiet()
            let store = ReleaseStore(house.database, identities: house.installation.identities)
            let releases = try await store.releases().sorted { $0.name < $1.name }
            #expect(releases.map(\.publisher) == ["Testham Council", "Office for National Statistics"])
            #expect(releases.map(\.licence) == ["licence not stated", "Open Government Licence v3.0"])
            let long = [("kind", "lookups"), ("publisher", String(repeating: "a", count: 121))]
            let refused = try await officer.give([lookup("E01000003")], long, to: "/data/import")
            #expect(refused.status == .unprocessableContent)
        }
    }
}

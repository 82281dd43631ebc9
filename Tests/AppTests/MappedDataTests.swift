import DataFiles
import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App
@testable import DataRegister

@Suite("A partner’s data set is entered, its files are looked at, and nothing is taken in until somebody says so")
struct MappedDataTests {
    static let set: KeyValuePairs = [
        "name": "Ambulance callouts", "provider-name": "The ambulance service", "holds": "Callouts to assaults.",
        "frequency": "quarter", "since": "2013-07", "due": "quarter", "depersonalised": "yes", "absent": "none",
        "least": "1", "licence": "for the partnership",
    ]
    static let columns: KeyValuePairs = [
        "place-column": "LSOA", "place-form": "lsoa-code", "time-column": "Month", "time-form": "month",
        "measure": "Assault", "unit": "callouts", "polarity": "low is good", "count-column": "Callouts",
    ]

    func csv(_ rows: String...) -> Browser.File {
        Browser.File("ambulance.csv", (["LSOA,Month,Callouts"] + rows).joined(separator: "\n") + "\n")
    }

    /// Enters the set, gives a file of it, and says what its columns mean.
    ///
    /// - Returns: the file's address, to which `/check` and the like belong.
    func lookedAt(_ house: House, _ file: Browser.File) async throws -> String {
        let officer = try await house.officer()
        try await house.take([StreetFile("2014-01", burglaries: 1)])
        #expect(try await officer.send(Self.set, to: "/data/sets").location == "/data/sets/ambulance-callouts")
        let given = try await officer.give([file], to: "/data/sets/ambulance-callouts/give").location
        #expect(given.hasSuffix("/columns"), "\(given)")
        let address = String(given.dropLast("/columns".count))
        #expect(try await officer.get(given).reading.contains("What the columns of ambulance.csv mean"))
        #expect(try await officer.send(Self.columns, to: given).location == address + "/check")
        return address
    }

    @Test(
        "from a file to a figure: given, said what its columns mean, looked at, confirmed, and read through the one door"
    )
    func whole() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let address = try await lookedAt(
                house, csv("E01000001,2014-01,3", "E01000001,2014-02,4", "Nowhere,2014-02,9"))
            let check = try await officer.get(address + "/check").reading
            #expect(check.contains("2 rows can be used, and 1 row cannot"))
            #expect(check.contains("ambulance.csv, line 4 LSOA ‘Nowhere’ is not such a code"))
            #expect(try await house.releases().count == 1, "nothing is taken in yet")
            let problems = try await officer.get(address + "/problems.csv").text
            #expect(problems.contains("ambulance.csv,4,LSOA,"))

            let narrow = try await officer.send(["from": "2014-01", "to": "2014-01"], to: address + "/check")
            #expect(narrow.status == .unprocessableContent)
            let taken = try await officer.send(
                ["from": "2014-01", "to": "2014-03", "without": "yes"], to: address + "/check")
            #expect(taken.location == address)
            await house.program.first.desk.untilQuiet()
            #expect(try await officer.get(address).reading.contains("Imported"))

            let series = try await SeriesStore(house.database, identities: house.installation.identities).series(
                SeriesQuestion(
                    [try #require(MeasureAddress("ambulance-callouts/assault"))], in: [.district("Testham")],
                    by: .month,
                    over: try Period(from: #require(Month("2014-01")), to: #require(Month("2014-04")))))
            // One row of February names no place that is known: of the district’s only a part is told, and that is no whole.
            #expect(series.counts == [3, nil, 0, nil])
            #expect(series.points[1].part?.count == 4)
            let figure = "count%20ambulance-callouts/assault%20district:testham%202014-01..2014-01"
            let told = try await officer.get("/figures?at=\(figure)").reading
            #expect(
                told.contains("1 row of Ambulance callouts, January 2014 to March 2014, release 1 could not be used"),
                "\(told)")
            let page = try await officer.get("/data/sets/ambulance-callouts").reading
            #expect(page.contains("July to September 2013"))
            #expect(page.contains("ambulance-callouts/assault"))
            #expect(page.contains("The column ‘Callouts’ tells"))
        }
    }

    @Test("the next file with the same columns is read in the same way; one with others is asked about anew")
    func reused() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let first = try await lookedAt(house, csv("E01000001,2014-01,3"))
            try await officer.send(["from": "2014-01", "to": "2014-01"], to: first + "/check")
            await house.program.first.desk.untilQuiet()
            let give = "/data/sets/ambulance-callouts/give"
            #expect(try await officer.give([csv("E01000001,2014-02,4")], to: give).location.hasSuffix("/check"))
            let other = Browser.File("other.csv", "LSOA,When,Callouts\nE01000001,2014-02,4\n")
            #expect(try await officer.give([other], to: give).location.hasSuffix("/columns"))
        }
    }

    @Test("a count that is there twice is taken in only when somebody says that both are meant")
    func repeated() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let address = try await lookedAt(house, csv("E01000001,2014-01,3", "E01000001,2014-01,3"))
            #expect(
                try await officer.get(address + "/check").reading.contains("line 3 what line 2 says. Are both meant?"))
            let unsaid = try await officer.send(["from": "2014-01", "to": "2014-01"], to: address + "/check")
            #expect(unsaid.status == .unprocessableContent)
            let said = try await officer.send(
                ["from": "2014-01", "to": "2014-01", "repeated": "yes"], to: address + "/check")
            #expect(said.location == address)
        }
    }

    @Test("what is said of the columns of a file that is not taken in changes nothing for the next")
    func unconfirmed() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let first = try await lookedAt(house, csv("E01000001,2014-01,3"))
            let give = "/data/sets/ambulance-callouts/give"
            let page = "/data/sets/ambulance-callouts"
            #expect(try await officer.give([csv("E01000001,2014-02,4")], to: give).location.hasSuffix("/columns"))
            try await officer.send(["from": "2014-01", "to": "2014-01"], to: first + "/check")
            await house.program.first.desk.untilQuiet()
            let kept = try await officer.get(page).reading

            let second = try await officer.give([csv("E01000001,2014-03,7")], to: give).location
            let address = String(second.dropLast("/check".count))
            try await officer.send(
                [
                    "place-column": "LSOA", "place-form": "lsoa-code", "time-column": "Month", "time-form": "month",
                    "measure": "Assault", "unit": "journeys", "polarity": "no judgement", "count-column": "",
                ], to: address + "/columns")
            #expect(try await officer.get(address + "/check").reading.contains("Assault"))
            #expect(try await officer.get(page).reading.contains("callouts"), "nothing was taken in by it")
            try await officer.send([:], to: address + "/drop")
            #expect(try await officer.get(page).reading == kept)
            let third = try await officer.give([csv("E01000001,2014-04,5")], to: give).location
            try await officer.send(["from": "2014-04", "to": "2014-04"], to: third)
            await house.program.first.desk.untilQuiet()
            let values = try await officer.get("/api/series/ambulance-callouts/assault/lsoa-2011:E01000001").text
            #expect(values.contains("\"unit\":\"callouts\""), "\(values)")
        }
    }

    @Test("a file in which somebody can be told is refused with the column and the way out, and is not kept")
    func personal() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await officer.send(Self.set, to: "/data/sets")
            let text = "LSOA,Month,Callouts,Postcode\n" + "E01000001,2014-01,3,CT10 1AA\n"
            let file = Browser.File("named.csv", text)
            let refused = try await officer.give([file], to: "/data/sets/ambulance-callouts/give")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("The column ‘Postcode’ cannot be in a depersonalised data set"))
            #expect(refused.reading.contains("leave only the first half of each"))
            #expect(try await house.imports().isEmpty)
            let writer = try house.database.files.receive()
            try writer.write(file.bytes)
            #expect(try await writer.finish().isNew, "the bytes are gone")
        }
    }

    @Test(
        "a file that takes longer to look at than its form waits has a page that goes on by itself, for whoever gave it"
    )
    func longer() async throws {
        try await House.open(patience: .zero) { house in
            let officer = try await house.officer()
            try await officer.send(Self.set, to: "/data/sets")
            let given = try await officer.give(
                [csv("E01000001,2014-01,3")], to: "/data/sets/ambulance-callouts/give"
            ).location
            // A small one may be looked at before anybody asks.
            guard given.contains("/give/") else { return }
            let other = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .analyst))
            #expect(try await other.get(given).status == .notFound)
            var answer = try await officer.get(given)
            if answer.status == .accepted {
                #expect(answer.reading.contains("Looking at the file"))
                #expect(answer.text.contains("\(given)/progress"))
            }
            while answer.status == .accepted { answer = try await officer.get(given) }
            #expect(answer.location.hasSuffix("/columns"))
            #expect(try await officer.get(given + "/progress").text.contains("\"isFinished\":true"))
            #expect(try await officer.get(given).location == answer.location, "it can be asked for again")
            #expect(try await officer.send(Self.columns, to: answer.location).location.hasSuffix("/check"))
            let check = String(answer.location.dropLast("columns".count)) + "check"
            var read = try await officer.get(check)
            while read.status == .accepted { read = try await officer.get(check) }
            #expect(read.reading.contains("1 row can be used"))
        }
    }

    @Test("the files of one upload are listed by name, always alike")
    func order() async throws {
        try await House.open { house in
            let months = [7, 3, 1, 8, 2, 6, 5, 4]
            try await house.take(months.map { StreetFile("2014-0\($0)", burglaries: 2) })
            let names = try await house.releases().map(\.name)
            #expect(names == names.sorted() && names.count == months.count)
        }
    }

    @Test("who leaves a file takes nothing in, and it is there no more")
    func dropped() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let address = try await lookedAt(house, csv("E01000001,2014-01,3"))
            #expect(try await officer.send(to: address + "/drop").location == "/data/sets/ambulance-callouts")
            #expect(try await officer.get(address + "/check").status == .notFound)
            #expect(try await officer.get(address).reading.contains("Nothing was taken in"))
        }
    }

    @Test("a form with something missing comes back with what was typed and what to do")
    func refusedForms() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let empty = try await officer.send(["name": "Fires"], to: "/data/sets")
            #expect(empty.status == .unprocessableContent)
            #expect(empty.reading.contains("Say what it holds"))
            #expect(empty.text.contains("value=\"Fires\""))
            try await officer.send(Self.set, to: "/data/sets")
            #expect(try await officer.send(Self.set, to: "/data/sets").reading.contains("is here already"))
            let given = try await officer.give([csv("E01000001,2014-01,3")], to: "/data/sets/ambulance-callouts/give")
                .location
            let columns = try await officer.send(["place-column": "LSOA"], to: given)
            #expect(columns.status == .unprocessableContent)
            #expect(columns.reading.contains("Choose how the time is written"))
        }
    }

    @Test("two people who change a set at once: the second is told, and nothing is written over unseen")
    func conflict() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await officer.send(Self.set, to: "/data/sets")
            let address = "/data/sets/ambulance-callouts/change"
            var first = Dictionary(uniqueKeysWithValues: Self.set.map { ($0.key, $0.value) })
            first["edition"] = "1"
            first["notes"] = "By post."
            func send(_ fields: [String: String]) async throws -> TestResponse {
                let token = try await officer.token() ?? ""
                return try await officer.sendBare(
                    [("form-token", token)] + fields.map { ($0.key, $0.value) }, to: address)
            }
            #expect(try await send(first).status == .seeOther)
            first["notes"] = "By email."
            let second = try await send(first)
            #expect(second.status == .unprocessableContent)
            #expect(second.reading.contains("Somebody else changed this data set meanwhile"))
            #expect(second.text.contains("By email."))
            #expect(try await officer.get("/data/sets/ambulance-callouts").reading.contains("By post."))
        }
    }

    @Test("a set that is owed stands on the register and among what is due on the first page")
    func overdue() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await officer.send(Self.set, to: "/data/sets")
            #expect(try await officer.get("/data").reading.contains("Data are overdue"))
            #expect(try await officer.get("/home").reading.contains("Ask The ambulance service for Ambulance callouts"))
            let csv = try await officer.get("/data/sets/ambulance-callouts/periods.csv").text
            #expect(csv.contains("2013-07,2013-09,2013-12-31,,yes,no"))
        }
    }

    @Test("what a later release tells otherwise is told number by number")
    func revised() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await house.take([StreetFile("2014-01", burglaries: 12)])
            try await house.take([StreetFile("2014-01", burglaries: 11, incidents: 2)])
            let release = try #require(try await house.releases().first { $0.rows.kept == 13 })
            let page = try await officer.get("/data/releases/\(release.id)/changes").reading
            #expect(page.contains("Burglary Testham January 2014 12 11 −1"))
            #expect(page.contains("Anti-social behaviour Testham January 2014 – 2 +2"))
            let csv = try await officer.get("/data/releases/\(release.id)/changes.csv").text
            #expect(csv.contains("Burglary,Testham,2014-01,2014-01,12,11,-1"))
        }
    }
}

import DataRegister
import Foundation
import Logging
import Membership
import Notices
import ScratchDatabases
import Testing

@testable import App
@testable import Storage

@Suite("Every night entries and files are read through, and damage is told of")
struct NightlyCheckTests {
    /// Makes a check, under a name of its own: the house makes one by itself when it is opened.
    private func check(_ house: House, _ logbook: Logbook = Logbook()) async throws {
        let check = NightlyCheck(
            of: house.installation.records, identities: house.installation.identities,
            logger: Logger(label: "check") { _ in logbook }, now: { house.clock.now })
        let (queue, kind) = (JobQueue(house.installation.records), Job.Kind("a test’s check"))
        try await queue.add(kind, named: "a test’s", due: house.clock.now)
        try await check.run(try #require(try await queue.claim([kind], for: 60, at: house.clock.now)))
    }

    private func last(_ house: House) async throws -> KeptEntry? {
        var question = EntryQuestion(of: [EntrySort(kind: "check", act: "records checked")])
        question.subjects = [.init("check", "a test’s")]
        return try await house.installation.records.read { [question] in try $0.entries(question, 1).first }
    }

    @Test("read through, with an entry of what was read; the page says so and nobody is told")
    func whole() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            try await house.take([StreetFile("2014-01", burglaries: 3)])
            let id = try await who.somebody(as: .administrator)
            let logbook = Logbook()
            try await check(house, logbook)

            let entry = try #require(try await last(house))
            let fields = Dictionary(uniqueKeysWithValues: entry.fieldChanges.map { ($0.field, $0.after) })
            #expect(fields["chains"] == .integer(2) && fields["files"] == .integer(1) && fields["finding"] == nil)
            #expect(logbook.lines.isEmpty)
            let administrator = try await house.somebody(id)
            let page = try await administrator.get("/health").reading
            #expect(
                page.contains(
                    "1 kept file were read through just now, on 9 February 2016 at 12:00: all are as they were"))
            #expect(try await administrator.get("/notices").reading.contains("There is nothing new"))
        }
    }

    @Test("a broken chain and a damaged file are logged, shown, and told to those who look after the system")
    func damaged() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            try await house.take([StreetFile("2014-01", burglaries: 3)])
            let id = try await who.somebody(as: .administrator)
            let hash = try #require(house.database.files.all().first)
            let path = house.database.files.path(of: hash)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            try Data("other".utf8).write(to: URL(filePath: path))
            try await tamper(house)
            let logbook = Logbook()
            try await check(house, logbook)

            #expect(logbook.lines.contains { $0.contains("not as they were written") })
            let administrator = try await house.somebody(id)
            let page = try await administrator.get("/health").reading
            #expect(page.contains("entry 3: its names, reasons or values were altered"))
            #expect(page.contains("The kept file \(hash) is not as it was received."))
            let notices = try await administrator.get("/notices").reading
            #expect(notices.contains("New The nightly check found records that are not as they were written"))
            #expect(notices.contains("You look after the system."))
            // An officer is told where nobody looks after the system, and here somebody does.
            #expect(try await house.officer().get("/notices").reading.contains("The nightly check") == false)
        }
    }

    @Test("a kept file that is gone is told with the release that rests on it, to those whose release it is")
    func missing() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            try await house.take([StreetFile("2014-01", burglaries: 3)])
            let administrator = try await house.somebody(try await who.somebody(as: .administrator))
            // A neighbour in the same records, whose releases rest on none of it.
            let identities = house.installation.identities
            let neighbour = house.database.opened(for: Identities.seeded(77).new(Tenant.self, at: house.clock.now))
            try await FirstOfficerStore(neighbour, identities: identities)
                .seat(from: Day(house.clock.now), at: house.clock.now)
            let hash = try #require(house.database.files.all().first)
            let path = house.database.files.path(of: hash)
            try FileManager.default.moveItem(atPath: path, toPath: house.folder + "/elsewhere")
            let logbook = Logbook()
            try await check(house, logbook)

            let sentence =
                "The kept file \(hash) is not there. What names it: the release ‘2014-01-testshire-street.csv’, received on "
                + "9 February 2016."
            #expect(logbook.lines.contains { $0.contains("The kept file \(hash) is not there.") })
            #expect(!logbook.lines.contains { $0.contains("testshire") }, "the log names no record of a partnership")
            let page = try await administrator.get("/health").reading
            #expect(page.contains("Entries and files Damaged"))
            #expect(page.contains("this was found: \(sentence) Keep the machine as it is"), "\(page)")
            #expect(page.contains("A kept file that is damaged or missing is put back from there"))
            #expect(try await administrator.get("/activity").reading.contains("Finding: \(sentence)"))
            #expect(
                try await administrator.get("/notices").reading.contains("records that are not as they were written"))
            let told = try await neighbour.read { try $0.entries(20).filter { $0.act == Act.damageTold.name } }
            #expect(told.isEmpty, "it is nothing of theirs")

            // Put back, it is well again, and no more is said of it.
            try FileManager.default.moveItem(atPath: house.folder + "/elsewhere", toPath: path)
            house.clock.move(hours: 0.5)
            try await check(house)
            let after = try await administrator.get("/health").reading
            #expect(after.contains("1 kept file were read through just now") && !after.contains("\(hash)"))
        }
    }

    @Test("a file that is damaged is told with what rests on it, and an import that came to nothing counts too")
    func named() async throws {
        try await House.open { house in
            let administrator = try await house.somebody(
                try await WhoIsWhoHouse(house).somebody(as: .administrator))
            _ = try await house.officer().give([.init("kent.csv", "no such header\n")])
            await house.program.first.desk.untilQuiet()
            let hash = try #require(house.database.files.all().first)
            let path = house.database.files.path(of: hash)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            try Data("other".utf8).write(to: URL(filePath: path))
            try await check(house)

            let page = try await administrator.get("/health").reading
            let sentence =
                "The kept file \(hash) is not as it was received. What names it: the import of ‘kent.csv’ on 9 February 2016."
            #expect(page.contains("this was found: \(sentence) Keep the machine"), "\(page)")
        }
    }

    @Test("every column that names kept files is read")
    func columns() async throws {
        try await House.open { house in
            let tables = try await house.installation.records.engine.read { connection in
                try connection.tables().filter { table in table.columns.contains { $0.word.hasSuffix("sha256") } }
                    .map(\.name.word)
            }
            let read = Installation.namesKeptFiles.reduce(into: Set<String>()) { $0.formUnion($1.tablesNamingFiles) }
            #expect(Set(tables) == read, "Hand over what it names, in a NamesKeptFiles of its slice.")
        }
    }

    @Test("where nobody looks after the system, the officers are told")
    func officers() async throws {
        try await House.open { house in
            try await tamper(house)
            try await check(house)
            let notices = try await house.officer().get("/notices").reading
            #expect(notices.contains("tell whoever runs the machine"))
        }
    }

    /// Alters the reason of the third entry behind the program's back.
    private func tamper(_ house: House) async throws {
        let mine = house.database.partnership
        for _ in 1...3 {
            try await house.database.write(
                Entry(.damageTold, of: .init("check", ""), by: .job("a test"), at: house.clock.now)
            ) { _ in }
        }
        try await house.database.engine.write(for: mine) { connection in
            _ = try connection.run("DROP TRIGGER entry_detail_not_changed")
            _ = try connection.run(
                "UPDATE entry_detail SET why = 'other' WHERE partnership = \(mine) AND number = 3")
        }
    }
}

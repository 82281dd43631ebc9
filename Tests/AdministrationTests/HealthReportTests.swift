import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import Administration

@Suite("How the program does is said in words, with what to do where it is not well")
struct HealthReportTests {
    private static let now = Scratch.noon
    private static let hour: TimeInterval = 3600
    private static let gigabyte = 1_000_000_000

    /// A program with which all is well.
    private var well: HealthFacts {
        var facts = HealthFacts(version: "0.1.0", startedAt: Self.now - 3 * Self.hour, now: Self.now)
        facts.condition = RecordsCondition(
            engine: .sqlite, version: "3.40.1", settings: [:], size: 42_000_000, logSize: 1_000_000)
        facts.disk = DiskRoom(free: 40 * Self.gigabyte, whole: 100 * Self.gigabyte)
        facts.makesBackups = true
        facts.lastBackup = Self.now - 9 * Self.hour
        facts.lastCheck = RecordsChecked(
            at: Self.now - 8 * Self.hour, chains: 2, entries: 1_234, files: 1, findings: [])
        facts.sendsMail = true
        facts.knowsAddress = true
        return facts
    }

    private func line(_ title: String, _ facts: HealthFacts) throws -> HealthLine {
        try #require(HealthReport(facts: facts).lines.first { $0.title == title })
    }

    private func line(_ title: String, where change: (inout HealthFacts) -> Void) throws -> HealthLine {
        var facts = well
        change(&facts)
        return try line(title, facts)
    }

    @Test("where all is well, every line says so and none asks for anything")
    func allWell() {
        let report = HealthReport(facts: well)
        #expect(report.state == .well)
        #expect(report.lines.allSatisfy { $0.state == .well && $0.advice == nil && !$0.sentence.isEmpty })
        #expect(report.lines.count == 12)
    }

    @Test("what is not well always says what to do next")
    func advice() {
        var facts = HealthFacts(version: "0.1.0", startedAt: Self.now, now: Self.now)
        facts.writingStopped = "the disk is full"
        facts.pressProblem = "There is no worker."
        facts.clockSetBack = (Self.now - 60, 3_600)
        let lines = HealthReport(facts: facts).lines.filter { $0.state != .well }
        #expect(lines.count == 8)
        #expect(lines.allSatisfy { $0.advice != nil })
    }

    @Test(
        "S117: room on the disk, by what is free and by its part of the whole",
        arguments: [
            (40, 100, HealthLine.State.well), (14, 100, .attention), (4, 20, .attention), (4, 100, .bad),
            (1, 100, .bad),
            (0, 1, .bad),
        ])
    func disk(free: Int, whole: Int, state: HealthLine.State) throws {
        let found = try line("Disk") { facts in
            facts.disk = DiskRoom(free: free * Self.gigabyte, whole: whole * Self.gigabyte)
        }
        #expect(found.state == state)
        #expect((found.advice == nil) == (state == .well))
    }

    @Test("S103: the write-ahead log, at 64 MB and at 512 MB; PostgreSQL looks after its own")
    func log() throws {
        func size(_ bytes: Int?, _ facts: inout HealthFacts) {
            facts.condition = RecordsCondition(
                engine: bytes == nil ? .postgreSQL : .sqlite, version: "1", settings: [:], size: 1, logSize: bytes)
        }
        for (bytes, state) in [(63_999_999, HealthLine.State.well), (64_000_000, .attention), (512_000_000, .bad)] {
            #expect(try line("Write-ahead log") { size(bytes, &$0) }.state == state)
        }
        var facts = well
        size(nil, &facts)
        #expect(!HealthReport(facts: facts).lines.contains { $0.title == "Write-ahead log" })
    }

    @Test("S115: a backup has its age, and is late after a day and a half")
    func backups() throws {
        #expect(try line("Backups", well).sentence.contains("9 hours ago, on 9 February 2016 at 03:00"))
        #expect(try line("Backups") { $0.lastBackup = nil }.state == .bad)
        #expect(try line("Backups") { $0.lastBackup = Self.now - 37 * Self.hour }.state == .bad)
        let byHand = try line("Backups") { $0.makesBackups = false }
        #expect(byHand.state == .attention && byHand.advice?.contains("--backups") == true)
    }

    @Test("what the nightly check found is said, and that it did not run")
    func check() throws {
        #expect(
            try line("Entries and files", well).sentence.contains("1,234 entries and 1 kept file were read through"))
        #expect(try line("Entries and files") { $0.lastCheck = nil }.state == .attention)
        let broken = try line("Entries and files") { facts in
            facts.lastCheck = RecordsChecked(
                at: Self.now, chains: 2, entries: 1, files: 1,
                findings: ["Of the installation, entry 7: it is missing."])
        }
        #expect(broken.state == .bad && broken.sentence.contains("entry 7"))
        let late = try line("Entries and files") { facts in
            facts.lastCheck = RecordsChecked(
                at: Self.now - 72 * Self.hour, chains: 1, entries: 1, files: 1, findings: [])
        }
        #expect(late.state == .attention && late.sentence.contains("3 days ago"))
    }

    @Test("letters that wait too long, or were given up, are told of; so is mail that is not set up")
    func letters() throws {
        let letter = Job.Kind("letter")
        #expect(try line("Mail") { $0.sendsMail = false }.word == "Not set up")
        #expect(try line("Mail") { $0.knowsAddress = false }.word == "Half set up")
        let stuck = JobStanding(kind: letter, waiting: 3, overdue: 2, failed: 0)
        #expect(try line("Mail") { $0.letters = stuck }.word == "Stuck")
        let givenUp = JobStanding(kind: letter, waiting: 1, overdue: 0, failed: 4)
        let found = try line("Mail") { $0.letters = givenUp }
        #expect(
            found.word == "Given up"
                && found.sentence == "4 letters were given up in the last seven days. 1 letter waits.")
    }

    @Test("the built-in officer is to be retired once somebody else who is an officer can sign in")
    func firstOfficer() throws {
        #expect(try line("Built-in officer") { $0.firstOfficer = .needed }.state == .well)
        #expect(try line("Built-in officer") { $0.firstOfficer = .retired }.word == "Retired")
        let found = try line("Built-in officer") { $0.firstOfficer = .dispensable }
        #expect(found.state == .attention && found.advice?.contains("End the membership") == true)
    }

    @Test("a PostgreSQL server that could lose what was saved is not called safe")
    func server() throws {
        func condition(_ settings: [String: String]) -> RecordsCondition {
            RecordsCondition(engine: .postgreSQL, version: "15.8", settings: settings, size: 1, logSize: nil)
        }
        #expect(try line("Database") { $0.condition = condition(["fsync": "off"]) }.state == .bad)
        let one = try line("Database") { $0.condition = condition(["fsync": "on"]) }
        #expect(one.state == .well && one.sentence.hasSuffix("It waits for no second server."))
        let two = try line("Database") { $0.condition = condition(["synchronous_standby_names": "ANY 1 (a)"]) }
        #expect(two.sentence.hasSuffix("and on a second server (ANY 1 (a))."))
    }
}

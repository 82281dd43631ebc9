import Administration
import Foundation
import Membership
import Notices
import Press
import Storage
import Wording

/// What is known of how the program does, gathered from its parts.
struct HealthFromProgram: HealthDesk {
    private let installation: Installation
    private let settings: Settings
    private let press: Press
    private let startedAt: Date

    private static let patience: TimeInterval = 15 * 60
    private static let memory: TimeInterval = 7 * 24 * 60 * 60
    private static let mostFailed = 20

    init(_ installation: Installation, settings: Settings, press: Press, startedAt: Date) {
        (self.installation, self.settings, self.press) = (installation, settings, press)
        self.startedAt = startedAt
    }

    func facts() async throws -> HealthFacts {
        let (records, ours, now) = (installation.records, installation.database, installation.now())
        var facts = HealthFacts(version: Program.version, startedAt: startedAt, now: now)
        if case .readOnly(let reason) = records.health { facts.writingStopped = reason }
        facts.condition = try? await records.condition()
        facts.waitingWrites = records.waitingWrites
        facts.disk = records.files.room
        facts.makesBackups = settings.backups != nil
        facts.lastBackup = try await last(.backupMade, on: "backup")?.at
        facts.lastCheck = try await lastCheck()
        facts.clockSetBack = try await last(.clockSetBack, on: "clock").map { ($0.at, $0.number("seconds")) }
        let standings = try await ours.jobStandings(at: now, patience: Self.patience, memory: Self.memory)
        facts.jobs = standings.filter { $0.kind != Outbox.delivery }
        facts.letters = standings.first { $0.kind == Outbox.delivery }
        facts.failedJobs = try await ours.jobsGivenUp(Self.mostFailed, but: [Outbox.delivery]).map(Self.told)
        facts.sendsMail = settings.mail != nil
        facts.knowsAddress = settings.address != nil
        facts.firstOfficer = try await FirstOfficerStore(ours, identities: installation.identities).standing(at: now)
        let status = await press.status
        if ![.available, .restarting].contains(status) { facts.pressProblem = "\(status)" }
        return facts
    }

    /// The last check, with what of it concerns the partnership told in its own words: which records rest on a file that is
    /// damaged or missing is nobody else's to know.
    private func lastCheck() async throws -> RecordsChecked? {
        guard let check = try await last(.recordsChecked, on: "check") else { return nil }
        var question = EntryQuestion(of: [EntrySort(kind: "check", act: Act.damageTold.name)])
        question.subjects = [check.subject]
        let told = try await installation.database.read { [question] db in try db.entries(question, 1).first }
        let own = told.flatMap { $0.at >= check.at ? $0.findings : nil } ?? []
        let general = check.findings.filter { finding in !own.contains { $0.hasPrefix(finding) } }
        return RecordsChecked(
            at: check.at, chains: check.number("chains"), entries: check.number("entries"),
            files: check.number("files"), findings: own + general)
    }

    /// The latest entry of something that the program does for the installation as a whole.
    private func last(_ act: Act, on kind: String) async throws -> KeptEntry? {
        let question = EntryQuestion(of: [EntrySort(kind: kind, act: act.name)])
        return try await installation.records.read { db in try db.entries(question, 1).first }
    }

    /// What each kind of job is for, in the words of those who look after it.
    private static func told(_ job: GivenUpJob) -> HealthFacts.FailedJob {
        let day = Day(job.name).map { $0.moments.lowerBound.day } ?? job.name
        return switch job.kind {
        case NightlyBackup.kind:
            .init(
                job, titled: "The nightly backup of \(day)",
                advice: "See that the folder for backups is there, can be written and has room; then try again.")
        case NightlyCheck.kind:
            .init(
                job, titled: "The nightly check of \(day)",
                advice: "If the records could not be read, look at the disk first (dmesg); then try again.")
        case NoticeMail.kind:
            .init(
                job, titled: "The morning’s letters of \(day)",
                advice: "What is new stands on people’s pages all the same. Try again, and those letters are posted.")
        default:
            .init(job, titled: "\(job.kind), \(job.name)", advice: "Put right what it says, and try again.")
        }
    }
}

extension KeptEntry {
    fileprivate var findings: [String] {
        fieldChanges.filter { $0.field == "finding" }.compactMap { String(sqlValue: $0.after) }
    }

    fileprivate func number(_ field: String) -> Int {
        fieldChanges.first { $0.field == field }.flatMap { Int(sqlValue: $0.after) } ?? 0
    }
}

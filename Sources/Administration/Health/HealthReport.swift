import Foundation
import Membership
import Storage
import Wording

/// Judges how the program does: a line for each thing that has to be well.
struct HealthReport: Sendable {
    let facts: HealthFacts

    var lines: [HealthLine] {
        [records, database, disk] + [log].compactMap(\.self) + [
            backup, check, work, letters, press, clock, firstOfficer, program,
        ]
    }

    /// What is worst.
    var state: HealthLine.State { lines.map(\.state).max() ?? .well }

    private var records: HealthLine {
        if let reason = facts.writingStopped {
            return HealthLine(
                "Records", .bad, "Read only", "Nothing more can be saved: \(reason). What was saved before is safe.",
                advice: "Put that right, then start the program again.")
        }
        let waiting = facts.waitingWrites
        guard waiting < 200 else {
            return HealthLine(
                "Records", .attention, "Slow", "\(waiting.grouped) changes wait to be saved.",
                advice: "Look at how busy the disk is. What waits is saved in its turn.")
        }
        return HealthLine(
            "Records", .well, "Sound",
            "They can be read and changed. "
                + (waiting == 0 ? "Nothing waits to be saved." : "\(waiting.counted("change waits", "changes wait"))."))
    }

    private var backup: HealthLine {
        let set = "Start the program with --backups and a folder, best on another disk."
        guard let last = facts.lastBackup else {
            return HealthLine(
                "Backups", .bad, "None", "No backup has been made by the program.",
                advice: facts.makesBackups ? "The first is made at half past two tonight. See that it is." : set)
        }
        let made = "The last was made \(age(last)), on \(last.dayAndTime), and read through to see that it is whole."
        if facts.now.timeIntervalSince(last) > 36 * Self.hour {
            return HealthLine(
                "Backups", .bad, "Late", made, advice: facts.makesBackups ? "Look below for why it failed." : set)
        }
        return HealthLine(
            "Backups", facts.makesBackups ? .well : .attention, facts.makesBackups ? "Made" : "Not nightly", made,
            advice: facts.makesBackups ? nil : set)
    }

    private var check: HealthLine {
        guard let last = facts.lastCheck else {
            return HealthLine(
                "Entries and files", .attention, "Not checked",
                "They have not been read through by the program yet.",
                advice: "That is done every night at four. See tomorrow that it was.")
        }
        guard last.findings.isEmpty else {
            return HealthLine(
                "Entries and files", .bad, "Damaged",
                "On \(last.at.dayAndTime) this was found: \(last.findings.joined(separator: " "))",
                advice:
                    "Keep the machine as it is, find out who had access to it, and compare it with a backup from before: "
                    + "frankpledge verify says the same of a backup. A kept file that is damaged or missing is put back from "
                    + "there: it has the same name in each.")
        }
        let read = "\(last.entries.counted("entry", "entries")) and \(last.files.counted("kept file", "kept files"))"
        let sentence =
            "\(read) were read through \(age(last.at)), on \(last.at.dayAndTime): all are as they were written."
        if facts.now.timeIntervalSince(last.at) > 36 * Self.hour {
            return HealthLine(
                "Entries and files", .attention, "Late", sentence, advice: "Look below for why the check failed.")
        }
        return HealthLine("Entries and files", .well, "Whole", sentence)
    }

    private var work: HealthLine {
        let (waiting, overdue) = facts.jobs.reduce(into: (0, 0)) { $0 = ($0.0 + $1.waiting, $0.1 + $1.overdue) }
        let now = waiting == 0 ? "Nothing waits." : "\(waiting.counted("job waits", "jobs wait")) until it is due."
        if !facts.failedJobs.isEmpty {
            let failed = facts.failedJobs.count.counted("job was", "jobs were")
            return HealthLine(
                "Jobs", .bad, "Failed", "\(failed) given up. \(now)", advice: "They stand below, each with what to do.")
        }
        if overdue > 0 {
            return HealthLine(
                "Jobs", .attention, "Late", "\(overdue.counted("job was", "jobs were")) due and not begun yet. \(now)",
                advice: "One that takes long may keep others waiting. Look again in an hour.")
        }
        return HealthLine("Jobs", .well, "On time", now)
    }

    private var firstOfficer: HealthLine {
        let title = "Built-in officer"
        return switch facts.firstOfficer {
        case .retired: HealthLine(title, .well, "Retired", "One-time addresses let nobody in here any more.")
        case .needed:
            HealthLine(
                title, .well, "Needed", "Nobody else who is an officer can sign in yet; one-time addresses let one in.")
        case .dispensable:
            HealthLine(
                title, .attention, "To be retired",
                "Whoever reads what the program prints can sign in as an officer without a name, a password or a second step. "
                    + "The partnership has an officer who can sign in by themselves.",
                advice: "End the membership of “Community safety officer” on its page under Partnership, People.")
        }
    }

    private var clock: HealthLine {
        let now = "The program takes it to be \(facts.now.dayAndTime), London time."
        guard let back = facts.clockSetBack, facts.now.timeIntervalSince(back.at) < 30 * 24 * Self.hour else {
            return HealthLine("Clock", .well, "Steady", now)
        }
        let seconds = back.seconds.counted("second", "seconds")
        return HealthLine(
            "Clock", .attention, "Set back", "\(now) It was set back by \(seconds) on \(back.at.dayAndTime).",
            advice: "See that the machine takes its time from the network. Entries keep their order all the same.")
    }

    private var program: HealthLine {
        HealthLine(
            "Program", .well, "Running",
            "Frankpledge \(facts.version), started \(age(facts.startedAt)), on \(facts.startedAt.dayAndTime).")
    }

    /// “3 hours ago”.
    private func age(_ time: Date) -> String {
        let minutes = Int(facts.now.timeIntervalSince(time) / 60)
        return switch minutes {
        case ..<1: "just now"
        case ..<60: "\(minutes.counted("minute", "minutes")) ago"
        case ..<(48 * 60): "\((minutes / 60).counted("hour", "hours")) ago"
        default: "\((minutes / 60 / 24).counted("day", "days")) ago"
        }
    }

    private static let hour: TimeInterval = 60 * 60
}

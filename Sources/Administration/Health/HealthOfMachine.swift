import Foundation
import Storage
import Wording

/// What the program stands on: its database, its disk, its mail server, and the worker that prints.
extension HealthReport {
    var database: HealthLine {
        guard let condition = facts.condition else {
            return HealthLine(
                "Database", .bad, "No answer", "The records did not answer when they were asked how they are set.",
                advice: "Look at the log for the reason.")
        }
        let name = "\(condition.engine.rawValue) \(condition.version)"
        switch condition.engine {
        case .sqlite:
            return HealthLine(
                "Database", .well, "Safe",
                "\(name), \(condition.size.asSize). Every change is flushed to the disk before it is called saved.")
        case .postgreSQL: return server(condition, name)
        }
    }

    private func server(_ condition: RecordsCondition, _ name: String) -> HealthLine {
        let settings = condition.settings
        let unsafe = ["fsync", "full_page_writes", "synchronous_commit"].filter { settings[$0] == "off" }
        guard unsafe.isEmpty else {
            return HealthLine(
                "Database", .bad, "Not safe", "\(name) may lose what was saved: \(unsafe.inWords) is off.",
                advice: "Turn it on in the server’s settings, and start the program again.")
        }
        let sentence =
            "\(name), \(condition.size.asSize). Every change is on the server’s disk before it is called saved"
        guard let standby = settings["synchronous_standby_names"], !standby.isEmpty else {
            return HealthLine("Database", .well, "Safe", "\(sentence). It waits for no second server.")
        }
        return HealthLine("Database", .well, "Safe", "\(sentence), and on a second server (\(standby)).")
    }

    /// S117.
    var disk: HealthLine {
        guard let disk = facts.disk else {
            return HealthLine(
                "Disk", .attention, "Unknown", "How much room it has could not be found out.",
                advice: "Look with df on the machine.")
        }
        let percent = disk.whole > 0 ? Int(Double(disk.free) / Double(disk.whole) * 100) : 0
        let room = "\(disk.free.asSize) of \(disk.whole.asSize) are free (\(percent)%)."
        return switch disk.level {
        case .plenty: HealthLine("Disk", .well, "Room enough", room)
        case .little:
            HealthLine(
                "Disk", .attention, "Getting full", room,
                advice:
                    "Make room before less than 5% or 1 GB is left, when no files are taken any more: move old backups to "
                    + "another machine.")
        case .scarce:
            HealthLine(
                "Disk", .bad, "Nearly full", room,
                advice:
                    "Make room: move old backups to another machine, or give the disk more. Until then no files are taken, "
                    + "neither uploads nor imports; all else is saved. At less than 2% or 256 MB saving may stop at any "
                    + "moment.")
        case .none:
            HealthLine(
                "Disk", .bad, "Full", room,
                advice: "Make room now. When a change can’t be saved any more, the program goes read only.")
        }
    }

    /// S103. PostgreSQL looks after its own.
    var log: HealthLine? {
        guard let size = facts.condition?.logSize else { return nil }
        let sentence = "\(size.asSize) of changes are in the log and not in the file of the records yet."
        return switch size {
        case ..<64_000_000: HealthLine("Write-ahead log", .well, "Small", sentence)
        case ..<512_000_000:
            HealthLine(
                "Write-ahead log", .attention, "Large", sentence,
                advice: "Something reads for long. If it is larger in an hour, start the program again.")
        default:
            HealthLine(
                "Write-ahead log", .bad, "Far too large", sentence,
                advice: "Start the program again: that takes the log into the file.")
        }
    }

    var letters: HealthLine {
        guard facts.sendsMail else {
            return HealthLine(
                "Mail", .attention, "Not set up", "No mail is sent: people are told on their page of notices alone.",
                advice: "Name a mail server with --smtp and --mail-from.")
        }
        guard facts.knowsAddress else {
            return HealthLine(
                "Mail", .attention, "Half set up",
                "Letters are sent, but the program does not know how people reach it, so that nobody can be invited by one.",
                advice: "Say the site’s address with --address.")
        }
        let (waiting, overdue, failed) = facts.letters.map { ($0.waiting, $0.overdue, $0.failed) } ?? (0, 0, 0)
        let waits = waiting == 0 ? "No letter waits." : "\(waiting.counted("letter waits", "letters wait"))."
        if overdue > 0 {
            return HealthLine(
                "Mail", .bad, "Stuck",
                "\(overdue.counted("letter was", "letters were")) to be sent some time ago. \(waits)",
                advice: "The mail server may be away: the log says what it answered. A letter is tried again for a day."
            )
        }
        if failed > 0 {
            let letters = failed.counted("letter was", "letters were")
            return HealthLine(
                "Mail", .attention, "Given up", "\(letters) given up in the last seven days. \(waits)",
                advice: "Look in the log for the mail server’s answer: often it is an address that is not there.")
        }
        return HealthLine("Mail", .well, "Sent", waits)
    }

    var press: HealthLine {
        guard let problem = facts.pressProblem else {
            return HealthLine("Papers and charts", .well, "Ready", "They can be made.")
        }
        return HealthLine(
            "Papers and charts", .attention, "Not made", problem,
            advice: "Everything else goes on; charts are shown as tables.")
    }
}

import App
import ArgumentParser
import Storage

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check that no entry and no kept file was altered, lost or added.",
        discussion: "Reads everything and changes nothing. Exit code 1 if something is not as it was written.")

    @OptionGroup var options: SettingsOptions

    @Option(name: .long, help: "Check a backup instead of a data folder.", completion: .directory)
    var backup: String?

    func run() async throws {
        guard let backup else { return try await options.carryOut { _ in .verify } }
        let terminal = Terminal()
        try await reporting(to: terminal) {
            let found = try Storage.Backup(of: backup)
            try await found.check()
            let complaints = try await found.complaints()
            for line in complaints { terminal.complain("Error: \(line)") }
            guard complaints.isEmpty else {
                terminal.say("The rest of the backup is whole: \(found.manifest.contentsInWords).")
                throw ExitCode.failure
            }
            terminal.say("The backup is whole: \(found.manifest.contentsInWords).")
        }
    }
}

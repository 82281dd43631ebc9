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
        let terminal = Terminal()
        try await reporting(to: terminal) {
            if let backup {
                let found = try Storage.Backup(of: backup)
                try await found.check()
                terminal.say(
                    "The backup is whole: \(found.manifest.chains.reduce(0) { $0 + $1.entries }) entries, "
                        + "\(found.manifest.files.count) kept files.")
                return
            }
            let settings = try await options.settings()
            let found = try await Verification(folder: settings.data, server: settings.database)
            for (partnership, check) in found.chains {
                switch check {
                case .whole(let entries, let head):
                    let last = head.hexadecimal
                    terminal.say("\(partnership): \(entries) entries, whole; the last one’s hash is \(last)")
                case .broken(let entry, let what):
                    terminal.complain("Error: \(partnership): entry \(entry): \(what).")
                }
            }
            for hash in found.damaged {
                terminal.complain("Error: the kept file \(hash) is not as it was received.")
            }
            terminal.say("\(found.files) kept files, \(found.damaged.isEmpty ? "all whole" : "some damaged").")
            guard found.isWhole else { throw ExitCode.failure }
        }
    }
}

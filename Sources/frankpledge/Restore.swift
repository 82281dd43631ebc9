import App
import ArgumentParser
import Storage

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup into a new data folder.",
        discussion: """
            The backup is checked first, and nothing is ever written over. With --database the records go there.
            """)

    @Argument(help: "The backup’s folder.", completion: .directory)
    var backup: String

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let terminal = Terminal()
        try await reporting(to: terminal) {
            let settings = try await options.settings()
            let backup = try Storage.Backup(of: self.backup)
            try await backup.restore(
                to: settings.data, server: settings.database, migrations: Installation.migrations
            ) { done, total in
                terminal.progress("Copying files", done: done, of: total)
            }
            terminal.clearBar()
            terminal.say("Restored to ‘\(settings.data)’: \(backup.manifest.contentsInWords).")
            guard settings.keyFile == nil, !InstallationKeys.lie(in: settings.data) else { return }
            terminal.say(
                "The installation’s key is in no backup. Put your copy of ‘installation.key’ into ‘\(settings.data)’ "
                    + "before you start the program: without it people sign in by recovery codes, and set up their second "
                    + "step anew.")
        }
    }
}

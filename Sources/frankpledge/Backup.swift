import App
import ArgumentParser
import Foundation
import Storage

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy everything to a new folder, and check the copy.",
        discussion: """
            The copy is one SQLite file, the kept files and a manifest of them, whichever database keeps the records. \
            With SQLite, stop the program that serves the folder first; with PostgreSQL it may go on.
            """)

    @OptionGroup var options: SettingsOptions

    @Option(name: .long, help: "The folder to make.", completion: .directory)
    var to: String

    func run() async throws {
        let terminal = Terminal()
        try await reporting(to: terminal) {
            let settings = try await options.settings()
            let installation = try await Installation.open(settings, log: Logging.start(settings))
            do {
                let manifest = try await installation.backUp(to: to) { done, total in
                    terminal.progress("Copying files", done: done, of: total)
                }
                terminal.clearBar()
                terminal.say(
                    "Backed up to ‘\(to)’ and checked: \(manifest.chains.reduce(0) { $0 + $1.entries }) entries, "
                        + "\(manifest.files.count) kept files.")
                terminal.say("The installation’s key is not in it: keep a copy of its file somewhere else.")
            } catch {
                await installation.close()
                throw error
            }
            await installation.close()
        }
    }
}

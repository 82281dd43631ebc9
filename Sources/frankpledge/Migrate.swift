import App
import ArgumentParser
import Storage

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Move the records from the data folder to PostgreSQL.",
        discussion: """
            Stop the program first, and make an empty database:
              createdb --template template0 --encoding UTF8 --locale C frankpledge
            Every identifier and every entry stays as it is. The kept files stay in the folder.
            """)

    @OptionGroup var options: SettingsOptions

    @Option(name: .long, help: "The database: postgresql://… (or FRANKPLEDGE_DATABASE)")
    var to: String?

    func run() async throws {
        let terminal = Terminal()
        try await reporting(to: terminal) {
            let settings = try await options.settings(["database": to])
            guard let server = settings.database else {
                throw ValidationError("Say which database with --to postgresql://…")
            }
            try await Database.move(folder: settings.data, to: server, migrations: Installation.migrations) {
                terminal.progress("Moving tables", done: $0, of: $1)
            }
            terminal.clearBar()
            terminal.say(
                "The records of ‘\(settings.data)’ are in PostgreSQL now. From here on start the program with "
                    + "--database or FRANKPLEDGE_DATABASE, and the same data folder for the kept files.")
        }
    }
}

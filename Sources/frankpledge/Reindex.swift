import App
import ArgumentParser
import Storage

struct Reindex: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gather anew what search can find.",
        discussion: """
            The program keeps this in step by itself: with each change, and at a start after it was brought up to date. \
            This does it in any case, as after another version of the system’s libstemmer was installed. With SQLite, \
            stop the program that serves the folder first; with PostgreSQL it may go on.
            """)

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let terminal = Terminal()
        try await reporting(to: terminal) {
            let settings = try await options.settings()
            let installation = try await Installation.open(settings, log: Logging.start(settings))
            do {
                let count = try await installation.makeEverythingSearchable(by: .commandLine())
                terminal.say("\(count) things can be found.")
            } catch {
                await installation.close()
                throw error
            }
            await installation.close()
        }
    }
}

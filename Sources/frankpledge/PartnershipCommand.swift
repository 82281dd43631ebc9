import App
import ArgumentParser

/// `partnership`: which partnerships this installation serves, for whoever runs it.
struct PartnershipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partnership",
        abstract: "Serve several partnerships from one installation: list, add, move.",
        discussion: """
            Each has records of its own, and is asked for by a host name of its own. The first needs none: it answers \
            wherever no other does. With SQLite, stop the program that serves the folder first; with PostgreSQL it may go \
            on, and serves a new one within half a minute.
            """,
        subcommands: [List.self, Add.self, Move.self])

    /// Runs a body on the partnerships of the installation that the options name.
    private static func withDesk(
        _ options: SettingsOptions, address: String? = nil,
        _ body: (PartnershipDesk, Terminal) async throws -> Void
    ) async throws {
        let terminal = Terminal()
        try await reporting(to: terminal) {
            let settings = try await options.settings(["address": address])
            let installation = try await Installation.open(settings, log: Logging.start(settings))
            do {
                try await body(PartnershipDesk(installation, settings: settings), terminal)
            } catch {
                await installation.close()
                throw error
            }
            await installation.close()
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show each: where it is, and its name.")

        @OptionGroup var options: SettingsOptions

        func run() async throws {
            try await PartnershipCommand.withDesk(options) { desk, terminal in
                for line in try await desk.list() { terminal.say(line) }
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Enter one.",
            discussion: "The next start prints a one-time address that signs its first officer in, to set it up.")

        @OptionGroup var options: SettingsOptions
        @Option(name: .long, help: "The host name by which browsers ask for it: safer-medway.example.org.")
        var host: String
        @Option(name: .long, help: "The district it serves, as police data name it.") var district: String?
        @Argument(help: "Its name: \"Medway Community Safety Partnership\".") var name: String

        func run() async throws {
            try await PartnershipCommand.withDesk(options) { desk, terminal in
                try await desk.add(name, at: host, district: district)
                terminal.say(
                    "\(name) is entered, at \(host). Let that name lead to this machine, and start the program.")
            }
        }
    }

    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give one another host name.")

        @OptionGroup var options: SettingsOptions
        @Option(name: .long, help: "The new host name.") var host: String
        @Argument(help: "Its name, or the host name it has.") var partnership: String

        func run() async throws {
            try await PartnershipCommand.withDesk(options) { desk, terminal in
                let name = try await desk.move(partnership, to: host)
                terminal.say("\(name) is at \(host) now. Whoever was signed in there signs in again.")
            }
        }
    }
}

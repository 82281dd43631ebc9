import App
import ArgumentParser

/// `partnership`: which partnerships this installation serves, for whoever runs it.
struct PartnershipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partnership",
        abstract: "Serve several partnerships from one installation: list, add, move.",
        discussion: """
            Each has records of its own, and is asked for by a host name of its own. The first needs none: it answers \
            wherever no other does. The program may go on serving meanwhile, and serves a new one within half a minute.
            """,
        subcommands: [List.self, Add.self, Move.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show each: where it is, and its name.")

        @OptionGroup var options: SettingsOptions

        func run() async throws {
            try await options.carryOut { _ in .partnerships(.list) }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Enter one.",
            discussion: "The program that serves prints a one-time address for its first officer, who sets it up.")

        @OptionGroup var options: SettingsOptions
        @Option(name: .long, help: "The host name by which browsers ask for it: safer-medway.example.org.")
        var host: String
        @Option(name: .long, help: "The district it serves, as police data name it.") var district: String?
        @Argument(help: "Its name: \"Medway Community Safety Partnership\".") var name: String

        func run() async throws {
            try await options.carryOut { _ in .partnerships(.add(name: name, host: host, district: district)) }
        }
    }

    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give one another host name.")

        @OptionGroup var options: SettingsOptions
        @Option(name: .long, help: "The new host name.") var host: String
        @Argument(help: "Its name, or the host name it has.") var partnership: String

        func run() async throws {
            try await options.carryOut { _ in .partnerships(.move(one: partnership, host: host)) }
        }
    }
}

import App
import ArgumentParser

/// `user`: looks after who signs in, for whoever runs the program.
struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look after who signs in: list, invite, disable, reset.",
        discussion: "With SQLite, stop the program that serves the folder first; with PostgreSQL it may go on.",
        subcommands: [UserList.self, UserInvite.self, UserDisable.self, UserReset.self])

    /// Runs a body on the people of the installation that the options name.
    static func withDesk(
        _ options: PartnershipOptions, address: String? = nil, _ body: (UserDesk, Terminal) async throws -> Void
    ) async throws {
        let terminal = Terminal()
        try await reporting(to: terminal) {
            let settings = try await options.settings(["address": address])
            let installation = try await Installation.openNamed(settings, log: Logging.start(settings))
            do {
                try await body(UserDesk(installation, settings: settings), terminal)
            } catch {
                await installation.close()
                throw error
            }
            await installation.close()
        }
    }
}

struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show everybody: email address, membership, name.")

    @OptionGroup var options: PartnershipOptions

    func run() async throws {
        try await User.withDesk(options) { desk, terminal in
            for line in try await desk.list() { terminal.say(line) }
        }
    }
}

struct UserInvite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Make a link by which somebody chooses a password and takes part.")

    @OptionGroup var options: PartnershipOptions
    @Option(name: .long, help: "How people reach the site: https://safer.example.org.") var address: String?
    @Option(name: .long, help: "The name of somebody new.") var name: String?
    @Argument(help: "Their email address.") var email: String

    func run() async throws {
        try await User.withDesk(options, address: address) { desk, terminal in
            let link = try await desk.invite(email, named: name)
            terminal.say("Give this to \(email), and to nobody else. It works once, within a day:")
            terminal.say(link)
        }
    }
}

struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Suspend somebody: signed out everywhere, and in nowhere.")

    @OptionGroup var options: PartnershipOptions
    @Option(name: .long, help: "Why; it is kept with the entry.") var why: String?
    @Argument(help: "Their email address.") var email: String

    func run() async throws {
        try await User.withDesk(options) { desk, terminal in
            try await desk.disable(email, why: why)
            terminal.say("\(email) is suspended. An officer can take the membership up again, on the person’s page.")
        }
    }
}

struct UserReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Make a link by which somebody chooses a new password.")

    @OptionGroup var options: PartnershipOptions
    @Option(name: .long, help: "How people reach the site: https://safer.example.org.") var address: String?
    @Flag(name: .long, help: "Take their second step away too. Be sure who asks.") var secondStep = false
    @Argument(help: "Their email address.") var email: String

    func run() async throws {
        try await User.withDesk(options, address: address) { desk, terminal in
            let link = try await desk.reset(email, secondStep: secondStep)
            terminal.say("Give this to \(email), and to nobody else. It works once, within half an hour:")
            terminal.say(link)
        }
    }
}

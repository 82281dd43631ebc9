import App
import ArgumentParser

/// `user`: looks after who signs in, for whoever runs the program.
struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look after who signs in: list, invite, disable, reset.",
        discussion: "The program may go on serving meanwhile.",
        subcommands: [UserList.self, UserInvite.self, UserDisable.self, UserReset.self])
}

struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show everybody: email address, membership, name.")

    @OptionGroup var which: PartnershipOptions

    func run() async throws {
        try await which.options.carryOut { _ in .people(.list, of: which.partnership) }
    }
}

struct UserInvite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Make a link by which somebody chooses a password and takes part.")

    @OptionGroup var which: PartnershipOptions
    @Option(name: .long, help: "How people reach the site: https://safer.example.org.") var address: String?
    @Option(name: .long, help: "The name of somebody new.") var name: String?
    @Argument(help: "Their email address.") var email: String

    func run() async throws {
        try await which.options.carryOut(["address": address]) { _ in
            .people(.invite(email: email, name: name, site: address), of: which.partnership)
        }
    }
}

struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Suspend somebody: signed out everywhere, and in nowhere.")

    @OptionGroup var which: PartnershipOptions
    @Option(name: .long, help: "Why; it is kept with the entry.") var why: String?
    @Argument(help: "Their email address.") var email: String

    func run() async throws {
        try await which.options.carryOut { _ in
            .people(.disable(email: email, why: why), of: which.partnership)
        }
    }
}

struct UserReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Make a link by which somebody chooses a new password.")

    @OptionGroup var which: PartnershipOptions
    @Option(name: .long, help: "How people reach the site: https://safer.example.org.") var address: String?
    @Flag(name: .long, help: "Take their second step away too. Be sure who asks.") var secondStep = false
    @Argument(help: "Their email address.") var email: String

    func run() async throws {
        try await which.options.carryOut(["address": address]) { _ in
            .people(.reset(email: email, secondStep: secondStep, site: address), of: which.partnership)
        }
    }
}

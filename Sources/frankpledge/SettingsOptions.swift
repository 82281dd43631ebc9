import App
import ArgumentParser
import Foundation

/// The options that say where the data folder is, and how the program may be told instead.
struct SettingsOptions: ParsableArguments {
    @Option(name: .long, help: "The folder that holds everything. (default: ./data)", completion: .directory)
    var data: String?

    @Option(
        name: .long,
        help: "Keep the records in PostgreSQL: postgresql://… Said in FRANKPLEDGE_DATABASE, others can’t read it.")
    var database: String?

    @Option(name: .long, help: "A configuration file in JSON.", completion: .file(extensions: ["json"]))
    var config: String?

    /// - Parameter more: options of one command, by the names of the settings.
    func settings(_ more: [String: String?] = [:]) async throws -> Settings {
        var options: [String: String] = [:]
        options["data"] = data
        options["database"] = database
        for (name, value) in more { options[name] = value }
        let environment = ProcessInfo.processInfo.environment
        return try await Settings(
            options: options, environment: environment, file: config ?? environment["FRANKPLEDGE_CONFIG"])
    }
}

/// The same for a command about one partnership.
struct PartnershipOptions: ParsableArguments {
    @OptionGroup var options: SettingsOptions

    @Option(name: .long, help: "Which partnership, by its name or host name, where there are several.")
    var partnership: String?

    func settings(_ more: [String: String?] = [:]) async throws -> Settings {
        try await options.settings(more.merging(["partnership": partnership]) { own, _ in own })
    }
}

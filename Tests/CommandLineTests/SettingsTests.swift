import Testing

@Suite("Options, environment and configuration file agree")
struct SettingsTests {
    private static let file = ["--config", "settings.json"]
    private static let option = ["--data", "by-option"]
    private static let environment = ["FRANKPLEDGE_DATA": "by-environment"]

    @Test(
        "each is heeded; an option wins over the environment, and the environment over the file",
        arguments: [
            ([], [:], "data"),
            (file, [:], "by-file"),
            ([], ["FRANKPLEDGE_CONFIG": "settings.json"], "by-file"),
            ([], environment, "by-environment"),
            (file, environment, "by-environment"),
            (option, [:], "by-option"),
            (option, environment, "by-option"),
            (file + option, environment, "by-option"),
        ] as [([String], [String: String], String)])
    func order(options: [String], environment: [String: String], folder: String) async throws {
        try await Program.inFolder { program in
            try program.write("{\"data\": \"by-file\"}".utf8, to: "settings.json")
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            let outcome = try await program.run(["import", "police", file] + options, environment: environment)
            #expect(outcome.status == 0, "\(outcome.err)")
            let made = ["by-option", "by-environment", "by-file", "data"].filter {
                program.isThere("\($0)/frankpledge.sqlite")
            }
            #expect(made == [folder])
        }
    }

    @Test(
        "a setting that makes no sense is named with what it may be",
        arguments: [
            (["--port", "99999"], [:], "The setting ‘port’ is ‘99999’; it must be a whole number from 0 to 65535."),
            ([], ["FRANKPLEDGE_PORT": "http"], "The setting ‘port’ is ‘http’"),
            (["--address", "safer.example.org"], [:], "must begin with https:// or http://"),
            (["--config", "nosuch.json"], [:], "The configuration file ‘nosuch.json’ cannot be used: it is not there"),
            (["--config", "bad.json"], [:], "The configuration file ‘bad.json’ cannot be used: it is not JSON."),
        ] as [([String], [String: String], String)])
    func nonsense(options: [String], environment: [String: String], words: String) async throws {
        try await Program.inFolder { program in
            try program.write("{\"port\": }".utf8, to: "bad.json")
            let outcome = try await program.run(["serve", "--data", "data"] + options, environment: environment)
            #expect(outcome.status == 1)
            #expect(outcome.err.contains(words), "\(outcome.err)")
            #expect(!program.isThere("data"), "nothing is made before the settings are understood")
        }
    }
}

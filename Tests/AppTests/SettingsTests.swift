import Foundation
import Testing
import Web

@testable import App

@Suite("What the operator decided counts, and what makes no sense is told")
struct SettingsTests {
    /// A configuration file with this text.
    private func with<Result>(_ text: String, _ body: (String) async throws -> Result) async throws -> Result {
        let file = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString).json")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await body(file.path)
    }

    private func fault(_ body: () async throws(SettingsFault) -> Void) async -> SettingsFault? {
        do {
            try await body()
            return nil
        } catch {
            return error
        }
    }

    @Test("an option beats the environment, the environment the file, and the file the default")
    func order() async throws {
        let environment = ["FRANKPLEDGE_PORT": "8002", "FRANKPLEDGE_NAME": "By environment", "PORT": "1"]
        try await with(#"{"port": 8003, "name": "By file", "host": "0.0.0.0"}"#) { file in
            let all = try await Settings(options: ["port": "8001"], environment: environment, file: file)
            #expect(all.port == 8001)
            #expect(all.name == "By environment")
            #expect(all.host == "0.0.0.0")
            #expect(all.data == "data")
            #expect(all.keyFile == nil)
            #expect(try await Settings(environment: environment, file: file).port == 8002)
            #expect(try await Settings(environment: [:], file: file).port == 8003)
        }
        let none = try await Settings(environment: [:])
        #expect(none.port == 8080)
        #expect(none.host == "127.0.0.1")
        #expect(none.uploadLimit == 4096)
        #expect(none.name == nil)
        #expect(none.logLevel == "notice")
    }

    @Test("a setting of two words has its usual name in the environment")
    func words() async throws {
        let settings = try await Settings(
            environment: ["FRANKPLEDGE_UPLOAD_LIMIT": "12", "FRANKPLEDGE_LOG_LEVEL": "debug"])
        #expect(settings.uploadLimit == 12)
        #expect(settings.logLevel == "debug")
    }

    @Test("a number may stand in the file as a number or as text", arguments: ["8003", "\"8003\""])
    func numbers(written: String) async throws {
        try await with("{\"port\": \(written)}") { file in
            let settings = try await Settings(environment: [:], file: file)
            #expect(settings.port == 8003)
        }
    }

    @Test(
        "a port that is none is told, never quietly replaced by the default",
        arguments: [
            "eighty", "-1", "65536", "80.5", "", " 80", "0x50", "99999999999999999999",
        ])
    func badPort(text: String) async {
        let fault = await fault { () throws(SettingsFault) in
            _ = try await Settings(options: ["port": text], environment: [:])
        }
        #expect(fault == .notANumber("port", given: text, range: 0...65535))
        #expect(fault?.description == "The setting ‘port’ is ‘\(text)’; it must be a whole number from 0 to 65535.")
    }

    @Test(
        "neither is one that the file gets wrong", arguments: ["80.5", "[80]", "-1", "\"x\""])
    func badPortInFile(written: String) async throws {
        try await with("{\"port\": \(written)}") { file in
            let fault = await fault { () throws(SettingsFault) in _ = try await Settings(environment: [:], file: file) }
            let said = written.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
            #expect(fault == .notANumber("port", given: said, range: 0...65535))
        }
    }

    @Test("a limit on uploads is at least a megabyte", arguments: ["0", "-5", "1000001"])
    func badLimit(text: String) async {
        let fault = await fault { () throws(SettingsFault) in
            _ = try await Settings(environment: ["FRANKPLEDGE_UPLOAD_LIMIT": text])
        }
        #expect(fault == .notANumber("uploadLimit", given: text, range: 1...1_000_000))
    }

    @Test(
        "a configuration file that is not there, or no JSON, is named with what it should be",
        arguments: [
            "{", "port: 8080", "[]", "", "\u{FEFF}{",
        ])
    func badFile(text: String) async throws {
        try await with(text) { file in
            let fault = await fault { () throws(SettingsFault) in _ = try await Settings(environment: [:], file: file) }
            #expect(fault?.description.contains(file) == true)
            #expect(fault?.description.contains("JSON, like {\"port\": 8080}") == true)
        }
        let missing = await fault { () throws(SettingsFault) in
            _ = try await Settings(environment: [:], file: "/nowhere/at/all.json")
        }
        #expect(missing?.description.contains("‘/nowhere/at/all.json’") == true)
    }

    @Test(
        "an address must be one that a browser opens",
        arguments: ["safer.example.org", "ftp://x", "//x", "https://", ""])
    func badAddress(text: String) async {
        let fault = await fault { () throws(SettingsFault) in
            _ = try await Settings(options: ["address": text], environment: [:])
        }
        #expect(fault == .notAnAddress(text))
    }

    @Test("where people open the site follows from the address, or from host and port")
    func baseAddress() async throws {
        let proxied = try await Settings(options: ["address": "https://safer.example.org/"], environment: [:])
        #expect(proxied.baseAddress(port: 8080) == "https://safer.example.org")
        #expect(proxied.isSecure)
        let local = try await Settings(environment: [:])
        #expect(local.baseAddress(port: 49152) == "http://127.0.0.1:49152")
        #expect(!local.isSecure)
        let plain = try await Settings(options: ["address": "http://10.0.0.1"], environment: [:])
        #expect(!plain.isSecure)
    }

    @Test("the address of the source code must be one that a browser opens", arguments: ["code", "javascript:x", ""])
    func badSourceCode(text: String) async throws {
        let fault = await fault { () throws(SettingsFault) in
            _ = try await Settings(environment: ["FRANKPLEDGE_SOURCE_CODE": text])
        }
        #expect(fault == .notSourceCode(text))
        let good = try await Settings(options: ["sourceCode": "https://code.example.org/f"], environment: [:])
        #expect(good.sourceCode == "https://code.example.org/f")
    }

    @Test(
        "a colour that could not be read is refused, with how far it stands out and how far it must",
        arguments: [
            ("teal", "‘teal’ is not a colour"), ("#12345", "is not a colour"), ("", "is not a colour"),
            ("#ffcc00", "by only 1.4 to 1, and words in it need 4.5 to 1"), ("#777777", "4.5 to 1"),
        ])
    func badAccent(text: String, said: String) async {
        let fault = await fault { () throws(SettingsFault) in
            _ = try await Settings(options: ["accent": text], environment: [:])
        }
        #expect(fault?.description.hasPrefix("The setting ‘accent’: ") == true)
        #expect(fault?.description.contains(said) == true, "\(fault?.description ?? "taken")")
    }

    @Test("a colour that can be read is taken", arguments: ["#1f5673", "#7A1F5C", "#000000"])
    func accent(text: String) async throws {
        let settings = try await Settings(environment: ["FRANKPLEDGE_ACCENT": text])
        #expect(settings.accent?.hex == text.lowercased())
    }
}

import Configuration
import Foundation
import Notices
import Partnership
import Storage
import SystemPackage
import Web

/// What the operator decides. An option of the command line wins over the environment (`FRANKPLEDGE_PORT`), the
/// environment over the configuration file (`{"port": 8080}`), and that over the default.
public struct Settings: Sendable {
    /// The folder that holds everything: records and files as they were received.
    public let data: String
    /// Where the records are, if not in the data folder: a PostgreSQL database.
    public let database: PostgreSQLAddress?
    /// The file with the installation's keys; nil is in the data folder.
    public let keyFile: String?
    public let host: String
    public let port: Int
    /// How people reach the site, `https://safer.example.org`; nil where they do on this very machine.
    public let address: String?
    /// Where the source of the program as it runs here is to be had (AGPL, section 13); nil says to ask.
    public let sourceCode: String?
    /// Whom people turn to about the site: an email address, a telephone number, or words; nil says to ask the partnership.
    public let contact: String?
    /// The partnership's own colour; nil is the house's.
    public let accent: Accent?
    /// The partnership's name, for a new data folder.
    public let name: String?
    /// Which partnership a command is about, by its name or host name, where there are several.
    public let partnership: String?
    /// The example to start a new data folder with.
    public let example: String?
    /// Where the examples are.
    public let examples: String?
    /// The Python that makes PDFs and charts; nil looks for it.
    public let press: String?
    /// Where a backup is made every night; nil makes none.
    public let backups: String?
    /// How mail is sent; nil where none is.
    public let mail: MailAccount?
    /// The largest file that may be uploaded, in megabytes.
    public let uploadLimit: Int
    /// What a monitoring system shows to be told how the program does; nil where it runs on this machine.
    public let metricsToken: String?
    /// How much may be asked, and how much is worked on at once.
    public let limits: Limits
    /// `trace`, `debug`, `info`, `notice`, `warning` or `error`.
    public let logLevel: String
    public let logFormat: LogFormat

    /// - Parameters:
    ///   - options: what was given on the command line, by the names used here.
    ///   - file: the configuration file, JSON; nil reads none.
    /// - Throws: ``SettingsFault``
    public init(
        options: [String: String] = [:], environment: [String: String], file: String? = nil
    ) async throws(SettingsFault) {
        let config = try await Self.reader(options: options, environment: environment, file: file)
        data = config.string(forKey: "data", default: "data")
        database = try Self.database(config)
        keyFile = config.string(forKey: "keyFile")
        host = config.string(forKey: "host", default: "127.0.0.1")
        address = config.string(forKey: "address")
        sourceCode = config.string(forKey: "sourceCode")
        contact = config.string(forKey: "contact").flatMap { $0.isEmpty ? nil : $0 }
        accent = try Self.accent(config)
        mail = try Self.mail(config)
        name = config.string(forKey: "name")
        partnership = config.string(forKey: "partnership")
        example = config.string(forKey: "example")
        examples = config.string(forKey: "examples")
        press = config.string(forKey: "press")
        backups = config.string(forKey: "backups")
        logLevel = config.string(forKey: "logLevel", default: "notice")
        logFormat = try Self.logFormat(config)
        port = try Self.number("port", config, default: 8080, range: 0...65535)
        uploadLimit = try Self.number("uploadLimit", config, default: 4096, range: 1...1_000_000)
        limits = try Limits(config)
        metricsToken = config.string(forKey: "metricsToken", isSecret: true).flatMap { $0.isEmpty ? nil : $0 }
        if let address, !Self.isAddress(address) { throw .notAnAddress(address) }
        if let sourceCode, !Self.isAddress(sourceCode) { throw .notSourceCode(sourceCode) }
    }

    /// Whether a browser opens it.
    private static func isAddress(_ text: String) -> Bool {
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return false }
        return URLComponents(string: text)?.host.map { !$0.isEmpty } ?? false
    }

    /// It may hold a password, so it is never repeated in an error.
    private static func database(_ config: ConfigReader) throws(SettingsFault) -> PostgreSQLAddress? {
        guard let text = config.string(forKey: "database", isSecret: true) else { return nil }
        guard let address = PostgreSQLAddress(text) else { throw .notADatabase }
        return address
    }

    private static func accent(_ config: ConfigReader) throws(SettingsFault) -> Accent? {
        guard let text = config.string(forKey: "accent") else { return nil }
        do throws(AccentRefusal) {
            return try Accent(text)
        } catch {
            throw .accent(error)
        }
    }

    private static func logFormat(_ config: ConfigReader) throws(SettingsFault) -> LogFormat {
        let given = config.string(forKey: "logFormat", default: "text")
        guard let format = LogFormat(rawValue: given) else { throw .notALogFormat(given) }
        return format
    }

    /// Whether cookies may only travel over HTTPS.
    public var isSecure: Bool { address?.hasPrefix("https://") ?? false }

    /// Where people open a partnership's site, without a slash at its end.
    ///
    /// - Parameters:
    ///   - name: the site's own host name; nil is that which was told, or this machine.
    ///   - told: how people reach the first site, where that is said anew.
    public func baseAddress(port: Int, host name: HostName? = nil, toldAs told: String? = nil) -> String {
        guard let address = (told ?? address).map({ Self.address($0, host: name) }) else {
            return "http://\(name?.description ?? host):\(port)"
        }
        return address.hasSuffix("/") ? String(address.dropLast()) : address
    }

    /// How people reach a partnership's site; nil where they do on this very machine.
    func address(host name: HostName?) -> String? {
        address.map { Self.address($0, host: name) }
    }

    private static func address(_ told: String, host name: HostName?) -> String {
        guard let name, var parts = URLComponents(string: told) else { return told }
        parts.host = name.description
        return parts.string ?? told
    }

    private static func reader(
        options: [String: String], environment: [String: String], file: String?
    ) async throws(SettingsFault) -> ConfigReader {
        let given = options.map { (AbsoluteConfigKey([$0.key]), ConfigValue(.string($0.value), isSecret: false)) }
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "options", values: Dictionary(uniqueKeysWithValues: given)),
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "frankpledge"),
        ]
        if let file {
            do {
                providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
            } catch {
                let isThere = FileManager.default.isReadableFile(atPath: file)
                throw .file(file, reason: isThere ? "it is not JSON" : "it is not there, or you may not read it")
            }
        }
        return ConfigReader(providers: providers)
    }

    /// A number may stand as a number or as text; anything else is an error, never silently the default.
    static func number(
        _ key: String, _ config: ConfigReader, default standard: Int, range: ClosedRange<Int>
    ) throws(SettingsFault) -> Int {
        let key = ConfigKey(stringLiteral: key)
        let given = config.string(forKey: key) ?? otherwise(key, config)
        let found = given.map(Int.init) ?? config.int(forKey: key) ?? standard
        guard let found, range.contains(found) else {
            throw .notANumber(key.description, given: given ?? config.int(forKey: key)?.description ?? "", range: range)
        }
        return found
    }

    /// What a file says where it says neither text nor a whole number.
    private static func otherwise(_ key: ConfigKey, _ config: ConfigReader) -> String? {
        guard config.int(forKey: key) == nil else { return nil }
        return config.double(forKey: key)?.description ?? config.bool(forKey: key)?.description
            ?? config.intArray(forKey: key)?.description
    }
}

/// What the operator decided makes no sense.
public enum SettingsFault: Error, Hashable, Sendable, CustomStringConvertible {
    case file(String, reason: String)
    case notANumber(String, given: String, range: ClosedRange<Int>)
    case notAnAddress(String)
    case notSourceCode(String)
    case notADatabase
    case notALogFormat(String)
    case accent(AccentRefusal)
    case mail(MailSettingsFault)

    public var description: String {
        switch self {
        case .file(let file, let reason):
            "The configuration file ‘\(file)’ cannot be used: \(reason). It holds settings as JSON, like {\"port\": 8080}."
        case .notANumber(let name, let given, let range):
            "The setting ‘\(name)’ is ‘\(given)’; it must be a whole number from \(range.lowerBound) to "
                + "\(range.upperBound)."
        case .notAnAddress(let address):
            "The address ‘\(address)’ must begin with https:// or http://, like https://safer.example.org."
        case .notSourceCode(let address):
            "The address of the source code, ‘\(address)’, must begin with https:// or http://, like "
                + "https://code.example.org/frankpledge."
        case .notADatabase:
            "The setting ‘database’ must be a PostgreSQL address, like "
                + "postgresql://frankpledge@db1.example.org,db2.example.org/frankpledge."
        case .notALogFormat(let given): "The setting ‘logFormat’ is ‘\(given)’; it must be text or json."
        case .accent(let refusal): "The setting ‘accent’: \(refusal)"
        case .mail(let fault): "\(fault)"
        }
    }
}

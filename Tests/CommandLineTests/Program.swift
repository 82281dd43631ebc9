import Foundation
import ScratchDatabases
import Subprocess
import SystemPackage

/// The built program, run as a clerk or a script runs it: as a process of its own, in a folder of its own.
struct Program {
    /// Beside the bundle the tests are in.
    static let url: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let tests = bundle ?? Bundle.main.executableURL ?? URL(fileURLWithPath: ".build/debug/tests")
        return tests.deletingLastPathComponent().appending(path: "frankpledge")
    }()

    /// Where it runs, and what it reads and writes lies.
    let folder: URL

    /// What came of one run.
    struct Outcome {
        let status: Int32
        let out: String
        let err: String

        /// The standard output as one JSON object.
        func json() throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any] ?? [:]
        }
    }

    /// Runs a body with a fresh folder, and takes it away again.
    static func inFolder<Result>(_ body: (Program) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "command-line-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(Program(folder: folder))
    }

    /// The most it writes in any of these tests.
    private static let mostOutput = 1 << 26

    /// Runs the program to its end. What it writes goes into pipes: it is nobody's terminal.
    func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Outcome {
        try await run(arguments, environment: environment)
    }

    func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Outcome {
        let result = try await Subprocess.run(
            configuration(arguments, environment), output: .bytes(limit: Self.mostOutput),
            error: .bytes(limit: Self.mostOutput))
        return Outcome(result.terminationStatus, out: result.standardOutput, err: result.standardError)
    }

    /// The same, with its standard output going to a device.
    func run(_ arguments: [String], onto device: String) async throws -> Outcome {
        let result = try await Subprocess.run(
            configuration(arguments),
            output: .fileDescriptor(try .open(FilePath(device), .writeOnly), closeAfterSpawningProcess: true),
            error: .bytes(limit: Self.mostOutput))
        return Outcome(result.terminationStatus, out: [], err: result.standardError)
    }

    /// How the program is started. What the tests themselves were told is none of its business.
    func configuration(_ arguments: [String], _ environment: [String: String] = [:]) -> Configuration {
        var changes: [Environment.Key: String?] = [:]
        for name in ProcessInfo.processInfo.environment.keys where name.hasPrefix("FRANKPLEDGE_") {
            changes[.init(stringLiteral: name)] = .some(nil)
        }
        for (name, value) in environment { changes[.init(stringLiteral: name)] = value }
        return Configuration(
            executable: .path(FilePath(Self.url.path)), arguments: Arguments(arguments),
            environment: .inherit.updating(changes), workingDirectory: FilePath(folder.path))
    }

    /// Puts a file into the folder.
    @discardableResult
    func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return name
    }

    func isThere(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    }

    func text(_ name: String) throws -> String { try text(folder.appending(path: name)) }

    /// Runs a tool of the system in the folder: gzip, pdftotext.
    func tool(_ name: String, _ arguments: String...) async throws -> String {
        String(decoding: try await Tool.run(name, arguments, in: folder.path), as: UTF8.self)
    }

    private func text(_ url: URL) throws -> String {
        String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
}

extension Program.Outcome {
    init(_ ending: TerminationStatus, out: [UInt8], err: [UInt8]) {
        self.init(
            status: ending.code, out: String(decoding: out, as: UTF8.self), err: String(decoding: err, as: UTF8.self))
    }
}

extension TerminationStatus {
    /// The exit code; -1 for a program that was ended by a signal.
    var code: Int32 {
        if case .exited(let code) = self { code } else { -1 }
    }
}

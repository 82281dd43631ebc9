import Foundation
import ScratchDatabases

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

    /// Runs the program to its end. What it writes goes to files, as in a pipe: it is nobody's terminal.
    func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Outcome {
        try await run(arguments, environment: environment)
    }

    /// - Parameter output: where its standard output goes, instead of to a file of its own.
    func run(
        _ arguments: [String], environment: [String: String] = [:], output: FileHandle? = nil
    ) async throws -> Outcome {
        let name = UUID().uuidString
        let (out, err) = (folder.appending(path: ".\(name).out"), folder.appending(path: ".\(name).err"))
        let process = try process(arguments, environment: environment)
        let own = try Self.writing(to: out)
        process.standardOutput = output ?? own
        process.standardError = try Self.writing(to: err)
        try await process.runToItsEnd()
        return Outcome(status: process.terminationStatus, out: try text(out), err: try text(err))
    }

    /// The program, about to be started.
    func process(_ arguments: [String], environment: [String: String] = [:]) throws -> Process {
        let process = Process()
        process.executableURL = Self.url
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // What the tests themselves were told is none of the program's business.
        process.environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("FRANKPLEDGE_") }.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        return process
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
    func tool(_ words: String...) async throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.currentDirectoryURL = folder
        let out = folder.appending(path: ".\(UUID().uuidString).out")
        process.standardOutput = try Self.writing(to: out)
        process.standardError = FileHandle.nullDevice
        try await process.runToItsEnd()
        return try text(out)
    }

    private func text(_ url: URL) throws -> String {
        String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }

    private static func writing(to url: URL) throws -> FileHandle {
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }
}

extension Process {
    /// Starts it, and waits without holding a thread that tests share.
    func runToItsEnd() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            terminationHandler = { _ in continuation.resume() }
            do {
                try start()
            } catch {
                terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
    }
}

import Foundation
import ScratchDatabases
import Testing

/// The program while it serves.
struct Serving {
    /// What it printed until the one-time address was out.
    let lines: [String]
    private let process: Process

    /// Starts it, and goes on when it has told its addresses. Its standard output is a pipe: if it kept lines back there,
    /// this would never end.
    static func start(_ program: Program, _ options: String...) async throws -> Serving {
        let process = try program.process(["serve", "--log-level", "error"] + options)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.start()
        let lines = await reading(pipe.fileHandleForReading)
        return Serving(lines: lines, process: process)
    }

    private static func reading(_ handle: FileHandle) async -> [String] {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var text = ""
                while !text.contains("/sign-in/") || !text.hasSuffix("\n") {
                    let more = handle.availableData
                    guard !more.isEmpty else { break }
                    text += String(decoding: more, as: UTF8.self)
                }
                continuation.resume(returning: text.split(separator: "\n").map(String.init))
            }
        }
    }

    /// "http://127.0.0.1:41234", as it was printed.
    func address() throws -> String {
        let line = try #require(lines.first { $0.contains(" is at http") })
        return String(try #require(line.split(separator: " ").last))
    }

    func port() throws -> String { String(try #require(try address().split(separator: ":").last)) }

    /// Sends a signal, and waits for the end.
    func end(with signal: Int32 = SIGTERM) async -> (status: Int32, seconds: Double) {
        let clock = ContinuousClock()
        let began = clock.now
        kill(process.processIdentifier, signal)
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [process] in
                process.waitUntilExit()
                continuation.resume()
            }
        }
        let took = clock.now - began
        let status = process.terminationReason == .exit ? process.terminationStatus : -1
        return (status, Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18)
    }
}

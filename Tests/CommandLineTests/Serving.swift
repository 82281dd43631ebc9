import Foundation
import Subprocess
import Testing

/// The program while it serves.
struct Serving {
    /// What it printed until the one-time address was out.
    let lines: [String]
    private let process: pid_t
    private let ending: Task<TerminationStatus, any Error>

    /// Starts it, and goes on when it has told its addresses. Its standard output is a pipe: if it kept lines back there,
    /// this would never end.
    ///
    /// - Parameter wrapper: a command that starts what is named after it.
    static func start(
        _ program: Program, within wrapper: [String] = [], _ options: String...
    ) async throws -> Serving {
        let serve = ["serve", "--log-level", "error"] + options
        var configuration = program.configuration(serve)
        if let first = wrapper.first {
            configuration.executable = .name(first)
            configuration.arguments = Arguments(wrapper.dropFirst() + [Program.url.path] + serve)
        }
        let (starts, starting) = AsyncStream<(process: pid_t, text: String)>.makeStream()
        let ending = Task {
            defer { starting.finish() }
            return try await Subprocess.run(
                configuration, input: .none, output: .sequence, error: .discarded
            ) { execution in
                var text = ""
                func tell() { starting.yield((execution.processIdentifier.value, text)) }
                for try await piece in execution.standardOutput {
                    text += piece.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
                    if text.contains("/sign-in/"), text.hasSuffix("\n") { tell() }
                }
                // Also where it ended without a word.
                tell()
            }.terminationStatus
        }
        var iterator = starts.makeAsyncIterator()
        let start = try #require(await iterator.next())
        return Serving(
            lines: start.text.split(separator: "\n").map(String.init), process: start.process, ending: ending)
    }

    /// "http://127.0.0.1:41234", as it was printed.
    func address() throws -> String {
        let line = try #require(lines.first { $0.contains(" is at http") })
        return String(try #require(line.split(separator: " ").last))
    }

    func port() throws -> String { String(try #require(try address().split(separator: ":").last)) }

    /// Sends a signal, and waits for the end.
    @discardableResult
    func end(with signal: Int32 = SIGTERM) async -> Int32 {
        kill(process, signal)
        return (try? await ending.value)?.code ?? -1
    }
}

import Foundation
import Synchronization

/// What the program says to whoever started it. Results go to standard output; progress and errors to standard error,
/// so that a pipe carries results only.
final class Terminal: Sendable {
    /// Whether somebody is watching standard error.
    private let isWatched = isatty(STDERR_FILENO) == 1
    private let lastShown = Mutex(-1)

    func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    func complain(_ line: String) {
        clearBar()
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// A bar that moves on a terminal; in a pipe, a plain line at each quarter.
    func progress(_ label: String, done: Int, of total: Int) {
        let percent = total > 0 ? min(100, done * 100 / total) : 0
        let step = isWatched ? percent : percent / 25 * 25
        let isNew = lastShown.withLock { last in
            defer { last = step }
            return last != step
        }
        guard isNew else { return }
        let text =
            isWatched
            ? "\r\(label) [\(bar(percent))] \(percent)%\u{1B}[K" : "\(label): \(step)%\n"
        FileHandle.standardError.write(Data(text.utf8))
    }

    func clearBar() {
        lastShown.withLock { $0 = -1 }
        if isWatched { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }

    private func bar(_ percent: Int) -> String {
        let full = percent * 30 / 100
        return String(repeating: "=", count: full) + String(repeating: " ", count: 30 - full)
    }
}

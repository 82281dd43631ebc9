import Foundation
import Synchronization

/// What the program says to whoever started it. Results go to standard output; progress and errors to standard error,
/// so that a pipe carries results only.
final class Terminal: Sendable {
    /// Whether somebody is watching standard error.
    private let isWatched = isatty(STDERR_FILENO) == 1
    private let lastShown = Mutex<(String, Int)?>(nil)
    private let unsaid = Mutex<String?>(nil)

    /// Why something that was to be said did not reach standard output: a full disk, say. Nil where all did.
    var failure: String? { unsaid.withLock(\.self) }

    func say(_ line: String) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
        } catch {
            unsaid.withLock { $0 = error.localizedDescription }
        }
    }

    func complain(_ line: String) {
        clearBar()
        show(line + "\n")
    }

    /// Nobody is left to be told where this fails.
    private func show(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// A bar that moves on a terminal; in a pipe, a plain line at each quarter.
    func progress(_ label: String, done: Int, of total: Int) {
        let percent = total > 0 ? min(100, done * 100 / total) : 0
        let step = isWatched ? percent : percent / 25 * 25
        let isNew = lastShown.withLock { last in
            defer { last = (label, step) }
            return last.map { $0 != (label, step) } ?? true
        }
        guard isNew else { return }
        let text =
            isWatched
            ? "\r\(label) [\(bar(percent))] \(percent)%\u{1B}[K" : "\(label): \(step)%\n"
        show(text)
    }

    func clearBar() {
        lastShown.withLock { $0 = nil }
        if isWatched { show("\r\u{1B}[K") }
    }

    private func bar(_ percent: Int) -> String {
        let full = percent * 30 / 100
        return String(repeating: "=", count: full) + String(repeating: " ", count: 30 - full)
    }
}

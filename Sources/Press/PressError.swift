// SPDX-License-Identifier: AGPL-3.0-or-later

/// Why a paper or a chart could not be made, told so that whoever reads it knows what to do.
public enum PressError: Error, Sendable, Hashable {
    /// There is no worker to do it, and what would bring one.
    case unavailable(reason: String, advice: String)
    /// The document or chart is wrong; `message` says how and, for a document, in which file, line and column.
    case failed(message: String)
    /// The chart came out holding something that can run, load or style: no page may show it.
    case unsafeDrawing(reason: String)
    /// It took longer than the limit and was stopped.
    case timedOut(limit: Duration)
    /// What was sent, what came out or the memory it needed passed a limit.
    case tooLarge(reason: String)
    /// Too many jobs wait already.
    case busy(waiting: Int)
    /// The worker died of this job twice.
    case brokeDown(reason: String)
    /// Whoever asked no longer wants it.
    case cancelled
}

extension PressError: CustomStringConvertible {
    public var description: String { words(advising: "Ask for less: a shorter period or fewer areas.") }

    /// - Parameter advice: what to do where it is too much, in the words of whoever asked for it.
    public func words(advising advice: String) -> String {
        switch self {
        case .unavailable(let reason, let advice):
            "Papers and charts can’t be made: \(reason). \(advice)"
        case .failed(let message):
            "It could not be made: \(message)"
        case .unsafeDrawing(let reason):
            "The chart was refused: \(reason). A chart may hold only shapes and words."
        case .timedOut(let limit):
            "It took longer than \(limit.inWords) and was stopped. \(advice)"
        case .tooLarge(let reason):
            "It is too large: \(reason). \(advice)"
        case .busy(let waiting):
            "\(waiting) papers and charts are waiting to be made already. Try again in a minute."
        case .brokeDown(let reason):
            "The worker that makes papers and charts stopped twice at this one (\(reason)). The others are unharmed."
        case .cancelled:
            "It was cancelled before it was made."
        }
    }
}

extension Int {
    /// Bytes as a limit is said: ‘64 MB’, of either kind.
    var megabytes: String { "\(isMultiple(of: 1 << 20) ? self >> 20 : self / 1_000_000) MB" }
}

extension Duration {
    /// ‘1 second’, ‘20 seconds’, ‘2 minutes’.
    var inWords: String {
        let seconds = components.seconds
        if seconds == 0 { return "\(components.attoseconds / 1_000_000_000_000_000) milliseconds" }
        if seconds >= 120, seconds % 60 == 0 { return "\(seconds / 60) minutes" }
        return seconds == 1 ? "1 second" : "\(seconds) seconds"
    }
}

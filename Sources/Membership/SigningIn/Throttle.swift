import Foundation
import Storage

/// How long whoever guessed wrong must wait before the next try (S26): not at all after a few slips, then twice as long
/// each time, and never for ever, so that nobody can lock somebody else out.
struct Throttle: Sendable, Hashable {
    /// Wrong tries that cost nothing.
    let free: Int
    static let longest: TimeInterval = 15 * 60
    /// After a day without a wrong try all is forgotten.
    static let memory: TimeInterval = 24 * 60 * 60

    /// One account from one address.
    static let pair = Throttle(free: 5)
    /// One account from a browser it is known to use: an attacker elsewhere does not touch it.
    static let knownBrowser = Throttle(free: 5)
    /// One account from anywhere.
    static let account = Throttle(free: 20)
    /// Everybody at one address: an office is behind one.
    static let address = Throttle(free: 50)

    /// Seconds to wait still; nil where the next try may be made now.
    func wait(after tally: Tally?, at time: Date) -> TimeInterval? {
        guard let tally, tally.count >= free else { return nil }
        let doublings = min(tally.count - free, 16)
        let delay = min(Double(1 << doublings) * 2, Self.longest)
        // A clock that was set back makes nobody wait longer than the rule says.
        let passed = max(0, time.timeIntervalSince(tally.lastAt))
        return passed < delay ? delay - passed : nil
    }
}

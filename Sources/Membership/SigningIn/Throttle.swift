import Foundation
import Storage

/// How long whoever guessed wrong must wait before the next try (S26): not at all after a few slips, then twice as long
/// each time, and never for ever, so that nobody can lock somebody else out.
struct Throttle: Sendable, Hashable {
    /// Wrong tries that cost nothing.
    let free: Int
    var longest: TimeInterval = 15 * 60
    /// After a day without a wrong try all is forgotten.
    static let memory: TimeInterval = 24 * 60 * 60

    /// One account from one address.
    static let pair = Throttle(free: 5)
    /// One account from a browser it is known to use: an attacker elsewhere does not touch it.
    static let knownBrowser = Throttle(free: 5)
    /// One password from anywhere. Whoever tries from everywhere holds up a new browser of the owner’s, so that the wait is
    /// short: it leaves the guessers together three thousand tries a day, and a password is one of far more.
    static let account = Throttle(free: 20, longest: 30)
    /// The codes of one telephone from anywhere. They are few, and only whoever has the password is asked for one.
    static let code = Throttle(free: 20)
    /// Codes for a change to the second step, in one session.
    static let session = Throttle(free: 5)
    /// Everybody at one address: an office is behind one.
    static let address = Throttle(free: 50)

    /// Seconds to wait still; nil where the next try may be made now.
    func wait(after tally: Tally?, at time: Date) -> TimeInterval? {
        guard let tally, tally.count >= free else { return nil }
        let doublings = min(tally.count - free, 16)
        let delay = min(Double(1 << doublings) * 2, longest)
        // A clock that was set back makes nobody wait longer than the rule says.
        let passed = max(0, time.timeIntervalSince(tally.lastAt))
        return passed < delay ? delay - passed : nil
    }
}

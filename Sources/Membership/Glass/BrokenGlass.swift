import Foundation
import Storage

/// A permission that somebody took for a while in an emergency, without a seat that holds it: they broke the glass
/// (S46).
public struct BrokenGlass: Sendable, Hashable {
    /// For how long, in minutes. Whoever needs longer asks again, and gives a reason again.
    public enum Span: Int, Sendable, CaseIterable {
        case quarterOfAnHour = 15
        case halfAnHour = 30
        case hour = 60
        case twoHours = 120
        case fourHours = 240

        /// What is proposed: long enough to look into something, and short enough to be looked at for as long.
        public static let usual = Span.hour

        var seconds: TimeInterval { TimeInterval(rawValue * 60) }
    }

    /// How it came to an end before its time.
    public struct Ending: Sendable, Hashable {
        public let at: Date
        /// Who ended it, as they are called; nil where the session in which it was broken ended.
        public let by: String?
    }

    public static let longestReason = 500

    public let id: ID<BrokenGlass>
    public let person: ID<Person>
    /// What the person is called.
    public let name: String
    /// The permission's name.
    public let permission: String
    public let reason: String
    public let beganAt: Date
    /// When it ends by itself.
    public let endsAt: Date
    public let ending: Ending?

    public static let shortestReason = 20

    /// Whether a reason says anything: two words or more, which whoever reads them learns something by.
    static func isReason(_ text: String) -> Bool {
        let words = text.split { !$0.isLetter && !$0.isNumber && !"’'-".contains($0) }.filter {
            $0.count { $0.isLetter } > 1
        }
        return text.count >= shortestReason && Set(words).count >= 2
    }

    /// Whether it lets anybody do anything. A clock that was set back opens nothing.
    public func isOpen(at time: Date) -> Bool {
        ending == nil && (beganAt..<endsAt).contains(time)
    }
}

/// An address that somebody opened while the glass was broken.
public struct GlassUse: Sendable, Hashable {
    public let address: String
    /// The permission by which they were let in there.
    public let permission: String
    public let at: Date
}

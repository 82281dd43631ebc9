import Foundation
import Storage

/// Somebody’s time signed in on one browser: who they are, and how well that is known. What they may do is looked up in
/// their seats at each request.
public struct Session: Sendable, Hashable {
    /// How somebody showed who they are.
    public enum Means: String, Sendable, SQLConvertible, CaseIterable {
        /// The one-time address, which only whoever runs the program is told.
        case address
        case password
        /// Password and then a code.
        case code
    }

    /// S36: it ends after twelve hours whatever happens, and after one in which nothing was asked for.
    public static let lifetime: TimeInterval = 12 * 60 * 60
    public static let idle: TimeInterval = 60 * 60
    /// For so long after it was proved who somebody is they need not prove it again (S38).
    public static let proof: TimeInterval = 15 * 60

    public let id: ID<Session>
    public let member: Member
    public let means: Means
    let provedAt: Date

    /// Whether somebody who knows the password alone could have it (S27).
    public var isStrong: Bool { means != .password }

    /// Whether the member may do it here: what asks for a second step is not opened by a password alone (S27).
    public func may(_ permission: Permission) -> Bool {
        member.may(permission) && (!permission.asksForCode || isStrong)
    }

    /// Whether it was proved lately enough for what is dangerous. A clock that was set back proves nothing.
    public func isProved(at time: Date) -> Bool {
        (0..<Self.proof).contains(time.timeIntervalSince(provedAt))
    }
}

/// A session as its owner sees it in the list of theirs.
public struct OpenSession: Sendable, Hashable {
    public let id: ID<Session>
    /// “Firefox on Windows”; empty where it is not known.
    public let browser: String
    public let means: Session.Means
    public let beganAt: Date
    public let seenAt: Date
}

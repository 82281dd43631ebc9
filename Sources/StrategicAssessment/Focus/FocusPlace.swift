import Foundation
import Storage

/// A ward that the partnership follows through a year, or a small area where no wards are known: chosen with a reason, and
/// followed until it is ended with one.
public struct FocusPlace: Sendable, Hashable {
    /// That it is not followed any more.
    public struct Ended: Sendable, Hashable {
        public let reason: String
        public let by: String
        public let at: Date
    }

    public let id: ID<FocusPlace>
    /// As figures name it: "ward:E05005088".
    public let place: String
    /// What it was called when it was chosen.
    public let name: String
    public let reason: String
    public let chosenBy: String
    public let chosenAt: Date
    /// Nil while it is followed.
    public let ended: Ended?

    public var isFollowed: Bool { ended == nil }
}

/// Somewhere that can be followed.
public struct FollowablePlace: Sendable, Hashable {
    /// As figures name it: "ward:E05005088".
    public let address: String
    /// "Margate Central", with its district where it is another's.
    public let name: String

    public init(_ address: String, named name: String) {
        (self.address, self.name) = (address, name)
    }
}

import Membership
import Storage
import WorkingDays

/// A body that may decide, as far as decisions need to know of it.
public struct DecidingBody: Hashable, Sendable {
    public let key: String
    public let name: String
    public let isExecutive: Bool
    /// So many clear days before a key decision is told of; nil where no such rule is.
    public let noticeDays: Int?
    /// Its decisions may be called in for so many working days; nil where the body’s rules do not say.
    public let callInDays: Int?
    /// By what rule.
    public let source: String
    /// "Councillor Ann Other (Chair)"
    public let members: [String]

    public init(
        key: String, name: String, isExecutive: Bool, noticeDays: Int?, callInDays: Int?, source: String,
        members: [String]
    ) {
        (self.key, self.name, self.isExecutive, self.noticeDays) = (key, name, isExecutive, noticeDays)
        (self.callInDays, self.source, self.members) = (callInDays, source, members)
    }
}

/// Who knows the bodies that may decide, and on which days the offices are closed.
public protocol DecidingBodyDesk: Sendable {
    /// Those of which the public may know anything, by their names.
    func bodies() async throws -> [DecidingBody]
    func closures() async throws -> Closures
}

/// Something that a meeting resolved, as its circulated or confirmed minutes have it.
public struct Resolution: Hashable, Sendable {
    /// The same for the same resolution, for good.
    public let key: String
    /// As ``DecidingBody/key`` has it.
    public let body: String
    public let bodyName: String
    public let day: Day
    /// Of the item under which it was resolved.
    public let title: String
    public let points: [String]
    /// Interests that were declared on the item, a sentence each.
    public let interests: [String]
    /// Whether a meeting confirmed the minutes.
    public let isConfirmed: Bool

    public init(
        key: String, body: String, bodyName: String, day: Day, title: String, points: [String], interests: [String],
        isConfirmed: Bool
    ) {
        (self.key, self.body, self.bodyName, self.day, self.title) = (key, body, bodyName, day, title)
        (self.points, self.interests, self.isConfirmed) = (points, interests, isConfirmed)
    }
}

/// Who knows what meetings resolved.
public protocol ResolutionDesk: Sendable {
    /// What a member may read of it, the newest first; nothing that is kept from the public.
    func resolutions(for member: Member) async throws -> [Resolution]
}

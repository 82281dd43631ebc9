import Membership
import Storage

/// Where the meetings come from that somebody sits in, and what lies before them. Nobody is given what they may not read.
public protocol SeatDesk: Sendable {
    /// Meetings of the bodies that a member sits on or may sit in for somebody on, from a day on, the first first.
    func meetings(of member: Member, from day: Day) async throws -> [MyMeeting]
    /// What was published for one of them, with what the public may not see; nil where they do not sit in it.
    func agenda(of meeting: ID<MyMeeting>, for member: Member) async throws -> MyAgenda?
    /// A pack as PDF, by what tells it from others: the members’ where there is one.
    func pack(_ key: String, of meeting: ID<MyMeeting>, for member: Member) async throws -> PaperBytes?
    /// A PDF that lies with an item, as it came.
    func file(_ key: String, of meeting: ID<MyMeeting>, for member: Member) async throws -> PaperBytes?
}

/// A file and what it is called.
public struct PaperBytes: Sendable {
    public let bytes: [UInt8]
    public let name: String

    public init(_ bytes: [UInt8], named name: String) {
        (self.bytes, self.name) = (bytes, name)
    }
}

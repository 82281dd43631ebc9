import Foundation
import Storage

/// Something a person is told: that it happened, and where to look.
public struct PersonalNotice: Sendable, Hashable {
    public let id: ID<PersonalNotice>
    /// A sentence. It may be mailed, so it names nothing that only the site may show.
    public let title: String
    /// Within the site: `/partnership/seats/…`. Whoever follows it is let see what they may.
    public let address: String
    /// Why they of all people are told: “You hold this seat.”
    public let why: String
    public let at: Date
    public let isRead: Bool

    init(_ row: Row) throws {
        id = try row("id")
        title = try row("title")
        address = try row("address")
        why = try row("why")
        at = try row("told_at")
        isRead = try (row("read_at") as Date?) != nil
    }
}

/// How somebody wants to hear of their notices, which are on the site in any case.
public enum NoticeChoice: String, Sendable, CaseIterable, SQLConvertible {
    case atOnce = "at once"
    /// In one letter each morning, where there is anything new. So it is until somebody chooses.
    case daily
    case onPage = "on page"
}

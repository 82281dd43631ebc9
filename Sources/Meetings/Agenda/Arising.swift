import Foundation
import Membership
import Storage

/// What waits for the next meeting of a body, from whoever keeps it: minutes to be confirmed, open actions, recommendations.
public protocol ArisingDesk: Sendable {
    /// All that waits, in the order in which an agenda has it.
    func arising(at meeting: ArisingMeeting) async throws -> [ArisingMatter]
    /// What is laid before the meeting with it, as the records are now; nil where it brings no paper.
    func paper(of key: String, at meeting: ArisingMeeting) async throws -> ArisingPaper?
    /// Where everybody can follow it; nil where nobody was told of it.
    func publicPlace(of key: String) async throws -> String?
    /// It was put on the agenda, or with "report …" and its address a report was, in the same transaction.
    func put(_ key: String, at meeting: ArisingMeeting, by actor: Entry.Actor, at time: Date, in db: Writing) throws
}

/// A meeting as those who keep what waits for it need it.
public struct ArisingMeeting: Sendable {
    public let meeting: Meeting
    public let body: Body
    /// Earlier meetings whose minutes no agenda of the body names yet, the oldest first.
    public let unconfirmed: [Meeting]
}

/// Something that waits for a meeting.
public struct ArisingMatter: Hashable, Sendable {
    /// What tells it from all else: "minutes …", "actions", "recommendation …".
    public let key: String
    public let details: AgendaItemDetails
    /// Why it waits, in a sentence.
    public let why: String

    public init(_ key: String, _ details: AgendaItemDetails, why: String) {
        (self.key, self.details, self.why) = (key, details, why)
    }

    /// Minutes to be approved. An extraordinary meeting takes none of them: LGA 1972 Sch 12 para 41(3) leaves them to the next
    /// suitable one.
    public static func minutes(of meeting: Meeting, body: String) -> ArisingMatter {
        ArisingMatter(
            "minutes \(meeting.id)", .minutes(of: meeting, body: body), why: "Nobody has approved these minutes yet.")
    }

    /// The meeting whose minutes a key is of, by its own key; nil of anything else.
    static func meeting(ofMinutes key: String) -> String? {
        let words = key.split(separator: " ")
        return words.count == 2 && words[0] == "minutes" ? String(words[1]) : nil
    }

    /// What was given to somebody to do.
    public static let actions = ArisingMatter(
        "actions", .arising, why: "What was asked for at earlier meetings is looked at again.")
}

/// A paper that is made of the records.
public struct ArisingPaper: Hashable, Sendable {
    public let title: String
    /// In Markdown.
    public let text: String

    public init(_ title: String, _ text: String) {
        (self.title, self.text) = (title, text)
    }
}

/// Where something that waited came to stand on an agenda.
public struct ArisingPlace: Hashable, Sendable {
    public let key: String
    public let item: ID<AgendaItem>
    /// Made of the records until it is published; nil where it brought none.
    public let paper: ID<AgendaPaper>?
}

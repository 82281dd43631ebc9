import Publishing
import Storage
import Web
import Wording
import WorkingDays

/// Who knows what the public may bring before a meeting. It follows from the body's rules and the days on which offices are
/// closed, and is worked out as it is read, so that nobody keeps to a day that is wrong by now.
public protocol InvitationDesk: Sendable {
    /// Nothing where the body's rules allow nothing.
    func invitations(to meeting: ID<PublishedMeeting>) async throws -> [PublicInvitation]
}

/// That the public may bring something before a meeting, and until when.
public struct PublicInvitation: Sendable, Hashable {
    /// "Questions from the public"
    let title: String
    let until: Day
    /// Until when, on that day; nil where the whole of it counts.
    let cutoff: TimeOfDay?
    /// "3 minutes at most"
    let limits: [String]
    /// Whether the last moment is over.
    let isClosed: Bool

    public init(title: String, until: Day, cutoff: TimeOfDay?, limits: [String], isClosed: Bool) {
        (self.title, self.until, self.cutoff, self.limits) = (title, until, cutoff, limits)
        self.isClosed = isClosed
    }

    /// "by 5.00 pm on Tuesday 2 February 2016"
    private var deadline: String {
        cutoff.map { "by \($0.words) on \(until.withWeekday)" } ?? "by \(until.withWeekday)"
    }

    /// "By 5.00 pm on Tuesday 2 February 2016, to Charles Hungwe, 01843 577186, charles.hungwe@thanet.gov.uk. 100 words at most."
    func sentence(to contact: PublishedMeeting.Contact) -> String {
        guard !isClosed else { return "Closed: they were taken \(deadline)." }
        let reach = [contact.name, contact.telephone, contact.email].filter { !$0.isEmpty }.joined(separator: ", ")
        let whom = reach.isEmpty ? "" : ", to \(reach)"
        let sentence = "B\(deadline.dropFirst())\(whom)."
        return limits.isEmpty ? sentence : "\(sentence) \(limits.joined(separator: ", ").withCapital)."
    }
}

/// What the public may bring, on the page of a meeting.
struct InvitationList {
    let invitations: [PublicInvitation]
    let contact: PublishedMeeting.Contact

    var html: HTML? {
        guard !invitations.isEmpty else { return nil }
        return """
            <h2>Have your say</h2>
            \(SummaryList(invitations.map { ($0.title, HTML(text: $0.sentence(to: contact))) }).html)
            <p>Your address, email and telephone number are never published. You are named only if you agree to it.</p>
            """
    }
}

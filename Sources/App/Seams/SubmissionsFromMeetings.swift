import Meetings
import Membership
import Participation
import PublicSite
import Publishing
import Storage

/// What taking submissions of the public is told of the meetings they are brought before.
struct SubmissionsFromMeetings: HeardMeetings {
    let desks: MeetingDesks

    func meeting(_ id: ID<HeardMeeting>, for member: Member) async throws -> HeardMeeting? {
        guard let known = ID<Meeting>(id.description), let held = try await desks.held(known, for: member),
            !held.isNeverPublic
        else { return nil }
        let published = Set(held.agenda.editions.flatMap { $0.contents.items.map(\.id) })
        let takenOff = Set(held.agenda.items.filter(\.isTakenOff).map(\.id))
        let own = held.arising.filter { SubmissionItem.kind(of: $0.key) != nil }
        let open = own.filter { !published.contains($0.item.description) && !takenOff.contains($0.item) }
        return HeardMeeting(
            id: id, title: "\(held.body.name), \(held.meeting.day.words)", day: held.meeting.day,
            hearings: try await desks.hearings(at: held.meeting).compactMap(Participation.Hearing.init),
            openItems: Set(open.map(\.key)),
            publishedItems: Set(own.filter { published.contains($0.item.description) }.map(\.key)),
            announced: held.announced.map { .init(id: $0.id, slug: "\($0.bodySlug)-\($0.step)") })
    }
}

extension Participation.Hearing {
    fileprivate init?(_ hearing: MeetingDesks.Hearing) {
        guard let kind = Submission.Kind(rawValue: hearing.kind.rawValue) else { return nil }
        self.init(
            kind: kind, until: hearing.deadline.day, cutoff: hearing.deadline.cutoff, words: hearing.terms.words,
            minutes: hearing.terms.minutes)
    }
}

extension ArisingMatter {
    /// What the public brings, once it was accepted.
    init(_ item: SubmissionItem) {
        self.init(
            item.key, AgendaItemDetails(kind: .other, title: item.title, text: item.asks),
            why: item.submissions.count == 1 ? "One was accepted." : "\(item.submissions.count) were accepted.")
    }
}

extension ArisingMeeting {
    /// As those who take submissions know it.
    var heard: ID<HeardMeeting>? { ID<HeardMeeting>(meeting.id.description) }
}

/// Until when the public may bring something before a meeting, as everybody reads it.
struct InvitationsFromMeetings: InvitationDesk {
    let desks: MeetingDesks

    func invitations(to meeting: ID<PublishedMeeting>) async throws -> [PublicInvitation] {
        try await desks.hearings(at: meeting).map { hearing in
            PublicInvitation(
                title: hearing.kind.title, until: hearing.deadline.day, cutoff: hearing.deadline.cutoff,
                limits: hearing.terms.limits, isClosed: hearing.isClosed)
        }
    }
}

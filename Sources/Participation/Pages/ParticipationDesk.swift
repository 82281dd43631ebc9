import Foundation
import Hummingbird
import Membership
import Publishing
import Storage
import Web

/// Everything that what the public brings is dealt with.
public struct ParticipationDesk: Sendable {
    public let submissions: SubmissionStore
    let meetings: any HeardMeetings
    let publications: PublicationStore
    let now: @Sendable () -> Date
    let today: @Sendable () -> Day

    public init(
        _ database: Database, identities: Identities, meetings: any HeardMeetings,
        now: @escaping @Sendable () -> Date, today: @escaping @Sendable () -> Day
    ) {
        submissions = SubmissionStore(database, identities: identities)
        publications = PublicationStore(database, identities: identities)
        (self.meetings, self.now, self.today) = (meetings, now, today)
    }

    /// The meeting in the address.
    func meeting(_ context: MemberContext) async throws -> HeardMeeting {
        guard let id = context.parameters.get("meeting").flatMap({ ID<HeardMeeting>($0) }),
            let meeting = try await meetings.meeting(id, for: context.member)
        else { throw HTTPError(.notFound) }
        return meeting
    }

    /// The submission in the address, if whoever asks may know of its meeting.
    func found(_ context: MemberContext) async throws -> FoundSubmission {
        guard let id = context.parameters.get("submission").flatMap({ ID<Submission>($0) }),
            let submission = try await submissions.submission(id),
            let meeting = try await meetings.meeting(submission.meeting, for: context.member)
        else { throw HTTPError(.notFound) }
        return FoundSubmission(submission: submission, meeting: meeting)
    }

    /// Everything of a meeting that everybody may read, as it would be published now.
    func heard(at meeting: HeardMeeting) async throws -> HeardSubmissions {
        HeardSubmissions(meeting: meeting, all: try await submissions.submissions(before: meeting.id))
    }

    /// What of a meeting is published; nil where nothing is.
    func publication(of meeting: HeardMeeting) async throws -> Publication? {
        guard let slug = meeting.announced.map({ "\($0.slug)-questions" }) else { return nil }
        return try await publications.publication(slug)
    }

    /// Lays what was accepted before everybody, with the answers there are.
    ///
    /// - Parameters:
    ///   - before: the newest version that whoever publishes knows of, 0 where there is none.
    ///   - isLookedAt: whether somebody says that what may be a private detail tells of nobody.
    /// - Throws: ``ParticipationRefusal``, `PublishingRefusal`, `DatabaseFault`
    func publish(
        _ meeting: HeardMeeting, after before: Int, isLookedAt: Bool = false, by actor: Entry.Actor
    ) async throws {
        guard let announced = meeting.announced else { throw ParticipationRefusal.notAnnounced }
        let heard = try await heard(at: meeting)
        guard !heard.accepted.isEmpty || before > 0 else { throw ParticipationRefusal.nothingToPublish }
        for submission in heard.accepted { try submission.checkPrivateDetails(isLookedAt) }
        let (slug, time) = ("\(announced.slug)-questions", now())
        let draft = VersionDraft(
            .submissions, slug: slug, page: heard.page, files: [],
            changes: before == 0 ? [] : ["Questions or answers were added, corrected or taken out."])
        try await publications.publish(draft, after: before, by: actor, at: time) { db in
            try db.attach(slug, to: announced.id, as: .submissions, at: time)
        }
    }
}

/// A submission with the meeting it is brought before.
struct FoundSubmission {
    let submission: Submission
    let meeting: HeardMeeting

    var address: Address { submission.address }
    var crumbs: [Mention] { meeting.crumbs + [Mention(at: meeting.address, titled: "From the public")] }
}

extension Submission {
    var address: Address { "/committees/submissions/\(id)" }
}

extension HeardMeeting {
    /// Of what the public brings before it.
    var address: Address { "/committees/meetings/\(id)/submissions" }
    var crumbs: [Mention] {
        [
            Mention(at: "/home", titled: "Home"), Mention(at: "/committees", titled: "Meetings"),
            Mention(at: "/committees/meetings/\(id)", titled: title),
        ]
    }
}

// What agendas and minutes are given.
extension ParticipationDesk {
    /// Items that wait for the agenda of a meeting.
    ///
    /// - Throws: `DatabaseFault`
    public func waiting(for meeting: ID<HeardMeeting>) async throws -> [SubmissionItem] {
        SubmissionItem.waiting(among: try await submissions.submissions(before: meeting))
    }

    /// What goes onto an item that stands on the agenda of a meeting, or is about to; nil of one that is made of something else.
    ///
    /// - Throws: `DatabaseFault`
    public func item(_ key: String, of meeting: ID<HeardMeeting>) async throws -> SubmissionItem? {
        guard let kind = SubmissionItem.kind(of: key) else { return nil }
        let all = try await submissions.submissions(before: meeting)
        return SubmissionItem.waiting(among: all).first { $0.key == key } ?? SubmissionItem(key, kind: kind, among: all)
    }

    /// It was put on the agenda.
    ///
    /// - Throws: `DatabaseFault`
    public func put(_ key: String, of meeting: ID<HeardMeeting>, in db: Writing) throws {
        guard let kind = SubmissionItem.kind(of: key) else { return }
        try db.put(key, of: kind, before: meeting)
    }
}

import Foundation
import Storage
import Web

/// A meeting with all that everybody was ever told of it.
public struct AnnouncedMeeting: Sendable, Hashable {
    /// What its body is called in addresses: "safer-thanet-working-party". It stays when the body is renamed.
    public let bodySlug: String
    /// What it is called itself, after its body: its day, "2016-02-09"; "2016-02-09-2" where that was taken.
    public let step: String
    public let now: PublishedMeeting
    /// The first first; the last is how it stands now.
    public let announcements: [MeetingAnnouncement]
    /// In the order in which they were published first.
    public let documents: [MeetingDocument]

    init?(bodySlug: String, step: String, announcements: [MeetingAnnouncement], documents: [MeetingDocument]) {
        guard let now = announcements.last?.meeting else { return nil }
        (self.bodySlug, self.step, self.now) = (bodySlug, step, now)
        (self.announcements, self.documents) = (announcements, documents)
    }

    public var id: ID<PublishedMeeting> { now.id }

    /// As it was last announced for another day, time or place; nil where it never moved.
    public var movedFrom: PublishedMeeting? {
        announcements.last { !$0.meeting.isAsArranged(in: now) }?.meeting
    }

    /// Whether its minutes are there to read, so that it was held, and is none that is to come.
    public var isMinuted: Bool { documents.contains { $0.role == .minutes } }

    /// When anything was last said of it: an announcement, or a version of one of its documents.
    public var changedAt: Date {
        let published = documents.flatMap { $0.publication.versions.map(\.publishedAt) }
        return (announcements.map(\.at) + published).max() ?? .distantPast
    }
}

/// What everybody was told of a meeting at one time. It is never changed: what changes is told anew.
public struct MeetingAnnouncement: Sendable, Hashable {
    /// From 1.
    public let number: Int
    public let meeting: PublishedMeeting
    public let at: Date
    /// Who announced it, as they were called then.
    public let by: String
}

/// A publication that belongs to a meeting.
public struct MeetingDocument: Sendable, Hashable {
    /// What it is at the meeting.
    public enum Role: String, Sendable, CaseIterable, SQLConvertible {
        case agenda, minutes, decisions
        /// What the public brought, and what was answered.
        case submissions = "questions from the public"
        /// What the meeting took in private, and was opened later.
        case openedPapers = "opened papers"
        /// The agenda and its supplements in one.
        case pack = "combined pack"

        /// "Agenda"
        public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    public let role: Role
    public let publication: Publication

    public init(_ publication: Publication, as role: Role) {
        (self.publication, self.role) = (publication, role)
    }
}

/// A body that announced a meeting.
public struct MeetingBody: Sendable, Hashable {
    /// In addresses.
    public let slug: String
    /// As it was last announced.
    public let name: String

    public init(slug: String, name: String) {
        (self.slug, self.name) = (slug, name)
    }
}

/// Why a meeting cannot be told of, in the words a person should read.
public enum MeetingRefusal: Refused, Hashable {
    case notAnnounced
    case otherBody

    public var reason: String {
        switch self {
        case .notAnnounced: "This meeting has not been announced yet. Announce it first"
        case .otherBody: "This meeting was announced as another body’s. Call it off, and announce a new one"
        }
    }
}

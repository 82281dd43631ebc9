import Membership
import Publishing
import Storage
import WorkingDays

/// Where the meetings come from before which the public brings something.
public protocol HeardMeetings: Sendable {
    /// A meeting as far as somebody may know of it; nil where there is none for them, or nothing of it is ever public.
    func meeting(_ id: ID<HeardMeeting>, for member: Member) async throws -> HeardMeeting?
}

/// A meeting as it is needed to take what the public brings.
public struct HeardMeeting: Hashable, Sendable {
    public let id: ID<HeardMeeting>
    /// "Overview & Scrutiny Panel, 9 February 2016"
    public let title: String
    public let day: Day
    public let hearings: [Hearing]
    /// Items of its agenda that came of submissions, and stand in nothing that was published: what is accepted joins them.
    public let openItems: Set<String>
    /// The same of those that were published.
    public let publishedItems: Set<String>
    /// Where the public reads of it; nil where nobody was told of the meeting.
    public let announced: Announced?

    /// How the public is told of it.
    public struct Announced: Hashable, Sendable {
        public let id: ID<PublishedMeeting>
        /// What its papers are called in addresses: "overview-scrutiny-panel-2016-02-09".
        public let slug: String

        public init(id: ID<PublishedMeeting>, slug: String) {
            (self.id, self.slug) = (id, slug)
        }
    }

    public init(
        id: ID<HeardMeeting>, title: String, day: Day, hearings: [Hearing], openItems: Set<String> = [],
        publishedItems: Set<String> = [], announced: Announced? = nil
    ) {
        (self.id, self.title, self.day, self.hearings) = (id, title, day, hearings)
        (self.openItems, self.publishedItems, self.announced) = (openItems, publishedItems, announced)
    }

    /// Until when contact details are kept: half a year after the meeting, so that answers can be sent and asked about.
    var contactsKeptUntil: Day { day.adding(days: 183) }
}

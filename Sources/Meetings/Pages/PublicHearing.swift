import Membership
import Publishing
import Storage
import WorkingDays

/// Until when the public may bring something before a meeting, for those who take it and those who tell of it.
extension MeetingDesks {
    /// What may be brought, and until when.
    public struct Hearing: Hashable, Sendable {
        public let kind: PublicTerms.Kind
        public let terms: PublicTerms.Terms
        public let deadline: Deadline
        /// Whether its last moment is over.
        public let isClosed: Bool
    }

    /// What the public may bring before a meeting; nothing where nobody said that they may, or it is called off.
    ///
    /// - Throws: `DatabaseFault`
    public func hearings(at meeting: Meeting) async throws -> [Hearing] {
        guard !meeting.isCalledOff, let terms = try await publicTerms.terms(of: meeting.body, on: meeting.day) else {
            return []
        }
        let deadlines = terms.deadlines(
            before: meeting.day, closures: try await rules.closures().asDays,
            overrides: try await overrides.overrides(of: meeting.id))
        return PublicTerms.Kind.allCases.compactMap { kind in
            guard let own = terms.allowed[kind], let deadline = deadlines.first(where: { $0.kind == kind.deadline })
            else { return nil }
            return Hearing(kind: kind, terms: own, deadline: deadline, isClosed: deadline.isPast(at: moment))
        }
    }

    /// The same of a meeting that everybody was told of.
    ///
    /// - Throws: `DatabaseFault`
    public func hearings(at published: ID<PublishedMeeting>) async throws -> [Hearing] {
        guard let id = ID<Meeting>(published.description), let meeting = try await meetings.meeting(id) else {
            return []
        }
        return try await hearings(at: meeting)
    }
}

import Membership
import Publishing
import Storage

/// What others may know of meetings, such as who writes their minutes.
extension MeetingDesks {
    /// A meeting with its body, its rules and its agenda.
    public struct Held: Sendable {
        public let meeting: Meeting
        public let body: Body
        /// On the day of the meeting.
        public let seats: [Seat]
        /// Nil where no rules hold on that day.
        public let rules: MeetingRules?
        public let agenda: Agenda
        /// What came onto the agenda because it waited.
        public let arising: [ArisingPlace]
        /// Whether who asks sits on the body, or may sit in for somebody.
        public let isReadByMember: Bool
        public let isNeverPublic: Bool
        /// The names of the bodies to which it can recommend something: private ones where it is private itself.
        public let others: [String]
        /// As everybody was told of it; nil where nobody was.
        public let announced: AnnouncedMeeting?

        /// What the meeting is asked to resolve at an item, a point each, where the agenda writes that by itself.
        public func resolution(at item: AgendaItem) -> [String] {
            switch item.details.kind {
            case .exclusion: agenda.resolution(at: item.id, of: body.details.regime, on: meeting.day).points
            case .minutes: ["That these minutes are agreed as a correct record"]
            default: []
            }
        }

        /// The text that was published of a paper that is made of the records; nil where it was not, or is kept from the public.
        public func published(_ place: ArisingPlace) -> String? {
            guard let announced, announced.documents.contains(where: { $0.role == .agenda && $0.isThere }),
                let item = agenda.items.first(where: { $0.id == place.item }), item.details.withholding.isOpen,
                let paper = item.papers.first(where: { $0.id == place.paper }), case .text(let text) = paper.content
            else { return nil }
            let isPrinted = agenda.editions.contains { edition in
                edition.contents.items.contains { item in
                    item.withholding == nil && item.papers.contains { $0.id == "\(paper.id)" }
                }
            }
            return isPrinted ? text : nil
        }

        /// The meeting whose minutes an item lays before this one, by its key; nil where it lays none.
        public func meetingConfirmed(at item: AgendaItem) -> String? {
            arising.lazy.filter { $0.item == item.id }.compactMap { ArisingMatter.meeting(ofMinutes: $0.key) }.first
        }
    }

    /// A meeting as far as a member may know of it; nil where there is none for them.
    ///
    /// - Parameter member: nil for a paper that is made of its records.
    /// - Throws: `DatabaseFault`
    public func held(_ id: ID<Meeting>, for member: Member?) async throws -> Held? {
        guard let meeting = try await meetings.meeting(id) else { return nil }
        let structure = try await bodies.structure()
        guard let body = structure.body(meeting.body), member.map({ sees(body, in: structure, $0) }) ?? true else {
            return nil
        }
        let isNeverPublic = body.details.regime.isNeverPublic
        let others = structure.bodies.filter {
            $0.id != body.id && $0.term.holds(on: meeting.day) && (isNeverPublic || !$0.details.regime.isNeverPublic)
        }
        return Held(
            meeting: meeting, body: body, seats: structure.seats(of: body.id, on: meeting.day),
            rules: try await rules.rules(of: body, on: meeting.day), agenda: try await agendas.agenda(of: id),
            arising: try await places.places(on: id),
            isReadByMember: member.map { isSeated($0, on: body, in: structure) } ?? false,
            isNeverPublic: isNeverPublic, others: others.map(\.name).sorted(), announced: try await announced(meeting))
    }

    /// Meetings of a body later than a day that took place, the first first.
    ///
    /// - Throws: `DatabaseFault`
    public func meetingsHeld(of body: ID<Body>, after day: Day) async throws -> [Meeting] {
        try await meetings.meetings(of: body).filter { $0.day > day && $0.day <= today() && !$0.isCalledOff }
    }

    /// Meetings of a body before a day that took place, the first first.
    ///
    /// - Throws: `DatabaseFault`
    public func meetingsHeld(of body: ID<Body>, before day: Day) async throws -> [Meeting] {
        try await meetings.meetings(of: body).filter { $0.day < day && $0.day <= today() && !$0.isCalledOff }
    }

    /// A body’s meeting on a day; nil where there is none.
    ///
    /// - Throws: `DatabaseFault`
    public func meeting(of body: ID<Body>, on day: Day) async throws -> Meeting? {
        try await meetings.meetings(of: body).first { $0.day == day && !$0.isCalledOff }
    }
}

extension MeetingDocument {
    /// Whether it was published and not taken back.
    fileprivate var isThere: Bool { publication.current != nil }
}

import Foundation
import Membership
import Storage
import WorkingDays

/// A meeting of a body, as it stands: when and where it is, and whether it is called off.
public struct Meeting: Hashable, Sendable {
    public let id: ID<Meeting>
    public let body: ID<Body>
    /// Every state it was in, the first first; never empty.
    public let states: [MeetingState]

    init?(id: ID<Meeting>, body: ID<Body>, states: [MeetingState]) {
        guard !states.isEmpty else { return nil }
        (self.id, self.body, self.states) = (id, body, states)
    }

    public var now: MeetingState { states[states.count - 1] }
    public var details: MeetingDetails { now.details }
    public var day: Day { details.day }
    public var isCalledOff: Bool { now.calledOff != nil }

    /// The state before the newest one that had it on another day, at another time or elsewhere; nil where it never moved.
    public var movedFrom: MeetingState? {
        states.dropLast().last { !$0.details.isAsArranged(in: details) }
    }

    /// "extraordinary meeting"
    public var noun: String { details.kind == .ordinary ? "meeting" : "\(details.kind.rawValue) meeting" }
}

/// How a meeting stood from a moment on. None is ever changed: a change makes the next.
public struct MeetingState: Hashable, Sendable {
    /// From 1.
    public let number: Int
    public let details: MeetingDetails
    /// Why it is called off; nil where it is not.
    public let calledOff: String?
    /// Whether everybody was told of it so.
    public let isAnnounced: Bool
    public let by: String
    public let at: Date
}

/// When and where, as it is entered or changed.
public struct MeetingDetails: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        case ordinary, extraordinary, special

        /// "Extraordinary meeting"
        public var title: String { self == .ordinary ? "Ordinary meeting" : "\(rawValue.capitalized) meeting" }
    }

    public var kind: Kind
    public var day: Day
    public var startsAt: TimeOfDay
    /// Nil where nobody knows.
    public var endsAt: TimeOfDay?
    /// "Council Chamber, Council Offices, Cecil Street, Margate"
    public var place: String
    /// Where to join from afar; empty for a meeting in one room.
    public var joining: String
    /// Whom to ask.
    public var contact: Contact
    /// Anything else to know of it: "Preceded by a briefing at 6.30 pm".
    public var note: String
    /// Whether a budget or a council tax is decided there: then every vote is recorded by name.
    public var decidesBudget: Bool

    public struct Contact: Hashable, Sendable {
        public var name: String
        public var telephone: String
        public var email: String

        public init(name: String, telephone: String = "", email: String = "") {
            (self.name, self.telephone, self.email) = (name, telephone, email)
        }
    }

    public init(
        kind: Kind = .ordinary, day: Day, startsAt: TimeOfDay, endsAt: TimeOfDay? = nil, place: String,
        joining: String = "", contact: Contact, note: String = "", decidesBudget: Bool = false
    ) {
        (self.kind, self.day, self.startsAt, self.endsAt) = (kind, day, startsAt, endsAt)
        (self.place, self.joining, self.contact, self.note) = (place, joining, contact, note)
        self.decidesBudget = decidesBudget
    }

    /// Whether it is on the same day, at the same time, in the same place.
    func isAsArranged(in other: MeetingDetails) -> Bool {
        (day, startsAt, place, joining) == (other.day, other.startsAt, other.place, other.joining)
    }

    /// "Tuesday 9 February 2016 at 7.00 pm"
    public var when: String { "\(day.withWeekday) at \(startsAt.words)" }
}

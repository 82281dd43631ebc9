import Storage

/// A meeting as everybody is told of it.
public struct PublishedMeeting: Sendable, Hashable {
    public let id: ID<PublishedMeeting>
    public var body: Body
    public var kind: Kind
    public var day: Day
    public var startsAt: TimeOfDay
    /// Nil where nobody knows. Not later than the start, it is on the next day.
    public var endsAt: TimeOfDay?
    /// "Council Chamber, Council Offices, Cecil Street, Margate"
    public var place: String
    /// Where to join from afar; empty for a meeting in one room.
    public var joining: String
    /// Whom to ask.
    public var contact: Contact
    /// Anything else to know of it; may be empty.
    public var note: String
    public var state: State

    /// Who meets.
    public struct Body: Sendable, Hashable {
        /// What it is called in the records of whoever announces; the same for all its meetings.
        public var id: String
        public var name: String

        public init(id: String, name: String) {
            (self.id, self.name) = (id, name)
        }
    }

    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        case ordinary, extraordinary, special
    }

    /// Empty where nobody or nothing is named.
    public struct Contact: Sendable, Hashable {
        public var name: String
        public var telephone: String
        public var email: String

        public init(name: String, telephone: String = "", email: String = "") {
            (self.name, self.telephone, self.email) = (name, telephone, email)
        }

        public var isEmpty: Bool { name.isEmpty && telephone.isEmpty && email.isEmpty }
    }

    public enum State: Sendable, Hashable {
        case scheduled
        /// To another day, time or place than was announced before.
        case moved(why: String)
        case calledOff(why: String)
    }

    public init(
        id: ID<PublishedMeeting>, body: Body, kind: Kind = .ordinary, day: Day, startsAt: TimeOfDay,
        endsAt: TimeOfDay? = nil, place: String, joining: String = "", contact: Contact, note: String = "",
        state: State = .scheduled
    ) {
        (self.id, self.body, self.kind, self.day) = (id, body, kind, day)
        (self.startsAt, self.endsAt, self.place, self.joining) = (startsAt, endsAt, place, joining)
        (self.contact, self.note, self.state) = (contact, note, state)
    }

    public var isCalledOff: Bool { if case .calledOff = state { true } else { false } }

    /// Why it was moved or called off; empty where nothing was said.
    public var why: String {
        switch state {
        case .scheduled: ""
        case .moved(let why), .calledOff(let why): why
        }
    }

    /// Whether it is on the same day, at the same time, in the same place.
    public func isAsArranged(in other: PublishedMeeting) -> Bool {
        (day, startsAt, place, joining) == (other.day, other.startsAt, other.place, other.joining)
    }
}

import Storage

/// A place on a body, whoever sits in it.
public struct Seat: Hashable, Sendable {
    public let id: ID<Seat>
    public let body: ID<Body>
    public let details: SeatDetails
    /// From when until when there is such a seat.
    public let term: Term
    /// Who holds it, held it and will hold it, latest first.
    public let holders: [Appointment]
    /// Who may sit in it instead, latest first.
    public let substitutes: [Appointment]
    /// Whether who sits in it is left out, since it is not for whoever looks.
    public let isConcealed: Bool

    init(
        id: ID<Seat>, body: ID<Body>, details: SeatDetails, term: Term, holders: [Appointment] = [],
        substitutes: [Appointment] = [], isConcealed: Bool = false
    ) {
        self.isConcealed = isConcealed
        self.id = id
        self.body = body
        self.details = details
        self.term = term
        self.holders = holders
        self.substitutes = substitutes
    }

    /// "Chair", "Strategic lead, focus area 1".
    public var title: String { details.title }
    public var role: Role { details.role }
    public var agency: ID<Agency>? { details.agency }

    /// The same without who sits in it.
    var concealed: Seat { Seat(id: id, body: body, details: details, term: term, isConcealed: true) }

    /// Whether nobody holds it that day, as far as can be told.
    public func isVacant(on day: Day) -> Bool { !isConcealed && holder(on: day) == nil }

    public func holder(on day: Day) -> Appointment? {
        holders.first { $0.term.holds(on: day) }
    }

    public func substitutes(on day: Day) -> [Appointment] {
        substitutes.filter { $0.term.holds(on: day) }
    }

    /// Whether this person has it that day, or may sit in it.
    public func seats(_ person: ID<Person>, on day: Day) -> Bool {
        term.holds(on: day)
            && (holder(on: day)?.person == person || substitutes(on: day).contains { $0.person == person })
    }
}

/// A seat as it is entered or changed. Its role is settled when it is made, since permissions hang on it.
public struct SeatDetails: Hashable, Sendable {
    public let title: String
    public let role: Role
    /// The agency whose place it is; nil where it is nobody's in particular.
    public let agency: ID<Agency>?

    public init(title: String, role: Role, agency: ID<Agency>?) {
        self.title = title
        self.role = role
        self.agency = agency
    }
}

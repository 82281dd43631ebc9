import Foundation
import Storage

/// An organisation, as it takes part in a partnership. The same one may take part in others.
public struct Agency: Hashable, Sendable {
    /// What it is, as far as the Act tells agencies apart.
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        case council
        case countyCouncil = "county council"
        case police
        case fireAndRescue = "fire and rescue"
        case probation
        case integratedCareBoard = "integrated care board"
        /// Responsible for health in England before integrated care boards were.
        case clinicalCommissioningGroup = "clinical commissioning group"
        case localHealthBoard = "local health board"
        case other
    }

    /// What makes it take part.
    public enum Standing: String, Sendable, CaseIterable, SQLConvertible {
        /// One the Act names (section 5(1)).
        case responsible
        /// One that must co-operate with those (section 5(2)).
        case cooperating = "co-operating"
        /// One that is asked to take part (section 5(3), or simply by the partnership).
        case invited
    }

    public let id: ID<Agency>
    public let name: String
    public let kind: Kind
    public let standing: Standing
    public let term: Term
    /// Whom others call about sharing information, now and before, latest first.
    public let liaisonOfficers: [Appointment]

    init(
        id: ID<Agency>, name: String, kind: Kind, standing: Standing, term: Term, liaisonOfficers: [Appointment] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.standing = standing
        self.term = term
        self.liaisonOfficers = liaisonOfficers
    }

    /// As it was entered or last changed.
    public var details: AgencyDetails { AgencyDetails(of: self) }

    public func liaisonOfficer(on day: Day) -> Appointment? {
        liaisonOfficers.first { $0.term.holds(on: day) }
    }

    /// Whoever was named last, with no end known.
    public var lastingLiaisonOfficer: Appointment? {
        liaisonOfficers.first { $0.term.endsOn == nil }
    }

    public func isResponsible(on day: Day) -> Bool {
        standing == .responsible && term.holds(on: day)
    }
}

/// An agency as it is entered or changed.
public struct AgencyDetails: Hashable, Sendable {
    public let name: String
    public let kind: Agency.Kind
    public let standing: Agency.Standing
    public let beginsOn: Day

    /// - Throws: ``MembershipRefusal/notNamedByTheAct``
    public init(name: String, kind: Agency.Kind, standing: Agency.Standing, beginsOn: Day) throws(MembershipRefusal) {
        if standing == .responsible && kind == .other { throw .notNamedByTheAct }
        self.name = name
        self.kind = kind
        self.standing = standing
        self.beginsOn = beginsOn
    }

    fileprivate init(of agency: Agency) {
        (name, kind, standing, beginsOn) = (agency.name, agency.kind, agency.standing, agency.term.beginsOn)
    }
}

/// A person's time in a seat, as a substitute, or as a liaison officer.
public struct Appointment: Hashable, Sendable {
    public let id: ID<Appointment>
    public let person: ID<Person>
    /// The person's name.
    public let name: String
    public let term: Term
    /// By which others call them, where that is what they were appointed for.
    public let telephone: TelephoneNumber?

    init(
        id: ID<Appointment>, person: ID<Person>, name: String, term: Term, telephone: TelephoneNumber? = nil
    ) {
        self.id = id
        self.person = person
        self.name = name
        self.term = term
        self.telephone = telephone
    }
}

extension Appointment {
    init(row: Row) throws {
        try self.init(id: row("id"), person: row("person"), name: row("name"), term: Term(row: row))
    }

    /// A liaison officer, with how they are called.
    init(officer row: Row) throws {
        try self.init(
            id: row("id"), person: row("person"), name: row("name"), term: Term(row: row), telephone: row("telephone"))
    }
}

extension String {
    /// For finding and sorting, the same on every engine: without case, accents and double blanks.
    var folded: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

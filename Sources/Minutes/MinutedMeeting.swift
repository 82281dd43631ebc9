import Membership
import Publishing
import Storage

/// Where the meetings come from of which minutes are taken.
public protocol MeetingDesk: Sendable {
    /// A meeting as far as somebody may know of it; nil where there is none for them.
    func meeting(_ id: ID<MinutedMeeting>, for member: Member) async throws -> MinutedMeeting?
    /// The same for a paper that is made of its minutes.
    func meeting(_ id: ID<MinutedMeeting>) async throws -> MinutedMeeting?
    /// Later meetings of the same body that were held and not called off, the first first: one of them confirms the minutes.
    func meetings(after meeting: MinutedMeeting) async throws -> [OtherMeeting]
    /// Earlier meetings of the same body that were held and not called off, the first first: their minutes are numbered before.
    func meetings(before meeting: MinutedMeeting) async throws -> [OtherMeeting]
}

/// A meeting as its minutes need it.
public struct MinutedMeeting: Hashable, Sendable {
    public let id: ID<MinutedMeeting>
    public let body: BodyInBrief
    public let called: Calling
    public let rules: Rules
    /// Who sits on the body on the day, the chair first.
    public let seats: [SeatAtTable]
    /// In the order of the agenda.
    public let items: [Item]
    /// Whether whoever asks sits on the body, or may sit in for somebody.
    public let isReadByMember: Bool
    /// Where the public reads of it; nil where nobody was told of the meeting.
    public let announced: Announced?

    /// Whose meeting it is.
    public struct BodyInBrief: Hashable, Sendable {
        /// The same for all its meetings.
        public let key: String
        public let name: String
        public let isWelsh: Bool
        /// Whether nothing of it is ever laid before everybody.
        public let isNeverPublic: Bool
        /// Whether it is a council or a committee of one, whose meetings the Local Government Act 1972 is about.
        public let isCouncil: Bool
        /// The names of the bodies to which it can recommend something.
        public let others: [String]

        public init(
            key: String, name: String, isWelsh: Bool, isNeverPublic: Bool, isCouncil: Bool = true, others: [String] = []
        ) {
            (self.key, self.name, self.isWelsh, self.isNeverPublic) = (key, name, isWelsh, isNeverPublic)
            (self.isCouncil, self.others) = (isCouncil, others)
        }
    }

    /// How it was called.
    public struct Calling: Hashable, Sendable {
        /// "ordinary", "extraordinary", "special"
        public let kind: String
        public let day: Day
        public let startsAt: TimeOfDay
        public let place: String
        public let isCalledOff: Bool

        public init(kind: String, day: Day, startsAt: TimeOfDay, place: String, isCalledOff: Bool) {
            (self.kind, self.day, self.startsAt, self.place) = (kind, day, startsAt, place)
            self.isCalledOff = isCalledOff
        }
    }

    /// What holds for it.
    public struct Rules: Hashable, Sendable {
        /// How many voting members must be there.
        public let quorum: Int
        public let allowsSubstitutes: Bool
        /// Then every vote is recorded by name (SI 2014/165).
        public let decidesBudget: Bool

        public init(quorum: Int, allowsSubstitutes: Bool, decidesBudget: Bool) {
            (self.quorum, self.allowsSubstitutes, self.decidesBudget) = (quorum, allowsSubstitutes, decidesBudget)
        }
    }

    /// A seat, and who has it.
    public struct SeatAtTable: Hashable, Sendable {
        public let key: String
        public let name: String
        /// "Chair"
        public let title: String
        public let isChair: Bool
        public let isVoting: Bool
        /// Who may sit in it instead.
        public let substitutes: [String]
        /// Whoever holds it, for notices.
        public let person: ID<Person>?

        public init(
            key: String, name: String, title: String, isChair: Bool, isVoting: Bool, substitutes: [String],
            person: ID<Person>?
        ) {
            (self.key, self.name, self.title, self.isChair) = (key, name, title, isChair)
            (self.isVoting, self.substitutes, self.person) = (isVoting, substitutes, person)
        }
    }

    /// What is on the agenda.
    public struct Item: Hashable, Sendable {
        /// What the minutes write of some items by themselves.
        public enum Kind: String, Sendable { case apologies, declarations, exclusion, other }

        public let key: String
        /// On the agenda.
        public let number: Int
        public let kind: Kind
        public let title: String
        /// Why it could not wait, as the agenda has it; empty for what was on it in time.
        public let lateReason: String
        public let isWithheld: Bool
        /// Why it is, as the agenda has it; nil where it is not.
        public let withheld: Withheld?
        /// Whether the public is excluded from it only if the meeting resolves so, and not by law.
        public let isByResolution: Bool
        /// What the agenda asks the meeting to resolve, a point each, where it writes that by itself.
        public let proposal: [String]
        /// Recommendations that a decision on it may be about.
        public let concerns: [Concern]
        /// What the public brought on it and what was answered, in Markdown; empty of any other item.
        public let brought: String
        /// The meeting whose minutes are before this one to be confirmed, by its key; nil of any other item.
        public let confirms: String?

        public init(
            key: String, number: Int, kind: Kind, title: String, lateReason: String, isWithheld: Bool,
            withheld: Withheld? = nil, isByResolution: Bool = false, proposal: [String] = [], concerns: [Concern] = [],
            brought: String = "",
            confirms: String? = nil
        ) {
            (self.key, self.number, self.kind, self.title) = (key, number, kind, title)
            (self.lateReason, self.isWithheld, self.concerns) = (lateReason, isWithheld, concerns)
            (self.isByResolution, self.proposal, self.brought) = (isByResolution, proposal, brought)
            (self.confirms, self.withheld) = (confirms, withheld)
        }
    }

    /// Why an item is kept from the public.
    public struct Withheld: Hashable, Sendable {
        public let isConfidential: Bool
        /// Of Schedule 12A.
        public let paragraphs: [Int]
        public let reasoning: String

        public init(isConfidential: Bool, paragraphs: [Int], reasoning: String) {
            (self.isConfidential, self.paragraphs, self.reasoning) = (isConfidential, paragraphs, reasoning)
        }
    }

    /// A recommendation before the meeting, and what can become of it there.
    public struct Concern: Hashable, Sendable {
        public let key: String
        public let title: String
        /// "agreed with an addendum", …
        public let outcomes: [String]

        public init(key: String, title: String, outcomes: [String]) {
            (self.key, self.title, self.outcomes) = (key, title, outcomes)
        }
    }

    /// How the public is told of it.
    public struct Announced: Hashable, Sendable {
        public let id: ID<PublishedMeeting>
        /// What its papers are called in addresses: "overview-scrutiny-panel-2016-01-26".
        public let slug: String

        public init(id: ID<PublishedMeeting>, slug: String) {
            (self.id, self.slug) = (id, slug)
        }
    }

    public init(
        id: ID<MinutedMeeting>, body: BodyInBrief, called: Calling, rules: Rules, seats: [SeatAtTable], items: [Item],
        isReadByMember: Bool, announced: Announced?
    ) {
        (self.id, self.body, self.called, self.rules) = (id, body, called, rules)
        (self.seats, self.items, self.isReadByMember) = (seats, items, isReadByMember)
        self.announced = announced
    }

    /// "Overview & Scrutiny Panel, 26 January 2016"
    var title: String { "\(body.name), \(called.day.words)" }
    /// "extraordinary meeting"
    var noun: String { called.kind == "ordinary" ? "meeting" : "\(called.kind) meeting" }

    func seat(_ key: String) -> SeatAtTable? { seats.first { $0.key == key } }
    func item(_ key: String) -> Item? { items.first { $0.key == key } }
}

/// Another meeting of the same body: a later one may confirm the minutes, and those of an earlier one are numbered before.
public struct OtherMeeting: Hashable, Sendable {
    public let id: ID<MinutedMeeting>
    public let day: Day
    /// "ordinary", "extraordinary", "special"
    public let kind: String

    public init(id: ID<MinutedMeeting>, day: Day, kind: String) {
        (self.id, self.day, self.kind) = (id, day, kind)
    }

    /// LGA 1972 Sch 12 para 41(3): an extraordinary meeting leaves the minutes to the next that is none.
    public var isSuitable: Bool { kind != "extraordinary" }
}

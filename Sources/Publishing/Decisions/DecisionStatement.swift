import Storage
import Wording

/// What everybody is told of a decision: the written statement of regulations 12 and 13 of SI 2012/2089, the record of an
/// officer’s decision of SI 2014/2095, and the fields of the public register (D82, D94, D97). Nothing in it is kept from anybody.
public struct DecisionStatement: Codable, Hashable, Sendable {
    public var title = ""
    public var maker = DecisionMaker()
    public var decidedOn: Day?
    /// In Markdown, as are the reasons.
    public var decided = ""
    public var reasons = ""
    /// Alternatives that were considered and rejected.
    public var alternatives = NoneOr()
    public var conflicts = NoneOr()
    public var dispensations = NoneOr()
    public var key = KeyReckoning()
    public var callIn = CallInTerms()
    public var urgency = Urgency()
    /// One in a line.
    public var documents = NoneOr()
    public var backgroundPapers = NoneOr()
    public var withheld = Withheld()
    /// The notice in the forward plan that it follows, as it stands in addresses; empty where there was none.
    public var plan = ""
    /// Why there was none, though it is a key decision.
    public var withoutPlan = ""
    /// What it does to the crime and disorder reduction strategy.
    public var strategy: StrategyStep?

    public init() {}

    /// What a decision does to the strategy, which Schedule 3 of SI 2000/2853 reserves to full Council.
    public enum StrategyStep: String, Codable, Sendable, CaseIterable {
        case none, recommends, approves

        public var words: String {
            switch self {
            case .none: "It does not settle it"
            case .recommends: "It recommends it to full Council"
            case .approves: "It approves it"
            }
        }
    }
}

/// Who decides: a body, one of its members alone, or an officer to whom it was delegated.
public struct DecisionMaker: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case body, member, officer

        /// "An officer"
        public var title: String {
            switch self {
            case .body: "A body"
            case .member: "A single member"
            case .officer: "An officer"
            }
        }
    }

    public var kind: Kind?
    /// "Cabinet"; of a person name and title: "Councillor Ann Other, Cabinet Member for Community Safety".
    public var name = ""
    /// By what power a member or an officer decides.
    public var delegation = ""
    /// Who is on the body, where it is one.
    public var members: [String] = []

    public init(_ kind: Kind? = nil, name: String = "", delegation: String = "", members: [String] = []) {
        (self.kind, self.name, self.delegation, self.members) = (kind, name, delegation, members)
    }
}

/// An answer that must be given, though it may be that there is nothing.
public struct NoneOr: Codable, Hashable, Sendable {
    public var isNone = false
    public var text = ""

    public init(_ text: String = "", isNone: Bool = false) {
        (self.text, self.isNone) = (text, isNone)
    }

    public var isAnswered: Bool { isNone || !text.isEmpty }
    public var lines: [String] {
        text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init)
            .filter { !$0.isEmpty }
    }
}

/// Whether a decision is a key decision, and how that was found (regulation 8 of SI 2012/2089, D90).
public struct KeyReckoning: Codable, Hashable, Sendable {
    /// What is spent or saved, in pence; nil while nobody has said.
    public var amount: Int?
    /// What counts as significant here, in pence, as it was set when this was found.
    public var threshold: Int?
    /// In how many wards or divisions communities feel a significant effect; nil while nobody has said.
    public var wards: Int?
    /// In somebody’s words, having regard to the budget of the service and to the communities.
    public var reasoning = ""

    public init(amount: Int? = nil, threshold: Int? = nil, wards: Int? = nil, reasoning: String = "") {
        (self.amount, self.threshold, self.wards, self.reasoning) = (amount, threshold, wards, reasoning)
    }

    /// Nil while a question is open.
    public var isKey: Bool? {
        guard let amount, let threshold, let wards else { return nil }
        return amount >= threshold || wards >= 2
    }

    /// How it was found, question by question.
    public var findings: [String] {
        guard let amount, let threshold, let wards else { return [] }
        let (spent, set) = (Money(pence: amount), Money(pence: threshold))
        return [
            amount >= threshold
                ? "\(spent) is spent or saved: the threshold of \(set) is reached"
                : "\(spent) is spent or saved: less than the threshold of \(set)",
            wards >= 2
                ? "Communities in \(wards.grouped) wards feel a significant effect: two or more"
                : "Communities in \(wards == 1 ? "1 ward" : "no ward") feel a significant effect: fewer than two",
        ]
    }
}

/// Whether a decision may be called in, and for how long (D96).
public struct CallInTerms: Codable, Hashable, Sendable {
    public var isSubject: Bool?
    /// Why it is not.
    public var exemption = ""
    /// Fixed when it is published first.
    public var period: Period?

    public init(isSubject: Bool? = nil, exemption: String = "", period: Period? = nil) {
        (self.isSubject, self.exemption, self.period) = (isSubject, exemption, period)
    }

    public struct Period: Codable, Hashable, Sendable {
        /// So many working days.
        public let days: Int
        public let publishedOn: Day
        /// The last day on which it may be called in.
        public let endsOn: Day
        /// By what rule.
        public let source: String
        /// Every day from publication to the last, with why it counts or does not.
        public let counted: [Counted]

        public init(days: Int, publishedOn: Day, endsOn: Day, source: String, counted: [Counted]) {
            (self.days, self.publishedOn, self.endsOn) = (days, publishedOn, endsOn)
            (self.source, self.counted) = (source, counted)
        }
    }

    public struct Counted: Codable, Hashable, Sendable {
        public let day: Day
        public let reason: String

        public init(day: Day, reason: String) {
            (self.day, self.reason) = (day, reason)
        }
    }
}

/// Whether a decision could not wait for call-in, and who agreed to that (D93).
public struct Urgency: Codable, Hashable, Sendable {
    public var isUrgent: Bool?
    public var agreedBy = ""
    public var agreedOn: Day?
    public var why = ""

    public init(isUrgent: Bool? = nil, agreedBy: String = "", agreedOn: Day? = nil, why: String = "") {
        (self.isUrgent, self.agreedBy, self.agreedOn, self.why) = (isUrgent, agreedBy, agreedOn, why)
    }
}

/// What of a decision is kept from the public, by its grounds alone.
public struct Withheld: Codable, Hashable, Sendable {
    /// Nil while nobody has said whether anything is.
    public var isAny: Bool?
    /// Of Schedule 12A.
    public var paragraphs: [Int] = []
    /// Why the public interest in keeping it outweighs that in telling.
    public var reasoning = ""

    public init(isAny: Bool? = nil, paragraphs: [Int] = [], reasoning: String = "") {
        (self.isAny, self.paragraphs, self.reasoning) = (isAny, paragraphs, reasoning)
    }
}

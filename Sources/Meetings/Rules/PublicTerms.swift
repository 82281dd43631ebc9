import Storage
import Wording
import WorkingDays

/// What the public may bring before a body's meetings, and how long before: from its constitution or standing orders, since no
/// statute gives a right to it. A body of which nobody said so allows nothing.
public struct PublicTerms: Hashable, Sendable {
    /// What it is that they may bring; what is not there they may not.
    public var allowed: [Kind: Terms]
    /// Which days count as clear days of notice.
    public var counting: DayCounting
    /// Until when on the last day; nil where the whole of it counts.
    public var cutoff: TimeOfDay?
    /// The rule that says so: "Council Procedure Rule 14".
    public var source: String

    public enum Kind: String, Sendable, CaseIterable {
        case question, deputation, petition

        /// "Questions from the public"
        public var title: String {
            switch self {
            case .question: "Questions from the public"
            case .deputation: "Deputations"
            case .petition: "Petitions"
            }
        }

        var deadline: Deadline.Kind {
            switch self {
            case .question: .publicQuestions
            case .deputation: .deputations
            case .petition: .petitions
            }
        }
    }

    /// How one of them may be brought.
    public struct Terms: Hashable, Sendable, Codable {
        /// So many clear days lie between the day it arrives and the meeting.
        public var clearDays: Int
        /// For how long they may speak; nil where nothing is said.
        public var minutes: Int?
        /// How long it may be; nil where nothing is said.
        public var words: Int?

        public init(clearDays: Int, minutes: Int? = nil, words: Int? = nil) {
            (self.clearDays, self.minutes, self.words) = (clearDays, minutes, words)
        }

        /// "4 clear days before the meeting, 3 minutes, 100 words at most"
        var sentence: String {
            ([
                clearDays == 0
                    ? "up to the day before" : "\(clearDays.counted("clear day", "clear days")) before the meeting"
            ]
                + limits).joined(separator: ", ")
        }

        /// "3 minutes at most", "100 words at most"
        public var limits: [String] {
            [
                minutes.map { "\($0.counted("minute", "minutes")) at most" },
                words.map { "\($0.counted("word", "words")) at most" },
            ].compactMap(\.self)
        }
    }

    public init(allowed: [Kind: Terms], counting: DayCounting, cutoff: TimeOfDay?, source: String) {
        (self.allowed, self.counting, self.cutoff, self.source) = (allowed, counting, cutoff, source)
    }

    /// Until when each may arrive for a meeting, and how that day was found.
    func deadlines(before meeting: Day, closures: Closures, overrides: [Deadline.Kind: Override]) -> [Deadline] {
        Kind.allCases.compactMap { kind in
            guard let terms = allowed[kind] else { return nil }
            let days = ClearDays(terms.clearDays, counting: counting, closures: closures, cutoff: cutoff)
            let found = days.deadline(before: meeting)
            return Deadline(
                kind: kind.deadline, lawful: found.day, cutoff: cutoff, count: days.count, counting: counting,
                days: found.days, source: source, override: overrides[kind.deadline])
        }
    }
}

/// What the public may bring from a day on.
public struct DatedPublicTerms: Hashable, Sendable {
    public let from: Day
    public let terms: PublicTerms

    public init(from: Day, terms: PublicTerms) {
        (self.from, self.terms) = (from, terms)
    }
}

extension Sequence<DatedPublicTerms> {
    /// What holds on a day: that which began last; nil before anybody said anything.
    func terms(on day: Day) -> PublicTerms? {
        filter { $0.from <= day }.max { $0.from < $1.from }?.terms
    }
}

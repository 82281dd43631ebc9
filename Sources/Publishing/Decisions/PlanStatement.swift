import Storage
import Wording
import WorkingDays

/// The notice of a decision that is to come: what regulation 9 of SI 2012/2089 asks for (D91), and regulation 5 where the
/// meeting is to be in private (D92).
public struct PlanStatement: Codable, Hashable, Sendable {
    public var title = ""
    /// What is to be decided, in Markdown.
    public var matter = ""
    /// Whether a key decision is to be made; otherwise it stands in the plan for another reason, such as a private meeting.
    public var isKey: Bool?
    public var maker = DecisionMaker()
    /// The day, or the first of the period, on which it is to be made.
    public var from: Day?
    /// The last day of the period; nil where it is one day.
    public var until: Day?
    /// Submitted to whoever decides; one in a line.
    public var documents = NoneOr()
    /// From where copies are to be had.
    public var copies = ""
    /// That other documents may be submitted, and how to ask for them.
    public var further = ""
    public var requests = ""
    public var privacy = Privacy()
    public var notice = Notice()

    public init() {}

    /// "21 January 2027", "from 1 January 2027 to 31 January 2027"
    public var when: String {
        guard let from else { return "" }
        return until.map { $0 == from ? from.words : "from \(from.words) to \($0.words)" } ?? from.words
    }

    /// Whether it is to be considered in private, and the two notices of that.
    public struct Privacy: Codable, Hashable, Sendable {
        public var isPrivate: Bool?
        public var reasons = ""
        public var paragraphs: [Int] = []
        /// For the second notice: what was said against it, and what is answered.
        public var representations = NoneOr()
        public var response = ""
        /// Where the notices could not be given: whose agreement there is that it cannot be deferred (regulation 5(6)).
        public var agreement = ""

        public init() {}

        /// Whether the second notice is written.
        public var hasSecond: Bool { representations.isAnswered && !response.isEmpty }
    }

    /// By which way notice is given, and how much there was.
    public struct Notice: Codable, Hashable, Sendable {
        public var way = NoticeWay.full
        /// The chair of the overview and scrutiny committee, or who acts for them.
        public var chair = ""
        /// When they were told, or agreed.
        public var on: Day?
        /// Why it could not wait for the full notice.
        public var why = ""
        /// Fixed when it is published: how many clear days there were before the first day on which it may be decided.
        public var given: Int?
        /// The last day for the full notice.
        public var deadline: Day?

        public init() {}
    }
}

/// How the public is told of a key decision in time, or why not (regulations 9 to 11, D93).
public enum NoticeWay: String, Codable, Sendable, CaseIterable {
    case full, general, special

    public var title: String {
        switch self {
        case .full: "Full notice: 28 clear days (regulation 9)"
        case .general: "General exception: five clear days, the chair told (regulation 10)"
        case .special: "Special urgency: the chair agrees (regulation 11)"
        }
    }

    /// "Special urgency"
    public var name: String {
        switch self {
        case .full: "Full notice"
        case .general: "General exception"
        case .special: "Special urgency"
        }
    }
}

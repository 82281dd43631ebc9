/// One thing that is written into minutes. Minutes are all their deeds, one after the other; none is ever changed.
public enum Deed: Codable, Hashable, Sendable {
    case attend(seat: String, Attendance)
    /// Who is there besides, a line for each.
    case others(String)
    /// The seat of who presides.
    case preside(seat: String)
    /// "20:25"
    case close(time: String)
    case discussion(item: String, text: String)
    /// The chair's reason why an item could not wait (D74).
    case urgency(item: String, text: String)
    /// What the public is told of what it may not read (D79).
    case summary(item: String, Summary)
    case declare(item: String, Declaration)
    case move(item: String, Decision, mover: String)
    case amend(item: String, motion: String, id: String, text: String, mover: String)
    case second(QuestionPlace, seat: String)
    case lapse(QuestionPlace)
    case withdraw(QuestionPlace, seat: String, consented: Bool)
    case put(item: String, motion: String)
    case vote(QuestionPlace, Vote)
    /// Without a motion, by the meeting's consent.
    case decide(item: String, Decision)
    case act(item: String, ActionPoint)
    /// Takes out what was entered by mistake. That it was stays in the records.
    case strike(item: String, id: String)

    /// Which question: a motion, or an amendment to it.
    public struct QuestionPlace: Codable, Hashable, Sendable {
        public let item: String
        public let motion: String
        public let amendment: String?

        public init(item: String, motion: String, amendment: String? = nil) {
            (self.item, self.motion, self.amendment) = (item, motion, amendment)
        }
    }

    /// What stands in the public copy for an item that is kept from it.
    public struct Summary: Codable, Hashable, Sendable {
        public let text: String
        /// Whether what is left reads as a fair and coherent record without one.
        public let isNotNeeded: Bool

        public init(text: String, isNotNeeded: Bool) {
            (self.text, self.isNotNeeded) = (text, isNotNeeded)
        }

        public var isGiven: Bool { isNotNeeded || !text.isEmpty }
    }

    /// What of the minutes it is about: where two write in the same place at once, the second is told.
    public var place: String {
        switch self {
        case .attend(let seat, _): "seat \(seat)"
        case .others: "others"
        case .preside: "presiding"
        case .close: "closing"
        case .discussion(let item, _): "discussion \(item)"
        case .urgency(let item, _): "urgency \(item)"
        case .summary(let item, _): "summary \(item)"
        case .declare(let item, _), .move(let item, _, _), .amend(let item, _, _, _, _), .put(let item, _),
            .decide(let item, _), .act(let item, _), .strike(let item, _):
            "record \(item)"
        case .second(let place, _), .lapse(let place), .withdraw(let place, _, _), .vote(let place, _):
            "record \(place.item)"
        }
    }

    /// Whether it takes the place of what stood there, and so must know it. Other deeds come after one another.
    public var replaces: Bool { !place.hasPrefix("record ") }

    /// The words of a longer text, which can be put together with another's.
    public var text: String? {
        switch self {
        case .others(let text), .discussion(_, let text), .urgency(_, let text): text
        case .summary(_, let summary): summary.text
        default: nil
        }
    }

    /// The same with other words.
    func saying(_ text: String) -> Deed {
        switch self {
        case .others: .others(text)
        case .discussion(let item, _): .discussion(item: item, text: text)
        case .urgency(let item, _): .urgency(item: item, text: text)
        case .summary(let item, let summary):
            .summary(item: item, Summary(text: text, isNotNeeded: summary.isNotNeeded))
        default: self
        }
    }
}

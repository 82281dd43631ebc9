/// What is put to a meeting: a motion, or an amendment to one.
public struct Question: Hashable, Sendable {
    public enum State: String, Sendable {
        case moved, seconded, put, carried, lost
        case lapsed = "lapsed for want of a seconder"
        case withdrawn

        public var isOpen: Bool { self == .moved || self == .seconded || self == .put }
    }

    public let id: String
    public let text: String
    /// Their seat.
    public let mover: String
    public private(set) var seconder: String?
    public private(set) var state = State.moved
    public private(set) var vote: Vote?

    init(id: String, text: String, mover: String) {
        (self.id, self.text, self.mover) = (id, text, mover)
    }

    mutating func second(by seat: String) throws(MinutesRefusal) {
        guard state == .moved else { throw .notNow("It is \(state.rawValue) already") }
        guard seat != mover else { throw .sameMoverAndSeconder }
        (seconder, state) = (seat, .seconded)
    }

    mutating func lapse() throws(MinutesRefusal) {
        guard state == .moved else {
            throw .notNow("It is \(state.rawValue), so it cannot lapse for want of a seconder")
        }
        state = .lapsed
    }

    mutating func withdraw(by seat: String, consented: Bool) throws(MinutesRefusal) {
        guard state == .moved || state == .seconded else {
            throw .notNow("It is \(state.rawValue), so it cannot be withdrawn any more")
        }
        guard seat == mover else { throw .notItsMover }
        guard state == .moved || consented else { throw .wantsConsent }
        state = .withdrawn
    }

    mutating func put() throws(MinutesRefusal) {
        guard state == .seconded else { throw .notNow(Self.notSeconded(state)) }
        state = .put
    }

    mutating func decide(_ vote: Vote) throws(MinutesRefusal) {
        guard state == .seconded || state == .put else { throw .notNow(Self.notSeconded(state)) }
        self.vote = vote
        state = vote.isCarried ? .carried : .lost
    }

    private static func notSeconded(_ state: State) -> String {
        state == .moved ? "It must be seconded first" : "It is \(state.rawValue) already"
    }
}

/// A motion with the amendments to it, each settled before the motion itself. What is carried is amended no more.
public struct Motion: Hashable, Sendable {
    public private(set) var question: Question
    public private(set) var amendments: [Question] = []
    /// What it would decide, in the words that stand now: those of the last amendment that was carried.
    public private(set) var decision: Decision

    init(_ decision: Decision, mover: String) {
        question = Question(id: decision.id, text: decision.text, mover: mover)
        self.decision = decision
    }

    public var id: String { question.id }
    public var state: Question.State { question.state }
    public var openAmendment: Question? { amendments.last.flatMap { $0.state.isOpen ? $0 : nil } }

    mutating func amend(_ amendment: Question) throws(MinutesRefusal) {
        guard state == .seconded else {
            throw .notNow(
                state == .moved
                    ? "The motion must be seconded before it is amended"
                    : "The motion is \(state.rawValue), so it cannot be amended any more")
        }
        guard openAmendment == nil else { throw .amendmentOpen }
        guard !amendments.contains(where: { $0.id == amendment.id }) else { throw .notHere }
        amendments.append(amendment)
    }

    /// Does something to the motion, or to the amendment that is open.
    mutating func change(
        _ amendment: String?, _ deed: (inout Question) throws(MinutesRefusal) -> Void
    ) throws(MinutesRefusal) {
        guard let amendment else {
            guard openAmendment == nil else { throw .amendmentOpen }
            return try deed(&question)
        }
        guard state == .seconded, let open = openAmendment, open.id == amendment else {
            throw .notNow("That amendment is not open any more")
        }
        try deed(&amendments[amendments.count - 1])
        if amendments[amendments.count - 1].state == .carried { decision.text = open.text }
    }
}

/// What a meeting decides, in numbered points.
public struct Decision: Codable, Hashable, Sendable {
    public enum Style: String, Codable, Sendable, CaseIterable {
        case resolved, recommended, noted

        public var title: String { rawValue.uppercased() }
    }

    public let id: String
    public let style: Style
    /// To which body; of a recommendation alone.
    public let to: String
    /// A point on each line.
    public internal(set) var text: String
    /// The recommendation that it is about, or several with a space between them, each by the point of its place; nil where it is
    /// about none.
    public let about: String?
    /// What it makes of that, in the words of ``MinutedMeeting/Concern``; nil where that follows from its style.
    public let outcome: String?
    /// "together" where all its points are one recommendation; nil where each is one.
    private let follows: String?

    public init(
        id: String, style: Style, to: String = "", text: String, about: String? = nil, outcome: String? = nil,
        goTogether: Bool = false
    ) {
        (self.id, self.style, self.to, self.text) = (id, style, to, text)
        (self.about, self.outcome, follows) = (about, outcome, goTogether ? "together" : nil)
    }

    /// Whether all points of a recommendation are followed as one.
    public var goTogether: Bool { follows == "together" }

    /// The recommendations that it is about, in the order of its points where they are several.
    public var concerns: [String] { (about ?? "").split(separator: " ").map(String.init) }

    /// Without numbers that were typed before them: the minutes number them.
    public var points: [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            String(line.drop(while: \.isWhitespace)).replacing(/^(\d{1,2}[.)]|[-*•])\s+/, with: "")
        }.filter { !$0.isEmpty }
    }

    /// What becomes of a recommendation to which something is added, in the words of ``MinutedMeeting/Concern``.
    private static let addendum = "agreed with an addendum"

    func check() throws(MinutesRefusal) {
        guard !points.isEmpty else { throw .wordsWanted("Write what is decided") }
        guard concerns.count < 2 || concerns.count == points.count else {
            throw .wordsWanted("Write \(concerns.count) points, one about each recommendation in their order")
        }
        guard outcome != Self.addendum || points.contains(where: { $0.contains("with the addendum that ") }) else {
            throw .wordsWanted(
                "Write what was added after “with the addendum that”, in the point to which it was added")
        }
        guard style != .recommended || !to.isEmpty else { throw .wordsWanted("Say to which body it is recommended") }
    }
}

/// Something that somebody is to do.
public struct ActionPoint: Codable, Hashable, Sendable {
    public let id: String
    public let text: String
    public let owner: String
    /// "2016-03-01"; empty where no day was set.
    public let due: String

    public init(id: String, text: String, owner: String, due: String) {
        (self.id, self.text, self.owner, self.due) = (id, text, owner, due)
    }
}

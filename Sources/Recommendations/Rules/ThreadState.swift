import Publishing
import Storage

/// How a recommendation stands: before whom it is, what is awaited, and by when.
public struct ThreadState: Hashable, Sendable {
    public enum Stage: Hashable, Sendable {
        /// Made, and sent to nobody yet.
        case made
        /// Sent to a body, whose next agenda it waits for.
        case waits(ThreadBody)
        /// An item of a meeting.
        case before(ThreadBody, MeetingMention?)
        case decided(ThreadBody, Outcome)
        case answered(ThreadBody, Acceptance)
        case underWay
        case done
        case withdrawn
    }

    public private(set) var stage = Stage.made
    /// Since when.
    public private(set) var since: Day?
    /// Who is asked to answer and has not; nil where nobody is.
    public private(set) var awaiting: Awaiting?
    /// What the body that was asked decided of it in its meeting, until its answer is entered: the answer is in writing, and the
    /// minute is where it comes from. Nil where it has not decided.
    public private(set) var unanswered: Decided?
    /// Who was asked and sent it on, so that their answer moves it no more.
    private var passedOn: [ThreadBody] = []

    /// An answer that is awaited.
    public struct Awaiting: Hashable, Sendable {
        public let body: ThreadBody
        public var due: ResponseDue
        /// Who is to answer for it: identifier and name; nil where nobody was named.
        public var person: Person?

        public struct Person: Hashable, Sendable {
            public let key: String
            public let name: String
        }

        /// "Cabinet (Cllr Lin Fairbrass)"
        public var words: String { person.map { "\(body.name) (\($0.name))" } ?? body.name }
    }

    /// A decision of the body that was asked to answer.
    public struct Decided: Hashable, Sendable {
        public let body: ThreadBody
        public let outcome: Outcome
        public let step: ThreadStep

        /// "Decided by Cabinet (minute 12); its answer is not entered"
        public var words: String { "\(place); its answer is not entered" }

        /// The same for everybody, who read what is published.
        public var openWords: String { "\(place); its answer in writing is not published yet" }

        private var place: String {
            let details = step.details
            return "Decided by \(body.name)"
                + (details.minute.map { " (minute \($0))" } ?? details.on.map { " on \($0.words)" } ?? "")
        }
    }

    public init(of thread: RecommendationThread) {
        for step in thread.standing { apply(step) }
    }

    private mutating func apply(_ whole: ThreadStep) {
        let step = whole.details
        switch step.what {
        case .made: move(.made, step)
        case .reworded, .struck: break
        case .sent(let to, let asks):
            move(.waits(to), step)
            // Whoever sends it on has said what it thinks of it: the next is asked.
            if let from = step.body, let known = awaiting, known.body.isSame(as: from) {
                awaiting = nil
                passedOn.append(from)
            }
            if asks, let day = step.on { awaiting = Awaiting(body: to, due: ResponseDue(from: day, under: step.law)) }
        case .received: if let body = step.body { move(.before(body, step.meeting), step) }
        case .outcome(let outcome, _): decide(outcome, whole)
        case .asked(let person, let name): awaiting?.person = .init(key: person, name: name)
        case .due(let day, let why):
            guard let known = awaiting, let day = Day(day) else { break }
            awaiting?.due = ResponseDue(
                from: known.due.from, under: step.law, changed: step.law == nil ? (day, why) : nil)
        case .response(let acceptance, _):
            guard let body = step.body ?? awaiting?.body else { break }
            if unanswered?.body.isSame(as: body) == true { unanswered = nil }
            if passedOn.contains(where: { $0.isSame(as: body) }), let now = self.body, !now.isSame(as: body) { break }
            if stage != .done { move(.answered(body, acceptance), step) }
            awaiting = nil
        case .action(_, _, let isComplete):
            move(isComplete ? .done : .underWay, step)
            if isComplete { awaiting = nil }
        }
    }

    private mutating func decide(_ outcome: Outcome, _ whole: ThreadStep) {
        let step = whole.details
        guard let body = step.body else { return }
        guard outcome != .withdrawn else {
            (awaiting, unanswered) = (nil, nil)
            return move(.withdrawn, step)
        }
        if outcome.isFavourable || outcome == .notAgreed,
            let asked = awaiting?.body ?? unanswered?.body, asked.isSame(as: body)
        {
            unanswered = Decided(body: body, outcome: outcome, step: whole)
        }
        if outcome == .notAgreed { awaiting = nil }
        // A body that deferred it has it on its next agenda again.
        move(outcome == .deferred ? .waits(body) : .decided(body, outcome), step)
    }

    private mutating func move(_ stage: Stage, _ step: StepDetails) {
        (self.stage, since) = (stage, step.on)
    }

    /// Whether something is still to become of it.
    public var isOpen: Bool {
        if awaiting != nil { return true }
        switch stage {
        case .made, .waits, .before, .underWay: return true
        case .decided(_, let outcome): return outcome.isFavourable
        case .answered(_, let acceptance): return acceptance != .not
        case .done, .withdrawn: return false
        }
    }

    /// What the body decided whose answer is awaited; nil where it has not, or where no answer is awaited.
    public var decided: Decided? {
        guard let awaiting, let unanswered, unanswered.body.isSame(as: awaiting.body) else { return nil }
        return unanswered
    }

    /// Whether the body that was asked decided by the day on which its answer is due, though the answer is not entered.
    public var isDecidedInTime: Bool {
        guard let due = awaiting?.due.day, let day = decided?.step.details.on else { return false }
        return day <= due
    }

    public func isOverdue(on today: Day) -> Bool {
        !isDecidedInTime && awaiting?.due.isOver(on: today) ?? false
    }

    /// Who has not answered, or that they decided and their answer is not entered; empty where nobody is awaited.
    public var awaited: String {
        // What is not agreed awaits nobody, and its answer is still to be entered.
        if case .decided(_, .notAgreed) = stage, let unanswered { return unanswered.words }
        return decided?.words ?? awaiting?.words ?? ""
    }

    /// The body before which it is now; nil where it is before none.
    public var body: ThreadBody? {
        switch stage {
        case .waits(let body), .before(let body, _), .decided(let body, _), .answered(let body, _): body
        case .made, .underWay, .done, .withdrawn: nil
        }
    }

    /// The day of the meeting on whose agenda it is; nil where it is on none, or the day is not known.
    public var onAgendaOf: Day? {
        if case .before(_, let meeting?) = stage { Day(meeting.day) } else { nil }
    }

    /// As ``words``, and where the meeting has been and its outcome is not entered, that.
    public func words(on today: Day) -> String {
        onAgendaOf.flatMap { AgendaOutcome.unknown(of: body?.name ?? "", since: $0, on: today) } ?? words
    }

    /// "Waits for Cabinet’s next meeting"
    public var words: String {
        switch stage {
        case .made: "Made"
        case .waits(let body): "Waits for the next meeting of \(body.name)"
        case .before(let body, let meeting):
            (meeting.flatMap { Day($0.day) }).map { "Before \(body.name) on \($0.words)" } ?? "Before \(body.name)"
        case .decided(let body, let outcome): "\(outcome.title) by \(body.name)"
        case .answered(let body, let acceptance): "\(acceptance.title) by \(body.name)"
        case .underWay: "Being carried out"
        case .done: "Done"
        case .withdrawn: "Withdrawn"
        }
    }
}

extension ThreadState {
    /// What is most urgent comes first: overdue answers, then those that are due, then what is open, then what is done.
    public struct Urgency: Comparable, Hashable, Sendable {
        private let rank: Int
        private let day: String

        init(_ state: ThreadState, on today: Day) {
            if let awaiting = state.awaiting {
                (rank, day) = (state.isOverdue(on: today) ? 0 : 1, awaiting.due.day.description)
            } else {
                (rank, day) = (state.isOpen ? 2 : 3, state.since?.description ?? "")
            }
        }

        public static func < (one: Urgency, other: Urgency) -> Bool { (one.rank, one.day) < (other.rank, other.day) }
    }

    public func urgency(on today: Day) -> Urgency { Urgency(self, on: today) }
}

import Foundation
import Storage

/// A report that was finished, as far as its recommendations are followed.
public struct FinishedPaper: Sendable {
    /// Within the site.
    public let address: String
    public let version: Int
    public let title: String
    public let on: Day
    /// The bodies that it goes to, in their order.
    public let path: [ThreadBody]
    public let withheld: ThreadStart.Withheld?
    /// With the identifier that each has in its report.
    public let recommendations: [(id: String, text: String, deciding: ThreadBody?)]

    public init(
        address: String, version: Int, title: String, on day: Day, path: [ThreadBody],
        withheld: ThreadStart.Withheld?,
        recommendations: [(id: String, text: String, deciding: ThreadBody?)]
    ) {
        (self.address, self.version, self.title, on) = (address, version, title, day)
        (self.path, self.withheld, self.recommendations) = (path, withheld, recommendations)
    }
}

/// What a meeting decided, as its minutes have it.
public struct MinutedDecisions: Sendable {
    public let meeting: MeetingMention
    public let body: ThreadBody
    /// "Overview & Scrutiny Panel, 9 February 2016"
    public let title: String
    /// Within the site.
    public let address: String
    public let all: [Decision]

    public struct Decision: Sendable {
        /// The same as long as it stands in the minutes.
        public let key: String
        public let item: String
        public let minute: Int?
        /// In Markdown.
        public let text: String
        /// To which body it is recommended; empty of what is not.
        public let to: String
        /// The recommendation that it is about; nil where it is about none.
        public let about: String?
        public let outcome: Outcome
        public let isWithheld: Bool
        /// Why it is; nil where it is not, or nobody said.
        public let withheld: ThreadStart.Withheld?
        /// Where it stands in a list of recommendations; nil where it stands alone.
        public let point: PointOfList?

        public init(
            key: String, item: String, minute: Int?, text: String, to: String, about: String?, outcome: Outcome,
            isWithheld: Bool, withheld: ThreadStart.Withheld? = nil, point: PointOfList? = nil
        ) {
            (self.key, self.item, self.minute, self.text) = (key, item, minute, text)
            (self.to, self.about, self.outcome, self.isWithheld) = (to, about, outcome, isWithheld)
            (self.withheld, self.point) = (withheld, point)
        }
    }

    public init(meeting: MeetingMention, body: ThreadBody, title: String, address: String, all: [Decision]) {
        (self.meeting, self.body, self.title, self.address, self.all) = (meeting, body, title, address, all)
    }
}

/// Enters what follows of itself from reports, agendas and minutes, in the transaction of the deed that it follows from.
public struct ThreadKeeping: Sendable {
    private let identities: Identities

    public init(identities: Identities) {
        self.identities = identities
    }

    /// Follows the recommendations of a report, each from its first final version on.
    ///
    /// - Throws: `DatabaseFault`
    public func follow(_ paper: FinishedPaper, by actor: Entry.Actor, at time: Date, in db: Writing) throws {
        let source = StepSource.report(address: paper.address, version: paper.version)
        let key = "report \(paper.address) \(paper.version)"
        for recommendation in paper.recommendations {
            guard let id = ID<RecommendationThread>(recommendation.id) else { continue }
            let isWithheld = paper.withheld != nil
            if let known = try db.thread(id) {
                let hidden = isWithheld && !known.isWithheld
                guard known.reportText != recommendation.text || hidden else { continue }
                let step = StepDetails(
                    .reworded(text: recommendation.text), on: paper.on, isWithheld: isWithheld, from: source)
                try db.enter(step, of: id, from: key, by: actor, at: time)
            } else {
                try db.begin(
                    id,
                    ThreadStart(
                        origin: "report \(recommendation.id)", from: paper.title, address: paper.address,
                        deciding: recommendation.deciding, path: paper.path, withheld: paper.withheld), by: actor,
                    at: time)
                let step = StepDetails(
                    .made(text: recommendation.text), on: paper.on, isWithheld: isWithheld, from: source)
                try db.enter(step, of: id, from: key, by: actor, at: time)
            }
            try db.indexThread(id)
        }
    }

    /// Notes that a recommendation is an item of a meeting, once, and with it those of the same report whose way leads there too.
    ///
    /// - Throws: `DatabaseFault`
    public func receive(
        _ recommendation: String, at meeting: MeetingMention, of body: ThreadBody, on day: Day, by actor: Entry.Actor,
        at time: Date, in db: Writing
    ) throws {
        guard let id = ID<RecommendationThread>(recommendation), let thread = try db.thread(id) else { return }
        let others = try db.threads().filter { other in
            other.isOfSameReport(as: thread) && other.start.leads(to: body)
                && !other.bodies.contains { $0.isSame(as: body) }
        }
        for thread in [thread] + others {
            try receive(thread, at: meeting, of: body, on: day, by: actor, at: time, in: db)
        }
    }

    /// Notes that the recommendations of a report whose way leads to a body are an item of its meeting, once.
    ///
    /// - Parameter address: the report’s, within the site.
    /// - Throws: `DatabaseFault`
    public func receive(
        report address: String, at meeting: MeetingMention, of body: ThreadBody, on day: Day, by actor: Entry.Actor,
        at time: Date, in db: Writing
    ) throws {
        for thread in try db.threads() where thread.start.address == address && thread.start.leads(to: body) {
            try receive(thread, at: meeting, of: body, on: day, by: actor, at: time, in: db)
        }
    }

    private func receive(
        _ thread: RecommendationThread, at meeting: MeetingMention, of body: ThreadBody, on day: Day,
        by actor: Entry.Actor, at time: Date, in db: Writing
    ) throws {
        guard !thread.isItem(ofMeeting: meeting.id), ThreadState(of: thread).stage != .withdrawn else { return }
        let step = StepDetails(.received, on: day, of: body, at: meeting, isWithheld: thread.isWithheld, from: .agenda)
        try db.enter(step, of: thread.id, from: "agenda \(meeting.id)", by: actor, at: time)
    }

    /// Takes over what a meeting decided, once for each decision. What is not in its minutes any more is struck out.
    ///
    /// - Throws: `DatabaseFault`
    public func take(_ minutes: MinutedDecisions, by actor: Entry.Actor, at time: Date, in db: Writing) throws {
        try strike(minutes, by: actor, at: time, in: db)
        for decision in minutes.all where try !isKnown(decision, of: minutes, in: db) {
            let concerned = try decision.about.flatMap { ID<RecommendationThread>($0) }.flatMap { try db.thread($0) }
            guard concerned != nil || !decision.to.isEmpty else { continue }
            let thread: ID<RecommendationThread>
            if let concerned {
                thread = concerned.id
                try enter(
                    outcome(decision, of: concerned), of: decision, minutes, on: thread, by: actor, at: time, in: db)
            } else {
                thread = identities.new(at: time)
                try db.begin(thread, start(decision, minutes), by: actor, at: time)
                try enter(.made(text: decision.text), of: decision, minutes, on: thread, by: actor, at: time, in: db)
            }
            if !decision.to.isEmpty {
                let (to, asks) = try db.body(named: decision.to)
                let what = StepDetails.What.sent(to: to, asksForResponse: asks)
                try enter(what, of: decision, minutes, on: thread, by: actor, at: time, in: db)
            }
            try db.indexThread(thread)
        }
    }

    /// Whether a decision, with all its points, is followed as one.
    ///
    /// - Throws: `DatabaseFault`
    public func isFollowed(_ decision: String, ofMeeting meeting: String, in db: Reading) throws -> Bool {
        try !db.threads(from: "minutes \(meeting) \(decision)").isEmpty
    }

    private func isKnown(_ decision: MinutedDecisions.Decision, of minutes: MinutedDecisions, in db: Reading) throws
        -> Bool
    {
        try db.threads(from: minutes.source(decision.key)).contains { thread in
            thread.standing.contains {
                $0.details.source == .minutes(decision: decision.key) && !$0.details.isResponse
            }
        }
    }

    private func start(_ decision: MinutedDecisions.Decision, _ minutes: MinutedDecisions) -> ThreadStart {
        ThreadStart(
            origin: minutes.source(decision.key),
            from: minutes.title + (decision.point.map { ", \($0.words)" } ?? ""), address: minutes.address,
            withheld: decision.isWithheld
                ? decision.withheld ?? .init(isConfidential: false, paragraphs: [], reasoning: "") : nil)
    }

    private func outcome(
        _ decision: MinutedDecisions.Decision, of thread: RecommendationThread
    ) -> StepDetails.What {
        let added = ThreadText.addendum(in: decision.text) ?? decision.text
        let before = ThreadText.beforeAddendum(in: decision.text)
        let isMere = AgreedWords(before ?? (decision.outcome == .addendum ? "" : decision.text), of: thread).areMere
        return switch decision.outcome {
        // What else was decided is kept with it: which points were agreed, and which were not.
        case .addendum where !isMere, .agreed where !isMere: .outcome(decision.outcome, words: decision.text)
        // Who agrees it with the addendum that it came with adds nothing.
        case .addendum where thread.text.says(added): .outcome(.agreed, words: "")
        case .addendum: .outcome(.addendum, words: added)
        case .amended, .notAgreed, .part: .outcome(decision.outcome, words: decision.text)
        default: .outcome(decision.outcome, words: "")
        }
    }

    private func enter(
        _ what: StepDetails.What, of decision: MinutedDecisions.Decision, _ minutes: MinutedDecisions,
        on thread: ID<RecommendationThread>, by actor: Entry.Actor, at time: Date, in db: Writing
    ) throws {
        guard let day = Day(minutes.meeting.day) else { return }
        let meeting = MeetingMention(id: minutes.meeting.id, day: minutes.meeting.day, item: decision.item)
        var step = StepDetails(
            what, on: day, of: minutes.body, at: meeting, minute: decision.minute, isWithheld: decision.isWithheld,
            from: .minutes(decision: decision.key))
        step.point = decision.point
        try db.enter(step, of: thread, from: minutes.source(decision.key), by: actor, at: time)
    }

    /// Strikes out what was taken over of decisions that are gone. A recommendation that began so counts as withdrawn.
    private func strike(_ minutes: MinutedDecisions, by actor: Entry.Actor, at time: Date, in db: Writing) throws {
        let keys = Set(minutes.all.map(\.key))
        for thread in try db.threads() {
            let gone = thread.standing.filter { step in
                guard step.details.meeting?.id == minutes.meeting.id,
                    case .minutes(let key) = step.details.source
                else { return false }
                return !keys.contains(key)
            }
            guard !gone.isEmpty, ThreadState(of: thread).stage != .withdrawn, let day = Day(minutes.meeting.day) else {
                continue
            }
            for step in gone {
                let what: StepDetails.What =
                    if case .made = step.details.what { .outcome(.withdrawn, words: "") } else {
                        .struck(step: step.number, why: "It is not in the minutes any more.")
                    }
                try db.enter(
                    StepDetails(what, on: day, of: minutes.body, at: minutes.meeting), of: thread.id, by: actor,
                    at: time)
            }
            try db.indexThread(thread.id)
        }
    }
}

extension MinutedDecisions {
    fileprivate func source(_ decision: String) -> String { "minutes \(meeting.id) \(decision)" }
}

extension RecommendationThread {
    /// As the newest final version of its report has it.
    fileprivate var reportText: String? {
        steps.last { step in
            if case .report = step.details.source { return true }
            return false
        }.flatMap { step in
            switch step.details.what {
            case .made(let text), .reworded(let text): text
            default: nil
            }
        }
    }
}

extension StepDetails {
    /// An answer that was entered from a minute is not what the minute says.
    fileprivate var isResponse: Bool {
        if case .response = what { return true }
        return false
    }
}

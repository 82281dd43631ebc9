import Foundation
import Storage
import WorkingDays

/// What became of a decision, or of a notice in the forward plan, after it was published. It is added and never changed.
public struct RegisterEvent: Hashable, Sendable {
    public enum Kind: String, Sendable, SQLConvertible, CaseIterable {
        case calledIn = "called in"
        case confirmed
        case referredBack = "referred back"
        case toCouncil = "referred to Council"
        case decided
        case dropped

        /// "Called in"
        public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    public let kind: Kind
    public let on: Day
    /// The reasons; of a plan’s decision where it is to be read, as it stands in addresses.
    public let words: String
    /// Who signed a call-in.
    public let names: [String]
    public let at: Date
    public let by: String

    public init(_ kind: Kind, on day: Day, saying words: String, names: [String] = [], at time: Date, by: String) {
        (self.kind, self.on, self.words, self.names, self.at, self.by) = (kind, day, words, names, time, by)
    }
}

/// A decision as everybody reads it: the version that stands, and what became of it.
public struct RegisteredDecision: Sendable, Hashable {
    public let publication: Publication
    public let version: PublishedVersion
    public let statement: DecisionStatement
    /// The first first.
    public let events: [RegisterEvent]

    /// When its first version was published.
    public var publishedAt: Date { publication.versions.last?.publishedAt ?? version.publishedAt }
    public var slug: String { publication.slug }
    public var standing: DecisionStanding { DecisionStanding(statement, events: events) }
}

/// A notice of the forward plan as everybody reads it.
public struct PlannedDecision: Sendable, Hashable {
    public let publication: Publication
    public let version: PublishedVersion
    public let statement: PlanStatement
    public let events: [RegisterEvent]

    public var publishedAt: Date { publication.versions.last?.publishedAt ?? version.publishedAt }
    public var slug: String { publication.slug }
    /// As a decision of the register, once it was made.
    public var decision: String? { events.last { $0.kind == .decided }?.words }
    public var dropped: RegisterEvent? { events.last { $0.kind == .dropped } }
    public var isAhead: Bool { decision == nil && dropped == nil }
}

/// Whether a decision may be carried out (D96): not while it may be called in, nor while it is called in.
public struct DecisionStanding: Hashable, Sendable {
    public enum State: String, Sendable, CaseIterable {
        case open = "call-in open"
        case calledIn = "called in"
        case back = "referred back"
        case council = "referred to Council"
        case recommended = "recommended to Council"
        case inForce = "in force"

        public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    private let terms: CallInTerms
    private let urgency: Urgency
    private let last: RegisterEvent?
    /// Whether full Council decides what this recommends (SI 2000/2853, regulation 4 and Schedule 3; D98).
    private let isForCouncil: Bool

    init(_ statement: DecisionStatement, events: [RegisterEvent]) {
        (terms, urgency) = (statement.callIn, statement.urgency)
        last = events.last
        isForCouncil = statement.strategy == .recommends
    }

    public func state(on day: Day) -> State {
        switch last?.kind {
        case .calledIn: .calledIn
        case .referredBack: .back
        case .toCouncil: .council
        default: from.map { $0 <= day } ?? true ? isForCouncil ? .recommended : .inForce : .open
        }
    }

    /// The first day on which it may be carried out; nil where it may be at once, or nobody can say yet.
    public var from: Day? {
        switch last?.kind {
        case .calledIn, .referredBack, .toCouncil: nil
        case .confirmed: last?.on
        default: terms.period.flatMap { $0.endsOn.next }
        }
    }

    /// Whether it may be called in on a day.
    public func mayBeCalledIn(on day: Day) -> Bool {
        guard last == nil, let period = terms.period else { return false }
        return (period.publishedOn...max(period.endsOn, period.publishedOn)).contains(day)
    }

    /// In a sentence, for everybody.
    public func words(on day: Day) -> String {
        switch (state(on: day), last) {
        case (.recommended, _): return "It recommends; full Council decides, and nothing is carried out before it has"
        case (.calledIn, let last?):
            return "It was called in on \(last.on.words). Nothing may be done on it until that is settled"
        case (.back, let last?):
            return
                "It was called in and on \(last.on.words) referred back to whoever decided. It may not be carried out"
        case (.council, let last?):
            return
                "It was called in and on \(last.on.words) referred to full Council. It may not be carried out until Council has met"
        case (.open, _):
            guard let period = terms.period, let from else { break }
            let after = isForCouncil ? "goes to full Council" : "may be carried out"
            return
                "It may be called in until the end of \(period.endsOn.words), and \(after) from \(from.words) if it is not"
        case (.inForce, let last?):
            return "It was called in, confirmed on \(last.on.words), and may be carried out since"
        default: break
        }
        if urgency.isUrgent == true {
            return
                "It may be carried out at once: it is urgent and exempt from call-in, which \(urgency.agreedBy) agreed"
        }
        return from.map { "It may be carried out since \($0.words)" }
            ?? "It may be carried out: it is not subject to call-in"
    }
}

extension Day {
    fileprivate var next: Day? { adding(days: 1) }
}

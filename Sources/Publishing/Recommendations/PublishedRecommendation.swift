import Foundation
import Storage

/// A recommendation as everybody is told of it, from the body that made it to what was done.
public struct PublishedRecommendation: Codable, Hashable, Sendable {
    /// The same from body to body.
    public let id: String
    public var title: String
    /// The report or the meeting that it stems from.
    public var from: String
    /// As it is recommended, in Markdown.
    public var text: String
    /// As the body that decided it agreed it, where it changed the words; nil where it did not.
    public var agreed: String?
    /// "Waits for the next meeting of Cabinet"
    public var state: String
    public var stage: Stage
    /// The body before which it is; empty where it is before none.
    public var body: String
    /// The day of that body's meeting on whose agenda it is; nil where it is on none.
    public var onAgendaOf: String?
    /// The bodies that it is still to come before, in their order.
    public var ahead: [String]
    /// Who is asked to answer; nil where nobody is.
    public var awaited: Awaited?
    /// That the body that was asked decided and its answer is not entered; nil where that is not so.
    public var unanswered: String?
    /// In the order of its journey.
    public var steps: [Step]

    /// All of its first line, where there is room: lists cut it.
    public var heading: String {
        guard title.hasSuffix("…") else { return title }
        let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? title
        return String(first.replacing("*", with: "").replacing("#", with: "").drop(while: \.isWhitespace))
    }

    public enum Stage: String, Codable, Sendable, CaseIterable {
        case open, awaiting, decided, answered, underWay, done, closed

        /// "Awaiting an answer"
        public var title: String {
            switch self {
            case .open: "On its way"
            case .awaiting: "Awaiting an answer"
            case .decided: "Decided"
            case .answered: "Answered"
            case .underWay: "Being carried out"
            case .done: "Done"
            case .closed: "Closed"
            }
        }

        /// Whether nobody is waited for: it was decided, answered, or done.
        public var isSettled: Bool { self == .decided || self == .answered || self == .done }
    }

    public struct Awaited: Codable, Hashable, Sendable {
        public var body: String
        /// "2016-03-08"
        public var due: String
        /// How that day was found.
        public var explanation: String

        public init(body: String, due: String, explanation: String) {
            (self.body, self.due, self.explanation) = (body, due, explanation)
        }
    }

    public struct Step: Codable, Hashable, Sendable {
        /// "2016-02-09"
        public var day: String
        /// Empty of what no body did.
        public var body: String
        /// "Agreed with an addendum"
        public var title: String
        /// What else is to know of it, in Markdown; may be empty.
        public var words: String
        /// How the recommendation read before and after, where this changed it.
        public var changed: Changed?
        /// Where it was published, within the site.
        public var place: Place?

        public init(
            day: String, body: String, title: String, words: String = "", changed: Changed? = nil, place: Place? = nil
        ) {
            (self.day, self.body, self.title, self.words) = (day, body, title, words)
            (self.changed, self.place) = (changed, place)
        }
    }

    public struct Changed: Codable, Hashable, Sendable {
        public var before: String
        public var after: String

        public init(before: String, after: String) {
            (self.before, self.after) = (before, after)
        }
    }

    public struct Place: Codable, Hashable, Sendable {
        public var address: String
        public var title: String

        public init(address: String, title: String) {
            (self.address, self.title) = (address, title)
        }
    }

    public init(
        id: String, title: String, from: String, text: String, agreed: String? = nil, state: String, stage: Stage,
        body: String, onAgendaOf: String? = nil, ahead: [String], awaited: Awaited?, unanswered: String? = nil,
        steps: [Step]
    ) {
        (self.id, self.title, self.from, self.text, self.agreed) = (id, title, from, text, agreed)
        (self.state, self.stage, self.body, self.ahead) = (state, stage, body, ahead)
        (self.onAgendaOf, self.awaited, self.unanswered, self.steps) = (onAgendaOf, awaited, unanswered, steps)
    }

    /// How it stands for whoever reads it now: what was on an agenda when it was told has been dealt with since.
    public func state(on today: Day) -> String {
        onAgendaOf.flatMap { Day($0) }.flatMap { AgendaOutcome.unknown(of: body, since: $0, on: today) } ?? state
    }

    /// The day of the newest step that was taken; what is on an agenda is still to come.
    public func day(until today: Day) -> Day? { steps.compactMap { Day($0.day) }.last { $0 <= today } }

    /// The bodies that it came before, each once.
    public var bodies: [String] {
        var found: [String] = []
        for body in steps.map(\.body) + [self.body] where !body.isEmpty && !found.contains(body) { found.append(body) }
        return found
    }

    public func isOverdue(on today: Day) -> Bool { awaited.flatMap { Day($0.due) }.map { $0 < today } ?? false }
}

/// What everybody was told of a recommendation at one time. It is never changed: what becomes of it is told anew.
public struct RecommendationAnnouncement: Hashable, Sendable {
    /// From 1.
    public let number: Int
    public let recommendation: PublishedRecommendation
    public let at: Date
    /// Who announced it, as they were called then.
    public let by: String
}

/// What is said of a meeting that has been and of which nobody told yet what it decided.
public enum AgendaOutcome {
    /// Nil where the meeting is still to come.
    public static func unknown(of body: String, since day: Day, on today: Day) -> String? {
        day < today ? "Was before \(body) on \(day.words); what was decided there is not here yet" : nil
    }
}

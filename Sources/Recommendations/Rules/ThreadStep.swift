import Foundation
import Storage

/// One step of a recommendation on its way. None is ever changed: what was entered wrongly is struck out by a later one.
public struct ThreadStep: Hashable, Sendable {
    /// From 1, through the thread.
    public let number: Int
    public let details: StepDetails
    /// Who entered it, as they were called then.
    public let by: String
    public let at: Date

    public init(number: Int, _ details: StepDetails, by: String, at: Date) {
        (self.number, self.details, self.by, self.at) = (number, details, by, at)
    }
}

/// A step as it is entered.
public struct StepDetails: Codable, Hashable, Sendable {
    public var what: What
    /// "2016-02-09"
    public var day: String
    /// The body that did it, or before which it is; nil of what no body did.
    public var body: ThreadBody?
    public var meeting: MeetingMention?
    /// Where it stands in the minutes: 41.
    public var minute: Int?
    /// Which of several recommendations of that minute it is; nil where it stands there alone.
    public var point: PointOfList?
    /// Whether it may never be told outside.
    public var isWithheld: Bool
    public var source: StepSource
    /// Under which an answer is asked for; nil where nobody named one.
    public var law: AnsweringLaw?

    public init(
        _ what: What, on day: Day, of body: ThreadBody? = nil, at meeting: MeetingMention? = nil, minute: Int? = nil,
        isWithheld: Bool = false, from source: StepSource = .hand
    ) {
        (self.what, self.day, self.body, self.meeting) = (what, day.description, body, meeting)
        (self.minute, self.isWithheld, self.source) = (minute, isWithheld, source)
    }

    public enum What: Codable, Hashable, Sendable {
        /// Recommended first, in these words.
        case made(text: String)
        /// The report was finished again, and says it in other words.
        case reworded(text: String)
        /// Sent on to another body, and whether that one is asked to answer.
        case sent(to: ThreadBody, asksForResponse: Bool)
        /// On the agenda of a meeting.
        case received
        case outcome(Outcome, words: String)
        /// Who is to answer for the body that was asked.
        case asked(person: String, name: String)
        /// The answer is due on another day.
        case due(day: String, why: String)
        case response(Acceptance, reasons: String)
        case action(words: String, by: String, isComplete: Bool)
        /// Entered wrongly: that other step does not count.
        case struck(step: Int, why: String)
    }

    public var on: Day? { Day(day) }
}

/// A place in a list of recommendations that were made together.
public struct PointOfList: Codable, Hashable, Sendable {
    /// From 1.
    public let number: Int
    public let of: Int

    public init(number: Int, of: Int) {
        (self.number, self.of) = (number, of)
    }

    /// "point 3 of 6"
    public var words: String { "point \(number) of \(of)" }
}

/// A body, whether its meetings are kept here or not.
public struct ThreadBody: Codable, Hashable, Sendable {
    /// Its identifier; empty of one that is not among the partnership’s.
    public let key: String
    public let name: String

    public init(key: String = "", name: String) {
        (self.key, self.name) = (key, name)
    }

    /// Whether it is the same, whatever it is called now.
    public func isSame(as other: ThreadBody) -> Bool {
        key.isEmpty || other.key.isEmpty ? Self.plain(name) == Self.plain(other.name) : key == other.key
    }

    /// "the Cabinet" is Cabinet, and "Overview and Scrutiny Panel" is the Overview & Scrutiny Panel.
    static func plain(_ name: String) -> String {
        let words = name.lowercased().replacing("&", with: " and ").split { !$0.isLetter && !$0.isNumber }
        return (words.first == "the" ? words.dropFirst() : words[...]).joined(separator: " ")
    }
}

/// A meeting in which a step was taken.
public struct MeetingMention: Codable, Hashable, Sendable {
    public let id: String
    /// "2016-02-09"
    public let day: String
    /// The item of its agenda; nil where that is not known.
    public let item: String?

    public init(id: String, day: String, item: String? = nil) {
        (self.id, self.day, self.item) = (id, day, item)
    }
}

/// Where a step comes from.
public enum StepSource: Codable, Hashable, Sendable {
    /// The final version of a report.
    case report(address: String, version: Int)
    /// A decision in minutes.
    case minutes(decision: String)
    /// That it was put on an agenda.
    case agenda
    /// Somebody entered it.
    case hand
}

/// What a meeting made of a recommendation.
public enum Outcome: String, Codable, Sendable, CaseIterable {
    case agreed
    case amended = "agreed with amendments"
    case addendum = "agreed with an addendum"
    case part = "agreed in part"
    case notAgreed = "not agreed"
    case deferred, noted, withdrawn

    public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// Whether the meeting stands behind it.
    public var isFavourable: Bool { self == .agreed || wantsWords }
    /// Whether words of its own go with it.
    public var wantsWords: Bool { self == .amended || self == .addendum || self == .part }
}

/// How far a body that was asked does what is recommended.
public enum Acceptance: String, Codable, Sendable, CaseIterable {
    case whole = "accepted in whole"
    case part = "accepted in part"
    case not = "not accepted"

    public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    public var wantsReasons: Bool { self != .whole }
}

import Storage
import Wording

/// What the public may bring before one meeting, and until when.
public struct Hearing: Hashable, Sendable {
    public let kind: Submission.Kind
    /// The last day on which it may arrive.
    public let until: Day
    /// Until when, on that day; nil where the whole of it counts.
    public let cutoff: TimeOfDay?
    /// How many words it may have; nil where no rule says so.
    public let words: Int?
    /// For how many minutes one may speak to it; nil where no rule says so.
    public let minutes: Int?

    public init(kind: Submission.Kind, until: Day, cutoff: TimeOfDay?, words: Int? = nil, minutes: Int? = nil) {
        (self.kind, self.until, self.cutoff) = (kind, until, cutoff)
        (self.words, self.minutes) = (words, minutes)
    }

    /// Whether something came when it was too late. What came on the last day at an hour that nobody noted is in time.
    public func isLate(on day: Day, at time: TimeOfDay?) -> Bool {
        guard day == until, let time, let cutoff else { return day > until }
        return time > cutoff
    }

    /// "2 February 2016, 5.00 pm"
    var deadline: String { cutoff.map { "\(until.words), \($0.words)" } ?? until.words }
}

extension SubmissionDetails {
    /// What of the rules it does not keep, a sentence each: to be accepted all the same it needs a reason.
    public func concerns(at hearings: [Hearing]) -> [String] {
        guard let hearing = hearings.first(where: { $0.kind == kind }) else {
            return ["No rule of this body says that the public may bring a \(kind.rawValue)"]
        }
        var found: [String] = []
        if hearing.isLate(on: receivedOn, at: receivedAt) {
            found.append("It came late: the last moment was \(hearing.deadline)")
        }
        if let most = hearing.words, wordCount > most {
            found.append("It has \(wordCount.grouped) words, and \(most.grouped) are allowed")
        }
        return found
    }
}

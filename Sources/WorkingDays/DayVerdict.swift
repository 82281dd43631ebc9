import Storage

/// Whether one day counted, and why, as an explanation lists it.
public struct DayVerdict: Sendable, Hashable {
    /// What a day is in a count.
    public enum Standing: Sendable, Hashable {
        /// The day it starts from, of publication or decision: never counted.
        case start
        /// The first, second, … day that counts.
        case counted(Int)
        /// A day between that does not count.
        case leftOut
        /// The day of the meeting: never counted.
        case meeting
    }

    public let day: Day
    public let standing: Standing
    /// In words: "Counted: clear day 3", "Good Friday", "The offices are closed: training day".
    public let reason: String
}

/// A day found by counting on from another, with how every day between was counted.
public struct CountedDay: Sendable, Hashable {
    public let day: Day
    /// From the day it runs from to the day that was found.
    public let days: [DayVerdict]
}

/// Until when something must be published for a meeting, and why then.
public struct PublicationDeadline: Sendable, Hashable {
    public let meeting: Day
    /// The latest day on which to publish. The offices are open on it.
    public let day: Day
    /// Until when, on that day; nil where the whole day counts.
    public let cutoff: TimeOfDay?
    /// Every day from that of publication to that of the meeting.
    public let days: [DayVerdict]

    /// "9 February 2016 at 5.00 pm", or only the day where the whole of it counts.
    public var words: String { cutoff.map { "\(day.words) at \($0.words)" } ?? day.words }
}

/// How many clear days a publication gave before a meeting.
public struct NoticeGiven: Sendable, Hashable {
    /// The day that it counts as published on.
    public let day: Day
    /// Why that is not the day on which it was published: "Published on a Saturday"; nil where it is.
    public let moved: String?
    /// How many clear days there were; none where it was published on the day of the meeting or later.
    public let clearDays: Int
    /// How many there had to be.
    public let needed: Int
    /// Every day from that of publication to that of the meeting.
    public let days: [DayVerdict]

    public var isEnough: Bool { clearDays >= needed && !isTooLateForAny }

    /// Published on the day of the meeting or after it, which is no notice even where none is asked for.
    let isTooLateForAny: Bool
}

import Storage
import Wording
import WorkingDays

/// By when a body that was asked must answer: within 28 days of the day on which the recommendation was made to it, and where
/// that is not possible as soon as possible afterwards. (Crime and Disorder (Overview and Scrutiny) Regulations 2009, SI 2009/942,
/// regulation 7.)
public struct ResponseDue: Hashable, Sendable {
    /// The day on which it was sent.
    public let from: Day
    public let day: Day
    /// Why it is not the day that the count gives; nil where it is.
    public let why: String?

    public static let days = 28

    public init(from: Day, changed: (day: Day, why: String)? = nil) {
        self.from = from
        (day, why) = (changed?.day ?? Self.counted(from).day, changed?.why)
    }

    /// Every day of the calendar counts, and the day of sending does not.
    public static func counted(_ from: Day) -> CountedDay { DayCounting.calendar.day(days, after: from) }

    /// How the day was found.
    public var explanation: String {
        if let why { return "\(day.words) was set, because: \(why)".withFullStop }
        return "\(Self.days) days of the calendar after \(from.words), on which it was sent; that day is not counted "
            + "(SI 2009/942, regulation 7)."
    }

    public func isOver(on today: Day) -> Bool { day < today }
}

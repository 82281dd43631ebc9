import Storage
import Wording
import WorkingDays

/// By when a body that was asked must answer: where no law is named, within the 28 days that the partnership itself asks for; else by
/// the day of that law, or as soon as possible after it.
public struct ResponseDue: Hashable, Sendable {
    /// The day on which it was sent.
    public let from: Day
    public let day: Day
    /// Under which it is answered; nil where nobody said.
    public let law: AnsweringLaw?
    /// Why it is not the day that the count gives; nil where it is.
    public let why: String?

    public static let days = 28

    public init(from: Day, under law: AnsweringLaw? = nil, changed: (day: Day, why: String)? = nil) {
        (self.from, self.law) = (from, law)
        let counted = law == .executive ? AnsweringLaw.lastOfTwoMonths(from: from) : Self.counted(from).day
        (day, why) = (changed?.day ?? counted, changed?.why)
    }

    /// Every day of the calendar counts, and the day of sending does not.
    static func counted(_ from: Day) -> CountedDay { DayCounting.calendar.day(days, after: from) }

    /// The days one by one; nil where the time is not told in days.
    public var counted: CountedDay? { law == .executive ? nil : Self.counted(from) }

    /// How the day was found.
    public var explanation: String {
        if let why { return "\(day.words) was set, because: \(why)".withFullStop }
        let days =
            "\(Self.days) days of the calendar after \(from.words), on which it was sent; that day is not counted"
        return switch law {
        case nil: "\(days). The partnership itself asks for an answer in that time; no law is named that sets one."
        case .crimeAndDisorder?: "\(days) (\(AnsweringLaw.crimeAndDisorder.provision))."
        case .executive?:
            "Two months that begin with \(from.words), on which it was sent (\(AnsweringLaw.executive.provision))."
        }
    }

    /// The same for everybody: why somebody set another day is said to members alone.
    public var openExplanation: String { why == nil ? explanation : "\(day.words) was set for the answer." }

    public func isOver(on today: Day) -> Bool { day < today }
}

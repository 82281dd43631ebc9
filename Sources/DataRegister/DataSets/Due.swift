import DataFiles
import Foundation
import Storage
import WorkingDays

/// By when a delivery is due, counted from the end of the period it covers.
public enum Due: Hashable, Sendable {
    case days(Int)
    /// The duty of section 17A: "by the end of the following quarter" (SI 2007/1831).
    case endOfNextQuarter
    /// Nobody owes it: its publisher puts each month out so many months after it has ended, and it is fetched from there.
    case published(monthsAfter: Int)
    /// Nothing is awaited.
    case never

    /// The last day on which a delivery that covers a period is in time.
    public func day(for period: Period) -> Day? {
        switch self {
        case .days(let days): period.to.lastDay.adding(days: days)
        case .endOfNextQuarter:
            // January to March is due by the end of June, whichever month of its quarter the period ends in.
            Month(year: period.to.year, number: (period.to.number + 2) / 3 * 3).advanced(by: 3).lastDay
        case .published, .never: nil
        }
    }

    /// The last month that is surely out on a day: in the month after its months have passed nobody need wait for it any more. Nil where it is not put out month by month.
    public func lastPublished(by day: Day) -> Month? {
        guard case .published(let months) = self else { return nil }
        return Month(year: day.year, number: day.month).advanced(by: -months - 1)
    }
}

extension Due: SQLConvertible {
    public static var columnType: ColumnType { .text }

    public var sqlValue: Value {
        switch self {
        case .days(let days): .text("\(days) days")
        case .endOfNextQuarter: .text("end of next quarter")
        case .published(let months): .text("published \(months) months after")
        case .never: .text("never")
        }
    }

    public init?(sqlValue value: Value) {
        guard case .text(let text) = value else { return nil }
        switch text {
        case "end of next quarter": self = .endOfNextQuarter
        case "never": self = .never
        default:
            if text.hasPrefix("published "), let months = Int(text.split(separator: " ")[1]) {
                self = .published(monthsAfter: months)
                return
            }
            guard text.hasSuffix(" days"), let days = Int(text.dropLast(5)) else { return nil }
            self = .days(days)
        }
    }
}

extension Month {
    /// Of a year that days are not told of (before 1, after 9999) it is that of the nearest.
    var firstDay: Day {
        Day(year: min(max(year, 1), 9999), month: number, number: 1) ?? Day(.distantPast)
    }

    var lastDay: Day {
        let first = firstDay
        return (28...31).reversed().lazy.compactMap { Day(year: first.year, month: first.month, number: $0) }.first
            ?? first
    }
}

import Storage
import WorkingDays

/// How a series of meetings goes on from its first day.
public enum Recurrence: String, Sendable, CaseIterable {
    case never, weekly, fortnightly, monthly, quarterly

    public var title: String {
        switch self {
        case .never: "It is one meeting"
        case .weekly: "Every week"
        case .fortnightly: "Every two weeks"
        case .monthly: "Every month, on the same day of the week"
        case .quarterly: "Every three months, on the same day of the week"
        }
    }

    /// The first day and so many after it. What was the second Tuesday of its month is the second Tuesday of the others; a
    /// fifth is the last.
    ///
    /// - Parameter count: of meetings together, 1 to 60.
    public func days(from first: Day, count: Int) -> [Day] {
        let count = self == .never ? 1 : min(max(count, 1), 60)
        return (0..<count).map { step in
            switch self {
            case .never: first
            case .weekly: first.adding(days: 7 * step)
            case .fortnightly: first.adding(days: 14 * step)
            case .monthly: Self.sameWeekday(as: first, months: step)
            case .quarterly: Self.sameWeekday(as: first, months: 3 * step)
            }
        }
    }

    private static func sameWeekday(as first: Day, months: Int) -> Day {
        let place = (first.number - 1) / 7
        let month = first.year * 12 + first.month - 1 + months
        guard let start = Day(year: month / 12, month: month % 12 + 1, number: 1) else { return first }
        let shift = (Weekday(of: first).rawValue - Weekday(of: start).rawValue + 7) % 7
        let day = start.adding(days: shift + 7 * place)
        return day.month == start.month ? day : day.adding(days: -7)
    }
}

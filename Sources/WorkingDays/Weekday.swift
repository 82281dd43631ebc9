import Storage

/// A day of the week.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    public init(of day: Day) {
        // 1 January 1970 was a Thursday.
        let days = (day.serial + 3) % 7
        self = Self.allCases[days < 0 ? days + 7 : days]
    }

    /// "Tuesday"
    public var name: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue]
    }
}

extension Weekday: Comparable {
    /// Monday is the first.
    public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}

extension Day {
    /// "Tuesday 9 February 2016"
    public var withWeekday: String { "\(Weekday(of: self).name) \(words)" }
}

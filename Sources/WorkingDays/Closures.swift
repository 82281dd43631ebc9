import Storage

/// Days that a partnership itself adds to the calendar, each with its reason.
public struct Closures: Sendable, Hashable {
    /// Days on which the offices are closed and others are not: "training day", "moving to Cecil Square".
    public var offices: [Day: String]
    /// Days appointed for public thanksgiving or mourning, and bank holidays that were proclaimed since the calendar
    /// here was written: "National day of mourning".
    public var proclaimed: [Day: String]

    public init(offices: [Day: String] = [:], proclaimed: [Day: String] = [:]) {
        self.offices = offices
        self.proclaimed = proclaimed
    }

    /// No days but those that everybody knows.
    public static let none = Closures()

    /// Why the offices are closed on a day: "Saturday", "Good Friday", "The offices are closed: training day". Nil where
    /// they are open.
    public func reasonClosed(_ day: Day) -> String? {
        let weekday = Weekday(of: day)
        if weekday >= .saturday { return weekday.name }
        return BankHolidays.name(of: day) ?? proclaimed[day] ?? closed(day)
    }

    /// The day itself where the offices are open, otherwise the next one on which they are.
    public func firstOpenDay(from day: Day) -> Day { openDay(day, 1) }

    /// The day itself where the offices are open, otherwise the last one before it on which they were.
    public func lastOpenDay(upTo day: Day) -> Day { openDay(day, -1) }

    /// "The offices are closed: training day", where the partnership closed them.
    func closed(_ day: Day) -> String? { offices[day].map { "The offices are closed: \($0)" } }

    private func openDay(_ day: Day, _ step: Int) -> Day {
        var day = day
        while reasonClosed(day) != nil {
            let next = day.adding(days: step)
            // The calendar ends somewhere.
            guard next != day else { break }
            day = next
        }
        return day
    }
}

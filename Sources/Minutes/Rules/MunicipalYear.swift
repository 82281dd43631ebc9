import Storage
import WorkingDays

/// The year through which minutes are numbered: from a council's annual meeting in May to the next.
public struct MunicipalYear: Hashable, Sendable {
    /// 2015 of 2015/16.
    public let number: Int

    /// - Parameter begins: the days on which years began, as far as they are known.
    public init(of day: Day, begins: [Int: Day] = [:]) {
        number = day < (begins[day.year] ?? Self.likelyBeginning(of: day.year) ?? day) ? day.year - 1 : day.year
    }

    /// "2015/16"
    public var words: String { "\(number)/\(String(String(number + 1).suffix(2)))" }

    /// Two weeks after the first Thursday in May, the ordinary day of election: an annual meeting is held within the three weeks
    /// after councillors retire (LGA 1972 Sch 12 para 1). Somebody says which day it was before any number is given.
    static func likelyBeginning(of year: Int) -> Day? {
        let thursdays = (1...31).compactMap { Day(year: year, month: 5, number: $0) }
            .filter { Weekday(of: $0) == .thursday }
        return thursdays.count > 2 ? thursdays[2] : nil
    }
}

/// How the minutes of a body are numbered through a year.
public struct YearNumbering: Hashable, Sendable {
    public let year: MunicipalYear
    /// The day of the annual meeting.
    public let beginsOn: Day
    /// A partnership that was numbered elsewhere before goes on from there.
    public let first: Int
    /// The number that is given next.
    public let next: Int
    /// Whether somebody said so, and no longer can otherwise: numbers were given.
    public let isSettled: Bool
}

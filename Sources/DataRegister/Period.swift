import DataFiles

/// Whole months on end, both ends included.
public struct Period: Hashable, Sendable {
    public let from: Month
    public let to: Month

    /// - Throws: ``PeriodRefusal`` where it ends before it begins or is longer than ten years.
    public init(from: Month, to: Month) throws(PeriodRefusal) {
        guard from <= to else { throw .endsBeforeItBegins(from: from, to: to) }
        guard from.distance(to: to) < 120 else { throw .tooLong(from: from, to: to) }
        self.from = from
        self.to = to
    }

    init(first: Month, count: Int) {
        from = first
        to = first.advanced(by: count - 1)
    }

    public var months: [Month] { Array(from...to) }
    public var count: Int { from.distance(to: to) + 1 }

    /// The same months of the year before.
    public var yearBefore: Period { Period(first: from.yearBefore, count: count) }

    /// What it is set against where nobody chose: the same months of the year before, and of more than a year what was before it.
    public var usualComparison: Period { count > 12 ? before : yearBefore }

    /// Some of its months on end, by their place in it.
    public func part(_ places: ClosedRange<Int>) -> Period {
        Period(first: from.advanced(by: places.lowerBound), count: places.count)
    }

    /// Whether both have the same months of the calendar, so that the season is the same on both sides.
    public func hasSameSeason(as other: Period) -> Bool {
        count == other.count && from.number == other.from.number
    }

    /// The year in which most of its months lie, the earlier where two share them: whose population it is set against.
    public var mainYear: Int {
        let years = Dictionary(grouping: months, by: \.year).mapValues(\.count)
        return years.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? from.year
    }
}

extension Period: CustomStringConvertible {
    /// As it is read: "2015", "January to November 2014", "October 2014 to March 2015", "June 2014".
    public var description: String {
        if from.number == 1, to.number == 12 {
            return from.year == to.year ? "\(from.year)" : "\(from.year) to \(to.year)"
        }
        if from == to { return "\(from.name) \(from.year)" }
        if from.year == to.year { return "\(from.name) to \(to.name) \(to.year)" }
        return "\(from.name) \(from.year) to \(to.name) \(to.year)"
    }
}

/// Why two months make no period.
public enum PeriodRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case endsBeforeItBegins(from: Month, to: Month)
    case tooLong(from: Month, to: Month)
    /// A part of a year is never set against the whole of another.
    case unequal(Period, Period)

    public var description: String {
        switch self {
        case .endsBeforeItBegins(let from, let to):
            "The period ends (\(to)) before it begins (\(from)). Choose a last month that is not before the first."
        case .tooLong(let from, let to):
            "From \(from) to \(to) is more than ten years. Choose a shorter period."
        case .unequal(let period, let other):
            "\(period) has \(period.count) months and \(other) has \(other.count). "
                + "Compare periods of the same length, or a part of a year looks like a fall."
        }
    }
}

import DataFiles
import DataRegister
import Storage
import Wording

/// Which months the data that are here tell of, in the partnership's own district.
public struct MonthsHere: Sendable, Hashable {
    /// Those that are told month by month.
    public let monthly: Set<Month>
    /// The calendar years that are told in one number.
    public let years: Set<Int>

    public init(monthly: Set<Month>, years: Set<Int>) {
        (self.monthly, self.years) = (monthly, years)
    }

    /// Those of a period that are told. A year's number tells of its months only where all of them are asked for.
    func months(in period: Period) -> [Month] {
        let all = Set(period.months)
        return period.months.filter { month in
            monthly.contains(month)
                || years.contains(month.year) && all.isSuperset(of: Period.calendarYear(month.year).months)
        }
    }

    /// Those of a period that are not told.
    func missing(in period: Period) -> [Month] {
        let here = Set(months(in: period))
        return period.months.filter { !here.contains($0) }
    }

    /// The last twelve whole months that are here, or the last whole year where nothing is told by the month; nil where
    /// neither is. What lies in the future is in no data.
    var usual: Period? { Period.lastTwelve(of: monthly) ?? years.max().map(Period.calendarYear) }

    /// What must be said before somebody takes months that are not here, or have not ended.
    ///
    /// - Parameters:
    ///   - periods: the months that are looked at, and those they are set against.
    func doubts(about periods: [Period], on today: Day) -> [String] {
        let now = Month(year: today.year, number: today.month)
        return periods.flatMap { period -> [String] in
            let coming = period.months.filter { $0 >= now }
            let missing = missing(in: period).filter { $0 < now }
            var doubts: [String] = []
            if !coming.isEmpty {
                doubts.append("\(coming.inWords) \(coming.count == 1 ? "has" : "have") not ended yet.")
            }
            if missing.count == period.count {
                doubts.append("Nothing is here of \(period): no figure can be told of it.")
            } else if !missing.isEmpty {
                doubts.append(
                    "Of \(period), \(missing.inWords) \(missing.count == 1 ? "is" : "are") not here: figures that need "
                        + "\(missing.count == 1 ? "it" : "them") cannot be told.")
            }
            return doubts
        }
    }
}

extension AnnualAssessment {
    /// What it is set against, and what it looks at.
    var allMonths: [Period] { [comparison, period] }
}

extension MonthsHere {
    /// How many of the months that an assessment looks at are here, as the list of what is left says it.
    struct Account: Sendable, Hashable {
        let here: Int
        let all: Int
        let missing: [Month]

        var words: String {
            switch here {
            case all: "All \(all) months are here."
            case 0: "Not one of the \(all) months is here. Import them, or choose other months."
            default:
                "\(here) of the \(all) months are here; \(missing.inWords) \(missing.count == 1 ? "is" : "are") missing."
            }
        }
    }

    func account(of periods: [Period]) -> Account {
        let missing = periods.flatMap { self.missing(in: $0) }
        let all = periods.reduce(0) { $0 + $1.count }
        return Account(here: all - missing.count, all: all, missing: missing)
    }
}

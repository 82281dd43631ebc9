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

    /// What must be said before somebody sets months against others of another season.
    func seasonalDoubt(about period: Period, against comparison: Period) -> String? {
        guard period.count == comparison.count, !period.hasSameSeason(as: comparison) else { return nil }
        // Of more than a year the same months of the year before are its own.
        let same = period.count > 12 ? "" : " \(period.yearBefore) are the same months."
        return
            "\(period) and \(comparison) are not the same months of the year, so that a part of any change is the season’s: "
            + "no trend is told or scored from them.\(same)"
    }

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
    /// How many of the months that an assessment looks at are here as its themes count them, as the list of what is left says
    /// it.
    struct Account: Sendable, Hashable {
        /// Themes that count another data set than most do, and not all of it is here.
        struct Besides: Sendable, Hashable {
            let themes: [String]
            let set: String
            let here: Int
        }

        let here: Int
        let all: Int
        let missing: [Month]
        /// What most themes count, by the name of its data set; nil where none counts anything yet.
        var set: String? = nil
        var besides: [Besides] = []

        var words: String {
            ([told] + besides.map(told)).joined(separator: " ")
        }

        private var told: String {
            let into = set.map { " in \($0.begunSmall)" } ?? ""
            return switch here {
            case all: "All \(all) months are here\(into)."
            case 0: "Not one of the \(all) months is here\(into). Import them, or choose other months."
            default:
                "\(here) of the \(all) months are here\(into); \(missing.inWords) \(missing.count == 1 ? "is" : "are") missing."
            }
        }

        private func told(_ other: Besides) -> String {
            let counts = other.themes.count == 1 ? "counts" : "count"
            let here = other.here == 0 ? "not one of the \(all) months is" : "\(other.here) of the \(all) months are"
            return "\(other.themes.inWords) \(counts) \(other.set.begunSmall), of which \(here) here."
        }
    }

    /// - Parameters:
    ///   - themes: what they count decides which months are here for them.
    ///   - names: what the two sets of recorded crime are called.
    func account(of periods: [Period], for themes: [Theme], named names: [DataSetAddress: String]) -> Account {
        let all = periods.reduce(0) { $0 + $1.count }
        var counted: [DataSetAddress: [String]] = [:]
        for theme in themes {
            let sets = Set(theme.details.measures.compactMap { MeasureAddress($0)?.dataSet })
            for set in sets where set == .streetCrime || set == .districtYears {
                counted[set, default: []].append(theme.name)
            }
        }
        let order = counted.sorted { ($1.value.count, $0.key.text) < ($0.value.count, $1.key.text) }
        guard let most = order.first else {
            let missing = periods.flatMap { self.missing(in: $0) }
            return Account(here: all - missing.count, all: all, missing: missing)
        }
        let missing = periods.flatMap { only(most.key).missing(in: $0) }
        let besides = order.dropFirst().compactMap { set, themes -> Account.Besides? in
            let here = all - periods.reduce(0) { $0 + only(set).missing(in: $1).count }
            return here == all ? nil : Account.Besides(themes: themes, set: names[set] ?? set.text, here: here)
        }
        return Account(
            here: all - missing.count, all: all, missing: missing, set: names[most.key] ?? most.key.text,
            besides: besides)
    }

    /// What one of the two sets of recorded crime tells.
    private func only(_ set: DataSetAddress) -> MonthsHere {
        set == .streetCrime ? MonthsHere(monthly: monthly, years: []) : MonthsHere(monthly: [], years: years)
    }
}

import DataFiles
import DataRegister
import Wording

/// The themes of a year counted from the other of the two sets that have the same types of crime: by the month, or by the year
/// in one number. Either leads back to the other.
struct ThemeCounting: Sendable {
    /// A theme with what it counts now and would count then.
    struct Change: Sendable, Hashable {
        let theme: Theme
        /// In the other set, by their addresses.
        let measures: [String]
    }

    let from: DataSetAddress
    let to: DataSetAddress
    let changes: [Change]
    /// Those that count something which the other set has not.
    let staying: [Theme]

    /// - Parameters:
    ///   - to: the set that they are to be counted from.
    ///   - known: the addresses of all that it counts.
    /// - Returns: nil of a set that has no like.
    init?(_ themes: [Theme], to: DataSetAddress, known: Set<String>) {
        guard let from = Self.other(than: to) else { return nil }
        (self.from, self.to) = (from, to)
        var (changes, staying) = ([Change](), [Theme]())
        for theme in themes {
            let own = theme.details.measures.compactMap(MeasureAddress.init)
            guard !own.isEmpty, own.allSatisfy({ $0.dataSet == from }) else { continue }
            let measures = own.map { "\(to)/\($0.name)" }
            if measures.allSatisfy(known.contains) {
                changes.append(Change(theme: theme, measures: measures))
            } else {
                staying.append(theme)
            }
        }
        (self.changes, self.staying) = (changes, staying)
    }

    static func other(than set: DataSetAddress) -> DataSetAddress? {
        switch set {
        case .streetCrime: .districtYears
        case .districtYears: .streetCrime
        default: nil
        }
    }

    /// From which set the themes could be counted, because not all of what they count is here and the other has it; nil
    /// where nothing is to be gained.
    static func offered(_ themes: [Theme], here: MonthsHere, over periods: [Period]) -> DataSetAddress? {
        let months = Set(periods.flatMap(\.months))
        let monthly = months.isSubset(of: here.monthly)
        let yearly = here.tellsByYears(periods)
        let counted = Set(
            themes.flatMap(\.details.measures).compactMap { MeasureAddress($0)?.dataSet })
        if counted.contains(.streetCrime), yearly, !monthly { return .districtYears }
        if counted.contains(.districtYears), monthly, !yearly { return .streetCrime }
        return nil
    }
}

extension MonthsHere {
    /// Whether every month of some periods lies in a year that is told in one number, and is asked for whole.
    func tellsByYears(_ periods: [Period]) -> Bool {
        periods.allSatisfy { period in
            let all = Set(period.months)
            return period.months.allSatisfy {
                years.contains($0.year) && all.isSuperset(of: Period.calendarYear($0.year).months)
            }
        }
    }
}

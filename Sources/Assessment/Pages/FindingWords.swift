import Charts
import DataFiles
import DataRegister
import Statistics
import Web
import Wording

/// A finding as a page says it in few words.
extension Finding {
    /// Which way it went; nil where nothing is compared.
    var trend: Trend? {
        guard let change else { return nil }
        let amount = change.percent.map { " of \($0.magnitude.rounded(places: 1))%" } ?? ""
        return switch change.verdict {
        case .rise: Trend(.rise, "Rise" + amount)
        case .fall: Trend(.fall, "Fall" + amount)
        case .noClearChange, .untold: Trend(.unclear)
        case .notClear: Trend(.unclear, "Not clear")
        case .unjudged: Trend(.unclear, "Not judged")
        }
    }

    /// "4,007 in 2015, 3,523 in 2014.", and whatever a reader must know of it.
    ///
    /// - Parameter known: what the reader has been told already.
    func counts(leavingOut known: [String] = []) -> String {
        let before = earlier.map { ", \($0.total.grouped) in \($0.heading)" } ?? ""
        let notes = notes.filter { !known.contains($0) }
        let both = comparedCounts.flatMap { counts in
            compared.map { "\(counts.after.grouped) in \($0.after) against \(counts.before.grouped) in \($0.before)." }
        }
        return (["\(count.grouped) in \(current.heading)\(before).", both].compactMap(\.self) + notes)
            .joined(separator: " ")
    }

    /// The same month by month, small.
    var line: MonthLine? {
        guard let first = current.period.months.first, let last = current.period.months.last, first != last else {
            return nil
        }
        func year(_ series: MonthlySeries, otherwise name: String) -> MonthLine.Year {
            let period = "\(series.period)"
            return .init(period.count > 9 ? name : period, series.counts.map { $0.map(Double.init) })
        }
        return MonthLine(
            year(current, otherwise: "this year"), over: earlier.map { year($0, otherwise: "the year before") },
            ends: (first.name, last.name), sentence: "\(subject), month by month, as a line from zero.")
    }
}

extension AssessmentCharts {
    /// The same for who also reads the map's table.
    var mapSentence: String {
        guard let chart = map?.chart as? MapChart, let naming = chart.naming else { return Self.mapSentence }
        return Self.mapSentence + " In the table each \(chart.noun) is \(naming)."
    }

    /// What any reader should know of the map, whether it is of small areas or of hexagons.
    static let mapSentence =
        "The darker, the more crimes; the three areas with most are numbered. Crimes are published at anonymous points, "
        + "each standing for several streets: a cluster is not an address. Counts under five are shown, since each of these "
        + "crimes is published there as open data already."
}

extension DistrictAssessment {
    /// With many types set side by side some will stand out by chance alone: the reader is told how many.
    var multiplicity: String {
        guard !compared.isEmpty else {
            return "Each type’s share is of recorded crime; anti-social behaviour is counted apart."
        }
        let types = compared.count
        let few = MarkedByChance.words(Double(types) * 0.05)
        let left = Change.unjudgedSentence(unjudged.map(\.subject)).map { " \($0)" } ?? ""
        return "\(changed.count) of \(types) types changed by more than chance would give. Among as many as "
            + "\(types), chance alone is expected to mark \(few): read one on its own with care.\(left)"
    }
}

import Charts
import DataFiles
import DataRegister
import Statistics
import Wording

// The years in plain words: what moved here, what moved elsewhere, and whether it is a trend.

extension ComparedYears {
    var subject: String { measures.together }

    /// "2011 to 2015"
    var span: String { "\(years[0].year) to \(years[years.count - 1].year)" }

    /// "the mean of the 13 districts with every year"
    var group: String { "the mean of the \(steady.count) districts with every year" }

    /// How far the own rate and that of the group moved, and whether the own moved more than chance would.
    var sentence: String { ([movement, standing, tendency] as [String?]).compactMap(\.self).joined(separator: " ") }

    private var movement: String? {
        let known = years.filter { $0.own != nil }
        guard let first = known.first, let last = known.last, first.year < last.year, let from = first.own,
            let to = last.own
        else { return nil }
        let head =
            "\(subject) in \(own): \(from.told) \(measures.rateUnit) in \(first.year), "
            + "\(to.told) in \(last.year)."
        guard let before = first.mean, let after = last.mean else { return head }
        return
            "\(head) \(group.withCapital) went from \(before.rounded(places: 1)) to \(after.rounded(places: 1))."
    }

    private var standing: String? {
        let known = years.filter { $0.times != nil }
        guard let first = known.first, let last = known.last, first.year < last.year, let before = first.times,
            let after = last.times
        else { return nil }
        let (from, to) = (before.rounded(places: 2), after.rounded(places: 2))
        return from == to
            ? "It is \(to) times that mean, as it was."
            : "It was \(from) times that mean in \(first.year), and \(to) times in \(last.year)."
    }

    private var tendency: String {
        switch trend {
        case .untold(let reason): reason
        case .told(let trend, let period):
            switch trend.direction {
            case .increasing:
                "Over \(period) its rate rises by more than chance and the swings of months give."
            case .decreasing:
                "Over \(period) its rate falls by more than chance and the swings of months give."
            case .noChange: "Over \(period) its rate shows no clear trend."
            }
        }
    }

    /// Of which months each total is.
    private var months: String {
        measures.first?.address.dataSet == .districtYears
            ? "The table gives each year as one number, and does not say of which months it is made."
            : "Each year is made of its months from January to December."
    }

    /// Where all districts together went up or down by more than crime does in a year.
    private var steps: [String] {
        zip(years, years.dropFirst()).compactMap { before, after in
            DistrictsStep(from: before.year, before.mean, to: after.year, after.mean)?.caution("the group’s mean")
        }
    }

    /// What must be said beside it.
    var notes: [String] {
        var notes = breaks.map(\.sentence) + omissions + steps + [months]
        if case .told(let trend, _) = trend {
            notes.append(
                "The trend is a line through the latest five years, told where its slope is significant at 99.8% and keeps "
                    + "its sign whichever year is left out (OHID, recent trends); years are taken to vary "
                    + "\(trend.dispersion.rounded(places: 1)) times as much as chance alone would have them.")
        }
        let bases = years.compactMap { $0.people?.basis }
        if Set(bases).count < years.count {
            notes.append("Residents are not known for every year; the table says of which they are.")
        }
        if steady.count < Comparison.fewest {
            notes.append("Fewer than \(Comparison.fewest) districts have a rate in every year, which makes no mean.")
        }
        return notes.enumerated().filter { notes.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }

    var chart: YearsChart {
        YearsChart(
            title: "\(subject) in \(own) and beside it, \(span)", unit: measures.rateUnit, name: own, group: group,
            years: years.map { .init($0.year, value: $0.own?.value, mean: $0.mean, middle: $0.middle) },
            breaks: breaks.map(ChartBreak.init))
    }

    var sources: String { "\(citation.words). Residents: \(populations.words)" }
}

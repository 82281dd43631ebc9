import Charts
import DataFiles
import DataRegister
import Statistics
import Wording

/// Some measures month by month beside the months compared with: drawn, or where a month is too small to be told, as a table
/// that says so. A line that left it out would look like a month that is missing.
struct MonthsExhibit {
    private let now: CountSeries
    private let before: CountSeries
    private let period: Period
    private let comparison: Period
    private let name: String
    private let title: String

    /// - Parameter name: what the measures are together called.
    init(_ now: CountSeries, over period: Period, _ before: CountSeries, over comparison: Period, called name: String) {
        (self.now, self.period) = (now, period)
        (self.before, self.comparison) = (before, comparison)
        self.name = name
        title = "\(name), month by month"
    }

    var exhibit: DistrictExhibit {
        let citation = now.citation.joined(with: before.citation)
        let place = now.places.map(\.name).inWords
        let shown = "\(title), \(place), \(["\(comparison)", "\(period)"].inWords)"
        guard !hasHidden else {
            return DistrictExhibit(
                "months", table, title: shown, sentence: now.smallCounts.note, facts: facts,
                citation: citation, told: told)
        }
        let change = change
        return DistrictExhibit(
            "months", SmallMultiple(chart), title: shown,
            finding: change.map { "\(name) \($0.change.words) in \(period)" }, notes: change?.cautions ?? [],
            facts: facts, citation: citation, told: told)
    }

    /// Whether a month is too small to be told. Then no change is either: by the total the month could be worked out.
    private var hasHidden: Bool {
        (now.counts + before.counts).contains { now.smallCounts.hides($0 ?? 0) }
    }

    /// Of whole periods alone that may be set side by side, with what must be said beside it.
    private var change: (change: Change, cautions: [String])? {
        guard now.isWhole, before.isWhole, let compared = try? Comparability.comparing(now, with: before) else {
            return nil
        }
        let months = Double(compared.later.count)
        let change = try? Change(
            before: compared.earlier, after: compared.later, exposureBefore: months, exposureAfter: months)
        return change.map { ($0, [$0.caveat].compactMap(\.self) + compared.cautions) }
    }

    private var chart: MonthlyChart {
        MonthlyChart(
            title: title, unit: now.unit, current: MonthlyChart.Line(now, over: period),
            earlier: before.counts.contains { $0 != nil } ? MonthlyChart.Line(before, over: comparison) : nil,
            breaks: Comparability.crossing(now, before, from: comparison, to: period).map(ChartBreak.init))
    }

    private var facts: FactTable {
        FactTable(
            ["place", "counted", "month", "count", "unit", "reason"],
            rows: [before, now].flatMap { series in
                series.points.map { point in
                    let told = series.told(point)
                    return [
                        .said(series.places.map(\.name).inWords), .text(name), .text("\(point.period.from)"),
                        .count(told.value), .said(series.unit), .said(told.reason),
                    ]
                }
            })
    }

    private var table: TextTable {
        func told(_ series: CountSeries, _ index: Int) -> String {
            guard series.counts.indices.contains(index), let count = series.counts[index] else { return "not here" }
            return series.smallCounts.telling(count)
        }
        return TextTable(
            title, columns: [.text("Month"), .number("Then"), .number("In the months compared with")],
            rows: period.months.enumerated().map { index, month in
                [month.inWords, told(now, index), told(before, index)]
            })
    }

    private var told: [FigureAddress] {
        guard now.smallCounts.areThere, let place = now.places.first.map({ PlaceAddress($0) }) else { return [] }
        return (now.points + before.points).filter { $0.count != nil }.map {
            FigureAddress(.count, of: now.measures.map(\.address), in: place, over: $0.period)
        }
    }
}

extension MonthlyChart.Line {
    fileprivate init(_ series: CountSeries, over period: Period) {
        self.init(
            label: "\(period)",
            months: zip(period.months, series.counts).map { month, count in
                MonthlyChart.Month(year: month.year, number: month.number, count: count)
            })
    }
}

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
        guard now.counts.contains(where: { $0 != nil }) else {
            return DistrictExhibit(
                "months", table, title: shown, sentence: sentenceOfLeast(in: place) ?? now.smallCounts.note,
                facts: facts, citation: citation, told: told)
        }
        let change = change
        let ground = change.map { sentence(of: $0.change, in: place) } ?? sentenceOfLeast(in: place)
        var exhibit = DistrictExhibit(
            "months", SmallMultiple(chart), title: shown,
            finding: change.map { "\(name) \($0.change.words) in \(period)" },
            sentence: ground.map { "\($0) \(chart.sentence)" },
            notes: change?.cautions ?? [], facts: facts, citation: citation, told: told)
        exhibit.change = change.map {
            MeasuredChange($0.change, from: "\(comparison)", to: "\(period)", of: now.unit)
        }
        return exhibit
    }

    /// The ground of what the heading says: both counts, how sure the change is, and whether it is more than chance.
    private func sentence(of change: Change, in place: String) -> String {
        change.sentence(subject: "\(now.subject) in \(place)", before: "\(comparison)", after: "\(period)")
    }

    /// That there were at least so many, where rows are left out of what is counted: no exact number is told then.
    private func sentenceOfLeast(in place: String) -> String? {
        let told = [(period, now), (comparison, before)].compactMap { span, series in
            series.least.map { "\(series.subject) in \(place): at least \($0.count.counted(series.unit)) in \(span)" }
        }
        let reasons = [now, before].compactMap { $0.least?.part.reason }.unique
        guard !told.isEmpty else { return nil }
        return "\(told.joined(separator: "; ")). How many is not known: \(reasons.inWords)."
    }

    /// Whether a month is too small to be told. Then no change is either: by the total the month could be worked out.
    private var hasHidden: Bool {
        (now.points + before.points).contains { now.smallCounts.hides($0.count ?? $0.part?.count ?? 0) }
    }

    /// Of whole periods alone that may be set side by side, with what must be said beside it.
    private var change: (change: Change, cautions: [String])? {
        guard now.isWhole, before.isWhole, let compared = try? Comparability.comparing(now, with: before) else {
            return nil
        }
        let months = Double(compared.later.count)
        let change = try? Change(
            before: compared.earlier, after: compared.later, exposureBefore: months, exposureAfter: months
        ).held(against: [], compared.breaks)
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
            guard series.points.indices.contains(index) else { return "not here" }
            let point = series.points[index]
            if let count = point.count { return series.smallCounts.telling(count) }
            guard let part = point.part, part.isAtLeast else { return "not here" }
            let told = series.smallCounts.telling(part.count)
            return series.smallCounts.hides(part.count) ? told : "at least \(told)"
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

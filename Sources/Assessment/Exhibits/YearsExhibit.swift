import Charts
import DataFiles
import DataRegister
import Statistics
import Wording

/// Some measures year by year, where they are told by the year in one number.
struct YearsExhibit {
    private let years: CountSeries
    private let omission: String?
    private let steps: [OthersStep]
    private let line: DistrictYears.Line
    private let period: Period
    private let name: String
    private let title: String

    /// - Parameters:
    ///   - name: what the measures are together called.
    ///   - title: what is shown.
    init(_ years: YearsOnEnd, _ line: DistrictYears.Line, over period: Period, called name: String, title: String) {
        (self.years, omission, steps, self.line) = (years.series, years.omission, years.steps, line)
        (self.period, self.name, self.title) = (period, name, title)
    }

    /// - Parameters:
    ///   - address: as it stands in addresses.
    ///   - notes: what must be said beside it besides.
    /// - Returns: nil where a year is too small to be told.
    func exhibit(_ address: String, notes: [String] = []) -> DistrictExhibit? {
        guard !years.counts.contains(where: { years.smallCounts.hides($0 ?? 0) }) else { return nil }
        let place = years.places.map(\.name).inWords
        let figure = try? line.change.get()
        let count = line.count.map { "\(line.subject) in \(place): \($0.counted(years.unit)) in \(period)." }
        var exhibit = DistrictExhibit(
            address, chart, title: [title, place, span].joined(separator: ", "), finding: finding,
            sentence: figure?.sentence ?? count,
            notes: (steps.map(\.caution) + (figure?.notes ?? []) + years.breaks.map(\.sentence)
                + [omission].compactMap(\.self) + notes).unique, facts: facts,
            citation: years.citation, told: told)
        if let change = line.told, let before = line.before.span, let after = line.now.span {
            exhibit.change = MeasuredChange(change, from: "\(before)", to: "\(after)", of: years.unit)
        }
        return exhibit
    }

    /// "2011 to 2015"
    private var span: String {
        let numbers = years.points.map(\.period.from.year)
        guard let first = numbers.first, let last = numbers.last, first < last else { return "\(period)" }
        return "\(first) to \(last)"
    }

    /// What became of it, as a heading says it; two totals alone are only named.
    private var finding: String? {
        guard let change = line.told, let before = line.before.span else { return nil }
        guard [.untold, .unjudged].contains(change.verdict) else { return "\(name) \(change.words) in \(period)" }
        return "\(name) went from \(change.before.grouped) in \(before) to \(change.after.grouped) in \(period)"
    }

    private var chart: BarChart {
        BarChart(
            title: title, heading: "Year", unit: years.unit,
            bars: years.points.map { point in
                BarChart.Bar(label: "\(point.period.from.year)", value: point.count.map(Double.init))
            })
    }

    private var facts: FactTable {
        FactTable(
            ["district", "counted", "year", "count", "unit", "reason", "note"],
            rows: years.points.map { point in
                let told = years.told(point)
                return [
                    .said(years.places.map(\.name).inWords), .text(line.subject), .whole(point.period.from.year),
                    .count(told.value), .said(years.unit), .said(told.reason), .said(note(on: point.period)),
                ]
            })
    }

    /// What must be known before a year is read beside the one before it; nil where that is nothing.
    private func note(on year: Period) -> String? {
        let changed = years.breaks.filter { year.from <= $0.month && $0.month <= year.to }.map(\.sentence)
        let all = steps.filter { $0.step.to == year.from.year }.map(\.caution) + changed
        return all.isEmpty ? nil : all.joined(separator: " ")
    }

    private var told: [FigureAddress] {
        guard years.smallCounts.areThere, let place = years.places.first.map({ PlaceAddress($0) }) else { return [] }
        return years.points.filter { $0.count != nil }.map {
            FigureAddress(.count, of: years.measures.map(\.address), in: place, over: $0.period)
        }
    }
}

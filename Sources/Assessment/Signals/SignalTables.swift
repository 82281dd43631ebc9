import Charts
import DataFiles
import DataRegister
import Foundation
import Wording

/// What was found of months, as tables and charts that page, paper and files share.
struct SignalTables {
    let overview: SignalsOverview

    /// Every month of every series that could be judged, a row each: its counts, with those that stand out marked.
    ///
    /// - Parameter mark: how one that stands out is shown.
    func matrix<Cell>(_ cell: (JudgedMonth) -> Cell, name: (SeriesSignals) -> Cell) -> [[Cell]] {
        overview.series.filter { !$0.judgedMonths.isEmpty }.map { one in [name(one)] + one.judged.map(cell) }
    }

    var matrixCaption: String { "Every month judged, \(overview.period)" }

    /// "Jan", or "Jan 2016" where the year begins within the twelve months.
    var matrixMonths: [String] {
        overview.period.months.map { month in
            let name = String(month.name.prefix(3))
            return month.number == 1 && month != overview.period.from ? "\(name) \(month.year)" : name
        }
    }

    /// One series, month by month.
    static func months(_ one: SeriesSignals) -> TextTable {
        TextTable(
            "\(one.subject) in \(one.place), month by month",
            columns: [
                .text("Month"), .number("Count"), .number("Expected"), .number("Usual"), .text("Finding"),
            ],
            rows: one.judged.map { month in
                [
                    month.name, month.count?.grouped ?? "not here", month.expectedText ?? "–", month.usualText ?? "–",
                    month.findingText,
                ]
            })
    }

    /// What could not be judged, and why.
    var untold: TextTable {
        TextTable(
            "What could not be judged, and why", columns: [.text("Series"), .text("Months"), .text("Why")],
            rows: untoldTogether.map { [$0.series.inWords, $0.months, $0.why] })
    }

    /// The same months for the same reason stand once, with all series they are of.
    var untoldTogether: [(series: [String], months: String, why: String)] {
        var found: [(series: [String], months: String, why: String)] = []
        for one in overview.series {
            for reason in one.reasons {
                let (months, why) = (Self.months(of: reason.months), reason.reason.sentence)
                if let same = found.firstIndex(where: { $0.months == months && $0.why == why }) {
                    found[same].series.append(one.subject)
                } else {
                    found.append(([one.subject], months, why))
                }
            }
        }
        return found
    }

    /// "January to March 2015", "March and May 2015": months on end as one.
    private static func months(of months: [JudgedMonth]) -> String {
        var runs: [[JudgedMonth]] = []
        for month in months {
            if let last = runs.last?.last, last.month.advanced(by: 1) == month.month {
                runs[runs.count - 1].append(month)
            } else {
                runs.append([month])
            }
        }
        return runs.compactMap { SeriesSignals.span($0)?.description }.inWords
    }

    /// Every month, for spreadsheets and programs: plain numbers, and an empty cell for what is missing or was not told.
    var csv: [UInt8] {
        var writer = DelimitedWriter(header: [
            "place", "series", "month", "count", "expected", "usual_from", "usual_to", "finding", "clear_of_chance",
            "probability", "method", "why",
        ])
        for one in overview.series {
            for month in one.judged {
                var why = month.cause?.words
                if case .notJudged(let reason) = month.finding { why = reason.sentence }
                writer.write([
                    overview.place.name, one.subject, "\(month.month)", month.count.map { "\($0)" },
                    plain(month.expected), plain(month.least), plain(month.most), month.word,
                    month.isJudged ? (month.isClear ? "yes" : "no") : nil, plain(month.probability),
                    month.method?.name, why,
                ])
            }
        }
        return writer.bytes
    }

    private func plain(_ value: Double?) -> String? {
        value.flatMap { $0.isFinite ? String(format: "%.4f", $0) : nil }
    }
}

extension JudgedMonth {
    /// As programs read it.
    fileprivate var word: String {
        switch finding {
        case .high: "high"
        case .low: "low"
        case .usual: "usual"
        case .notJudged: "not judged"
        }
    }
}

extension SeriesSignals {
    /// As it goes in addresses of charts.
    var slug: String { series.measures.first?.address.name ?? "" }

    /// How many months stand before those that were judged in the chart.
    private static let shownBefore = 24

    /// The months judged, with the two years before them.
    func chart(isSmall: Bool = false) -> SignalChart {
        let judged = Dictionary(self.judged.map { ($0.month, $0) }, uniquingKeysWith: { one, _ in one })
        let first = self.judged.first.map { $0.month.advanced(by: -Self.shownBefore) }
        let points = series.points.filter { point in first.map { $0 <= point.period.from } ?? true }
        // Months from before anything was here are no gap.
        let known = points.drop { $0.count == nil && judged[$0.period.from] == nil }
        return SignalChart(
            title: "\(subject) in \(place) each month, beside what was to be expected", unit: series.unit,
            months: known.map { point in
                let month = judged[point.period.from]
                let usual = month?.most.map { most in
                    let least = month?.least ?? 0
                    return min(least, most)...most
                }
                return SignalChart.Month(
                    year: point.period.from.year, number: point.period.from.number, count: point.count,
                    expected: month?.expected, usual: usual, mark: month?.mark)
            }, breaks: series.breaks.map(ChartBreak.init), isSmall: isSmall)
    }
}

extension JudgedMonth {
    fileprivate var mark: SignalChart.Month.Mark? {
        switch finding {
        case .high: .high
        case .low: .low
        default: nil
        }
    }
}

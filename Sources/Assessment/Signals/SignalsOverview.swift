import DataFiles
import DataRegister
import Statistics
import Wording

/// Every type of crime in one place over some months, and which months were out of the ordinary.
struct SignalsOverview: Sendable {
    let place: Place
    let period: Period
    /// All crime first, then its types by name, and anti-social behaviour last.
    let series: [SeriesSignals]

    /// Allows for all tests at once: of the months that are called clear of chance no more than one in twenty is expected to
    /// be chance (Benjamini & Hochberg 1995).
    init(of place: Place, over period: Period, _ series: [SeriesSignals]) throws(StatisticsRefusal) {
        let believed = try FalseDiscoveryRate(series.flatMap { $0.judged.map(\.probability) }).isRejected
        var (all, next) = (series, 0)
        for one in all.indices {
            for month in all[one].judged.indices {
                all[one].judged[month].isClear = believed[next] && all[one].judged[month].isSignal
                next += 1
            }
        }
        self.series = all
        (self.place, self.period) = (place, period)
    }

    /// Those of which at least one month could be judged, most signals first.
    var told: [SeriesSignals] {
        series.enumerated().filter { !$0.element.judgedMonths.isEmpty }
            .sorted { ($1.element.signals.count, $0.offset) < ($0.element.signals.count, $1.offset) }.map(\.element)
    }

    /// Those of which no month could be.
    var untold: [SeriesSignals] { series.filter(\.judgedMonths.isEmpty) }

    var tests: Int { series.reduce(0) { $0 + $1.judgedMonths.count } }
    var falseAlarms: Double { series.reduce(0) { $0 + $1.falseAlarms } }
    var signals: [(series: SeriesSignals, month: JudgedMonth)] {
        series.flatMap { one in one.signals.map { (one, $0) } }
    }

    var citation: Citation? {
        series.dropFirst().reduce(series.first?.series.citation) { $0?.joined(with: $1.series.citation) }
    }

    /// What it says in two sentences.
    var sentence: String {
        guard tests > 0 else {
            return "No month of any type of crime in \(place.name) can be judged yet. The reasons are below."
        }
        let (high, low) = (signals.count { $0.month.finding == .high }, signals.count { $0.month.finding == .low })
        let types = told.count.counted("series", "series")
        let head =
            signals.isEmpty
            ? "None of \(tests.grouped) months in \(types) was out of the ordinary."
            : "\(signals.count.grouped) of \(tests.grouped) months in \(types) were out of the ordinary: \(high.grouped) high, "
                + "\(low.grouped) low."
        return "\(head) \(SignalAlarms.sentence(falseAlarms, of: tests))"
    }

    /// How many stand out even with all tests allowed for.
    var clearSentence: String? {
        guard !signals.isEmpty else { return nil }
        let clear = signals.count { $0.month.isClear }
        return clear == 0
            ? "None of them stands out once all those months are allowed for together: each may be chance."
            : "\(clear.grouped) of them \(clear == 1 ? "stands" : "stand") out even once all those months are allowed for "
                + "together."
    }
}

import DataFiles
import DataRegister
import Wording

extension FigureAddress {
    /// The months that a figure of signals is told of.
    ///
    /// - Throws: ``FigureRefusal`` where they are more than anybody reads at once.
    var judgedPeriod: Period {
        get throws(FigureRefusal) {
            guard period.count <= 24 else {
                throw FigureRefusal(
                    "Months out of the ordinary are told of two years at most, and \(period) is longer. Choose fewer months."
                )
            }
            return period
        }
    }
}

extension FigureRefusal {
    /// - Parameters:
    ///   - set: what the data set is called.
    ///   - told: a stretch that it tells in one number.
    init(noMonthsIn set: String, telling told: Period) {
        let stretch =
            switch told.count {
            case 12: "a year"
            case 3: "a quarter"
            default: "\(told.count) months"
            }
        self.init(
            "Unusual months cannot be told: ‘\(set)’ tells \(stretch) in one number, and nothing of its months.",
            remedy: "They can be told where the same is counted month by month, as in street-level crime.")
    }
}

extension Figure {
    /// - Throws: ``FigureRefusal`` where no month can be judged.
    init(signals: SeriesSignals, at address: FigureAddress) throws(FigureRefusal) {
        if let why = signals.series.nothingKnown { throw FigureRefusal(why.reason, remedy: why.remedy) }
        if let small = signals.series.points.first(where: { signals.series.smallCounts.hides($0.count ?? 0) }) {
            throw FigureRefusal(
                "There were \(signals.series.smallCounts.words) in \(small.period), and months out of the ordinary would tell "
                    + "how many. Choose a wider place, or more measures together.")
        }
        let months = signals.judgedMonths
        guard !months.isEmpty else {
            throw FigureRefusal(signals.reasons.last?.reason.sentence ?? "There is no month to judge.")
        }
        let found = signals.signals
        let only = signals.judged.count == 1 ? months.first : nil
        let value =
            only.map(\.findingText) ?? "\(found.count) of \(months.count.counted("month", "months"))"
        self.init(
            address: address, subject: signals.subject, place: signals.place, value: value,
            words: only.map(\.words)
                ?? "out of the ordinary in \(found.count) of \(months.count.counted("month", "months"))",
            interval: nil, sentence: signals.sentence, notes: signals.notes,
            parts: signals.judged.map { Part($0.name, $0.partText) }, citation: signals.series.citation,
            signals: signals,
            measured: Measured(Double(found.count), "months out of the ordinary of \(months.count) judged"))
    }
}

extension JudgedMonth {
    /// "unusually high (240, about 170 expected)".
    fileprivate var words: String {
        let numbers = [count?.grouped, expectedText.map { "about \($0) expected" }].compactMap(\.self)
            .joined(separator: ", ")
        return switch finding {
        case .high: "unusually high (\(numbers))"
        case .low: "unusually low (\(numbers))"
        default: "within what is usual (\(numbers))"
        }
    }

    /// "240, about 170 expected, 140 to 210 usual: high".
    fileprivate var partText: String {
        if case .notJudged(let reason) = finding { return "\(count?.grouped ?? "not here"). \(reason.sentence)" }
        let numbers = [
            count?.grouped, expectedText.map { "about \($0) expected" }, usualText.map { "\($0) usual" },
        ]
        return "\(numbers.compactMap(\.self).joined(separator: ", ")). \(findingText)."
    }
}

extension SeriesSignals {
    /// What must be said beside it.
    fileprivate var notes: [String] {
        var notes: [String] = []
        if let methodText { notes.append("Judged by the \(methodText).") }
        for found in reasons {
            notes.append("Not judged: \(found.months.map(\.name).inWords). \(found.reason.sentence)")
        }
        if judged.count == 1 {
            notes.append("Of months in which nothing changed, up to about one in twenty is marked by chance alone.")
        }
        return notes + ["A mark is a reason to look: it does not say why."]
    }
}

import DataFiles
import DataRegister
import Statistics
import Wording

// What is found of months in plain words, for a councillor.

extension JudgedMonth.Reason {
    /// As a sentence, with what would help.
    var sentence: String {
        switch self {
        case .missing:
            "It is not known as a whole: its file is not here, or a row of it could not be used. What is missing is not zero."
        case .tooShort(let months, let change):
            """
            \(change.map { "\($0.sentence) " } ?? "")\(months.counted("month", "months")) \(months == 1 ? "is" : "are") \
            here that \(months == 1 ? "is" : "are") counted in one way, and it takes \(SeriesSignals.fewestMonths): three \
            years of the same season. \(change == nil ? "Import earlier months." : "Until then none of its months can be called out of the ordinary.")
            """
        case .tooManyMissing:
            "Too many of the months that it would be compared with are missing. Import them first."
        case .tooFewForChart:
            "There are too few events a month, and too few years, for a limit to mean anything."
        case .tooFewLately:
            "There were fewer than five in four months: too few to call one of them high or low."
        case .constant(let count):
            "Every month has the same count, \(count.grouped). Counts of events vary, so these may be a yearly number spread "
                + "over its months. Ask whoever gave them."
        case .noneBefore: "There were none in the months that it would be compared with, so nothing can be expected."
        }
    }
}

extension JudgedMonth.Method {
    var name: String {
        switch self {
        case .exceedance(let years): "same season of the \(years.counted("year", "years")) before"
        case .chart: "control chart (XmR)"
        case .chartOfAdjusted: "control chart (XmR) of the months seasonally adjusted (STL)"
        }
    }
}

extension SpecialCause {
    /// What a month that breaks the rule is.
    var words: String {
        switch self {
        case .aboveUpperLimit: "above the upper limit"
        case .belowLowerLimit: "below the lower limit"
        case .rising: "one of seven months in a row each higher than the last"
        case .falling: "one of seven months in a row each lower than the last"
        case .nearUpperLimit: "one of two in three months near the upper limit"
        case .nearLowerLimit: "one of two in three months near the lower limit"
        case .aboveMean: "one of seven months in a row above the average"
        case .belowMean: "one of seven months in a row below the average"
        }
    }
}

extension JudgedMonth {
    var name: String { "\(month.name) \(month.year)" }

    /// "170", "4.2": no finer than it is known.
    var expectedText: String? { expected.map { $0.rounded(places: $0 < 10 ? 1 : 0) } }

    /// "140 to 210", "up to 210", "from 140": what would be usual.
    var usualText: String? {
        let top = most.map { Int($0.rounded(.down)).grouped }
        let foot = least.map { Int($0.rounded(.up)).grouped }
        return switch (foot, top) {
        case (let foot?, let top?): "\(foot) to \(top)"
        case (nil, let top?): "up to \(top)"
        case (let foot?, nil): "\(foot) or more"
        case (nil, nil): nil
        }
    }

    /// "High", "Low, clear of chance".
    var findingText: String {
        switch finding {
        case .high: isClear ? "High, clear of chance" : "High"
        case .low: isClear ? "Low, clear of chance" : "Low"
        case .usual: "Usual"
        case .notJudged: "Not judged"
        }
    }

    /// What it was held against: "about 170 were to be expected, and 140 to 210 would be usual".
    fileprivate func measuredAgainst(_ unit: String) -> String {
        let expected = expectedText.map { "about \($0) were to be expected" }
        return [expected, usualText.map { "\($0) would be usual" }].compactMap(\.self).joined(separator: ", and ")
    }

    /// "Burglary in July 2015 was unusually high: 240 crimes, where about 170 were to be expected, and 140 to 210 would be
    /// usual."
    ///
    /// - Parameter subject: as the sentence begins: "Burglary", "Burglary in Thanet".
    func sentence(_ subject: String, unit: String) -> String {
        let amount = count.map { "\($0.grouped)\(unit.isEmpty ? "" : " \(unit)")" } ?? ""
        switch finding {
        case .notJudged(let reason):
            return "\(subject) in \(name) cannot be judged. \(reason.sentence)"
        case .usual:
            return "\(subject) in \(name) was within what is usual: \(amount), where \(measuredAgainst(unit))."
        case .high, .low:
            let rule = cause.map { " It is \($0.words)." } ?? ""
            let clear =
                isClear
                ? " It stands out even with all the months that were looked at together allowed for." : ""
            return "\(subject) in \(name) was unusually \(finding == .high ? "high" : "low"): \(amount), where "
                + "\(measuredAgainst(unit)).\(rule)\(clear)"
        }
    }
}

extension SeriesSignals {
    /// The months that are not judged, by the reason, in the order of the months.
    var reasons: [(months: [JudgedMonth], reason: JudgedMonth.Reason)] {
        var found: [(months: [JudgedMonth], reason: JudgedMonth.Reason)] = []
        for month in judged {
            guard case .notJudged(let reason) = month.finding else { continue }
            // How many months there were grows with each; the newest says it for all.
            if let same = found.firstIndex(where: { $0.reason.isLike(reason) }) {
                found[same] = (found[same].months + [month], reason)
            } else {
                found.append(([month], reason))
            }
        }
        return found
    }

    /// By what its months were judged: "same season of the 5 years before".
    var methodText: String? { judged.last { $0.method != nil }?.method?.name }

    /// Its finding in two or three sentences, drafted to stand in a text.
    var sentence: String {
        guard judged.count != 1 else { return judged[0].sentence("\(subject) in \(place)", unit: series.unit) }
        let tested = judgedMonths.count
        guard tested > 0, let span = SeriesSignals.span(judged) else {
            return "\(subject) in \(place): no month could be judged. \(reasons.last?.reason.sentence ?? "")"
        }
        let head =
            signals.isEmpty
            ? "\(subject) in \(place), \(span): none of \(tested.counted("month", "months")) that could be judged was out of "
                + "the ordinary."
            : "\(subject) in \(place), \(span): \(signals.count) of \(tested.counted("month", "months")) that could be judged "
                + "\(signals.count == 1 ? "was" : "were") out of the ordinary, \(signals.map(brief).inWords)."
        return "\(head) \(SignalAlarms.sentence(falseAlarms, of: tested))"
    }

    /// "high in July 2015 (240, about 170 expected)".
    private func brief(_ month: JudgedMonth) -> String {
        let expected = month.expectedText.map { ", about \($0) expected" } ?? ""
        return "\(month.finding == .high ? "high" : "low") in \(month.name) (\(month.count?.grouped ?? "")\(expected))"
    }

    static func span(_ months: [JudgedMonth]) -> Period? {
        guard let first = months.first?.month, let last = months.last?.month else { return nil }
        return try? Period(from: first, to: last)
    }
}

extension JudgedMonth.Reason {
    fileprivate func isLike(_ other: JudgedMonth.Reason) -> Bool {
        if case .tooShort(_, let one) = self, case .tooShort(_, let two) = other { return one == two }
        return self == other
    }
}

/// How many marks chance alone would make.
enum SignalAlarms {
    static func sentence(_ expected: Double, of tested: Int) -> String {
        let number = MarkedByChance.words(expected, most: true)
        return "Were nothing changed, chance alone would still mark \(number) of \(tested.grouped)."
    }
}

import Wording

// A change in words. Every verb and phrase serves a singular and a plural subject alike ("Burglary", "Bicycle thefts"),
// and the verdict comes from the interval, never from the difference.

extension Change {
    /// The change as a sentence for a councillor: how much, how sure, from what to what, and whether that is more than
    /// chance.
    ///
    /// - Parameters:
    ///   - subject: what was counted, as a sentence begins: "Violence and sexual offences".
    ///   - before: the earlier period, as it reads after "in": "2014", "January to November 2014".
    ///   - after: the later period, likewise.
    public func sentence(subject: String, before: String, after: String) -> String {
        let earlier = (count: self.before.grouped, period: before)
        let later = (count: self.after.grouped, period: after)
        if verdict == .untold {
            let why = "Whether that is more than chance cannot be told from two totals."
            return withoutVerdict(subject, earlier, later, why)
        }
        if let whyUnjudged {
            let why = "Whether what happened changed is not judged by it: \(whyUnjudged)."
            return withoutVerdict(subject, earlier, later, why)
        }
        guard let percent, let percentInterval else {
            return fewSentence(subject, earlier, later)
        }
        guard verdict == .rise || verdict == .fall else {
            let counts = "\(earlier.count) in \(earlier.period), \(later.count) in \(later.period)"
            let interval = Self.intervalPhrase(percentInterval, BritishFigures.percent)
            return "\(subject): \(counts), \(Self.direction(percent))\(asRate) \(interval). "
                + (notClear ?? "No clear change: the difference is within what chance would give.")
        }
        let sizes = Self.sizes(percentInterval, verdict)
        let verb = verdict == .rise ? "rose" : "fell"
        let amount = BritishFigures.percentAboveZero(percent.magnitude)
        let interval = Self.intervalPhrase(sizes, BritishFigures.percentAboveZero)
        let counts =
            comparesRates
            ? "with \(earlier.count) in \(earlier.period) and \(later.count) in \(later.period)"
            : "from \(earlier.count) in \(earlier.period) to \(later.count) in \(later.period)"
        return "\(subject) \(verb) by \(amount)\(asRate) \(interval), \(counts): more than chance would give."
    }

    /// The percentage with its sign, as a table shows it: "+13.7%", "−4.3%"; `nil` where none is given.
    public var percentText: String? {
        percent.map(BritishFigures.signedPercent)
    }

    /// The interval of the percentage with signs: "−8.1% to +16.6%"; `nil` where none is given.
    public var percentIntervalText: String? {
        percentInterval.map { interval in
            "\(BritishFigures.signedPercent(interval.lower)) to \(BritishFigures.signedPercent(interval.upper))"
        }
    }

    /// What a reader should know of an interval that could not allow for swings between months, or took the season's for chance;
    /// `nil` where there is nothing to know.
    public var caveat: String? {
        switch method {
        case .borrowed: nil
        case .overdispersed:
            season.flatMap { season in
                verdictOfChance == .notClear
                    ? "Most of the swing of its months is the season’s, which the interval counts as chance: it is wider than it "
                        + "need be. Of \(season.months) months \(season.more) had more than a year before, and "
                        + "\(season.fewer) less.\(pairedOpinion)"
                    : nil
            }
        case .exact(.totalsAlone):
            "How much the months vary is not known, so that nothing can be said of chance."
        case .exact(.zeroTotal):
            "One of the totals is 0, so the interval allows for chance in the totals alone, not for swings between months."
        case .exact(.tooFewMonths):
            "There are too few months to see how much they vary, so the interval allows for chance in the totals alone. "
                + "It is likely to be too narrow."
        }
    }

    /// "−8.2% to −0.2%": the second opinion; `nil` where there is none.
    public var pairedIntervalText: String? {
        pairedPercentInterval.map { interval in
            "\(BritishFigures.signedPercent(interval.lower)) to \(BritishFigures.signedPercent(interval.upper))"
        }
    }

    /// Why its verdict is not clear, for a column of reasons; `nil` of any other.
    public var whyNotClear: String? {
        guard verdict == .notClear, let season else { return nil }
        return "the interval takes the season for chance; \(side(of: season))"
            + (pairedIntervalText.map { "; in pairs of months it is \($0)" } ?? "")
    }

    private func side(of season: PairedMonths) -> String {
        after < before
            ? "\(season.fewer) of \(season.months) months were lower"
            : "\(season.more) of \(season.months) months were higher"
    }

    private var pairedOpinion: String {
        pairedIntervalText.map {
            " Taken in pairs, each month beside the same one a year before, the interval is \($0)."
        } ?? ""
    }

    /// Why it cannot be told, where the season makes the interval wide.
    private var notClear: String? {
        guard verdict == .notClear, let season else { return nil }
        return "Not clear: it could be chance by this cautious interval, which takes the season for chance; "
            + "\(side(of: season))."
    }

    private typealias Total = (count: String, period: String)

    /// "Burglary: 592 in 2014, 666 in 2015, up 12.5%. Whether that is more than chance cannot be told from two totals."
    private func withoutVerdict(_ subject: String, _ earlier: Total, _ later: Total, _ why: String) -> String {
        let size = percent.map { ", \(Self.direction($0))\(asRate)" } ?? ""
        return "\(subject): \(earlier.count) in \(earlier.period), \(later.count) in \(later.period)\(size). \(why)"
    }

    /// The sentence where either total is too small for a percentage.
    private func fewSentence(_ subject: String, _ earlier: Total, _ later: Total) -> String {
        if before == 0, after == 0 {
            return "\(subject): none in \(earlier.period) and none in \(later.period)."
        }
        let chance =
            switch verdict {
            case .noClearChange where isOneBurst:
                "and whether\(asRate) that is more than chance cannot be told, since its months swing as widely"
            case .noClearChange: "and\(asRate) within what chance would give"
            case .notClear: "and\(asRate) not clear, since the interval takes the season for chance"
            default: "but\(asRate) more than chance would give"
            }
        if before == after {
            let counts = "stood at \(earlier.count) in \(earlier.period) and at \(later.count) in \(later.period)"
            return "\(subject) \(counts): too few for a percentage" + (comparesRates ? ", \(chance)." : ".")
        }
        let counts = "went from \(earlier.count) in \(earlier.period) to \(later.count) in \(later.period)"
        let few =
            before == 0 && after >= Self.fewestForPercent ? "of 0 there is no percentage" : "too few for a percentage"
        return "\(subject) \(counts): \(few), \(chance)."
    }

    /// Whether one total is 0, and of the other so much fell into few months that nothing is judged, though as many single events
    /// would be more than chance.
    private var isOneBurst: Bool {
        guard before == 0 || after == 0, verdict == .noClearChange else { return false }
        let single = try? RateRatio(
            before: before, after: after, exposureBefore: exposureBefore, exposureAfter: exposureAfter,
            confidence: interval.confidence)
        return single.map { $0.exact.lower > 1 || $0.exact.upper < 1 } ?? false
    }

    /// Whether the periods differ in months or people, so that the change is one of rates and not of the counts shown.
    private var comparesRates: Bool {
        (exposureBefore - exposureAfter).magnitude > 1e-9 * exposureBefore
    }

    private var asRate: String { comparesRates ? " as a rate" : "" }

    /// "up 3.5%", "down 3.5%", or "a change of 0.0%".
    private static func direction(_ percent: Double) -> String {
        if percent.magnitude < 0.05 { return "a change of 0.0%" }
        return (percent > 0 ? "up " : "down ") + BritishFigures.percent(percent.magnitude)
    }

    /// How large the rise or fall may be, smallest first.
    private static func sizes(_ interval: Interval, _ verdict: Verdict) -> Interval {
        guard verdict == .fall else { return interval }
        return Interval(lower: -interval.upper, upper: -interval.lower, confidence: interval.confidence)
    }

    private static func intervalPhrase(_ interval: Interval, _ write: (Double) -> String) -> String {
        "(\(BritishFigures.confidence(interval.confidence)) interval \(write(interval.lower)) to \(write(interval.upper)))"
    }
}

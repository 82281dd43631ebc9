import Foundation

/// What became of a monthly count from one period to another, and whether that is more than chance: what the product
/// shows wherever it compares.
///
/// The interval allows for months varying more than Poisson counts would, because crime does: without it a nominal 95 %
/// interval covers about 84 %. Where that can't be measured the interval is the exact Poisson one, and `method` says why.
public struct Change: Hashable, Sendable {
    public enum Method: Hashable, Sendable {
        /// The interval is as wide as the swings between months make it (`MonthlyRateRatio`; where a total is 0, by those of the
        /// other period).
        case overdispersed
        /// The same, by how much other months of the place vary: of two totals whose own months are not known.
        case borrowed
        /// The interval allows for chance in the two totals alone (`RateRatio`).
        case exact(Reason)
    }

    /// Why swings between months could not be allowed for.
    public enum Reason: Hashable, Sendable {
        case zeroTotal
        /// Fewer than `Change.fewestMonths` in either period.
        case tooFewMonths
        /// Nothing is known but the two totals. The interval is not to be shown, and nothing is to be said by it.
        case totalsAlone
    }

    /// What the interval says. The difference itself is never asked.
    public enum Verdict: Hashable, Sendable {
        case rise
        case fall
        case noClearChange
        /// The interval holds no change and is made wide by the season: chance cannot be told from change by it.
        case notClear
        /// How much months vary is not known, so chance cannot be told from change.
        case untold
        /// The two were not gathered alike, so that a change of what happened cannot be told from one of how it is counted.
        case unjudged
    }

    /// The total of the earlier period.
    public let before: Int
    /// The total of the later period.
    public let after: Int
    public let exposureBefore: Double
    public let exposureAfter: Double
    /// The later rate over the earlier; `nil` where the earlier total is 0.
    public let ratio: Double?
    /// Of the ratio. The upper end is `.infinity` where the earlier total is 0.
    public let interval: Interval
    /// Variance over mean within the periods; `nil` where it can't be estimated.
    public let dispersion: Double?
    public let method: Method
    /// The months beside those of the year before, where the swing between months is the season's more than chance's: the interval
    /// counts both as chance, and is wider than it need be. Nil where it is not so, or cannot be told.
    public private(set) var season: PairedMonths?
    /// Why no verdict is given, as a sentence goes on after a colon: "recording changed in January 2015"; nil where one is.
    public private(set) var whyUnjudged: String?

    /// Below this total in either period no percentage is given, only the counts.
    public static let fewestForPercent = 10
    /// Below this number of months in either period their variation isn't measured.
    public static let fewestMonths = 3

    /// - Parameters:
    ///   - before: the count of each month of the earlier period; a missing month is left out, never 0.
    ///   - after: the same for the later period. Compare the same months of the year: seasons are not allowed for.
    ///   - exposureBefore: what the earlier counts came from, all months together: person-months, or the number of
    ///     months where the population is unknown. In the same unit as `exposureAfter`.
    ///   - confidence: between 0 and 1.
    /// - Throws: `StatisticsRefusal` where a period has no months, a count is negative, an exposure is not positive, or
    ///   the change is too large to be written.
    public init(
        before: [Int], after: [Int], exposureBefore: Double, exposureAfter: Double, confidence: Double = 0.95
    ) throws(StatisticsRefusal) {
        guard !before.isEmpty, !after.isEmpty else { throw .noMonths }
        self.before = try before.admittedTotal()
        self.after = try after.admittedTotal()
        self.exposureBefore = exposureBefore
        self.exposureAfter = exposureAfter

        let zero = self.before == 0 || self.after == 0
        if !zero, min(before.count, after.count) >= Self.fewestMonths {
            let model = try MonthlyRateRatio(
                before: before, after: after, exposureBefore: exposureBefore, exposureAfter: exposureAfter,
                confidence: confidence)
            (ratio, interval, dispersion) = (model.ratio, model.interval, model.dispersion)
            method = .overdispersed
            season = PairedMonths(before: before, after: after, about: model)
                .flatMap { $0.isMostOf(model.dispersion) ? $0 : nil }
        } else {
            let exact = try RateRatio(
                before: self.before, after: self.after, exposureBefore: exposureBefore, exposureAfter: exposureAfter,
                confidence: confidence)
            ratio = self.before == 0 ? nil : exact.ratio
            let others = self.before > 0 ? before : after
            if zero, self.before + self.after > 0, others.count >= Self.fewestMonths {
                let swings = try MonthlyDispersion(years: [others])
                interval = try Self.interval(
                    ofZero: (self.before, self.after), exposureBefore / exposureAfter, swings, Confidence(confidence))
                (dispersion, method) = (swings.value, .overdispersed)
            } else {
                (interval, dispersion) = (exact.exact, nil)
                method = .exact(zero ? .zeroTotal : .tooFewMonths)
            }
        }
        if let ratio { _ = try Self.percent(ratio).admittedAnswer() }
    }

    /// Of two totals, such as those of two years, whose months are not known.
    ///
    /// - Parameters:
    ///   - swings: how much the months of the place vary in what is counted, from other months. Without it nothing is told of
    ///     chance: the Poisson interval of a year's crime is about half as wide as it should be.
    /// - Throws: as for months.
    public init(
        totalBefore: Int, totalAfter: Int, exposureBefore: Double, exposureAfter: Double, swings: MonthlyDispersion?,
        confidence: Double = 0.95
    ) throws(StatisticsRefusal) {
        let exact = try RateRatio(
            before: totalBefore, after: totalAfter, exposureBefore: exposureBefore, exposureAfter: exposureAfter,
            confidence: confidence)
        (before, after) = (totalBefore, totalAfter)
        (self.exposureBefore, self.exposureAfter) = (exposureBefore, exposureAfter)
        ratio = totalBefore == 0 ? nil : exact.ratio
        if totalBefore == 0 || totalAfter == 0, let swings, totalBefore + totalAfter > 0 {
            interval = try Self.interval(
                ofZero: (totalBefore, totalAfter), exposureBefore / exposureAfter, swings, Confidence(confidence))
            (dispersion, method) = (swings.value, .borrowed)
        } else if totalBefore == 0 || totalAfter == 0 {
            (interval, dispersion, method) = (exact.exact, nil, .exact(.zeroTotal))
        } else if let swings, let ratio = exact.ratio {
            interval = try Self.interval(
                about: ratio, totals: (totalBefore, totalAfter), swings, Confidence(confidence))
            (dispersion, method) = (swings.value, .borrowed)
        } else {
            (interval, dispersion, method) = (exact.exact, nil, .exact(.totalsAlone))
        }
        if let ratio { _ = try Self.percent(ratio).admittedAnswer() }
    }

    /// The dispersion is taken as at least 1, and the reach is Student's t with as many degrees of freedom as it has.
    private static func interval(
        about ratio: Double, totals: (before: Int, after: Int), _ swings: MonthlyDispersion, _ confidence: Confidence
    ) -> Interval {
        let error = (max(1, swings.value) * (1 / Double(totals.before) + 1 / Double(totals.after))).squareRoot()
        let t = Quantile.student(beyond: confidence.tail, degreesOfFreedom: Double(swings.degreesOfFreedom))
        let reach = exp(t * error)
        return confidence.interval(ratio / reach, ratio * reach)
    }

    /// Of a total of 0: the exact interval of as many independent counts as the other total is worth, which is it over φ. Eleven
    /// in one month and none for a year are worth one.
    private static func interval(
        ofZero totals: (before: Int, after: Int), _ exposure: Double, _ swings: MonthlyDispersion,
        _ confidence: Confidence
    ) -> Interval {
        let worth = max(1, swings.value)
        return RateRatio.exactInterval(
            (Double(totals.before) / worth, Double(totals.after) / worth), exposure, confidence)
    }

    public var verdict: Verdict {
        if method == .exact(.totalsAlone) { return .untold }
        return whyUnjudged == nil ? verdictOfChance : .unjudged
    }

    /// What the interval says by itself, whatever is known of how the two were gathered.
    public var verdictOfChance: Verdict {
        if method == .exact(.totalsAlone) { return .untold }
        if interval.lower > 1 { return .rise }
        if interval.upper < 1 { return .fall }
        return season == nil ? .noClearChange : .notClear
    }

    /// Of the percentage, from pairs of months, where the season makes the other wide: a second opinion, beside it.
    public var pairedPercentInterval: Interval? {
        showsPercent && verdictOfChance == .notClear ? season?.interval.mapped(Self.percent) : nil
    }

    /// The same change of numbers that were not gathered alike: what became of them is told, and no verdict.
    ///
    /// - Parameter reason: as ``whyUnjudged``.
    public func unjudged(because reason: String) -> Change {
        var change = self
        change.whyUnjudged = reason
        return change
    }

    /// The change of the rate in per cent: 13.7 for a rise, −4.3 for a fall; `nil` where either total is below 10,
    /// because a percentage of so few says more than they can bear.
    public var percent: Double? {
        showsPercent ? ratio.map(Self.percent) : nil
    }

    /// Of `percent`, and `nil` with it.
    public var percentInterval: Interval? {
        showsPercent && method != .exact(.totalsAlone) ? interval.mapped(Self.percent) : nil
    }

    private var showsPercent: Bool { min(before, after) >= Self.fewestForPercent }

    private static func percent(_ ratio: Double) -> Double { (ratio - 1) * 100 }
}

/// A control chart of single values by month (XmR), read by the rules of the NHS’s Making Data Count.
///
/// Only for a series without a season, or one that is seasonally adjusted, and without a steady trend: of series that
/// swing by a quarter with the seasons and nothing else, 95 in 100 show a signal. `SignalChoice` chooses.
/// *Source*: Wheeler & Chambers 1992; NHS England, Making Data Count; the R package NHSRplotthedots 0.2.2.
public struct XmRChart: Hashable, Sendable {
    /// Which way is better.
    public enum Direction: Hashable, Sendable {
        case increase
        case decrease
        /// Neither is: recorded drug offences rise where the police look for them.
        case neutral
    }

    public struct Settings: Hashable, Sendable {
        /// Whether moving ranges of 3.267 times their mean and more are left out once of what the limits are made of.
        public var screensOutliers = true
        /// How many months of each phase the mean and the limits are made of; `nil` for all.
        public var fixedAfter: Int?
        /// How many months a trend, or a run on one side of the mean, has. Some of the NHS’s guides say 6.
        public var runLength = 7

        public init() {}
    }

    /// Months judged by one mean and one pair of limits.
    public struct Phase: Hashable, Sendable {
        /// The months of the series, missing ones too.
        public let months: Range<Int>
        /// How many of them are known.
        public let known: Int
        /// `nil` where no month is known.
        public let mean: Double?
        /// The mean difference between neighbouring months, after screening; `nil` where fewer than two are known.
        public let movingRange: Double?

        /// The mean ∓ 2.66 moving ranges. The lower limit of counts may lie below 0, and then says nothing.
        public var limits: (lower: Double, upper: Double)? { around(XmRChart.limitFactor) }

        /// Two thirds of the way from the mean to the limits.
        public var nearLimits: (lower: Double, upper: Double)? { around(2 * (XmRChart.limitFactor / 3)) }

        private func around(_ factor: Double) -> (lower: Double, upper: Double)? {
            guard let mean, let movingRange else { return nil }
            return (mean - factor * movingRange, mean + factor * movingRange)
        }

        /// Whether there are too few months for limits that will last: fewer than 13.
        public var isShort: Bool { known < XmRChart.fewestForLimits }
    }

    /// A month that is known.
    public struct Point: Hashable, Sendable {
        public enum Side: Int, Hashable, Sendable {
            case below = -1
            case on = 0
            case above = 1
        }

        public let value: Double
        /// Of the mean.
        public let side: Side
        public let isOutsideLimits: Bool
        /// Within the limits, but in their outer third.
        public let isNearLimits: Bool
        /// `nil` for a month that varies as months do.
        public let specialCause: SpecialCause?
    }

    /// A phase for each rebasing and one before; of the series as given, missing months too.
    public let phases: [Phase]
    /// A month each; `nil` where it is missing.
    public let points: [Point?]
    public let direction: Direction
    public let settings: Settings

    /// Below it limits are on trial.
    public static let fewestForLimits = 13
    /// 3 / d₂, where d₂ = 1.128 for ranges of two.
    static let limitFactor = 2.66
    /// D₄ for ranges of two.
    static let screenFactor = 3.267

    /// - Parameters:
    ///   - values: one for each month; `nil` for a month that is missing, never 0. Its neighbours count as consecutive.
    ///   - direction: which way is better.
    ///   - rebasedAt: the months, from 0 on, with which a new mean and new limits begin: where recording changed.
    /// - Throws: `StatisticsRefusal` where no month is known, one is not finite, a rebasing lies outside the series, or
    ///   a run would have fewer than three months.
    public init(
        values: [Double?], direction: Direction, rebasedAt: [Int] = [], settings: Settings = Settings()
    ) throws(StatisticsRefusal) {
        guard values.contains(where: { $0 != nil }) else { throw .nothingKnown }
        for case let value? in values where !value.isFinite { throw .monthNotFinite(value) }
        for month in rebasedAt where !values.indices.contains(month) {
            throw .noSuchMonth(month, months: values.count)
        }
        guard settings.runLength >= 3 else {
            throw .settingTooSmall("run length", Double(settings.runLength), least: 3)
        }
        if let fixed = settings.fixedAfter, fixed < 2 {
            throw .settingTooSmall("number of months the limits are made of", Double(fixed), least: 2)
        }
        self.direction = direction
        self.settings = settings
        let starts = Set(rebasedAt).union([0]).sorted()
        var phases: [Phase] = []
        var points: [Point?] = []
        for (start, end) in zip(starts, starts.dropFirst() + [values.count]) {
            let phase = try Phase(values, months: start..<end, settings)
            phases.append(phase)
            points += XmRRules(phase, values[start..<end], runLength: settings.runLength).points
        }
        self.phases = phases
        self.points = points
    }
}

extension XmRChart.Phase {
    init(_ values: [Double?], months: Range<Int>, _ settings: XmRChart.Settings) throws(StatisticsRefusal) {
        let known = values[months].compactMap { $0 }
        let base = known.prefix(settings.fixedAfter ?? known.count)
        self.months = months
        self.known = known.count
        guard !base.isEmpty else {
            (mean, movingRange) = (nil, nil)
            return
        }
        mean = try Self.mean(base)
        movingRange = try Self.movingRange(base, screened: settings.screensOutliers)
        guard let limits else { return }
        _ = try (limits.upper - limits.lower).admittedAnswer()
    }

    /// The mean of the differences between neighbours, `nil` where there are none.
    ///
    /// Where screening would leave no difference but 0, nothing is screened. The package then gives a constant series no
    /// limits, and puts those of a series of many 0s on its mean, so that every month of it is a signal.
    private static func movingRange(
        _ values: ArraySlice<Double>, screened: Bool
    ) throws(StatisticsRefusal) -> Double? {
        let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
        guard !ranges.isEmpty else { return nil }
        let mean = try mean(ranges[...])
        let kept = ranges.filter { $0 < XmRChart.screenFactor * mean }
        guard screened, kept.contains(where: { $0 > 0 }) else { return mean }
        return try Self.mean(kept[...])
    }

    /// Exactly rounded for whole numbers, because a month *on* the mean breaks a run. Their sum is exact; for others
    /// what is lost in adding is added up too (Neumaier 1974).
    private static func mean(_ values: ArraySlice<Double>) throws(StatisticsRefusal) -> Double {
        var (sum, lost) = (0.0, 0.0)
        for value in values {
            let next = sum + value
            lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
            sum = next
        }
        return try ((sum + lost) / Double(values.count)).admittedAnswer()
    }
}

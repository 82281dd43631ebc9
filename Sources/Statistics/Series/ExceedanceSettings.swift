extension Exceedance {
    /// How a month is compared with earlier years. The defaults are for counts by month of a partnership.
    public struct Settings: Hashable, Sendable {
        /// How many values a year has: 12 for months, 52 for weeks.
        public var period = 12
        /// How many years back to go. `nil`: as many as there are, three to five.
        public var years: Int?
        /// How many months before and after the same month of each year are compared with.
        public var halfWindow = 2
        /// How many levels the year has. 1: only the windows enter. More: the months between enter too, in so many blocks
        /// less one, as Noufaily and others do with ten blocks of weeks. At most the period less twice the half window.
        public var blocks = 1
        /// How many months just before the one that is judged are left out, so that a rise that goes on for months does
        /// not raise its own bound.
        public var recentLeftOut = 2
        /// Months of the baseline whose Anscombe residual is above this count less, so that a past peak does not hide a
        /// new one. `nil`: all count alike.
        public var downweightsAbove: Double? = 2.58
        /// A trend is taken account of where a slope as steep comes of chance less often than this, there are three years,
        /// and it would not lead beyond the largest count there was. 1: always, but for those two. `nil`: never.
        public var trendThreshold: Double? = 0.05
        /// The probability that is left above the bound if nothing has changed.
        public var tail = 0.025
        /// There must have been so many events …
        public var fewestEvents = 5
        /// … in so many months, the one that is judged the last of them.
        public var eventMonths = 4
        public var bound = Bound.transformed(.twoThirds)

        public init() {}
    }

    /// How the bound is reached from the count expected.
    public enum Bound: Hashable, Sendable {
        /// Normal, on a scale on which counts are about symmetrical.
        case transformed(Power)
        /// The quantile of a negative binomial distribution with the mean expected.
        case negativeBinomial
        /// Of one with the highest mean that is likely.
        case negativeBinomialOfUpperMean
    }

    /// What counts are raised to.
    public enum Power: Hashable, Sendable {
        case none
        case half
        case twoThirds

        var exponent: Double {
            switch self {
            case .none: 1
            case .half: 1 / 2
            case .twoThirds: 2 / 3
            }
        }
    }

    /// Over fewer years a trend is not taken account of, and by default no count is expected.
    public static let fewestYears = 3
    /// More years are not asked for by default: what was recorded then was recorded otherwise.
    public static let mostYears = 5
}

extension Exceedance.Settings {
    /// - Throws: where settings don't go together.
    func admit() throws(StatisticsRefusal) {
        try Self.admit("period", period, least: 1)
        try Self.admit("number of years", years ?? 1, least: 1)
        try Self.admit("half window", halfWindow, least: 0)
        try Self.admit("number of months left out", recentLeftOut, least: 0)
        try Self.admit("number of events", fewestEvents, least: 0)
        try Self.admit("number of months for events", eventMonths, least: 1)
        guard halfWindow <= (period - 1) / 2 else { throw .windowsOverlap(halfWindow, period: period) }
        guard (1...period - 2 * halfWindow).contains(blocks) else {
            throw .tooManyBlocks(blocks, most: period - 2 * halfWindow)
        }
        guard tail > 0, tail < 0.5 else { throw .tail(tail) }
        if let downweightsAbove, !(downweightsAbove >= 0) {
            throw .settingTooSmall("residual to downweight above", downweightsAbove, least: 0)
        }
    }

    private static func admit(_ name: String, _ value: Int, least: Int) throws(StatisticsRefusal) {
        guard value >= least else { throw .settingTooSmall(name, Double(value), least: Double(least)) }
    }
}

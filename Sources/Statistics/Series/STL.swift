/// STL: the taking apart of a series into season, trend and remainder by local regression, made ready for series of one
/// length, as many as there are.
///
/// *Source*: Cleveland, Cleveland, McRae & Terpenning 1990, "STL: A seasonal-trend decomposition procedure based on
/// loess", Journal of Official Statistics 6, 3–73. Every point is fitted, none interpolated between fitted ones.
public struct STL: Sendable {
    /// What is fitted locally.
    public enum Degree: Int, Hashable, Sendable {
        case constant = 0
        case line = 1
    }

    /// How smooth each part is to be. The defaults are for counts by month.
    public struct Settings: Hashable, Sendable {
        /// How many values a season's round has: 12 for months.
        public var period = 12
        /// Over how many years a month's season is smoothed: odd, from 3. The larger, the less a season may change.
        public var seasonalWindow = 13
        /// Over how many months the trend is smoothed: odd, above the period. `nil`: the smallest odd number from
        /// 1.5 × period / (1 − 1.5 / seasonal window), which is 21 for months.
        public var trendWindow: Int?
        /// The window of the filter that keeps trend out of the season: odd, above the period. `nil`: the smallest.
        public var lowPassWindow: Int?
        public var seasonalDegree = Degree.line
        public var trendDegree = Degree.line
        public var lowPassDegree = Degree.line
        /// Whether months far from the rest count less, and a spike so leaves no trace in season and trend. Only for
        /// seven years or more: with fewer, a month of the year has too few values to tell a spike by.
        public var isRobust = false

        public init() {}

        /// A season that is the same every year: for values that are to be charted.
        ///
        /// A season that may change takes up much of the chance in a few years of months and leaves slow movement, which
        /// a chart takes for runs: of months that vary by chance alone 19 in 100 are then marked over three years, and 9
        /// in 100 over seven. With a steady season it is 7, as with months that are not adjusted 5 to 6.
        public static let steadySeason: Settings = {
            var settings = Settings()
            // So wide that all years of a month count alike.
            (settings.seasonalWindow, settings.seasonalDegree) = (1_000_001, .constant)
            return settings
        }()
    }

    /// The number of values a series must have.
    public let count: Int
    public let settings: Settings
    /// As asked for, or the usual one.
    public let trendWindow: Int
    public let lowPassWindow: Int

    /// For the months of the year that have one value more than the others, and for those others.
    let longerCycle: LocalRegression
    let shorterCycle: LocalRegression
    let lowPass: LocalRegression
    let trend: LocalRegression

    /// How often season and trend take turns between two reweighings, and how often months are weighed anew.
    var turns: Int { settings.isRobust ? 2 : 5 }
    var reweighings: Int { settings.isRobust ? 15 : 0 }

    /// - Parameter count: how many months the series have, missing ones too.
    /// - Throws: `StatisticsRefusal` for fewer values than two periods, or a window that is even or too small.
    public init(count: Int, settings: Settings = Settings()) throws(StatisticsRefusal) {
        guard settings.period >= 2 else { throw .settingTooSmall("period", Double(settings.period), least: 2) }
        guard count / 2 >= settings.period else {
            throw .tooShortForSeason(months: count, period: settings.period)
        }
        let next = settings.period + 1
        let leastWindow = next + (next % 2 == 0 ? 1 : 0)
        let seasonalWindow = try Self.admitted(settings.seasonalWindow, least: 3)
        trendWindow = try Self.admitted(
            settings.trendWindow ?? Self.usualTrendWindow(settings.period, seasonalWindow), least: leastWindow)
        lowPassWindow = try Self.admitted(settings.lowPassWindow ?? leastWindow, least: leastWindow)
        self.count = count
        self.settings = settings
        let cycle = { (count: Int) in
            LocalRegression(count: count, window: seasonalWindow, degree: settings.seasonalDegree, beyond: 1)
        }
        shorterCycle = cycle(count / settings.period)
        longerCycle = cycle((count - 1) / settings.period + 1)
        lowPass = LocalRegression(count: count, window: lowPassWindow, degree: settings.lowPassDegree)
        trend = LocalRegression(count: count, window: trendWindow, degree: settings.trendDegree)
    }

    private static func admitted(_ window: Int, least: Int) throws(StatisticsRefusal) -> Int {
        guard window >= least, window <= widest, window % 2 == 1 else { throw .smoothingWindow(window, least: least) }
        return window
    }

    /// ⌈1.5 p / (1 − 1.5 / s)⌉ in whole numbers, made odd.
    private static func usualTrendWindow(_ period: Int, _ seasonal: Int) -> Int {
        let (above, below) = (3 * period * seasonal, 2 * seasonal - 3)
        let least = (above + below - 1) / below
        return least + (least % 2 == 0 ? 1 : 0)
    }

    /// Wider than any series; beyond it arithmetic with windows would have to be watched.
    private static let widest = 16_777_217
}

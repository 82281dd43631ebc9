/// Whether the latest five years' figures rise or fall more than chance would give, as Fingertips marks it.
///
/// A straight line through five points, each weighted by how sure it is. It is called a trend if the slope is significant
/// at 99.8 % and keeps its sign whichever year is left out. *Source*: DHSC, FingertipsNext, TrendMarkerCalculator; OHID,
/// Technical guide: recent trends.
///
/// The rule was made for health figures whose intervals tell all there is to tell. Crime varies more than Poisson counts
/// do, and with Poisson intervals the marker says "increasing" or "decreasing" of nearly every large district. Give the
/// dispersion of the months (`MonthlyDispersion`), and each interval is widened by its square root.
public struct RecentTrend: Hashable, Sendable {
    /// A year's figure with its 95 % limits, all in one unit.
    public struct Period: Hashable, Sendable {
        public let value: Double
        public let lower95: Double
        public let upper95: Double

        public init(value: Double, lower95: Double, upper95: Double) {
            self.value = value
            self.lower95 = lower95
            self.upper95 = upper95
        }

        /// - Throws: `StatisticsRefusal` for a rate whose interval is not a 95 % one.
        public init(_ rate: Rate) throws(StatisticsRefusal) {
            guard rate.interval.confidence == 0.95 else { throw .confidence(rate.interval.confidence) }
            self.init(value: rate.value, lower95: rate.interval.lower, upper95: rate.interval.upper)
        }
    }

    public enum Direction: Hashable, Sendable {
        case increasing
        case decreasing
        case noChange
    }

    /// How much the figure changes in a year, in its own unit.
    public let slope: Double
    /// The square of the slope over its standard error: chi-square with one degree of freedom if there is no trend.
    public let chiSquare: Double
    /// Whether the slope keeps its sign when each year in turn is left out. A slope of 0 counts as positive.
    public let keepsSign: Bool
    /// By how much more than Poisson counts the figures were taken to vary; at least 1.
    public let dispersion: Double

    /// How many of the latest years are looked at.
    public static let periods = 5
    /// What `chiSquare` must exceed: 9.5495, the 99.8 % point.
    public static let threshold = Quantile.normal(beyond: 0.001) * Quantile.normal(beyond: 0.001)

    /// - Parameters:
    ///   - years: oldest first, one after the other without a gap; `nil` where a year isn't known. The latest five are used.
    ///   - dispersion: variance over mean of the counts, from `MonthlyDispersion`; 1 trusts the intervals as they are.
    ///     What is below 1 is taken as 1.
    /// - Throws: `StatisticsRefusal` for fewer than five years, a missing one among the latest five, limits that are not
    ///   those of an interval about the value, or a dispersion that is not positive.
    public init(_ years: [Period?], dispersion: Double = 1) throws(StatisticsRefusal) {
        guard years.count >= Self.periods else { throw .tooFewPeriods(years.count, needed: Self.periods) }
        self.dispersion = try max(1, dispersion.admittedExposure())
        var latest: [Period] = []
        for (place, period) in years.suffix(Self.periods).enumerated() {
            guard let period else { throw .missingPeriod(place + 1) }
            latest.append(try period.admitted())
        }

        let narrowest = latest.map(\.width).min() ?? 1
        let points = latest.enumerated().map { place, period in
            Point(time: Double(place + 1), value: period.value, weight: Self.square(narrowest / period.width))
        }
        let line = Line(points)
        let withoutEach = points.indices.map { left in
            Line(points.enumerated().filter { $0.offset != left }.map(\.element))
        }
        slope = try line.slope.admittedAnswer()
        keepsSign = withoutEach.allSatisfy { $0.isNegative == line.isNegative }
        let reach = slope / (narrowest / Self.widthOfError)
        chiSquare = try (reach * reach * line.timeSpread / self.dispersion).admittedAnswer()
    }

    /// Whether there is a trend at all.
    public var isSignificant: Bool { keepsSign && chiSquare > Self.threshold }

    public var direction: Direction {
        guard isSignificant, slope != 0 else { return .noChange }
        return slope > 0 ? .increasing : .decreasing
    }

    /// How many standard errors a 95 % interval is wide, as the source rounds it: twice 1.96.
    private static let widthOfError = 3.92

    private static func square(_ x: Double) -> Double { x * x }

    private struct Point {
        let time: Double
        let value: Double
        let weight: Double
    }

    /// The weighted least-squares line, worked out about the mean so that nothing cancels.
    private struct Line {
        let slope: Double
        /// Σ w (t − t̄)²
        let timeSpread: Double

        init(_ points: [Point]) {
            let weight = points.reduce(0) { $0 + $1.weight }
            let time = points.reduce(0) { $0 + $1.weight * $1.time } / weight
            let value = points.reduce(0) { $0 + $1.weight / weight * $1.value }
            timeSpread = points.reduce(0) { $0 + $1.weight * ($1.time - time) * ($1.time - time) }
            slope = points.reduce(0) { $0 + $1.weight * ($1.time - time) * ($1.value - value) } / timeSpread
        }

        var isNegative: Bool { slope < 0 }
    }
}

extension RecentTrend.Period {
    fileprivate var width: Double { upper95 - lower95 }

    fileprivate func admitted() throws(StatisticsRefusal) -> RecentTrend.Period {
        _ = try value.admittedValue()
        guard lower95 <= value, value <= upper95, width > 0, width.isFinite else {
            throw .notAnInterval(lower: lower95, upper: upper95)
        }
        return self
    }
}

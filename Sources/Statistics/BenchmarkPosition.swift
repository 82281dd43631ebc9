/// Where an area stands beside a benchmark (the country, the region, a similar group), beyond what chance would give.
///
/// A limit that is touched exactly counts as similar. *Source*: the comparers of Fingertips, which public health
/// publishes by; DHSC, FingertipsNext, BenchmarkComparisonEngine.
public enum BenchmarkPosition: Hashable, Sendable {
    case lower
    case similar
    case higher

    /// Whether the benchmark lies outside the area's own interval: the usual way, where the benchmark's figure rests on
    /// so many more events that its own chance is small.
    public init(interval: Interval, benchmark: Double) throws(StatisticsRefusal) {
        try interval.admit()
        let benchmark = try benchmark.admittedValue()
        self = interval.upper < benchmark ? .lower : interval.lower > benchmark ? .higher : .similar
    }

    /// Whether the intervals of two areas lie apart.
    ///
    /// Very cautious: of two equal areas no more than about 6 in 1,000 are told apart by chance, not 5 in 100. Use it only
    /// for two small areas beside one another, and say so; for a change over time work out the change (`Change`).
    public init(interval: Interval, benchmarkInterval: Interval) throws(StatisticsRefusal) {
        try interval.admit()
        try benchmarkInterval.admit()
        self =
            interval.upper < benchmarkInterval.lower
            ? .lower : interval.lower > benchmarkInterval.upper ? .higher : .similar
    }

    /// Whether the area's value lies outside the limits that chance sets about the benchmark for an area of its size.
    /// - Parameter limits: from `ControlLimits`, in the unit of `value`.
    public init(value: Double, limits: Interval) throws(StatisticsRefusal) {
        let value = try value.admittedValue()
        try limits.admit()
        self = value < limits.lower ? .lower : value > limits.upper ? .higher : .similar
    }

    /// - Parameter polarity: whether low is good, high is good, or neither may be said.
    public func verdict(_ polarity: Polarity) -> BenchmarkVerdict {
        switch (self, polarity) {
        case (.similar, _): .similar
        case (.lower, .lowIsGood), (.higher, .highIsGood): .better
        case (.lower, .highIsGood), (.higher, .lowIsGood): .worse
        case (.lower, .noJudgement): .lower
        case (.higher, .noJudgement): .higher
        }
    }
}

extension Interval {
    /// Known to be an interval: no end is NaN, and the lower one does not lie above the upper.
    func admit() throws(StatisticsRefusal) {
        guard lower <= upper else { throw .notAnInterval(lower: lower, upper: upper) }
    }
}

/// A confidence level, checked, and what follows from it.
struct Confidence: Hashable, Sendable {
    let level: Double
    /// The probability left outside on each side: 0.025 for 95 %.
    let tail: Double

    init(_ level: Double) throws(StatisticsRefusal) {
        guard level > 0, level < 1 else { throw .confidence(level) }
        self.level = level
        self.tail = (1 - level) / 2
    }

    /// How many standard deviations reach as far: 1.96 for 95 %.
    var z: Double { Quantile.normal(beyond: tail) }

    func interval(_ lower: Double, _ upper: Double) -> Interval {
        Interval(lower: lower, upper: upper, confidence: level)
    }

    /// The interval between two limits whose last digit may have been rounded past the estimate they lie about.
    func interval(_ lower: Double, _ upper: Double, about estimate: Double) -> Interval {
        interval(min(lower, estimate), max(upper, estimate))
    }
}

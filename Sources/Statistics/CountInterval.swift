import Foundation

/// Intervals for the mean behind a count that varies as Poisson does.
enum CountInterval {
    /// The exact (Garwood) interval: half the chi-square quantiles with 2x and 2x + 2 degrees of freedom.
    ///
    /// *Source*: Garwood 1936, "Fiducial limits for the Poisson distribution".
    static func exact(_ count: Double, _ confidence: Confidence) -> Interval {
        if let few = FewEvents(count, confidence) { return few.limits }
        let lower = count == 0 ? 0 : IncompleteGamma.quantile(.lower, shape: count, probability: confidence.tail)
        let upper = IncompleteGamma.quantile(.upper, shape: count + 1, probability: confidence.tail)
        return confidence.interval(lower, upper)
    }

    /// Byar's approximation, within 0.2 % of the exact limits from a count of 10 upwards.
    ///
    /// The lower limit is `nil` where the formula has none: at 0, and where its cube would be of a negative number.
    /// *Source*: Breslow & Day 1987, volume II, equation 2.13; OHID, Technical guide: confidence intervals, 2018.
    static func byar(_ count: Double, _ confidence: Confidence) -> (lower: Double?, upper: Double) {
        let z = confidence.z
        let next = count + 1
        let upper = next * pow(1 - 1 / (9 * next) + z / (3 * next.squareRoot()), 3)
        let root = 1 - 1 / (9 * count) - z / (3 * count.squareRoot())
        return (count > 0 && root >= 0 ? count * pow(root, 3) : nil, upper)
    }
}

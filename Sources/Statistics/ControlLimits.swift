/// The limits within which chance alone would keep an area of a certain size that is like the benchmark.
///
/// *Source*: the comparers "SPC for proportions" and "SPC for rates" of Fingertips.
public enum ControlLimits {
    /// Wilson's limits of the benchmark's proportion, as if it had been found in the area's own total.
    ///
    /// - Parameters:
    ///   - benchmark: between 0 and 1.
    ///   - total: the area's; not necessarily whole.
    ///   - confidence: 0.95 and 0.998 are usual.
    /// - Throws: `StatisticsRefusal` for a benchmark outside 0 to 1, or a total that is not positive.
    public static func ofProportion(
        benchmark: Double, total: Double, confidence: Double = 0.95
    ) throws(StatisticsRefusal) -> Interval {
        let confidence = try Confidence(confidence)
        return try ofProportion(benchmark: benchmark, total: total, z: confidence.z, confidence: confidence.level)
    }

    /// The same with a reach in standard deviations, as the comparers state it: 1.96 and 3.0902.
    static func ofProportion(
        benchmark: Double, total: Double, z: Double, confidence: Double
    ) throws(StatisticsRefusal) -> Interval {
        guard benchmark >= 0, benchmark <= 1 else { throw .probability(benchmark) }
        let n = try total.admittedExposure()
        let (expected, rest) = (n * benchmark, n * (1 - benchmark))
        let root = z * (z * z + 4 * expected * (1 - benchmark)).squareRoot()
        // Each limit from the end it is nearer to, so that nothing cancels: 0 and 1 are exact.
        let upper = 1 - 2 * rest * (1 - benchmark) / (2 * rest + z * z + root)
        let lower = 2 * expected * benchmark / (2 * expected + z * z + root)
        guard n <= 0x1p53 else { throw .outOfRange }
        return Interval(lower: min(lower, benchmark), upper: max(upper, benchmark), confidence: confidence)
    }

    /// Exact Poisson limits of the events that the benchmark's rate lets expect of the area's population.
    ///
    /// The expected number need not be whole. The lower limit is the mean for which so many events rounded up, or more,
    /// have the probability of the tail; the upper limit is that for so many rounded down, or fewer.
    /// - Parameters:
    ///   - benchmark: events for every `per` people; 0 or more.
    ///   - population: the area's; above 0.
    ///   - confidence: 0.95 and 0.998 are usual.
    /// - Returns: limits in the unit of `benchmark`.
    /// - Throws: `StatisticsRefusal` for a negative benchmark, or a population that is not positive.
    public static func ofRate(
        benchmark: Double, population: Double, per: Double = 1000, confidence: Double = 0.95
    ) throws(StatisticsRefusal) -> Interval {
        let confidence = try Confidence(confidence)
        guard benchmark >= 0 else { throw .notPositive(benchmark) }
        let size = try population.admittedExposure() / per.admittedExposure()
        let expected = try (benchmark.admittedValue() * size).admittedAnswer()
        guard size.isNormal, expected <= 0x1p53 else { throw .outOfRange }
        // What is whole but for the rounding of a product is whole: 10, not 10.000000000000002 and so 11.
        let whole = (expected - expected.rounded()).magnitude <= 1e-12 * expected
        let (fewest, most) = (
            expected.rounded(whole ? .toNearestOrEven : .up), expected.rounded(whole ? .toNearestOrEven : .down)
        )
        let lower =
            fewest == 0 ? 0 : IncompleteGamma.quantile(.lower, shape: fewest, probability: confidence.tail) / size
        let upper = IncompleteGamma.quantile(.upper, shape: most + 1, probability: confidence.tail) / size
        return try confidence.interval(lower, upper.admittedAnswer())
    }
}

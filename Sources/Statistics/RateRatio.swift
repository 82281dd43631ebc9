import Foundation

/// How many times as high a rate is after as before, from two counts taken as Poisson.
///
/// For counts by month prefer `Change`: it allows for crime varying more than Poisson counts do.
public struct RateRatio: Hashable, Sendable {
    /// After over before: `.infinity` from none to some, `nil` where both counts are 0.
    public let ratio: Double?
    /// The exact conditional interval; from 0 to `.infinity` where both counts are 0.
    public let exact: Interval
    /// The two-sided probability of a split at least as unlikely as this one if the rates were the same.
    public let exactProbability: Double
    /// The interval from the normal approximation to ln ratio; `nil` where a count is 0.
    public let wald: Interval?
    /// The interval that inverts the score test; `nil` where a count is 0.
    public let score: Interval?

    /// - Parameters:
    ///   - exposureBefore: what the count came from: person-months, or months; in the same unit as `exposureAfter`.
    ///   - confidence: between 0 and 1.
    /// - Throws: `StatisticsRefusal` for a negative count, or an exposure that is not positive.
    public init(
        before: Int, after: Int, exposureBefore: Double, exposureAfter: Double, confidence: Double = 0.95
    ) throws(StatisticsRefusal) {
        let counts = (before: try before.admitted(), after: try after.admitted())
        let exposure = try exposureBefore.admittedExposure() / exposureAfter.admittedExposure()
        guard exposure.isNormal else { throw .outOfRange }
        let confidence = try Confidence(confidence)

        exact = Self.exactInterval(counts, exposure, confidence)
        exactProbability = MinimumLikelihood(successes: after, failures: before, odds: 1 / exposure).probability
        guard before > 0, after > 0 else {
            ratio = before > 0 ? 0 : after > 0 ? .infinity : nil
            wald = nil
            score = nil
            return
        }
        let ratio = try (counts.after / counts.before * exposure).admittedAnswer()
        self.ratio = ratio
        wald = Self.waldInterval(counts, ratio, confidence)
        score = Self.scoreInterval(counts, exposure, ratio, confidence)
    }

    /// The two-sided probability of so large a difference if the rates were the same, where what is counted varies more than
    /// Poisson counts do; of the exact split where a count is 0.
    ///
    /// The error of ln ratio is √(φ (1/x₁ + 1/x₂)), its reach Student's t. *Source*: McCullagh & Nelder 1989, section 6.2.
    ///
    /// - Parameter swings: φ, taken as at least 1, with its degrees of freedom.
    public static func probability(
        before: Int, after: Int, exposureBefore: Double, exposureAfter: Double, swings: (value: Double, freedom: Double)
    ) throws(StatisticsRefusal) -> Double {
        let exact = try RateRatio(
            before: before, after: after, exposureBefore: exposureBefore, exposureAfter: exposureAfter)
        guard before > 0, after > 0, let ratio = exact.ratio else { return exact.exactProbability }
        let error = (max(1, swings.value) * (1 / Double(before) + 1 / Double(after))).squareRoot()
        let t = log(ratio) / error
        return IncompleteBeta.probability(.lower, a: swings.freedom / 2, b: 0.5, odds: swings.freedom / (t * t))
    }

    typealias Counts = (before: Double, after: Double)

    /// Given their sum, the later count is binomial: Clopper and Pearson's limits for its odds, times the exposures.
    ///
    /// *Source*: Przyborowski & Wilenski 1940; Clopper & Pearson 1934.
    static func exactInterval(_ counts: Counts, _ exposure: Double, _ confidence: Confidence) -> Interval {
        var (lower, upper) = (0.0, Double.infinity)
        if counts.after > 0 {
            lower = IncompleteBeta.quantile(
                .lower, a: counts.after, b: counts.before + 1, probability: confidence.tail)
        }
        if counts.before > 0 {
            upper = IncompleteBeta.quantile(
                .upper, a: counts.after + 1, b: counts.before, probability: confidence.tail)
        }
        return confidence.interval(lower * exposure, upper * exposure)
    }

    private static func waldInterval(_ counts: Counts, _ ratio: Double, _ confidence: Confidence) -> Interval {
        let reach = exp(confidence.z * (1 / counts.before + 1 / counts.after).squareRoot())
        return confidence.interval(ratio / reach, ratio * reach)
    }

    /// The ratios r at which (x₂ − x₁q)² = z²(x₁ + x₂)q, where q = r × exposure after / exposure before.
    ///
    /// Its two roots multiply to (x₂/x₁)², which gives the smaller without cancellation. *Source*: Gu, Ng, Tang &
    /// Schucany 2008, statistic W3 inverted.
    private static func scoreInterval(
        _ counts: Counts, _ exposure: Double, _ ratio: Double, _ confidence: Confidence
    ) -> Interval {
        let z = confidence.z
        let (x1, x2) = counts
        let spread = z * z * (x1 + x2)
        let larger = (2 * x1 * x2 + spread + (spread * (spread + 4 * x1 * x2)).squareRoot()) / (2 * x1 * x1)
        let smaller = (x2 / x1) * (x2 / x1) / larger
        return confidence.interval(smaller * exposure, larger * exposure, about: ratio)
    }
}

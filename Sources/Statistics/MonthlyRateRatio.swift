import Foundation

/// How many times as high a rate is after as before, from counts by month, allowing for months that vary more than
/// Poisson counts would.
///
/// A log-linear model with one rate for each period. Its dispersion is Pearson's chi-square over its degrees of freedom,
/// and the interval widens by its square root. *Source*: McCullagh & Nelder 1989, sections 4.5 and 6.2; Ver Hoef &
/// Boveng 2007.
public struct MonthlyRateRatio: Hashable, Sendable {
    public let ratio: Double
    /// Variance over mean within the periods: 1 for Poisson counts, near 2 for most crime types in a district.
    public let dispersion: Double
    /// The number of months less two.
    public let degreesOfFreedom: Int
    /// What to show: the dispersion is taken as at least 1, and the reach is Student's t.
    public let interval: Interval

    /// The standard error of ln ratio if the months were Poisson: √(1/x₁ + 1/x₂).
    let poissonError: Double
    let confidence: Confidence

    /// - Parameters:
    ///   - before: the count of each month of the earlier period; a missing month is left out, never 0.
    ///   - exposureBefore: what the months of the earlier period came from, all together: person-months, or months.
    ///   - confidence: between 0 and 1.
    /// - Throws: `StatisticsRefusal` for a negative count, an exposure that is not positive, a period whose total is 0
    ///   (take the exact interval of `RateRatio`), or fewer than three months in all.
    public init(
        before: [Int], after: [Int], exposureBefore: Double, exposureAfter: Double, confidence: Double = 0.95
    ) throws(StatisticsRefusal) {
        guard !before.isEmpty, !after.isEmpty else { throw .noMonths }
        let x1 = try Double(before.admittedTotal())
        let x2 = try Double(after.admittedTotal())
        let exposure = try exposureBefore.admittedExposure() / exposureAfter.admittedExposure()
        self.confidence = try Confidence(confidence)
        guard x1 > 0, x2 > 0 else { throw .zeroTotal }
        degreesOfFreedom = before.count + after.count - 2
        guard degreesOfFreedom > 0 else { throw .tooFewMonths(before.count + after.count) }
        guard exposure.isNormal else { throw .outOfRange }

        ratio = try (x2 / x1 * exposure).admittedAnswer()
        dispersion = (Self.pearson(before, total: x1) + Self.pearson(after, total: x2)) / Double(degreesOfFreedom)
        poissonError = (1 / x1 + 1 / x2).squareRoot()
        let t = Quantile.student(beyond: self.confidence.tail, degreesOfFreedom: Double(degreesOfFreedom))
        let reach = exp(t * poissonError * max(1, dispersion).squareRoot())
        interval = self.confidence.interval(ratio / reach, ratio * reach)
    }

    /// Pearson's chi-square of months that all have the same expected count.
    private static func pearson(_ months: [Int], total: Double) -> Double {
        let mean = total / Double(months.count)
        return months.reduce(0) { sum, count in
            let residual = Double(count) - mean
            return sum + residual * residual / mean
        }
    }
}

// What other programs print, for comparison with them. The product does not show these: without the clamp an interval
// collapses when months happen to be alike, and the normal reach is too short for two years of months.
extension MonthlyRateRatio {
    /// The standard error of ln ratio with the dispersion as it is, even below 1.
    var quasiError: Double { poissonError * dispersion.squareRoot() }

    /// The quasi-Poisson interval with a normal reach; `nil` where all months of a period are alike.
    var quasiNormal: Interval? { quasi(reach: confidence.z) }

    /// The quasi-Poisson interval with Student's reach; `nil` where all months of a period are alike.
    var quasiStudent: Interval? {
        quasi(reach: Quantile.student(beyond: confidence.tail, degreesOfFreedom: Double(degreesOfFreedom)))
    }

    private func quasi(reach: Double) -> Interval? {
        guard dispersion > 0 else { return nil }
        let factor = exp(reach * quasiError)
        return confidence.interval(ratio / factor, ratio * factor)
    }
}

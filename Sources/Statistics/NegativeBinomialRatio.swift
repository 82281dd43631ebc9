import Foundation

/// The same ratio from a negative binomial model, whose variance is μ + μ²/θ: a second opinion on `MonthlyRateRatio`.
///
/// With one rate for each period the fitted months are the periods' means whatever θ is, so that θ alone is sought, by
/// maximum likelihood. *Source*: Venables & Ripley 2002, section 7.4 (`MASS::glm.nb`).
struct NegativeBinomialRatio: Sendable {
    /// Small where months vary much; the model nears Poisson as it grows.
    let theta: Double
    /// The standard error of ln ratio.
    let logError: Double
    let interval: Interval

    /// `nil` where the months vary no more than Poisson counts would, so that no finite θ is likeliest.
    init?(of ratio: MonthlyRateRatio, before: [Int], after: [Int]) {
        let periods = [before, after].map { Period(months: $0) }
        guard let theta = Self.likeliestTheta(periods) else { return nil }
        self.theta = theta
        logError = periods.reduce(0) { $0 + 1 / $1.information(theta: theta) }.squareRoot()
        let reach = exp(ratio.confidence.z * logError)
        interval = ratio.confidence.interval(ratio.ratio / reach, ratio.ratio * reach)
    }

    /// Where the slope of the likelihood turns from positive to negative: bracketed from the moments' guess, then halved.
    private static func likeliestTheta(_ periods: [Period]) -> Double? {
        let excess = periods.reduce(0) { $0 + $1.excessVariance }
        guard excess > 0 else { return nil }
        let slope = { (theta: Double) in periods.reduce(0) { $0 + $1.likelihoodSlope(theta: theta) } }
        var low = periods.reduce(0) { $0 + Double($1.counts.count) * $1.mean * $1.mean } / excess
        var high = low
        while slope(low) < 0, low > fewest { low /= 2 }
        while slope(high) > 0, high < most { high *= 2 }
        guard low > fewest, high < most else { return nil }
        while high / low > 1 + 1e-12 {
            let middle = (low * high).squareRoot()
            if slope(middle) > 0 { low = middle } else { high = middle }
        }
        return low
    }

    /// Beyond these a θ can't be told from no spread at all, or from none but Poisson's.
    private static let (fewest, most) = (1e-8, 1e8)

    private struct Period {
        let counts: [Double]
        let mean: Double

        init(months: [Int]) {
            counts = months.map(Double.init)
            mean = counts.reduce(0, +) / Double(counts.count)
        }

        /// How far the months' variance exceeds that of Poisson counts, in all.
        var excessVariance: Double {
            counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) - $1 }
        }

        /// The derivative of the log likelihood by θ.
        func likelihoodSlope(theta: Double) -> Double {
            counts.reduce(0) { sum, count in
                sum + digamma(theta + count) - digamma(theta) - log1p(mean / theta) + (mean - count) / (theta + mean)
            }
        }

        /// Fisher's information on the log of the period's rate.
        func information(theta: Double) -> Double {
            Double(counts.count) * mean / (1 + mean / theta)
        }
    }
}

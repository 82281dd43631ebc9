import Foundation

/// What a count must exceed to be exceptional, and how probable one as high is if nothing has changed.
struct ExceedanceBound: Sendable {
    let upper: Double
    /// As far below what is expected, on the scale on which counts are symmetrical; `nil` where that is not above 0, and for
    /// a bound that is a quantile.
    let lower: Double?
    let probability: Double
    /// Of a count as low or lower.
    let fallProbability: Double

    init(
        _ bound: Exceedance.Bound, tail: Double, model: ExceedanceModel, observed: Int
    ) throws(StatisticsRefusal) {
        let z = Quantile.normal(beyond: tail)
        switch bound {
        case .transformed(let power):
            self = Self.transformed(
                power.exponent, tail: tail, z: z, model: model, observed: Double(observed))
        case .negativeBinomial:
            try self.init(mean: model.expected, tail: tail, model: model, observed: observed)
        case .negativeBinomialOfUpperMean:
            try self.init(
                mean: exp(model.logExpected + z * model.logError), tail: tail, model: model, observed: observed)
        }
        _ = try upper.admittedAnswer()
    }

    private init(upper: Double, lower: Double?, probability: Double, fallProbability: Double) {
        self.upper = upper
        self.lower = lower
        self.probability = probability
        self.fallProbability = fallProbability
    }

    /// The quantile of the negative binomial distribution, or Poisson's where the dispersion is 1. The peer's score
    /// divides by means on the log scale here; ours does not.
    private init(mean: Double, tail: Double, model: ExceedanceModel, observed: Int) throws(StatisticsRefusal) {
        guard mean.isNormal else { throw .outOfRange }
        let counts = CountDistribution(mean: mean, dispersion: model.dispersion)
        guard let quantile = counts.quantile(beyond: tail) else { throw .outOfRange }
        upper = Double(quantile)
        (lower, fallProbability) = (nil, 1)
        probability = counts.probability(ofAtLeast: observed)
    }

    /// (μ^k ± z × s)^(1/k), where s² = k² μ^(2k − 1) (φ + se²/μ): the delta method for the power k of a count.
    ///
    /// *Source*: Farrington and others 1996, section 3.5.
    private static func transformed(
        _ power: Double, tail: Double, z: Double, model: ExceedanceModel, observed: Double
    ) -> ExceedanceBound {
        let mean = model.expected
        let error = mean * model.logError
        let spread = power * (pow(mean, 2 * power - 1) * (model.dispersion + error * error / mean)).squareRoot()
        let middle = pow(mean, power)
        let distance = (pow(observed, power) - middle) / spread
        let root = middle - z * spread
        let counts = CountDistribution(mean: mean, dispersion: model.dispersion)
        let lower = root > 0 ? Self.lower(pow(root, 1 / power), tail: tail, of: counts) : nil
        return ExceedanceBound(
            upper: pow(middle + z * spread, 1 / power), lower: lower,
            probability: erfc(distance * 0.5.squareRoot()) / 2,
            fallProbability: lower == nil
                ? 1 : max(erfc(-distance * 0.5.squareRoot()) / 2, 1 - counts.probability(ofAtLeast: Int(observed) + 1)))
    }

    /// The bound, or what lies below it where the counts' own distribution has more than the tail below: of few events none at
    /// all is likelier than the scale has it.
    private static func lower(_ bound: Double, tail: Double, of counts: CountDistribution) -> Double? {
        guard bound < 0x1p53 else { return nil }
        var least = Int(bound.rounded(.up))
        while least > 0, 1 - counts.probability(ofAtLeast: least) > tail { least -= 1 }
        return least > 0 ? min(bound, Double(least)) : nil
    }
}

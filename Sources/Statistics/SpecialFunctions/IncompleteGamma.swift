import Foundation

/// The gamma density of a shape and scale 1, on the scale of ln x, at `x` > 0.
///
/// Its tails are the regularised incomplete gamma functions P and Q.
struct GammaDensity: LogConcaveDensity {
    let shape: Double
    let x: Double

    /// ln (xᵃ e⁻ˣ / Γ(a)), by Loader's saddle-point form.
    var logDensity: Double {
        let deviance = shape * logarithmExcess(ratio: x / shape, difference: (x - shape) / shape)
        return 0.5 * log(shape / (2 * .pi)) - stirlingError(shape) - deviance
    }

    var slope: Double { shape - x }

    func rise(_ step: Double) -> Double {
        slope * step - x * exponentialExcess(step)
    }

    func steepness(_ step: Double) -> Double {
        let there = x * exp(step)
        return abs(shape - there) + there.squareRoot()
    }

    func moved(by step: Double) -> GammaDensity {
        GammaDensity(shape: shape, x: x * exp(step))
    }
}

/// The regularised incomplete gamma functions and their inverse. Accurate to about 1e-13.
enum IncompleteGamma {
    /// P(a, x) for the lower side, Q(a, x) for the upper.
    /// - Precondition: `shape` > 0 and `x` ≥ 0.
    static func probability(_ side: Side, shape: Double, x: Double) -> Double {
        guard x > 0 else { return side == .lower ? 0 : 1 }
        guard x < .infinity else { return side == .lower ? 1 : 0 }
        return GammaDensity(shape: shape, x: x).tail(side).probability
    }

    /// The x that cuts off `probability` on `side`: half the quantile of chi-square with twice `shape` degrees of freedom.
    /// - Precondition: `shape` > 0 and 0 < `probability` < 1.
    static func quantile(_ side: Side, shape: Double, probability: Double) -> Double {
        GammaDensity(shape: shape, x: shape).quantile(side, probability: probability).x
    }
}

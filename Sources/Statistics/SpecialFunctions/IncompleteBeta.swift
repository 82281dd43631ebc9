import Foundation

/// The beta density of two shapes, on the scale of ln odds, at `odds` = p/(1 − p) > 0.
///
/// Its tails are the regularised incomplete beta functions. Odds rather than p, because they stay exact when p is near
/// 1, and because a ratio of rates is odds times a ratio of exposures.
struct BetaDensity: LogConcaveDensity {
    let a: Double
    let b: Double
    let odds: Double

    private var p: Double { 1 / (1 + 1 / odds) }
    private var q: Double { 1 / (1 + odds) }

    /// ln (pᵃ qᵇ / B(a, b)), by Loader's saddle-point form.
    var logDensity: Double {
        let deviance =
            a * logarithmExcess(ratio: (1 + b / a) * p, difference: -slope / a)
            + b * logarithmExcess(ratio: (1 + a / b) * q, difference: slope / b)
        let stirling = stirlingError(a + b) - stirlingError(a) - stirlingError(b)
        return 0.5 * (log(a / (2 * .pi)) - log1p(a / b)) + stirling - deviance
    }

    /// aq − bp, with a − b × odds in one rounding.
    var slope: Double { a.addingProduct(-b, odds) * q }

    func rise(_ step: Double) -> Double {
        slope * step - (a + b) * (p <= 0.5 ? cumulant(p, step) : cumulant(q, -step))
    }

    func steepness(_ step: Double) -> Double {
        let there = moved(by: step)
        return abs(there.slope) + ((a + b) * there.p * there.q).squareRoot()
    }

    func moved(by step: Double) -> BetaDensity {
        BetaDensity(a: a, b: b, odds: odds * exp(step))
    }

    /// ln(1 − r + r eˢ) − rs, which is never negative and near r(1 − r)s²/2 at the origin.
    private func cumulant(_ r: Double, _ s: Double) -> Double {
        let growth = r * expm1(s)
        return growth < 0.5
            ? r * exponentialExcess(s) - logarithmExcess(ratio: 1 + growth, difference: growth) : log1p(growth) - r * s
    }
}

/// The regularised incomplete beta functions and their inverse, by odds. Accurate to about 1e-13.
enum IncompleteBeta {
    /// I_p(a, b) for the lower side, 1 − I_p(a, b) for the upper, where p = `odds`/(1 + `odds`).
    /// - Precondition: `a`, `b` > 0 and `odds` ≥ 0.
    static func probability(_ side: Side, a: Double, b: Double, odds: Double) -> Double {
        guard odds > 0 else { return side == .lower ? 0 : 1 }
        guard odds < .infinity else { return side == .lower ? 1 : 0 }
        return BetaDensity(a: a, b: b, odds: odds).tail(side).probability
    }

    /// The odds that cut off `probability` on `side`.
    /// - Precondition: `a`, `b` > 0 and 0 < `probability` < 1.
    static func quantile(_ side: Side, a: Double, b: Double, probability: Double) -> Double {
        BetaDensity(a: a, b: b, odds: a / b).quantile(side, probability: probability).odds
    }
}

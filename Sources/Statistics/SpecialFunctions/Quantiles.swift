import Foundation

/// Quantiles of the normal and Student's t distributions, given the probability beyond them.
enum Quantile {
    /// The z with probability `beyond` above it: 1.959964 for 0.025.
    ///
    /// Newton's method on the logarithm of the tail, from Abramowitz & Stegun 1964, 26.2.22. Accurate to about 1e-15.
    /// - Precondition: 0 < `beyond` ≤ ½.
    static func normal(beyond: Double) -> Double {
        let t = (-2 * log(beyond)).squareRoot()
        var z = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + t * 0.04481))
        for _ in 0..<20 {
            let tail = erfc(z * 0.5.squareRoot()) / 2
            let density = exp(-z * z / 2) / (2 * .pi).squareRoot()
            let step = log(tail / beyond) * tail / density
            z += step
            if abs(step) < 1e-16 * max(1, z) { break }
        }
        return max(0, z)
    }

    /// Student's t with probability `beyond` above it: 2.073873 for 0.025 and 22 degrees of freedom.
    ///
    /// t² = ν/odds, where the odds cut off 2 × `beyond` below in the beta distribution with shapes ν/2 and ½.
    /// - Precondition: 0 < `beyond` ≤ ½ and `degreesOfFreedom` > 0.
    static func student(beyond: Double, degreesOfFreedom: Double) -> Double {
        guard beyond < 0.5 else { return 0 }
        let odds = IncompleteBeta.quantile(.lower, a: degreesOfFreedom / 2, b: 0.5, probability: 2 * beyond)
        return (degreesOfFreedom / odds).squareRoot()
    }
}

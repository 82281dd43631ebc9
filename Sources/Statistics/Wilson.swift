/// Wilson's interval for a share, without continuity correction, of a sample whose size need not be whole.
///
/// Arranged so that nothing cancels: the lower limit of none is 0 exactly, the upper limit of all is 1. *Source*: Wilson
/// 1927; Newcombe & Altman 2000.
enum Wilson {
    /// - Precondition: 0 ≤ `part` ≤ `total`, and `total` > 0.
    static func interval(part x: Double, of n: Double, _ confidence: Confidence) -> Interval {
        let z = confidence.z
        let sum = 2 * x + z * z + z * (z * z + 4 * x * ((n - x) / n)).squareRoot()
        return confidence.interval(2 * x * (x / n) / sum, min(1, sum / (2 * (n + z * z))), about: x / n)
    }
}

/// A distribution of counts: Poisson's, or one whose variance is a multiple of its mean (negative binomial).
struct CountDistribution: Sendable {
    let mean: Double
    /// The variance over the mean: 1 for Poisson.
    let dispersion: Double

    /// - Precondition: `mean` > 0 and `dispersion` ≥ 1, both finite.
    init(mean: Double, dispersion: Double) {
        self.mean = mean
        self.dispersion = dispersion
    }

    /// The probability of so many or more.
    ///
    /// The negative binomial has mean/(φ − 1) as its size and 1/φ as its probability. *Source*: Abramowitz & Stegun 1964,
    /// 26.4.21 and 26.5.26.
    func probability(ofAtLeast count: Int) -> Double {
        guard count > 0 else { return 1 }
        let (excess, x) = (dispersion - 1, Double(count))
        guard excess > 0 else { return IncompleteGamma.probability(.lower, shape: x, x: mean) }
        return IncompleteBeta.probability(.lower, a: x, b: mean / excess, odds: excess)
    }

    /// The smallest count that is exceeded with at most the probability `beyond`; `nil` above 2⁵³.
    /// - Precondition: 0 < `beyond` < 1.
    func quantile(beyond: Double) -> Int? {
        let isEnough = { (count: Int) in probability(ofAtLeast: count + 1) <= beyond }
        var (low, high) = (0, 1)
        while !isEnough(high) {
            (low, high) = (high + 1, high * 2)
            guard high <= 1 << 53 else { return nil }
        }
        while low < high {
            let middle = low + (high - low) / 2
            if isEnough(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

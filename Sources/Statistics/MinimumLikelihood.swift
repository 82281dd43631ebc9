import Foundation

/// The exact two-sided test of a binomial count, adding up every outcome no likelier than the one seen.
///
/// *Source*: the convention of R's `binom.test` and `poisson.test`, with its margin of 1e-7 for outcomes that are
/// equally likely but for rounding.
struct MinimumLikelihood: Sendable {
    let successes: Int
    let failures: Int
    /// The odds of a success if there is nothing to see.
    let odds: Double

    private var trials: Int { successes + failures }

    /// Between 0 and 1. It is 1 where there were no trials at all.
    var probability: Double {
        let expected = Double(trials) / (1 + 1 / odds)
        guard trials > 0, Double(successes) != expected else { return 1 }
        let seen = logProbability(successes) + log1p(1e-7)
        if Double(successes) < expected {
            let other = firstIndex(from: Int(expected.rounded(.up)), through: trials) { logProbability($0) <= seen }
            return min(1, atMost(successes) + atLeast(other))
        }
        let other = firstIndex(from: 0, through: Int(expected)) { logProbability($0) > seen }
        return min(1, atMost(other - 1) + atLeast(successes))
    }

    private func atMost(_ count: Int) -> Double {
        if count < 0 { return 0 }
        if count >= trials { return 1 }
        return IncompleteBeta.probability(.upper, a: Double(count + 1), b: Double(trials - count), odds: odds)
    }

    private func atLeast(_ count: Int) -> Double {
        if count <= 0 { return 1 }
        if count > trials { return 0 }
        return IncompleteBeta.probability(.lower, a: Double(count), b: Double(trials - count + 1), odds: odds)
    }

    /// The logarithm of the binomial probability of exactly that many successes.
    private func logProbability(_ count: Int) -> Double {
        let (k, n) = (Double(count), Double(trials))
        if count == 0 { return -n * log1p(odds) }
        if count == trials { return -n * log1p(1 / odds) }
        return BetaDensity(a: k, b: n - k, odds: odds).logDensity - log(k) - log1p(-k / n)
    }

    /// The first number for which `holds`, by bisection: it must hold for all that follow. One past the end if none.
    private func firstIndex(from first: Int, through last: Int, where holds: (Int) -> Bool) -> Int {
        var (low, high) = (first, last + 1)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

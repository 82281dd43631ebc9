import Foundation

// Differences that ordinary arithmetic loses when their argument is small. With counts in the millions they are what
// the last ten digits of a probability hang on.

/// r − 1 − ln r for a ratio r > 0: never negative, near (r − 1)²/2 at 1.
///
/// The ratio and its difference from 1 are both asked for, because each is exact only where the other isn't. With
/// x = r − 1 and v = x/(2 + x), ln(1 + x) = 2(v + v³/3 + v⁵/5 + …) and x − 2v = xv. *Source*: Loader 2000, "Fast and accurate
/// computation of binomial probabilities".
func logarithmExcess(ratio: Double, difference x: Double) -> Double {
    guard abs(x) < 0.3 else { return x - log(ratio) }
    let v = x / (2 + x)
    var power = v
    var tail = 0.0
    var odd = 3.0
    repeat {
        power *= v * v
        tail += power / odd
        odd += 2
    } while abs(power) > abs(tail) * 1e-18 && odd < 41
    return x * v - 2 * tail
}

/// eˣ − 1 − x: never negative, near x²/2 at the origin.
func exponentialExcess(_ x: Double) -> Double {
    guard abs(x) < 0.5 else { return expm1(x) - x }
    var term = x * x / 2
    var sum = term
    var n = 3.0
    while abs(term) > sum * 1e-18, n < 30 {
        term *= x / n
        sum += term
        n += 1
    }
    return sum
}

/// What Stirling's formula lacks: ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, for x > 0.
///
/// Below 16 the recursion from x + 1; from there the asymptotic series, whose next term is below 1e-17.
/// *Source*: Abramowitz & Stegun 1964, 6.1.41.
func stirlingError(_ x: Double) -> Double {
    var shifted = x
    var shift = 0.0
    while shifted < 16 {
        shift += (shifted + 0.5) * log1p(1 / shifted) - 1
        shifted += 1
    }
    let s = 1 / (shifted * shifted)
    let series =
        1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * 691.0 / 360_360))))
    return shift + series / shifted
}

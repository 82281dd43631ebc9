import Foundation

/// The derivative of ln Γ, for x > 0. Accurate to about 1e-14 of the larger of itself and 1.
///
/// The recursion up to 16, then the asymptotic series. *Source*: Abramowitz & Stegun 1964, 6.3.5 and 6.3.18.
func digamma(_ x: Double) -> Double {
    var shifted = x
    var shift = 0.0
    while shifted < 16 {
        shift -= 1 / shifted
        shifted += 1
    }
    let s = 1 / (shifted * shifted)
    let series = s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s / 132))))
    return shift + log(shifted) - 0.5 / shifted - series
}

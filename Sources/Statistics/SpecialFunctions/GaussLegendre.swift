import Foundation

/// Gauss–Legendre quadrature: exact for polynomials of degree up to 31, and for the smooth bells integrated here to
/// rounding as long as a panel is not much wider than the bell.
struct GaussLegendre: Sendable {
    /// Points in -1...1 with their weights, which add up to 2.
    let nodes: [(point: Double, weight: Double)]

    static let sixteen = GaussLegendre(order: 16)

    /// The points are the zeros of the Legendre polynomial of that order, found by Newton's method from Chebyshev's
    /// guess. *Source*: Abramowitz & Stegun 1964, 25.4.29.
    init(order: Int) {
        nodes = (0..<order).map { index in
            var point = cos(.pi * (Double(index) + 0.75) / (Double(order) + 0.5))
            var slope = 1.0
            for _ in 0..<8 {
                let legendre = Self.legendre(order: order, at: point)
                slope = legendre.slope
                point -= legendre.value / slope
            }
            return (point, 2 / ((1 - point * point) * slope * slope))
        }
    }

    /// The integral of `function` over a panel that starts at `start` and is `width` wide.
    func integral(from start: Double, width: Double, of function: (Double) -> Double) -> Double {
        var sum = 0.0
        for node in nodes {
            sum += node.weight * function(start + width * (1 + node.point) / 2)
        }
        return sum * width / 2
    }

    /// Bonnet's recursion, with the derivative from the last two polynomials.
    private static func legendre(order: Int, at x: Double) -> (value: Double, slope: Double) {
        var previous = 1.0
        var value = x
        for degree in 2...order {
            let n = Double(degree)
            (previous, value) = (value, ((2 * n - 1) * x * value - (n - 1) * previous) / n)
        }
        return (value, Double(order) * (x * value - previous) / (x * x - 1))
    }
}

import Foundation

/// The hundred sizes at which the lines of a funnel are worked out: whole numbers, close together where the lines bend.
///
/// *Source*: PHEindicatormethods 2.1.0, `calculate_funnel_limits`, so that a line has the points that public health draws.
struct FunnelGrid: Hashable, Sendable {
    /// Rising by at least 1 each.
    let sizes: [Double]

    static let points = 100

    /// Sizes from the first to the last, each a root of what is left of the way.
    init(from first: Double, through last: Double) {
        var sizes = [max(1, first)]
        for point in 1..<Self.points {
            let before = sizes[point - 1]
            let next = pow(last / before, 1 / Double(Self.points - point)) * before
            sizes.append(max(next.rounded(.toNearestOrEven), before + 1))
        }
        self.sizes = sizes
    }

    /// Where the axis begins: at 0, unless all sizes are within a factor of two; then at a round number a little below.
    static func start(_ sizes: [Double]) -> Double {
        let (least, most) = (sizes.min() ?? 0, sizes.max() ?? 0)
        if most > 2 * least { return 0 }
        let reduced = least * 0.95
        return round(reduced, to: digits(reduced.rounded(.down)) - 1, .down)
    }

    /// Where the axis ends: at a number with two digits, a little above the largest size.
    static func end(_ sizes: [Double]) -> Double {
        let enlarged = (sizes.max() ?? 0) * 1.05
        return round(enlarged, to: digits(enlarged.rounded(.up)) - 2, .up)
    }

    private static func round(_ value: Double, to power: Int, _ rule: FloatingPointRoundingRule) -> Double {
        let unit = pow(10, Double(power))
        return (value / unit).rounded(rule) * unit
    }

    /// How many digits a whole number has; 0 has one.
    private static func digits(_ whole: Double) -> Int {
        var (digits, limit) = (1, 10.0)
        while whole >= limit {
            digits += 1
            limit *= 10
        }
        return digits
    }
}

/// How much more areas differ than chance would make them, and how much of that is between them: φ and τ².
///
/// τ² is DerSimonian and Laird's estimate of the variance between areas, from scores whose most extreme tenth at each end
/// is kept from deciding. *Source*: Spiegelhalter 2005, "Handling over-dispersion of performance indicators"; DerSimonian
/// & Laird 1986.
struct FunnelDispersion: Hashable, Sendable {
    /// The mean square of the trimmed scores.
    let ratio: Double
    /// On the scale of the funnel; 0 where areas differ no more than by chance.
    let betweenVariance: Double

    /// - Parameters:
    ///   - scores: how many standard errors each area lies from the centre.
    ///   - errors: the areas' standard errors on the scale of the funnel.
    ///   - trim: the share at each end, at least 0 and below ½.
    init(scores: [Double], errors: [Double], scale: FunnelScale, trim: Double) throws(StatisticsRefusal) {
        let kept = scale == .logarithm ? Self.truncated(scores, trim) : Array(scores.indices)
        let scores = scale == .logarithm ? kept.map { scores[$0] } : Self.drawnIn(scores, trim)
        guard scores.allSatisfy(\.isFinite) else { throw .zeroOnLogarithmicScale }
        guard scores.count >= 2 else { throw .tooFewAreas(scores.count, needed: 2) }
        let areas = Double(scores.count)
        ratio = try (scores.reduce(0) { $0 + $1 * $1 } / areas).admittedAnswer()
        let weights = kept.map { 1 / (errors[$0] * errors[$0]) }
        let all = weights.reduce(0, +)
        let spread = weights.reduce(0) { $0 + $1 * (1 - $1 / all) }
        let excess = areas * ratio - (areas - 1)
        betweenVariance = excess > 0 ? try (excess / spread).admittedAnswer() : 0
    }

    /// Winsorised: scores beyond the quantiles of the share and its complement (type 7) are drawn in to them.
    private static func drawnIn(_ scores: [Double], _ trim: Double) -> [Double] {
        let sorted = scores.sorted()
        guard let (low, high) = Self.quantiles(sorted, trim) else { return scores }
        return scores.map { min(max($0, low), high) }
    }

    private static func quantiles(_ sorted: [Double], _ share: Double) -> (Double, Double)? {
        guard let last = sorted.indices.last else { return nil }
        let quantile = { (share: Double) in
            let place = Double(last) * share
            let below = min(Int(place), last)
            let above = min(below + 1, last)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
        return (quantile(share), quantile(1 - share))
    }

    /// Which areas are left when those at either end are dropped: their rank (the mean one where scores are equal) puts
    /// them into the first or the last of 1/share groups.
    private static func truncated(_ scores: [Double], _ trim: Double) -> [Int] {
        guard trim > 0 else { return Array(scores.indices) }
        let groups = 1 / trim
        let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
        var kept: [Int] = []
        var first = 0
        while first < order.count {
            var end = first
            while end < order.count, scores[order[end]] == scores[order[first]] { end += 1 }
            let rank = Double(first + end + 1) / 2
            let group = (rank * groups / Double(scores.count + 1)).rounded(.down)
            if group > 0, group < groups - 1 { kept += order[first..<end] }
            first = end
        }
        return kept.sorted()
    }
}

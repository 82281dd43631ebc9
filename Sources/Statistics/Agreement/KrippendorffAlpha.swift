/// How far scorers agree, from 1 (wholly) through 0 (no more than chance) to below 0 (they contradict each other).
///
/// α = 1 − disagreement seen / disagreement expected. Scorers may abstain; a theme with a single score tells nothing and is
/// left out. *Source*: Krippendorff 2004, "Content Analysis", chapter 11; Hayes & Krippendorff 2007.
public enum KrippendorffAlpha {
    /// How far apart two scores are.
    public enum Metric: Hashable, Sendable {
        /// Only alike or not.
        case nominal
        /// By how many scores lie between them: right for a scale of 1 to 5, of which only the order means something.
        case ordinal
        /// By their difference.
        case interval
    }

    /// - Returns: `nil` where no theme has two scores, or all scores are the same: then there is neither disagreement nor
    ///   any information.
    public static func value(of sheet: ScoreSheet, _ metric: Metric) -> Double? {
        let units = (0..<sheet.themes).map { sheet.given(to: $0) }.filter { $0.count > 1 }
        let levels = Set(units.joined()).sorted()
        guard levels.count > 1 else { return nil }
        let places = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })

        var coincidences = [[Double]](repeating: [Double](repeating: 0, count: levels.count), count: levels.count)
        for unit in units {
            var counts = [Double](repeating: 0, count: levels.count)
            for score in unit { counts[places[score] ?? 0] += 1 }
            for (one, count) in counts.enumerated() where count > 0 {
                for (other, otherCount) in counts.enumerated() {
                    let pairs = count * (one == other ? otherCount - 1 : otherCount)
                    coincidences[one][other] += pairs / Double(unit.count - 1)
                }
            }
        }
        // The number of scores at each level is whole; summed from the pairs it would not be.
        let totals = levels.map { level in Double(units.reduce(0) { $0 + $1.count { $0 == level } }) }
        let all = totals.reduce(0, +)
        var (seen, expected) = (0.0, 0.0)
        for one in levels.indices {
            for other in levels.indices where other != one {
                let distance = squaredDistance(metric, levels, totals, min(one, other), max(one, other))
                seen += coincidences[one][other] * distance
                expected += totals[one] * totals[other] * distance
            }
        }
        return 1 - (all - 1) * seen / expected
    }

    private static func squaredDistance(
        _ metric: Metric, _ levels: [Double], _ totals: [Double], _ low: Int, _ high: Int
    ) -> Double {
        let distance =
            switch metric {
            case .nominal: 1.0
            case .ordinal: totals[low...high].reduce(0, +) - (totals[low] + totals[high]) / 2
            case .interval: levels[high] - levels[low]
            }
        return distance * distance
    }
}

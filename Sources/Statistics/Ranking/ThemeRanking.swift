/// Themes in the order of their composite scores, Σ weight × score / Σ weight. What ties stays tied: both have the better
/// place, and the next theme's place counts them both.
///
/// A theme without a score on a criterion that counts is not ranked: over fewer criteria its composite would not be
/// comparable.
public struct ThemeRanking: Hashable, Sendable {
    public struct Place: Hashable, Sendable {
        /// From 1; as many themes are before it as it says less one.
        public let rank: Int
        /// Another theme has the same place.
        public let isShared: Bool
        /// Between 1 and 5.
        public let composite: Double
    }

    /// For each theme, in the order given; `nil` for those that can't be ranked.
    public let places: [Place?]

    /// - Parameters:
    ///   - scores: by theme, then criterion; `nil` where there is none.
    ///   - weights: one for each criterion.
    /// - Throws: `StatisticsRefusal` where there are no themes, or not as many scores as weights.
    public init(scores: [[Score?]], weights: RankWeights) throws(StatisticsRefusal) {
        let table = try ScoreTable(scores, weights)
        let composites = scores.indices.map { table.composite($0, weights) }
        let ranked = composites.compactMap { $0 }
        places = composites.map { composite in
            composite.map { own in
                Place(
                    rank: 1 + ranked.count { $0 > own }, isShared: ranked.count { $0 == own } > 1,
                    composite: Double(own) / Double(weights.sum) / Double(table.scale))
            }
        }
    }
}

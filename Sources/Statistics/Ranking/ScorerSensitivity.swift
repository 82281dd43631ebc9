/// How far each theme's place hangs on who scored: its place in the order of each scorer alone, and from where to where
/// those range.
///
/// What is scored from figures is the same for all; what people score is each one's own, and where somebody abstained the
/// mean of the others stands in.
public struct ScorerSensitivity: Hashable, Sendable {
    /// Where the scores of a criterion come from.
    public enum Criterion: Hashable, Sendable {
        /// From figures by a stated rule: one for each theme.
        case figures([Score?])
        /// From people.
        case workshop(WorkshopScores)

        /// The score of each theme, people's by their mean.
        public var scores: [Score?] {
            switch self {
            case .figures(let scores): scores
            case .workshop(let workshop): (0..<workshop.themes).map { workshop.mean($0) }
            }
        }
    }

    /// Each scorer's own order, for those who scored anything; by scorer, from 0.
    public let rankings: [Int: ThemeRanking]
    /// The best place to the worst, for each theme, in the order given; `nil` for those that nobody could rank.
    public let ranges: [ClosedRange<Int>?]

    /// - Parameter weights: one for each criterion.
    /// - Throws: `StatisticsRefusal` where no criterion is scored by people, the criteria are not of the same themes and
    ///   scorers, or there are not as many as weights.
    public init(criteria: [Criterion], weights: RankWeights) throws(StatisticsRefusal) {
        let workshops = criteria.compactMap { if case .workshop(let scores) = $0 { scores } else { nil } }
        guard let first = workshops.first else { throw .ranking(.noScorers) }
        guard workshops.allSatisfy({ $0.scorers == first.scorers }),
            criteria.allSatisfy({ $0.scores.count == first.themes })
        else { throw .ranking(.ragged) }
        var rankings: [Int: ThemeRanking] = [:]
        for scorer in 0..<first.scorers where workshops.contains(where: { $0.scores[scorer].contains { $0 != nil } }) {
            let scores = (0..<first.themes).map { theme in criteria.map { $0.view(of: scorer, on: theme) } }
            rankings[scorer] = try ThemeRanking(scores: scores, weights: weights)
        }
        self.rankings = rankings
        ranges = (0..<first.themes).map { theme in
            let ranks = rankings.values.compactMap { $0.places[theme]?.rank }
            guard let best = ranks.min(), let worst = ranks.max() else { return nil }
            return best...worst
        }
    }
}

extension ScorerSensitivity.Criterion {
    fileprivate func view(of scorer: Int, on theme: Int) -> Score? {
        switch self {
        case .figures(let scores): scores[theme]
        case .workshop(let workshop): workshop.view(of: scorer, on: theme)
        }
    }
}

import Foundation
import Statistics
import Storage

/// A ranking as the partnership agreed it: it stands still, whatever figures or scores change afterwards.
public struct AgreedRanking: Sendable, Hashable, Codable {
    public struct Line: Sendable, Hashable, Codable {
        public struct Score: Sendable, Hashable, Codable {
            public let criterion: String
            public let score: Double?
            public let words: String
            public let figure: Evidence.Figure?
        }

        public let theme: String
        /// Of the theme.
        public let id: String
        public let rank: Int?
        public let isShared: Bool
        public let composite: Double?
        /// The best and the worst place over all weights within half as much again.
        public let overWeights: [Int]?
        public let overScorers: [Int]?
        public let scores: [Score]
    }

    public let lines: [Line]
    public let rules: RankingRules
    /// What its figures rest on; nil in one that was kept before they were kept with it.
    public let releases: [Evidence.Release]?

    init(_ matrix: RankingMatrix) {
        rules = matrix.rules.rules
        releases = Set(matrix.rows.flatMap(\.cells).flatMap { $0.figure?.releases ?? [] }).sorted {
            $0.order < $1.order
        }
        lines = matrix.rows.map { row in
            Line(
                theme: row.theme.name, id: row.theme.id.description, rank: row.place?.rank,
                isShared: row.place?.isShared ?? false, composite: row.place?.composite,
                overWeights: row.overWeights.map { [$0.lowerBound, $0.upperBound] },
                overScorers: row.overScorers.map { [$0.lowerBound, $0.upperBound] },
                scores: row.cells.map { cell in
                    Line.Score(
                        criterion: cell.criterion.rawValue, score: cell.score?.value, words: cell.words,
                        figure: cell.figure?.withoutReleases)
                })
        }
    }
}

/// A version of the ranking, with who agreed it.
public struct RankingVersion: Sendable, Hashable {
    /// From 1.
    public let version: Int
    public let ranking: AgreedRanking
    /// "Thanet Community Safety Partnership, meeting of 9 February 2016".
    public let agreedBy: String
    public let agreedOn: Day
    public let note: String
    public let enteredBy: String
}

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
            /// Of what people score: how many did, and how far they spread; nil in an order that was kept before this was.
            public let spread: ScoreSpread?
            /// What a score that no rule of counts gave rests on; nil in an order that was kept before this was.
            public let rests: [String]?
            /// Where there is no score, or one that judges nothing: what is the case; nil otherwise, and in an order that was
            /// kept before this was.
            public let untold: String?
        }

        /// What the meeting gave a theme.
        public struct Placing: Sendable, Hashable, Codable {
            /// Nil where it gave none.
            public let place: Int?
            public let isShared: Bool
            /// Why it is another than the scores give; empty where it is not.
            public let why: String
        }

        public let theme: String
        /// Of the theme.
        public let id: String
        /// By the scores; nil where they give none.
        public let rank: Int?
        public let isShared: Bool
        public let composite: Double?
        /// The best and the worst place over all weights within half as much again.
        public let overWeights: [Int]?
        public let overScorers: [Int]?
        public let scores: [Score]
        /// Nil in an order that was kept as the scores gave it.
        public let agreed: Placing?

        /// The place that counts: the meeting's, or by the scores where the meeting took those.
        public var place: Int? {
            if let agreed { agreed.place } else { rank }
        }

        /// "2", "2 =" where it is shared, "–" where there is none.
        var placeWords: String { Self.words(place, isShared: agreed?.isShared ?? isShared) }
        /// The same by the scores.
        var rankWords: String { Self.words(rank, isShared: isShared) }

        private static func words(_ place: Int?, isShared: Bool) -> String {
            place.map { isShared ? "\($0) =" : "\($0)" } ?? "–"
        }
    }

    /// In the order of their places, then those that have none.
    public let lines: [Line]
    public let rules: RankingRules
    /// What its figures rest on; nil in one that was kept before they were kept with it.
    public let releases: [Evidence.Release]?
    /// How far the scorers agree; nil in one that was kept before this was kept with it.
    public let agreement: [ScorerAgreement]?
    /// With which districts its figures compare; nil where none does, and in one that was kept before this was kept with it.
    public let comparedWith: ComparedSet?

    /// - Parameter placed: what the meeting gave each theme; nil where it took the order as the scores give it.
    init(_ matrix: RankingMatrix, placed: [ID<Theme>: Line.Placing]? = nil) {
        rules = matrix.rules.rules
        releases = Set(matrix.rows.flatMap(\.cells).flatMap { $0.figure?.releases ?? [] }).sorted {
            $0.order < $1.order
        }
        agreement = matrix.scorerAgreement
        comparedWith = matrix.comparedWith
        let lines = matrix.rows.map { row in
            Line(
                theme: row.theme.name, id: row.theme.id.description, rank: row.place?.rank,
                isShared: row.place?.isShared ?? false, composite: row.place?.composite,
                overWeights: row.overWeights.map { [$0.lowerBound, $0.upperBound] },
                overScorers: row.overScorers.map { [$0.lowerBound, $0.upperBound] },
                scores: row.cells.map { cell in
                    Line.Score(
                        criterion: cell.criterion.rawValue, score: cell.score?.value, words: cell.words,
                        figure: cell.figure?.withoutReleases,
                        spread: cell.criterion.source == .people ? ScoreSpread(cell.own) : nil,
                        rests: cell.rests, untold: cell.untold)
                },
                agreed: placed.map { $0[row.theme.id] ?? Line.Placing(place: nil, isShared: false, why: "") })
        }
        self.lines = lines.enumerated().sorted {
            ($0.element.place ?? .max, $0.offset) < ($1.element.place ?? .max, $1.offset)
        }.map(\.element)
    }
}

extension AgreedRanking {
    /// Whether it says of each theme which place the meeting gave it.
    var isEntered: Bool { lines.contains { $0.agreed != nil } }

    /// Where the meeting gave another place than the scores, with its reason: "Burglary is 2nd, by the scores 5th: …".
    var differences: [String] {
        lines.compactMap { line in
            guard let agreed = line.agreed, !agreed.why.isEmpty else { return nil }
            let place = agreed.place.map { "is \($0.asPlace)" } ?? "has no place"
            let rank = line.rank.map { "by the scores \($0.asPlace)" } ?? "the scores give it none"
            let end = agreed.why.last.map { ".!?…".contains($0) } ?? false ? "" : "."
            return "\(line.theme) \(place), \(rank): \(agreed.why)\(end)"
        }
    }

    /// What leads to those.
    static let differing = "Where the order that was agreed differs from that of the scores:"

    /// By which weights the scores make the composite, so that anybody can work it out again.
    var weighing: String {
        let weights = Criterion.allCases.map { "\($0.title.lowercased()) \(rules.weight(of: $0))" }
        return
            "Weights: \(weights.joined(separator: ", ")). The composite is each score times its weight, over the sum of the weights. A theme "
            + "without a score on a criterion that counts has no place by the scores."
    }

    /// Of all that decides the order, so that nobody enters one beside a matrix that they were not shown.
    var fingerprint: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return FileHash(of: [UInt8]((try? encoder.encode(self)) ?? Data())).description
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

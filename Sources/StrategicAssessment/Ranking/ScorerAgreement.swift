import Statistics
import Wording

/// What those who scored a theme on a criterion gave, without who gave what.
public struct ScoreSpread: Sendable, Hashable, Codable {
    /// How many scores there are; who would rather not say is none of them.
    public let count: Int
    public let lowest: Int
    public let highest: Int

    /// - Returns: nil where nobody gave a score.
    init?(_ given: [GivenScore]) {
        let scores = given.compactMap(\.score)
        guard let least = scores.min(), let most = scores.max() else { return nil }
        (count, lowest, highest) = (scores.count, least, most)
    }

    /// "3 scores, 4 to 5", "2 scores, all 4", "1 score, 4"
    var words: String {
        if count == 1 { return "1 score, \(lowest)" }
        let range = lowest == highest ? "all \(lowest)" : "\(lowest) to \(highest)"
        return "\(count.counted("score", "scores")), \(range)"
    }
}

/// How far the scorers agree on a criterion, as an agreed order keeps it and the document tells it.
public struct ScorerAgreement: Sendable, Hashable, Codable {
    /// Of the criterion.
    public let criterion: String
    /// How many gave a score to any theme.
    public let scorers: Int
    /// Krippendorff’s α by order; nil where too little is known to say.
    public let alpha: Double?

    public init(criterion: String, scorers: Int, alpha: Double?) {
        (self.criterion, self.scorers, self.alpha) = (criterion, scorers, alpha)
    }

    var title: String { Criterion(rawValue: criterion)?.title ?? criterion }
    var verdict: Agreement.Verdict { Agreement.verdict(of: alpha) }

    /// Whether one order can speak for them.
    var sentence: String {
        guard scorers > 1 else { return "One scorer only: whether others would score alike is not known." }
        let figure = alpha.map { " (Krippendorff’s alpha \($0.rounded(places: 2)))" } ?? ""
        return switch verdict {
        case .agreed: "The scorers agree well enough for one order to speak for them\(figure)."
        case .tentative: "The scorers agree in part\(figure): treat the order as tentative."
        case .notAgreed: "The scorers do not agree\(figure): look at how their scores spread before any order."
        case .unknown: "Too few scores, or all alike, to say whether the scorers agree."
        }
    }
}

extension RankingMatrix {
    /// On each criterion that people scored, in the order of ``Criterion``.
    var scorerAgreement: [ScorerAgreement] {
        Criterion.allCases.compactMap { criterion in
            guard criterion.source == .people else { return nil }
            let given = rows.flatMap { $0[criterion]?.own ?? [] }.filter { $0.score != nil }
            let scorers = Set(given.map(\.scorer)).count
            if scorers == 1 { return ScorerAgreement(criterion: criterion.rawValue, scorers: 1, alpha: nil) }
            // Whoever has their own score to give sees nothing of the others’.
            guard scorers > 1, let agreement = agreement[criterion] else { return nil }
            return ScorerAgreement(criterion: criterion.rawValue, scorers: scorers, alpha: agreement.alpha)
        }
    }
}

extension AgreedRanking {
    /// The criteria that count and on which the scorers do not agree.
    var contested: [ScorerAgreement] {
        (agreement ?? []).filter { told in
            let weight = Criterion(rawValue: told.criterion).map(rules.weight) ?? 0
            return weight > 0 && told.scorers > 1 && told.verdict == .notAgreed
        }
    }

    /// What must be said before the order where the scorers do not agree; nil where they do, and where it was not kept.
    var warning: String? {
        guard !contested.isEmpty else { return nil }
        let on = contested.map { $0.title.lowercased() }.inWords
        return
            "The scorers do not agree on \(on): this is one order of several that they could have given. See below how far "
            + "each place holds."
    }

    /// "Residents, 3 scorers: the scorers agree in part …", a sentence for each criterion that people scored.
    var agreementSentences: [String] {
        (agreement ?? []).map { told in
            told.scorers > 1
                ? "\(told.title), \(told.scorers) scorers: \(told.sentence.begunSmall)"
                : "\(told.title): \(told.sentence.begunSmall)"
        }
    }

    /// What stands behind scores that were not counted here: "Harm of Violence, 4: …".
    var restsSentences: [String] {
        lines.flatMap { line in
            line.scores.flatMap { score in
                (score.rests ?? []).map { rests in
                    let title = Criterion(rawValue: score.criterion)?.title ?? score.criterion
                    return
                        "\(title) of \(line.theme.begunSmall), \(score.score.map(Score.wording) ?? "–"): \(rests.begunSmall)"
                }
            }
        }
    }

    /// How to read ``rangesTable``.
    static let reading = """
        By other weights: the best and the worst place over every set of weights that differs from these by up to half. By scorer: \
        over the orders of each scorer alone. A place that wanders is the weights’ or the scorers’ and not the evidence’s.
        """

    /// How far each place by the scores holds, and how far scores spread; nil where nothing of it was kept.
    var rangesTable: DocumentTable? {
        let told = lines.filter {
            $0.overWeights != nil || $0.overScorers != nil || $0.scores.contains { $0.spread != nil }
        }
        guard !told.isEmpty else { return nil }
        let scored = Criterion.allCases.filter { criterion in told.contains { $0.spread(on: criterion) != nil } }
        return DocumentTable(
            title: "How far each place holds",
            columns: [("Theme", false), ("By the scores", true), ("By other weights", true), ("By scorer", true)]
                + scored.map { ($0.title, true) },
            rows: told.map { line in
                [line.theme, line.rankWords, Self.words(line.overWeights), Self.words(line.overScorers)]
                    + scored.map { line.spread(on: $0)?.words ?? "–" }
            })
    }

    private static func words(_ range: [Int]?) -> String {
        guard let range, range.count == 2 else { return "–" }
        return range[0] == range[1] ? "always \(range[0])" : "\(range[0]) to \(range[1])"
    }
}

extension AgreedRanking.Line {
    /// What people gave it on a criterion; nil where nobody did, and in an order that was kept before this was.
    func spread(on criterion: Criterion) -> ScoreSpread? { scores.first { $0.criterion == criterion.rawValue }?.spread }
}

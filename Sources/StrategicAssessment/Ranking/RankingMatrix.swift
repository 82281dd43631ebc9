import Statistics
import Storage
import Wording

/// Every theme scored on every criterion, and the order that comes of it. Everything that decides it is in it.
public struct RankingMatrix: Sendable {
    /// One score, and what it rests on.
    public struct Cell: Sendable {
        public let criterion: Criterion
        /// Nil where there is none, for the reason in `words`.
        public let score: Score?
        /// "4,007 crimes", "3 scores, 2 to 5", or why there is no score.
        public let words: String
        public let figure: Evidence.Figure?
        public let given: [GivenScore]
        /// Where there is no score, or one that judges nothing: what is the case, for everybody.
        public var untold: String? = nil
        /// Whether others' scores are kept from whoever looks until they have given their own.
        public var isSealed = false
        /// Of harm that was worked out, the offences it comes of.
        public var harm: HarmOfTheme? = nil
        /// Scores that were entered before it was asked what they rest on: they do not count.
        public var uncited: [GivenScore] = []

        /// Each person’s own, without what was published.
        var own: [GivenScore] { given.filter(\.isOwn) }

        /// From the lowest to the highest score that somebody gave.
        public var spread: ClosedRange<Int>? {
            let scores = own.compactMap(\.score)
            guard let least = scores.min(), let most = scores.max() else { return nil }
            return least...most
        }
    }

    public struct Row: Sendable {
        public let theme: Theme
        /// In the order of ``Criterion``.
        public let cells: [Cell]
        /// Nil where a criterion that counts has no score: over fewer it could not be compared.
        public let place: ThemeRanking.Place?
        /// From the best to the worst place over all weights within half as much again.
        public let overWeights: ClosedRange<Int>?
        /// From the best to the worst place in the order of each scorer alone.
        public let overScorers: ClosedRange<Int>?

        /// Whether some of its scores are kept from whoever looks, and with them what comes of them.
        public var isSealed: Bool { cells.contains(where: \.isSealed) }

        public subscript(criterion: Criterion) -> Cell? { cells.first { $0.criterion == criterion } }

        /// The criteria that count and have no score.
        func lacking(_ rules: RankingRules) -> [Criterion] {
            cells.filter { $0.score == nil && !$0.isSealed && rules.weight(of: $0.criterion) > 0 }.map(\.criterion)
        }
    }

    public let rules: SavedRules
    /// The ranked first, by their places, then those that cannot be ranked.
    public let rows: [Row]
    /// How well the scorers agree, on each criterion that people score.
    public let agreement: [Criterion: Agreement]

    /// By how many per cent each weight is varied.
    static let variation = 50

    init(rows: [Row], agreement: [Criterion: Agreement], rules: SavedRules) {
        (self.rows, self.agreement, self.rules) = (rows, agreement, rules)
    }

    /// - Parameter months: how many the figures cover; volume is scored as if they were twelve.
    /// - Throws: `StatisticsRefusal` where the rules cannot be.
    public init(
        themes: [Theme], evidence: [ID<Theme>: Evidence], given: [GivenScore], rules: SavedRules, months: Int = 12,
        harm: [ID<Theme>: Result<HarmOfTheme, Evidence.Missing>] = [:]
    ) throws(StatisticsRefusal) {
        let weights = try rules.rules.rankWeights()
        let scorers = Scorers(given.filter(\.counts))
        var cells: [[Cell]] = []
        for theme in themes {
            var row: [Cell] = []
            for criterion in Criterion.allCases {
                let own = given.filter { $0.theme == theme.id && $0.criterion == criterion }
                var cell = try Cell(
                    criterion, of: theme, evidence[theme.id], own.filter(\.counts), rules.rules, months: months,
                    harm: harm[theme.id] ?? HarmOfTheme.worked(out: [], by: nil))
                cell.uncited = own.filter { !$0.counts }
                row.append(cell)
            }
            cells.append(row)
        }
        self.rules = rules
        guard !themes.isEmpty else {
            (rows, agreement) = ([], [:])
            return
        }
        let scores = cells.map { $0.map(\.score) }
        let ranking = try ThemeRanking(scores: scores, weights: weights)
        let sensitivity = try RankSensitivity(scores: scores, weights: weights, within: Self.variation)
        let (byScorer, agreement) = try scorers.views(of: themes, cells: cells, weights: weights)
        self.agreement = agreement
        rows = themes.indices.map { index in
            Row(
                theme: themes[index], cells: cells[index], place: ranking.places[index],
                overWeights: sensitivity.ranges[index], overScorers: byScorer?[index])
        }.sorted { Self.order($0) < Self.order($1) }
    }

    private static func order(_ row: Row) -> (Int, Int) { (row.place?.rank ?? .max, row.theme.position) }
}

extension RankingMatrix.Cell {
    /// A score with what it rests on, or why there is none.
    private struct Found {
        var score: Score?
        let words: String
        var figure: Evidence.Figure? = nil
        var harm: HarmOfTheme? = nil
        var untold: String? = nil

        init(
            _ score: Score?, _ words: String, _ figure: Evidence.Figure? = nil, harm: HarmOfTheme? = nil,
            untold: String? = nil
        ) {
            (self.score, self.words, self.figure, self.harm, self.untold) = (score, words, figure, harm, untold)
        }

        init(_ missing: Evidence.Missing) {
            self.init(nil, missing.reason, untold: missing.fact)
        }
    }

    fileprivate init(
        _ criterion: Criterion, of theme: Theme, _ evidence: Evidence?, _ given: [GivenScore], _ rules: RankingRules,
        months: Int, harm: Result<HarmOfTheme, Evidence.Missing>
    ) throws(StatisticsRefusal) {
        self.criterion = criterion
        self.given = given
        let found: Found
        switch criterion {
        case .volume, .trend, .comparison: found = try Self.scored(criterion, evidence, rules, months: months)
        case .harm: found = try Self.harmful(theme, harm, given, rules, months: months)
        case .perception, .influence:
            let people = PeoplesScores(given)
            let scores = people.standing.map { [$0] } ?? people.own
            let counted = scores.compactMap(\.score)
            found = Found(
                counted.isEmpty ? nil : try Score(meanOf: counted), people.words,
                untold: counted.isEmpty ? people.words : nil)
        }
        (score, words, figure) = (found.score, found.words, found.figure)
        (self.harm, untold) = (found.harm, found.untold)
    }

    /// What is worked out goes before what somebody judged.
    private static func harmful(
        _ theme: Theme, _ harm: Result<HarmOfTheme, Evidence.Missing>, _ given: [GivenScore], _ rules: RankingRules,
        months: Int
    ) throws(StatisticsRefusal) -> Found {
        switch harm {
        case .success(let harm):
            return Found(
                try harm.score(rules.leastHarms, months: months), harm.words(months: months),
                harm.figure(of: theme.name, months: months), harm: harm)
        case .failure(let missing):
            guard let published = given.last(where: { $0.score != nil }), let score = published.score else {
                return Found(missing)
            }
            return Found(try Score(score), published.basis?.words ?? published.source)
        }
    }

    /// What its score rests on, where a person entered it or it was worked out from published weights.
    var rests: [String] {
        if let harm { return ["Worked out by the weights of \(harm.list.citation)."] }
        if criterion.source == .people { return PeoplesScores(given).rests }
        return given.filter { $0.score != nil }.compactMap(\.basis?.words)
    }

    private static func scored(
        _ criterion: Criterion, _ evidence: Evidence?, _ rules: RankingRules, months: Int
    ) throws(StatisticsRefusal) -> Found {
        guard let evidence else { return Found(.init("no data tell of it yet")) }
        switch criterion {
        case .volume:
            switch evidence.volume {
            case .success(let (count, figure)):
                // The cut-points are for a year: of half a year as many would be twice as much.
                let yearly = Double(count) * 12 / Double(months)
                let words = months == 12 ? figure.words : "\(figure.words), \(Int(yearly.rounded()).grouped) a year"
                return Found(try CutPoints(rules.cutPoints).score(yearly), words, figure)
            case .failure(let missing): return Found(missing)
            }
        case .trend:
            switch evidence.trend {
            case .success(let (change, figure)):
                return Found(try TrendScore(large: rules.largeRise).score(change), figure.words, figure)
            case .failure(let missing) where missing.isOfPrinciple:
                return Found(
                    .three, "\(missing.reason) Nothing is judged by it, which counts as 3", untold: missing.fact)
            case .failure(let missing): return Found(missing)
            }
        default:
            switch evidence.comparison {
            case .success((let score?, let figure)): return Found(score, figure.words, figure)
            // Neither for nor against: without it the theme could not be ranked at all, whatever else is known of it.
            case .success((nil, let figure)):
                return Found(
                    .three, "\(figure.words). No judgement is made of it, which counts as 3", figure,
                    untold: "no judgement is made of it")
            case .failure(let missing) where missing.isOfPrinciple:
                return Found(
                    .three, "\(missing.reason) No judgement is made, which counts as 3", untold: missing.fact)
            case .failure(let missing): return Found(missing)
            }
        }
    }
}

/// Those who scored, each once, in a stable order.
private struct Scorers {
    private let all: [GivenScore.Scorer]
    private let given: [GivenScore]

    init(_ given: [GivenScore]) {
        self.given = given
        var all: [GivenScore.Scorer] = []
        for score in given
        where score.criterion.source == .people && score.isOwn && !all.contains(score.scorer) {
            all.append(score.scorer)
        }
        self.all = all
    }

    /// The best and worst place of each theme over the scorers' own orders, and how well they agree.
    func views(
        of themes: [Theme], cells: [[RankingMatrix.Cell]], weights: RankWeights
    ) throws(StatisticsRefusal) -> (ranges: [ClosedRange<Int>?]?, agreement: [Criterion: Agreement]) {
        guard !all.isEmpty else { return (nil, [:]) }
        var agreement: [Criterion: Agreement] = [:]
        var criteria: [ScorerSensitivity.Criterion] = []
        for (index, criterion) in Criterion.allCases.enumerated() {
            guard criterion.source == .people else {
                criteria.append(.figures(cells.map { $0[index].score }))
                continue
            }
            let sheet = try WorkshopScores(
                all.map { scorer in themes.map { theme in score(scorer, theme, criterion) } })
            if all.count > 1 { agreement[criterion] = sheet.agreement }
            // What a survey told is in everybody’s order; how they agree is of what they gave themselves.
            let standing = cells.map { PeoplesScores($0[index].given).standing?.score }
            criteria.append(
                .workshop(
                    try WorkshopScores(
                        all.map { scorer in
                            zip(themes, standing).map { theme, published in published ?? score(scorer, theme, criterion)
                            }
                        })))
        }
        return (try ScorerSensitivity(criteria: criteria, weights: weights).ranges, agreement)
    }

    private func score(_ scorer: GivenScore.Scorer, _ theme: Theme, _ criterion: Criterion) -> Int? {
        given.last { $0.scorer == scorer && $0.theme == theme.id && $0.criterion == criterion }?.score
    }
}

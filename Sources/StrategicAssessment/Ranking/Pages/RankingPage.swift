import Statistics
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}/ranking`: themes against criteria, in the order that comes of it. Every cell opens to what
/// it rests on.
struct RankingPage {
    let assessment: AnnualAssessment
    let matrix: RankingMatrix
    let agreed: [RankingVersion]
    let mayScore: Bool
    let mayWrite: Bool
    let mayClose: Bool
    let visit: Visit

    private var rules: RankingRules { matrix.rules.rules }

    var page: Page {
        Page(
            "Ranking", crumbs: assessment.crumbs, width: .wide,
            body: """
                <p class="eyebrow">\(assessment.title)</p>
                <h1>Themes, ranked</h1>
                <p class="lead">Each theme is scored from 1 to 5 on each criterion, the highest for what matters most. Open a score to \
                see what it rests on.</p>
                \(actions)
                \(sealed)
                \(OrderReading(AgreedRanking(matrix)).warning)
                \(matrix.rows.isEmpty ? empty : table.html)
                \(reading)
                \(notRanked)
                \(agreement)
                \(rulesInForce)
                \(versions)
                """)
    }

    private var empty: HTML {
        EmptyState(
            "There is no theme to rank", "Set out the themes first.", action: Button("Themes", to: assessment.themes)
        ).html
    }

    private var actions: HTML {
        let scoring = PressForm(
            label: isClosed ? "Open the scoring again" : "Close the scoring",
            action: isClosed ? assessment.openingScoring : assessment.closingScoring)
        return """
            <div class="actions">\
            \(mayScore && !isClosed ? Button("Give your scores", to: assessment.scores).html : nil) \
            \(mayWrite ? Button("Enter the order that was agreed", to: "/strategic-assessments/\(assessment.year.slug)/ranking/agreement", weight: .secondary).html : nil) \
            \(mayClose ? scoring.html(for: visit) : nil)</div>
            """
    }

    private var isClosed: Bool { assessment.scoringClosedAt != nil }

    /// That others' scores are kept from the reader for now, or that there will be no more.
    private var sealed: HTML? {
        if let closed = assessment.scoringClosedAt {
            return "<p class=\"measure\">Scoring was closed on \(closed.day): everybody sees what everybody gave.</p>"
        }
        guard matrix.isSealed else { return nil }
        return Notice(
            .information, "Score by yourself first",
            """
            <p>Others have scored themes that you have not scored yet. What they gave, and the places that come of it, are shown once you \
            have given yours, when an officer closes the scoring, or when an order is agreed.</p>
            """
        ).html
    }

    private var table: DataTable {
        DataTable(
            "Themes in order, \(assessment.year)",
            columns: [.text("Theme"), .number("Place")] + Criterion.allCases.map { .number($0.title) } + [
                .number("Composite"), .text("Place by other weights"), .text("Place by scorer"),
            ],
            rows: matrix.rows.map { row in
                [
                    "<a href=\"\(assessment.address(of: row.theme))\">\(row.theme.name)</a>",
                    HTML(text: row.place.map(Self.wording) ?? (row.isSealed ? "–" : "not ranked")),
                ] + row.cells.map { cell(of: row.theme, $0) } + [
                    HTML(text: row.place.map { $0.composite.rounded(places: 2) } ?? "–"),
                    HTML(text: Self.wording(row.overWeights)), HTML(text: Self.wording(row.overScorers)),
                ]
            }, csv: "/strategic-assessments/\(assessment.year.slug)/ranking.csv", isStacked: true)
    }

    private func cell(of theme: Theme, _ cell: RankingMatrix.Cell) -> HTML {
        let address = address(of: theme, cell.criterion)
        let what = "\(cell.criterion.title) of \(theme.name): \(cell.words)"
        // How far people spread is for everybody to see: a mean of 3 may be five 3s, or a quarrel.
        let spread: HTML? =
            cell.criterion.source != .people || cell.isSealed
            ? nil : ScoreSpread(cell.own).map { "<span class=\"table-note\" aria-hidden=\"true\">\($0.words)</span>" }
        return """
            <a href="\(address)" title="\(cell.words)">\(cell.score?.wording ?? "–")\
            <span class="visually-hidden">, \(what)</span></a>\(spread)
            """
    }

    private var reading: HTML {
        """
        <p class="citation measure">The composite is each score times the weight of its criterion, over the sum of the weights. \
        <em>Place by other weights</em> is the best and the worst place over every set of weights that differs from these by up to \
        half; <em>place by scorer</em> is over the orders of each scorer alone. A place that wanders is the weights’ or the scorer’s \
        and not the evidence’s. This is a matrix of our own and not MoRiLE.</p>
        """
    }

    private var notRanked: HTML? {
        let waiting = matrix.rows.filter { $0.place == nil && !$0.isSealed }
        guard !waiting.isEmpty else { return nil }
        return Notice(
            .warning, "\(waiting.count.counted("theme is", "themes are")) not ranked yet",
            """
            <p>A theme without a score on a criterion that counts could not be compared with the others. It is not lost: whoever \
            records the order that was agreed can give it a place, with a reason.</p>
            <ul>\(waiting.html { row in
                "<li>\(row.theme.name): no score for \(row.lacking(rules).map { $0.title.lowercased() }.inWords). \(mending(row))</li>"
            })</ul>
            """
        ).html
    }

    /// What would give a theme the scores that it lacks.
    private func mending(_ row: RankingMatrix.Row) -> HTML {
        let lacking = row.lacking(rules)
        var ways: [HTML] = []
        let ofFigures = lacking.filter { $0.source == .figures }
        if row.theme.details.measures.isEmpty, !ofFigures.isEmpty {
            ways.append("<a href=\"\(assessment.address(of: row.theme))\">Choose what it counts</a>.")
        } else {
            ways += ofFigures.compactMap { row[$0] }.map { cell in
                let reason =
                    cell.figure == nil
                    ? cell.words
                    : "\(cell.words): how much is recorded says as much of how hard somebody looked, so it has no score."
                return "<a href=\"\(address(of: row.theme, cell.criterion))\">\(cell.criterion.title)</a>: \(reason)"
            }
        }
        if lacking.contains(where: { $0.source == .people }) {
            ways.append("<a href=\"\(assessment.scores)\">Score it</a>.")
        }
        if lacking.contains(.harm) {
            ways.append(
                "<a href=\"\(address(of: row.theme, .harm))\">Harm</a>: \((row[.harm]?.words ?? "").withFullStop)")
        }
        return ways.html { "\($0) " }
    }

    private func address(of theme: Theme, _ criterion: Criterion) -> Address {
        "/strategic-assessments/\(assessment.year.slug)/ranking/\(theme.id)/\(criterion.rawValue)"
    }

    private var agreement: HTML? {
        let told = matrix.scorerAgreement.filter { $0.scorers > 1 }.map { ($0.title, HTML(text: $0.sentence)) }
        guard !told.isEmpty else { return nil }
        return """
            <h2>Whether the scorers agree</h2>
            \(SummaryList(told).html)
            """
    }

    private var rulesInForce: HTML {
        let change: Address = "/strategic-assessments/\(assessment.year.slug)/ranking/rules"
        return """
            <h2>Weights and rules</h2>
            \(SummaryList(
                Criterion.allCases.map { ($0.title, HTML(text: "\(rules.weight(of: $0))")) } + [
                    ("Volume", HTML(text: RuleWords.volume(rules))), ("Trend", HTML(text: RuleWords.trend(rules))),
                    ("Harm", HTML(text: RuleWords.harm(rules))),
                    ("A theme without a score", HTML(text: RuleWords.withoutScore)),
                ]
            ).html)
            <p class="citation">\(matrix.rules.setBy.map { "Set by \($0). " } ?? "")\(matrix.rules.why)</p>
            \(mayWrite ? "<p class=\"actions\">\(Button("Change the weights and rules", to: change, weight: .secondary).html) <a href=\"/severity-scores\">Severity scores</a></p>" as HTML : nil)
            """
    }

    private var versions: HTML? {
        guard !agreed.isEmpty else { return nil }
        return """
            <h2>Orders that were agreed</h2>
            <ul>\(agreed.html { version in
                let address: Address = "/strategic-assessments/\(assessment.year.slug)/ranking/versions/\("\(version.version)")"
                return "<li><a href=\"\(address)\">Version \(version.version)</a>, \(version.agreedBy), \(version.agreedOn.words)</li>"
            })</ul>
            """
    }

    static func wording(_ place: ThemeRanking.Place) -> String { place.isShared ? "\(place.rank) =" : "\(place.rank)" }

    static func wording(_ range: ClosedRange<Int>?) -> String {
        range.map { $0.count == 1 ? "always \($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" } ?? "–"
    }
}

extension Score {
    /// "3", or "3.4" of a mean.
    var wording: String { Self.wording(value) }

    /// The same of a score that was kept as a number.
    static func wording(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : value.rounded(places: 1)
    }
}

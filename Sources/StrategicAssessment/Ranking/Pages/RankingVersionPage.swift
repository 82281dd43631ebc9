import Statistics
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}/ranking/versions/{version}`: an order as it was agreed.
struct RankingVersionPage {
    let assessment: AnnualAssessment
    let version: RankingVersion
    /// Whether the reader may see the ranking as it is now.
    let mayReadScores: Bool

    var page: Page {
        Page(
            "Ranking, version \(version.version)",
            crumbs: mayReadScores ? RankingForms.crumbs(assessment) : assessment.crumbs, width: .wide,
            body: """
                <p class="eyebrow">\(assessment.title)</p>
                <h1>The order agreed, version \(version.version)</h1>
                <p class="lead">Agreed by \(version.agreedBy) on \(version.agreedOn.words); entered by \(version.enteredBy). It stands \
                still\(now).</p>
                \(version.note.isEmpty ? nil : "<p class=\"measure\">\(version.note)</p>" as HTML)
                \(OrderReading(version.ranking).warning)
                \(table.html)
                \(Self.differences(version.ranking))
                \(OrderReading(version.ranking).howFarItHolds)
                <h2>Weights</h2>
                \(SummaryList(Criterion.allCases.map { ($0.title, HTML(text: "\(version.ranking.rules.weight(of: $0))")) }).html)
                """)
    }

    private var now: HTML? {
        mayReadScores
            ? ": what changed since is on the <a href=\"\(assessment.ranking)\">page of the ranking</a>" : nil
    }

    /// Where the meeting gave another place than the scores, and why.
    static func differences(_ ranking: AgreedRanking) -> HTML? {
        guard !ranking.differences.isEmpty else { return nil }
        return """
            <p class="measure">\(AgreedRanking.differing)</p>
            <ul class="measure">\(ranking.differences.html { "<li>\($0)</li>" })</ul>
            """
    }

    private var table: DataTable {
        let isEntered = version.ranking.isEntered
        return DataTable(
            "Themes in the order agreed",
            columns: [.text("Theme"), .number("Place")] + (isEntered ? [.number("By the scores")] : [])
                + Criterion.allCases.map { .number($0.title) }
                + [.number("Composite")],
            rows: version.ranking.lines.map { line in
                let scores = Criterion.allCases.map { criterion in
                    line.scores.first { $0.criterion == criterion.rawValue }
                }
                let moved: HTML? = line.agreed?.why.isEmpty == false ? " \(Tag("Differs", .waiting).html)" : nil
                return ["\(line.theme)\(moved)", HTML(text: line.placeWords)]
                    + (isEntered ? [HTML(text: line.rankWords)] : [])
                    + scores.map { HTML(text: $0?.score.map(Score.wording) ?? "–") } + [
                        HTML(text: line.composite.map { $0.rounded(places: 2) } ?? "–")
                    ]
            }, isStacked: true)
    }
}

import Statistics
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}/ranking/versions/{version}`: an order as it was agreed.
struct RankingVersionPage {
    let assessment: AnnualAssessment
    let version: RankingVersion

    var page: Page {
        Page(
            "Ranking, version \(version.version)",
            crumbs: assessment.crumbs + [
                Mention(at: "/strategic-assessments/\(assessment.year.slug)/ranking", titled: "Ranking")
            ], width: .wide,
            body: """
                <p class="eyebrow">\(assessment.title)</p>
                <h1>The order agreed, version \(version.version)</h1>
                <p class="lead">Agreed by \(version.agreedBy) on \(version.agreedOn.words); entered by \(version.enteredBy). It stands \
                still: what changed since is on the <a href="/strategic-assessments/\(assessment.year.slug)/ranking">page of the \
                ranking</a>.</p>
                \(version.note.isEmpty ? nil : "<p class=\"measure\">\(version.note)</p>" as HTML)
                \(table.html)
                <h2>Weights</h2>
                \(SummaryList(Criterion.allCases.map { ($0.title, HTML(text: "\(version.ranking.rules.weight(of: $0))")) }).html)
                """)
    }

    private var table: DataTable {
        DataTable(
            "Themes in the order agreed",
            columns: [.text("Theme"), .number("Place")] + Criterion.allCases.map { .number($0.title) }
                + [.number("Composite"), .text("Place by other weights")],
            rows: version.ranking.lines.map { line in
                let scores = Criterion.allCases.map { criterion in
                    line.scores.first { $0.criterion == criterion.rawValue }
                }
                let range = line.overWeights.flatMap { ends -> ClosedRange<Int>? in
                    ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
                }
                return [
                    HTML(text: line.theme), HTML(text: line.rank.map { line.isShared ? "\($0) =" : "\($0)" } ?? "–"),
                ]
                    + scores.map { HTML(text: $0?.score.map(Score.wording) ?? "–") } + [
                        HTML(text: line.composite.map { $0.rounded(places: 2) } ?? "–"),
                        HTML(text: RankingPage.wording(range)),
                    ]
            })
    }
}

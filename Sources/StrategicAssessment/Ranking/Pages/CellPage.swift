import Statistics
import Web
import Wording

/// `/strategic-assessments/{year}/ranking/{theme}/{criterion}`: one score opened.
struct CellPage {
    let assessment: AnnualAssessment
    let theme: Theme
    let cell: RankingMatrix.Cell
    let rules: SavedRules
    let history: ScoreHistory
    /// The form by which a published score is entered; nil for who may not, and where none can be.
    let entry: HTML?
    var refusals: Refusals?

    var page: Page {
        Page(
            "\(cell.criterion.title): \(theme.name)",
            crumbs: assessment.crumbs + [
                Mention(at: "/strategic-assessments/\(assessment.year.slug)/ranking", titled: "Ranking")
            ], hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">\(assessment.title)</p>
                <h1>\(theme.name): \(cell.criterion.title.lowercased())</h1>
                <p class="lead">\(cell.criterion.question)</p>
                \(SummaryList(facts).html)
                \(figure)
                \(HarmFound(cell: cell).html)
                \(given)
                \(changed)
                \(entry)
                """)
    }

    /// What a score by figures rests on, or why it is one that no figure gave.
    private var told: String {
        cell.criterion.source == .figures || cell.harm != nil ? ": \(cell.words)." : ""
    }

    private var facts: [(name: String, value: HTML)] {
        [
            (
                "Score",
                HTML(
                    text: cell.isSealed
                        ? "\(cell.words)." : cell.score.map { "\($0.wording) of 5\(told)" } ?? "None: \(cell.words)")
            ),
            ("Weight", HTML(text: "\(rules.rules.weight(of: cell.criterion))")),
            ("How it is scored", HTML(text: rule)),
            ("Months of the assessment", HTML(text: "\(assessment.period), set against \(assessment.comparison)")),
        ]
    }

    private var rule: String {
        switch cell.criterion {
        case .volume: return "By how many were recorded: \(RuleWords.volume(rules.rules))"
        case .trend: return RuleWords.trend(rules.rules)
        case .comparison:
            return RuleWords.comparison
        case .harm: return RuleWords.harm(rules.rules)
        case .perception, .influence:
            return
                "The mean of what the scorers gave, each by themselves. A survey drawn by chance goes before it; what else was "
                + "published counts where nobody scored."
        }
    }

    private var figure: HTML? {
        cell.figure.map { figure in
            """
            <h2>The figure</h2>
            <p class="measure">\(figure.sentence)</p>
            \(figure.notes.html { "<p class=\"citation measure\">\($0)</p>" })
            <p class="citation">\(figure.source)\(figure.address.map { address in
                " · <a href=\"\(Address("/figures").asking(["at": address]))\">open the figure</a>" as HTML
            })</p>
            """
        }
    }

    private var given: HTML? {
        guard !cell.given.isEmpty else { return nil }
        let all = cell.own + cell.given.filter { !$0.isOwn }
        // Of those who scored themselves, who stand first.
        let far = (try? WorkshopScores(cell.own.map { [$0.score] }))?.dissent(0) ?? []
        return """
            <h2>Who scored it</h2>
            \(DataTable(
                "Every score given to \(theme.name), \(cell.criterion.title.lowercased())",
                columns: [.text("Scorer"), .number("Score"), .text("Why"), .text("When")],
                rows: all.enumerated().map { scorer, given in
                    return [
                        far.contains(scorer) ? "\(who(given)) \(Tag("Differs", .waiting).html)" : who(given),
                        HTML(text: given.scoreInWords), HTML(text: given.reason),
                        HTML(text: given.at.day),
                    ]
                }
            ).html)
            \(spread)
            """
    }

    private var changed: HTML? {
        guard !history.changes.isEmpty else { return nil }
        return """
            <h2>How scores changed</h2>
            \(DataTable(
                "Every change of a score of \(theme.name), \(cell.criterion.title.lowercased()), the newest first",
                columns: [.text("Scorer"), .text("When"), .number("From"), .number("To"), .text("Why before"), .text("Why now")],
                rows: history.changes.map { change in
                    [
                        who(change.after), HTML(text: change.after.at.dayAndTime), HTML(text: change.before.scoreInWords),
                        HTML(text: change.after.scoreInWords), HTML(text: change.before.reason),
                        HTML(text: change.after.reason),
                    ]
                }
            ).html)
            """
    }

    private func who(_ given: GivenScore) -> HTML {
        given.source.isEmpty ? HTML(text: given.enteredBy) : "\(given.source), entered by \(given.enteredBy)"
    }

    private var spread: HTML? {
        guard let spread = cell.spread, spread.count > 2 else { return nil }
        return """
            <p class="measure">The scores spread from \(spread.lowerBound) to \(spread.upperBound). Hear the reasons of those \
            who differ before any order is agreed.</p>
            """
    }
}

extension GivenScore {
    /// "4", or that they would rather not say.
    fileprivate var scoreInWords: String { score.map { "\($0)" } ?? "abstained" }
}

import Membership
import Web
import Wording

/// `/strategic-assessments/{year}/scores/{criterion}`: one person's own scores, made for a telephone.
struct ScoringPage {
    let assessment: AnnualAssessment
    let criterion: Criterion
    let themes: [Theme]
    let answers: (String) -> String
    var refusals: Refusals?

    func page(for visit: Visit) -> Page {
        let base: Address = "/strategic-assessments/\(assessment.year.slug)/scores/\(criterion.rawValue)"
        return Page(
            "Your scores: \(criterion.title.lowercased())", crumbs: assessment.crumbs, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">\(assessment.title), your scores</p>
                <h1>\(criterion.question)</h1>
                <p class="lead">From 1, \(criterion.ends.low), to 5, \(criterion.ends.high). Leave out what you will score later. \
                Others see your score and your reason beside your name once they have given theirs, or when the scoring is closed; you \
                see theirs likewise.</p>
                \(PostForm(to: base, visit, isGuarded: true, isRefused: refusals != nil, form).html)
                """)
    }

    private var form: HTML {
        """
        \(themes.html { theme in
            """
            <fieldset class="field-group scoring">
            <legend>\(theme.name)</legend>
            <p class="field__hint">\(theme.details.covers)</p>
            \(Field(ScoringForm.score(theme), "Score", .choice(choices), value: answers(ScoringForm.score(theme)), refusals: refusals).html)
            \(Field(ScoringForm.reason(theme), "Why?", hint: "A sentence.", value: answers(ScoringForm.reason(theme)), refusals: refusals).html)
            </fieldset>
            """
        })
        <p class="actions">\(Button("Save my scores").html) \
        <a href="/strategic-assessments/\(assessment.year.slug)/ranking">Cancel</a></p>
        """
    }

    private var choices: [Field.Choice] {
        [.init("", "No score yet")]
            + (1...5).map { score in
                let word = score == 1 ? ", \(criterion.ends.low)" : score == 5 ? ", \(criterion.ends.high)" : ""
                return .init("\(score)", "\(score)\(word)")
            } + [.init(ScoringForm.abstention, "I would rather not say")]
    }
}

/// What the form calls the answers about a theme.
enum ScoringForm {
    /// A giving too: whoever would rather not say has thought about it.
    static let abstention = "none"

    static func score(_ theme: Theme) -> String { "score-\(theme.id)" }
    static func reason(_ theme: Theme) -> String { "reason-\(theme.id)" }
}

/// `/strategic-assessments/{year}/scores`: which of the criteria people score, and how far the reader is.
struct ScoresPage {
    let assessment: AnnualAssessment
    let themes: [Theme]
    /// The reader's own.
    let own: [GivenScore]

    var page: Page {
        Page(
            "Your scores", crumbs: assessment.crumbs,
            body: """
                <p class="eyebrow">\(assessment.title)</p>
                <h1>Your scores</h1>
                <p class="lead">Figures score what can be counted. These only people can tell; score them by yourself, before you \
                talk about them.</p>
                \(closed)
                \(TaskList(Criterion.allCases.filter { $0.source == .people }.map(task)).html)
                """)
    }

    private var closed: HTML? {
        assessment.scoringClosedAt.map { closed in
            Notice(
                .information, "Scoring was closed on \(closed.day)",
                "<p>What you gave stays. An officer can open it again.</p>"
            ).html
        }
    }

    private func task(_ criterion: Criterion) -> TaskList.Task {
        let ids = Set(themes.map(\.id))
        let done = own.count { $0.criterion == criterion && ids.contains($0.theme) }
        return .init(
            criterion.title, detail: criterion.question,
            state: done == themes.count
                ? Tag("Done", .good) : Tag("\(done) of \(themes.count)", .waiting),
            at: "/strategic-assessments/\(assessment.year.slug)/scores/\(criterion.rawValue)")
    }
}

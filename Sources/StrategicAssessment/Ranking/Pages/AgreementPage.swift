import Membership
import Statistics
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}/ranking/agreement`: the order by the scores is offered, and what the meeting made of it is
/// entered.
struct AgreementPage {
    let assessment: AnnualAssessment
    let matrix: RankingMatrix
    let answers: Answers
    var refusals: Refusals?
    /// Whether scores or rules changed since the form was opened.
    var hasChanged = false

    private var address: Address { "/strategic-assessments/\(assessment.year.slug)/ranking/agreement" }

    func page(for visit: Visit) -> Page {
        Page(
            "Enter the order that was agreed", crumbs: RankingForms.crumbs(assessment), hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Enter the order that was agreed</h1>
                <p class="lead">The order by the scores is filled in, or the one that was agreed last where the \
                meeting moved a theme. Change the numbers to what the meeting agreed: to put a theme \
                between the 2nd and the 3rd, write 2.5. Both orders are kept for good, with scores, weights and figures.</p>
                \(changed)
                \(PostForm(
                    to: address, visit, values: [("shown", AgreedRanking(matrix).fingerprint)], isGuarded: true,
                    isRefused: refusals != nil || hasChanged, form
                ).html)
                """)
    }

    private var changed: HTML? {
        guard hasChanged else { return nil }
        return Notice(
            .warning, "The ranking changed while you were looking",
            """
            <p>Somebody gave a score or changed the rules, or figures were imported. What you typed is still here; the places by the \
            scores are those of now. Look at them again, and keep the order then.</p>
            """
        ).html
    }

    private var form: HTML {
        """
        \(matrix.rows.html(theme))
        \(Field(
            AgreedOrder.shared, "Do themes share a place?", hint: "Where two have the same number above.",
            .choice([.init("no", "No, each has its own"), .init("yes", "Yes, as entered")]),
            value: answers[AgreedOrder.shared], refusals: refusals).html)
        \(Field(
            "agreed-by", "Who agreed it?", hint: "A body and its meeting.", value: answers["agreed-by"], refusals: refusals
        ).html)
        \(Field(
            "agreed-on", "On which day?", hint: "Like 9/2/2016.", value: answers["agreed-on"], refusals: refusals).html)
        \(Field(
            "note", "What should be said of it?", hint: "It may be left empty.", .longText(rows: 3), value: answers["note"],
            refusals: refusals).html)
        <p class="actions">\(Button("Keep this order").html) \
        <a href="/strategic-assessments/\(assessment.year.slug)/ranking">Cancel</a></p>
        """
    }

    private func theme(_ row: RankingMatrix.Row) -> HTML {
        """
        <fieldset class="field-group">
        <legend>\(row.theme.name)</legend>
        <p class="field__hint">\(byScores(row))</p>
        <div class="field-row">
        \(Field(AgreedOrder.place(row.theme), "Place", value: answers[AgreedOrder.place(row.theme)], refusals: refusals).html)
        \(Field(
            AgreedOrder.why(row.theme), "Why, if it is another?", value: answers[AgreedOrder.why(row.theme)],
            refusals: refusals).html)
        </div>
        </fieldset>
        """
    }

    private func byScores(_ row: RankingMatrix.Row) -> String {
        guard let place = row.place else {
            let lacking = row.lacking(matrix.rules.rules).map { $0.title.lowercased() }.inWords
            return "Not ranked: no score for \(lacking). The meeting may place it all the same, with a reason."
        }
        return "By the scores \(place.rank.asPlace)\(place.isShared ? ", with another" : ""), composite "
            + "\(place.composite.rounded(places: 2))."
    }

    /// In place of the form, for whoever has scores of their own to give.
    static func waiting(_ assessment: AnnualAssessment, mayClose: Bool, _ visit: Visit) -> Page {
        let close = PressForm(label: "Close the scoring", action: assessment.closingScoring)
        return Page(
            "Enter the order that was agreed", crumbs: RankingForms.crumbs(assessment),
            body: """
                <h1>Enter the order that was agreed</h1>
                \(Notice(
                    .information, "Scores are still being given",
                    """
                    <p>The order by the scores is shown to whoever may score once they have given their own, or when the scoring is \
                    closed.\(mayClose ? nil : " An officer can close it.")</p>
                    """
                ).html)
                <div class="actions">\(Button("Give your scores", to: assessment.scores, weight: .secondary).html) \
                \(mayClose ? close.html(for: visit) : nil)</div>
                """)
    }
}

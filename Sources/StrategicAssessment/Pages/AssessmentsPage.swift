import Web

/// `/strategic-assessments`: every year's.
struct AssessmentsPage {
    let assessments: [AnnualAssessment]
    let mayWrite: Bool

    var page: Page {
        Page(
            "Strategic assessments", crumbs: [Mention(at: "/home", titled: "Home")],
            body: """
                <h1>Strategic assessments</h1>
                <p class="lead">What the partnership makes of its evidence, every year: how much crime and disorder there is, what \
                changed and why, and what to put first.</p>
                \(assessments.isEmpty ? empty : list)
                """)
    }

    private var empty: HTML {
        EmptyState(
            "None is begun yet",
            mayWrite
                ? "Begin this year’s. It takes the figures from the data that are here and asks you for the judgement."
                : "The partnership’s officers begin one every year.",
            action: mayWrite ? Button("Begin a strategic assessment", to: "/strategic-assessments/new") : nil
        ).html
    }

    private var list: HTML {
        """
        <ul class="publications">
        \(assessments.html { assessment in
            """
            <li class="publications__item"><a href="\(assessment.address)">\(assessment.title)</a>
            <p class="publications__about">\(assessment.months)</p></li>

            """
        })
        </ul>
        \(mayWrite ? "<p class=\"actions\">\(Button("Begin another year’s", to: "/strategic-assessments/new", weight: .secondary).html)</p>" as HTML : nil)
        """
    }
}

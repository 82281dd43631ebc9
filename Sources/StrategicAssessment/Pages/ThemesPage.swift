import DataRegister
import Web
import Wording

/// `/strategic-assessments/{year}/themes`: what is ranked.
struct ThemesPage {
    let assessment: AnnualAssessment
    let themes: [Theme]
    let leftOut: [Theme]
    let known: KnownMeasures
    let visit: Visit
    let mayWrite: Bool
    /// The sets from which themes could be counted instead.
    let others: [DataSet]

    var page: Page {
        Page(
            "Themes", crumbs: assessment.crumbs,
            body: """
                <p class="eyebrow">\(assessment.title)</p>
                <h1>Themes</h1>
                <p class="lead">What the assessment looks at and ranks. Each is tied to the series that tell of it; one without any \
                waits for a partner’s data.</p>
                \(themes.isEmpty ? EmptyState("There is no theme", "Add what the partnership wants to rank.").html : list)
                \(mayWrite ? "<p class=\"actions\">\(Button("Add a theme", to: "/strategic-assessments/\(assessment.year.slug)/themes/new").html) \(recount)</p>" as HTML : nil)
                \(left)
                """)
    }

    private var recount: HTML {
        others.html { "\(ThemeCounting.button($0.address, of: assessment, named: $0.name).html) " }
    }

    private var list: HTML {
        """
        <ul class="publications">
        \(themes.html { theme in
            let counted = known.words(of: theme.details.measures)
            let series: HTML = counted.map { "Counts: \($0)." as HTML } ?? Tag("No data yet", .waiting).html
            return """
                <li class="publications__item"><a href="\(assessment.address(of: theme))">\(theme.name)</a>
                <p class="publications__about">\(theme.details.covers) \(series)</p></li>

                """
        })
        </ul>
        """
    }

    private var left: HTML? {
        guard !leftOut.isEmpty else { return nil }
        return Disclosure(
            "\(leftOut.count.counted("theme", "themes")) left out",
            """
            <ul class="plain-list">
            \(leftOut.html { theme in
                let back = PressForm(
                    label: "Take \(theme.name) back",
                    action: "/strategic-assessments/\(assessment.year.slug)/themes/\(theme.id)/return")
                return "<li>\(theme.name) \(mayWrite ? back.html(for: visit) : nil)</li>"
            })
            </ul>
            """
        ).html
    }
}

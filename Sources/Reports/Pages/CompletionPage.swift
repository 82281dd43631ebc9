import Web
import Wording

/// `/reports/{report}/completion`: what is missing, each with where it is done; and if nothing is, the button.
struct CompletionPage {
    let opened: OpenReport
    let readiness: Readiness
    /// What is different from the final version that this one would replace.
    let changes: [String]?
    let replaces: Int?
    let visit: Visit
    let refusals: Refusals?

    private var report: Report { opened.report }

    var page: Page {
        Page(
            "Make it final", crumbs: ReportCrumbs.of(opened), hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">\(report.title)</p>
                <h1>Make it final</h1>
                \(report.state == .draft ? (readiness.isReady ? ready : missing) : standing)
                """)
    }

    private var standing: HTML {
        "<p class=\"lead\">\(report.state == .final ? "It is final already." : "It was withdrawn.") <a href=\"\(report.address)\">Read it</a></p>"
    }

    private var missing: HTML {
        """
        <p class="lead">\(readiness.gaps.count.counted("thing is", "things are")) missing. Each line leads to where it is done.</p>
        <ul class="gap-list">
        \(readiness.gaps.html { gap in
            "<li class=\"gap-list__gap\"><p>\(link(gap))</p></li>\n"
        })
        </ul>
        """
    }

    /// Whoever cannot write it reads what is missing, without a way there.
    private func link(_ gap: Readiness.Gap) -> HTML {
        opened.reach.writes ? "<a href=\"\(report.address(of: gap.place))\">\(gap.words)</a>" : HTML(text: gap.words)
    }

    private var ready: HTML {
        """
        <p class="lead">Nothing is missing. Once it is final it has a number and a hash, stays as it is, and can go on an agenda.</p>
        \(replacing)
        \(opened.reach.finishes ? form : "<p>Ask an officer or a clerk to make it final.</p>")
        """
    }

    private var replacing: HTML? {
        guard let changes, let replaces else { return nil }
        return """
            <h2>What changed since version \(replaces), which it replaces</h2>
            \(changes.isEmpty ? "<p>Nothing of what it says.</p>" as HTML : "<ul>\(changes.html { "<li>\($0)</li>\n" })</ul>")
            """
    }

    private var form: HTML {
        PostForm(
            to: "/reports/\(report.id)/finals", visit, values: [("version", "\(report.newest)")],
            """
            <p class="actions">\(Button("Make it final").html) <a href="\(report.address)">Read it once more</a></p>
            """
        ).html
    }
}

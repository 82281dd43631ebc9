import DataFiles
import Web
import Wording

/// `/assessment`: which district, over which months.
struct ChooserPage {
    let districts: [District]
    let home: String?

    var page: Page {
        Page(
            "Assessment", crumbs: [Mention(at: "/home", titled: "Home")], width: .wide,
            body: """
                <h1>Assessment</h1>
                <p class="lead">Any district in the data, over any months, set against any others.</p>
                \(districts.isEmpty ? empty : list)
                """)
    }

    private var empty: HTML {
        EmptyState(
            "No data to assess yet",
            "Import a month or more of street-level crime first. Every district in it can then be assessed.",
            action: Button("Import data", to: "/data/import")
        ).html
    }

    private var list: HTML {
        let own = districts.filter { $0.name == home }
        return """
            \(own.html { "<p class=\"actions\">\(Button("Assess \($0.name)", to: "/assessment/\($0.slug)").html)</p>" })
            \(DataTable(
                "Districts in the data",
                columns: [.text("District"), .number("Areas (LSOAs)")],
                rows: districts.map { district in
                    ["<a href=\"/assessment/\(district.slug)\">\(district.name)</a>", HTML(text: district.areas.grouped)]
                }
            ).html)
            """
    }
}

/// The same form again, with what is wrong and what was typed.
struct RefusedAssessmentPage {
    let district: District
    let typed: AssessmentQuestion.Typed
    let refusals: Refusals

    var page: Page {
        Page(
            district.name,
            crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment")],
            hasErrors: true,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>\(district.name)</h1>
                \(PeriodForm(action: "/assessment/\(district.slug)", typed: typed, refusals: refusals).html)
                """)
    }
}

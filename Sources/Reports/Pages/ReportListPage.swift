import Membership
import Storage
import Web
import Wording

/// `/reports`: the reports that somebody may open, and what waits for them.
struct ReportListPage {
    /// Which of them.
    enum Show: String, CaseIterable {
        case mine, drafts, final, withdrawn

        var title: String {
            switch self {
            case .mine: "Mine"
            case .drafts: "Being written"
            case .final: "Final"
            case .withdrawn: "Withdrawn"
            }
        }

        func takes(_ opened: OpenReport) -> Bool {
            switch self {
            case .mine: opened.reach.isMine
            case .drafts: opened.report.state == .draft && opened.reach.readsDraft
            case .final: opened.report.finalNumber != nil && opened.report.state != .withdrawn
            case .withdrawn: opened.report.state == .withdrawn
            }
        }
    }

    let all: [OpenReport]
    let show: Show?
    let body: ID<Body>?
    let bodies: [String: String]
    let due: [ReportDue]
    let mayWrite: Bool

    private var shown: [OpenReport] {
        all.filter { opened in
            (show?.takes(opened) ?? true) && (body == nil || opened.report.to == body)
        }
    }

    var page: Page {
        Page(
            "Reports", width: .wide,
            body: """
                <h1>Reports</h1>
                <p class="lead">What bodies are asked to decide or are told: written part by part, cleared by the officers whom it \
                concerns, and then final.</p>
                \(mayWrite ? "<p class=\"actions\">\(Button("Begin a report", to: "/reports/new").html)</p>" as HTML : nil)
                \(waiting)
                \(all.isEmpty ? empty : table)
                """)
    }

    private var waiting: HTML? {
        guard !due.isEmpty else { return nil }
        let tasks = due.compactMap { due in
            Address(untrusted: due.path).map {
                TaskList.Task(
                    due.title, detail: due.detail, state: due.isOverdue ? Tag("Overdue", .bad) : Tag("To do", .waiting),
                    at: $0)
            }
        }
        return "<section><h2>Waiting for you</h2>\n\(TaskList(tasks).html)</section>"
    }

    private var empty: HTML {
        EmptyState(
            mayWrite ? "There are no reports yet" : "There are no reports for you yet",
            mayWrite
                ? "Begin one by what it is called. It is yours to write until you ask others about it."
                : "Final reports stand here, and drafts that you are named in or asked about."
        ).html
    }

    private var table: HTML {
        let choices = Show.allCases.map { Field.Choice($0.rawValue, $0.title) }
        let addressed = Set(all.compactMap { $0.report.to?.description }).compactMap { id in bodies[id].map { (id, $0) }
        }
        .sorted { $0.1 < $1.1 }.map { Field.Choice($0.0, $0.1) }
        return """
            <h2>All reports</h2>
            \(FilterForm(
                "Find a report", to: "/reports",
                fields: [
                    Field("show", "Which", .choice([Field.Choice("", "All")] + choices), value: show?.rawValue ?? ""),
                    Field("body", "To", .choice([Field.Choice("", "Any body")] + addressed), value: body?.description ?? ""),
                ], outcome: shown.count.counted("report", "reports"), all: show == nil && body == nil ? nil : "/reports"
            ).html)
            \(shown.isEmpty ? nil : rows)
            """
    }

    private var rows: HTML {
        DataTable(
            "Reports, those changed last first",
            columns: [.text("Report"), .text("To"), .text("How it stands"), .text("Changed")],
            rows: shown.map { opened in
                [
                    "<a href=\"\(opened.report.address)\">\(opened.title)</a>",
                    HTML(text: opened.report.to.flatMap { bodies[$0.description] } ?? "not said yet"),
                    ReportStanding(opened).tag.html, HTML(text: opened.report.changedAt.day),
                ]
            }
        ).html
    }
}

/// How a report stands, in a word.
struct ReportStanding {
    let opened: OpenReport

    init(_ opened: OpenReport) {
        self.opened = opened
    }

    var tag: Tag {
        let report = opened.report
        switch report.state {
        case .withdrawn: return Tag("Withdrawn", .bad)
        case .final: return Tag(report.finalNumber.map { $0 > 1 ? "Final, version \($0)" : "Final" } ?? "Final", .good)
        case .draft where report.finalNumber == nil: return Tag("Draft", .waiting)
        // Whoever may not see the draft sees what stands.
        case .draft: return opened.reach.readsDraft ? Tag("New draft", .waiting) : Tag("Final", .good)
        }
    }
}

import Membership
import Storage
import Web
import Wording

/// `/reports/{report}/lists/{list}`: what a report has several of, to be added, moved, removed and put back.
struct ItemListPage {
    let opened: OpenReport
    let list: ReportList
    let content: ReportContent
    let bodies: [String: String]
    let regimes: [String: Body.Regime]
    /// The one that was just moved, whose buttons keep the focus.
    let moved: MovedItem?
    let removed: ReportContent.Item?
    let visit: Visit
    var refusals: Refusals?

    private var report: Report { opened.report }
    private var items: [ReportContent.Item] { content[list] }

    var page: Page {
        Page(
            list.title, crumbs: ReportCrumbs.editing(opened), hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">\(report.title)</p>
                <h1>\(list.title)</h1>
                \(list.guidance.map { "<p class=\"lead\">\($0)</p>" as HTML })
                \(undo)
                \(hint)
                \(items.isEmpty ? "<p>There is none yet.</p>" : rows)
                <p class="actions">\(Button("Add: \(list.one)", to: "/reports/\(report.id)/lists/\(list.rawValue)/new").html) \
                <a href="\(report.overview)">Back to all parts</a></p>
                """)
    }

    private var undo: HTML? {
        removed.map { item in
            UndoNotice(
                "‘\(ItemName.words(of: item, in: list, bodies: bodies))’ was removed.",
                undoing: report.deed(.back, item.id, in: list), visit
            ).html
        }
    }

    /// A plan that belongs to the policy framework is recommended by the executive and approved by full council (D98).
    private var hint: HTML? {
        guard list == .path || list == .recommendations else { return nil }
        let path = content.path.map { regimes[$0.description] }
        let executive = path.lastIndex { $0 == .executiveEngland || $0 == .executiveWales }
        guard let executive, executive == path.count - 1 else { return nil }
        return Notice(
            .information, "Is it about the community safety plan?",
            """
            <p>Where a council has executive arrangements, the plan is one of those that the executive recommends and full \
            council approves (Schedule 3 to SI 2000/2853). Then let the path end with the council.</p>
            """
        ).html
    }

    private var rows: HTML {
        """
        \(moved?.said(of: items.map { ("\($0.id)", ItemName.words(of: $0, in: list, bodies: bodies)) }))
        <ol class="report-items">
        \(items.enumerated().html { place, item in row(item, at: place) })
        </ol>
        """
    }

    private func row(_ item: ReportContent.Item, at place: Int) -> HTML {
        let name = ItemName.words(of: item, in: list, bodies: bodies)
        let detail: HTML? = detail(item).map { "<span class=\"table-note\">\($0)</span>" }
        let isFirst = place == 0
        let isLast = place == items.count - 1
        // Whoever moves one by keyboard goes on from where it stands now.
        func focus(_ way: MovedItem.Way) -> HTML? {
            MovedItem.attributes(of: way, for: "\(item.id)", after: moved, isFirst: isFirst, isLast: isLast)
        }
        return """
            <li class="report-items__item">
            <p class="report-items__name"><a href="\(report.editing(.item(list, item.id)))">\(name)</a>\(detail)</p>
            <div class="report-items__deeds">
            \(isFirst ? nil : press(.up, "Move up", item, name, focus(.up)))
            \(isLast ? nil : press(.down, "Move down", item, name, focus(.down)))
            \(press(.removal, "Remove", item, name, nil))
            </div>
            </li>

            """
    }

    private func detail(_ item: ReportContent.Item) -> String? {
        switch list {
        case .recommendations: bodies[item.answers["body"]].map { "For decision by \($0)" }
        case .annexes: item.answers.file?.measure
        default: nil
        }
    }

    private func press(
        _ deed: ContentStore.OrderDeed, _ label: String, _ item: ReportContent.Item, _ name: String, _ focus: HTML?
    ) -> HTML {
        PostForm(
            to: report.deed(deed, item.id, in: list), visit,
            """
            <button class="link-button" type="submit"\(focus)>\(label)<span class="visually-hidden">: \(name)</span></button>
            """
        ).html
    }
}

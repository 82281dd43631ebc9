import Web
import Wording

/// `/strategic-assessments/{year}`: what is done and what is left, from the data to the publication.
struct OverviewPage {
    let assessment: AnnualAssessment
    let themes: [Theme]
    let texts: [TextPlace: SavedText]
    let mayWrite: Bool

    var page: Page {
        Page(
            assessment.title, crumbs: assessment.crumbs.dropLast(),
            body: """
                <p class="eyebrow">\(assessment.months)</p>
                <h1>\(assessment.title)</h1>
                <h2>Themes</h2>
                \(TaskList([themesTask]).html)
                <h2>The document</h2>
                \(TaskList(DocumentSection.allCases.filter(\.isWritten).map(task)).html)
                """)
    }

    private var themesTask: TaskList.Task {
        .init(
            "Themes",
            detail:
                "\(themes.count.counted("theme", "themes")): \(themes.prefix(3).map(\.name).joined(separator: ", "))…",
            state: themes.isEmpty ? Tag("To do", .waiting) : Tag("Set out", .good), at: assessment.themes)
    }

    private func task(_ section: DocumentSection) -> TaskList.Task {
        let text = texts[.section(section)].flatMap { $0.markdown.isEmpty ? nil : $0 }
        return .init(
            section.title,
            detail: text.map { "\($0.writtenBy), \($0.writtenAt.dayAndTime)" } ?? section.guidance,
            state: text == nil ? Tag("To write", .waiting) : Tag("Written", .good), at: assessment.address(of: section))
    }
}

import Web
import Wording

/// `/strategic-assessments/{year}/themes/{theme}`: what belongs to it, and what is written of it.
struct ThemePage {
    let assessment: AnnualAssessment
    let theme: Theme
    let texts: [TextPlace: SavedText]
    /// Nil where nothing is counted for it.
    let evidence: Evidence?
    /// Which of its months were out of the ordinary; nil likewise.
    let signals: Result<Evidence.Figure, Evidence.Missing>?
    /// What is counted for it, in names; nil where nothing is.
    let counted: String?
    let visit: Visit
    let mayWrite: Bool

    var page: Page {
        Page(
            theme.name, crumbs: assessment.crumbs + [Mention(at: assessment.themes, titled: "Themes")],
            body: """
                <p class="eyebrow">\(assessment.title), theme</p>
                <h1>\(theme.name)</h1>
                <p class="lead">\(theme.details.covers)</p>
                <p class="measure">\(measures)</p>
                \(actions)
                \(figures)
                <h2>In depth</h2>
                \(TaskList(ThemeAspect.allCases.map(task)).html)
                """)
    }

    /// Where a figure of it can be put.
    static func places(of theme: Theme) -> [TextPlace] {
        ThemeAspect.allCases.map { .theme(theme.id, $0) }
            + [DocumentSection.summary, .levels, .changes].map(TextPlace.section)
    }

    private var figures: HTML? {
        guard let evidence else { return nil }
        var found: [(name: String, told: Result<Evidence.Figure, Evidence.Missing>, usual: ThemeAspect)] = [
            ("volume", Self.shown(evidence.volume.map(\.1)), .change),
            ("trend", Self.shown(evidence.trend.map(\.1)), .change),
            ("comparison", Self.shown(evidence.comparison.map(\.1)), .where),
        ]
        if let signals { found.append(("signals", signals, .when)) }
        let notes = DocumentNotes(
            found.enumerated().map { index, one in (.figure(index), (try? one.told.get())?.notes ?? []) })
        return """
            <h2>What the figures say</h2>
            <p class="measure">Each sentence is drafted from the data that are here. Put into a text it stays live: the text keeps \
            where the figure comes from, and not the number.</p>
            <ul class="plain-list figure-list">
            \(found.enumerated().html { index, one in figure(one.name, one.told, notes[.figure(index)], usually: one.usual) })
            </ul>
            <p class="measure"><a href="/signals">Unusual months of every type</a></p>
            """
    }

    /// What can be told is shown, whether or not it bears a score.
    private static func shown(
        _ told: Result<Evidence.Figure, Evidence.Missing>
    ) -> Result<Evidence.Figure, Evidence.Missing> {
        told.flatMapError { missing in missing.figure.map { .success($0) } ?? .failure(missing) }
    }

    private func figure(
        _ name: String, _ told: Result<Evidence.Figure, Evidence.Missing>, _ said: DocumentNotes.Said,
        usually aspect: ThemeAspect
    ) -> HTML {
        switch told {
        case .failure(let missing):
            return "<li class=\"figure-list__figure\"><p class=\"citation\">\(missing.reason)</p></li>"
        case .success(let figure):
            let line = FigureLine(figure: figure, address: figure.address, said: said)
            guard mayWrite, let at = figure.address else { return line.html }
            let into = "into-\(name)"
            let form = PostForm(
                to: "/strategic-assessments/\(assessment.year.slug)/themes/\(theme.id)/figures", visit,
                values: [("at", at), ("of", name)],
                """
                \(Field(into, "Put this into", .choice(choices), value: TextPlace.theme(theme.id, aspect).description).html)
                \(Button("Put it in", weight: .secondary).html)
                """)
            return """
                <li class="figure-list__figure">
                \(line.content)
                <div class="figure-list__into">\(form.html)</div>
                </li>

                """
        }
    }

    private var choices: [Field.Choice] {
        Self.places(of: theme).map { .init($0.description, $0.title(among: [theme])) }
    }

    private var measures: String {
        counted.map { "\(theme.name) counts: \($0)." }
            ?? "\(theme.name) counts nothing yet: it waits for a partner’s data, or for somebody to choose what it counts."
    }

    private var actions: HTML? {
        guard mayWrite else { return nil }
        let base: Address = "/strategic-assessments/\(assessment.year.slug)/themes/\(theme.id)/details"
        let leaving = PressForm(
            label: "Leave it out this year",
            action: "/strategic-assessments/\(assessment.year.slug)/themes/\(theme.id)/leaving")
        return """
            <div class="actions">\(Button("Change it", to: base, weight: .secondary).html) \(leaving.html(for: visit))</div>
            """
    }

    private func task(_ aspect: ThemeAspect) -> TaskList.Task {
        let text = texts[.theme(theme.id, aspect)].flatMap { $0.markdown.isEmpty ? nil : $0 }
        return .init(
            aspect.title, detail: text.map { "\($0.writtenBy), \($0.writtenAt.dayAndTime)" } ?? aspect.guidance,
            state: text == nil ? Tag("To write", .waiting) : Tag("Written", .good),
            at: assessment.address(of: aspect, theme))
    }
}

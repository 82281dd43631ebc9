import DataRegister
import Publishing
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}/revised`: figure by figure, what was published and what newer data would say.
struct RevisedPage {
    let assessment: AnnualAssessment
    /// Nil where everything it rests on stands.
    let revised: RevisedSources?
    /// Nil where it is told among the districts of today.
    let changedSets: ChangedSets?
    let mayPublish: Bool

    var page: Page {
        Page(
            "What newer data would say", crumbs: assessment.crumbs, width: .wide,
            body: """
                <p class="eyebrow">\(assessment.title)</p>
                <h1>What newer data would say</h1>
                \(changedSets.map(among))
                \(revised.map(filled) ?? (changedSets == nil ? nothing : nil))
                """)
    }

    private func among(_ sets: ChangedSets) -> HTML {
        """
        <h2>Among other districts</h2>
        <p>\(sets.sentence) No source was revised by that. Version \(sets.version.number) stays as it is, and the next one will be \
        told among the districts of today.</p>
        \(figures(sets.figures, as: "Figures told among a set that was changed"))
        <p><a href="/comparators">The sets, with who changed them and why</a></p>
        """
    }

    private var nothing: HTML {
        EmptyState(
            "Nothing it rests on was revised",
            "No newer file has taken the place of one that the published version rests on."
        ).html
    }

    private func filled(_ revised: RevisedSources) -> HTML {
        """
        <p class="lead">\(revised.sentence)</p>
        <p><a href="/publications/\(revised.publication.slug)">Version \(revised.version.number)</a>, published \
        \(revised.version.publishedAt.day), stays as it is. The next version will tell what is here when it is published.</p>
        \(figures(revised.figures, as: "Figures that rest on an older release"))
        \(exhibits(revised.exhibits))
        <h2>What was revised</h2>
        <ul>\(revised.supersessions.html(line))</ul>
        \(readers(revised))
        """
    }

    private func figures(_ figures: [RevisedFigure], as title: String) -> HTML? {
        guard !figures.isEmpty else { return nil }
        return DataTable(
            title, columns: [.text("Figure"), .text("Published"), .text("Now")],
            rows: figures.map { figure in
                let address = Address("/figures").asking(["at": figure.address])
                return [
                    "<a href=\"\(address)\">\(figure.sentence)</a>",
                    HTML(text: figure.published),
                    figure.isAnother ? "<strong>\(figure.nowTold)</strong>" : "The same",
                ]
            }
        ).html
    }

    private func exhibits(_ exhibits: [RevisedExhibit]) -> HTML? {
        guard !exhibits.isEmpty else { return nil }
        return """
            <h2>Pictures, tables and themes</h2>
            <p>Other numbers would stand in \(exhibits.count == 1 ? "one" : exhibits.count.grouped) of them.</p>
            \(exhibits.html { exhibit in
                let lines = exhibit.lines.prefix(Self.shown)
                return """
                    <h3>\(exhibit.title)</h3>
                    \(DataTable(
                        lines.count < exhibit.lines.count
                            ? "\(exhibit.shown): the first \(lines.count.grouped) of \(exhibit.lines.count.grouped) that are other"
                            : "\(exhibit.shown): what is other",
                        columns: [.text("What"), .text("Published"), .text("Now")],
                        rows: lines.map { line in
                            [HTML(text: line.what), HTML(text: line.published), "<strong>\(line.now)</strong>"]
                        }
                    ).html)

                    """
            })
            """
    }

    /// More of one table are read in its file.
    private static let shown = 20

    private func line(_ supersession: Supersession) -> HTML {
        let new: Address = "/data/releases/\(supersession.new.id)"
        let old: Address = "/data/releases/\(supersession.old)"
        let changes: Address = "/data/releases/\(supersession.new.id)/changes"
        return """
            <li>\(supersession.what): <a href="\(new)">\(supersession.new.publicTitle)</a>, received \
            \(supersession.new.receivedAt.day), took the place of <a href="\(old)">an earlier \
            release<span class="visually-hidden"> of \(supersession.what)</span></a>. \
            <a href="\(changes)">What it changed<span class="visually-hidden">: \
            \(supersession.new.publicTitle)</span></a></li>

            """
    }

    private func readers(_ revised: RevisedSources) -> HTML {
        let said = revised.version.notes
        let button: HTML? =
            mayPublish && said.last?.said != revised.note
            ? """
            <p class="actions">\(Button("Tell readers", to: assessment.telling, weight: .secondary).html) \
            <a href="\(assessment.publication)">Publish the next version instead</a></p>
            """ : nil
        return """
            <h2>What readers are told</h2>
            \(said.isEmpty ? "<p>Nothing yet: the published page says nothing of it by itself.</p>" as HTML : nil)
            \(said.isEmpty ? nil : "<ul>\(said.html { "<li>\($0.at.day): \($0.said) \($0.why)</li>" })</ul>" as HTML)
            \(button)
            """
    }
}

/// `/strategic-assessments/{year}/revised/note`: saying it to everybody who opens the publication.
enum RevisedNotePage {
    static func form(
        _ revised: RevisedSources, _ assessment: AnnualAssessment, _ answers: Answers, refusals: Refusals? = nil
    ) -> FormPage {
        var page = FormPage(
            title: "Tell readers that its sources were revised?",
            lead: """
                <p class="lead">At the head of version \(revised.version.number) everybody will read:</p>
                <blockquote><p>\(revised.note)</p></blockquote>
                <p>It names no number. The version itself stays word for word as it was published, and what readers were told \
                stays with it.</p>
                """,
            crumbs: assessment.crumbs + [Mention(at: assessment.revised, titled: "What newer data would say")],
            action: assessment.telling, button: Button("Tell readers"),
            fields: [
                Field(
                    "why", "What does it mean for readers?",
                    hint:
                        "Your reason for telling them, which stands below: say whether the priorities still hold, or when the next version comes.",
                    .longText(rows: 3), value: answers["why"], refusals: refusals)
            ],
            refusals: refusals, back: assessment.revised)
        page.hidden = [("said", revised.note)]
        return page
    }
}

extension AnnualAssessment {
    var revised: Address { "/strategic-assessments/\(year.slug)/revised" }
    var telling: Address { "/strategic-assessments/\(year.slug)/revised/note" }
}

extension ChangedSets {
    /// What is said of it where a member opens the year.
    ///
    /// - Parameter details: the address of ``RevisedPage``.
    func notice(_ details: Address) -> Notice {
        let other = figures.filter(\.isAnother).prefix(3)
        return Notice(
            other.isEmpty ? .information : .warning, "Its comparisons are with other districts now",
            """
            <p>\(sentence)</p>
            \(other.isEmpty ? nil : "<ul>\(other.html { "<li>\($0.sentence) <strong>\($0.published) → \($0.nowTold)</strong></li>" })</ul>" as HTML)
            <p><a href="\(details)">What it would say now</a></p>
            """)
    }
}

extension RevisedSources {
    /// What is said of it where a member opens the document, and where all of it stands.
    ///
    /// - Parameter details: the address of ``RevisedPage``.
    func notice(_ details: Address) -> Notice {
        let other = figures.filter(\.isAnother)
        return Notice(
            isAnother ? .warning : .information, "Its sources were revised since",
            """
            <p>\(sentence)</p>
            \(other.isEmpty ? nil : "<ul>\(other.prefix(Self.shown).html { "<li>\($0.sentence) <strong>\($0.published) → \($0.nowTold)</strong></li>" })</ul>" as HTML)
            \(exhibits.isEmpty ? nil : "<ul>\(exhibits.prefix(Self.named).map(\.inBrief).html { "<li>\($0.what) <strong>\($0.published) → \($0.now)</strong></li>" })</ul>" as HTML)
            <p><a href="\(details)">What newer data would say</a></p>
            """)
    }

    /// More are a list of their own.
    private static let shown = 3
    /// Each is a line.
    private static let named = 12
}

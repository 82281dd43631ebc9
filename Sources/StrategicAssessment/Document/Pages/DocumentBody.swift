import Charts
import DataRegister
import Markdown
import Storage
import Web
import Wording

/// The document as a page: while it is written, with the ways to what each part rests on, or as it is published.
struct DocumentBody {
    /// Who reads it.
    enum Reader {
        /// Members, who open figures and parts.
        case members
        /// Everybody, at the address of the version that this becomes.
        case everybody(slug: String, version: Int)

        var isEverybody: Bool {
            if case .everybody = self { true } else { false }
        }
    }

    let document: YearDocument
    let reader: Reader
    /// Whether there are pictures.
    let canDraw: Bool
    /// What members should know before they read on.
    let opening: HTML?

    private var assessment: AnnualAssessment { document.assessment }
    private var isPublished: Bool { reader.isEverybody }
    private let notes: DocumentNotes

    init(
        document: YearDocument, reader: Reader, canDraw: Bool, opening: HTML? = nil
    ) {
        (self.document, self.reader, self.canDraw) = (document, reader, canDraw)
        self.opening = opening
        notes = document.notes
    }

    var html: HTML {
        """
        <p class="eyebrow">\(document.partnership)</p>
        <h1>\(assessment.title)</h1>
        <p class="lead">It looks at \(assessment.period.description) and sets it against \(assessment.comparison.description).</p>
        \(opening)
        \(parts.filter { $0 == .summary }.html(part))
        \(Contents(contents).html)
        \(since)
        \(parts.filter { $0 != .summary && $0 != .sources }.html(part))
        \(figures)
        \(parts.filter { $0 == .sources }.html(part))
        """
    }

    /// A part without words is left out of what is published.
    private var parts: [DocumentSection] {
        DocumentSection.allCases.filter { document.hasContent($0) || !isPublished }
    }

    /// As on paper: the figures, and then what they rest on.
    private var contents: [(String, String)] {
        parts.filter { $0 != .summary && $0 != .sources }.map { (id(of: $0), $0.title) }
            + (hasFigures ? [("figures", "Figures")] : [])
            + parts.filter { $0 == .sources }.map { (id(of: $0), $0.title) }
    }

    private func id(of section: DocumentSection) -> String { "part-\(section.rawValue)" }

    private var since: HTML? {
        guard document.sinceLastYear?.isEmpty == false || !isPublished else { return nil }
        return """
            <section class="document-part" aria-labelledby="since">
            <h2 id="since">Since last year’s assessment</h2>
            \(changes)
            </section>
            """
    }

    private var changes: HTML {
        guard let changes = document.sinceLastYear else {
            let last = assessment.year.before.map { " of \($0)" } ?? ""
            return
                "<p class=\"citation\">No assessment\(last) was published here, so there is nothing to set it against.</p>"
        }
        // Nothing is known of places while there is no order.
        let isOrdered = document.ranking != nil
        let unordered: HTML? =
            isOrdered || isPublished
            ? nil
            : "<p class=\"citation\">No order of themes is agreed yet, so no place is set against last year’s.</p>\n"
        guard isOrdered || !changes.isEmpty else {
            return "\(unordered)<p class=\"citation\">No figure is another than in last year’s assessment.</p>"
        }
        return changes.isEmpty
            ? "<p class=\"citation\">No place in the order and no figure is another than in last year’s assessment.</p>"
            : "\(unordered)<ul>\(changes.html { "<li>\($0)</li>" })</ul>"
    }

    private func part(_ section: DocumentSection) -> HTML {
        """
        <section class="document-part" aria-labelledby="\(id(of: section))">
        <h2 id="\(id(of: section))">\(section.title)</h2>
        \(document.texts[section].map { prose($0, under: 2) } ?? empty(section))
        \(made(section))
        </section>

        """
    }

    private func prose(_ text: String, under level: Int) -> HTML {
        let live = LiveText(text, document.figures, leading: isPublished ? .list : .pageAndList)
        return Prose(Markdown(live.markdown), under: level).html
    }

    private func empty(_ section: DocumentSection) -> HTML? {
        guard !isPublished, section.isWritten else { return nil }
        return """
            <p class="citation">Nothing is written here yet. \
            <a href="\(assessment.address(of: section))">\(section.title)<span class="visually-hidden">: open the part</span></a></p>
            """
    }

    /// What the records add to a part.
    private func made(_ section: DocumentSection) -> HTML? {
        switch section {
        case .comparison: comparison
        case .themes:
            ranking + HTML(zip(document.inDepth, document.exhibits.byTheme).map { depth($0, $1) })
                + "\(document.notInDepth.map { "<p class=\"citation measure\">\($0)</p>\n" as HTML })"
        case .gaps: gaps
        case .sources: sources
        case .places where document.withoutPlaces != nil:
            "<p class=\"measure\">\(document.withoutPlaces ?? "")</p>\n"
        default: exhibits(document.exhibits.bySection[section] ?? [], level: 3)
        }
    }

    private func exhibits(_ exhibits: [Exhibit], level: Int) -> HTML? {
        ExhibitFigures(
            exhibits: exhibits, level: level, picture: canDraw ? { picture(of: $0, $1) } : nil,
            file: { isPublished ? address(of: $0.publishedTable) : address(drawn: "\($0.name).csv") }, notes: notes
        ).html
    }

    private func picture(of exhibit: Exhibit, _ width: ChartWidth) -> Address {
        guard !isPublished else { return address(of: exhibit.publishedFile(width)) }
        return address(drawn: "\(exhibit.name).svg").asking(["width": width.rawValue])
    }

    private func table(_ table: DocumentTable, file: String?) -> HTML {
        DataTable(
            table.title, columns: table.columns.map { $0.isNumber ? .number($0.head) : .text($0.head) },
            rows: table.rows.map { $0.map { HTML(text: $0) } }, csv: file.map { address(of: $0) }, isStacked: true
        ).html
    }

    /// Of what is drawn for members. The step before the name is of the literal: within a name a slash would be encoded.
    private func address(drawn file: String) -> Address {
        "/strategic-assessments/\(assessment.year.slug)/document/charts/\(file)"
    }

    private func address(of file: String) -> Address {
        switch reader {
        case .members: "/strategic-assessments/\(assessment.year.slug)/document/\(file)"
        case .everybody(let slug, let version): "/publications/\(slug)/versions/\("\(version)")/\(file)"
        }
    }

    private var comparison: HTML {
        let beside = document.beside
        let lead: HTML? =
            isPublished ? nil : " <a href=\"/comparators\">\(beside.set == nil ? "Choose one" : "Compare in full")</a>"
        guard let table = document.comparisonTable else {
            return "<p class=\"measure\">\(beside.sentence)\(lead)</p>\n\(notes(beside))"
        }
        return """
            <p class="measure">\(beside.sentence)\(lead)</p>
            \(self.table(table, file: "comparison.csv"))
            <p class="citation measure">\(BesideOthers.reading)\(document.countingBeside.map { " \($0)" })</p>
            \(notes(beside))
            """
    }

    private func notes(_ beside: BesideOthers) -> HTML? {
        let all = notes.beside(beside)
        guard !all.isEmpty else { return nil }
        return """
            <ul class="citation measure">\(all.html { themes, note, isSaid in
                guard isSaid else {
                    return "<li>\(themes)<a href=\"#note-\("\(note.number ?? 0)")\">note \(note.number ?? 0)</a></li>"
                }
                return """
                    <li\(note.number.map { " id=\"note-\("\($0)")\"" as HTML })>\(note.number.map { "<strong>Note \($0).</strong> " as HTML })\
                    \(themes)\(note.text)</li>
                    """
            })</ul>
            """
    }

    private var ranking: HTML {
        guard let version = document.ranking, let table = document.rankingTable else {
            return isPublished
                ? .empty
                : "<p class=\"citation\">No order has been agreed yet. <a href=\"\(assessment.address)\">What is left to do</a></p>"
        }
        return """
            <p class="measure">Agreed by \(version.agreedBy) on \(version.agreedOn.words).\(version.note.isEmpty ? "" : " \(version.note)")</p>
            \(OrderReading(version.ranking).warning)
            \(self.table(table, file: "ranking.csv"))
            \(RankingVersionPage.differences(version.ranking))
            <p class="citation measure">\(version.ranking.weighing)\(document.countingRanked.map { " \($0)" })</p>
            \(OrderReading(version.ranking).howFarItHolds(level: 3))
            """
    }

    private func depth(_ one: YearDocument.InDepth, _ exhibits: [Exhibit]) -> HTML {
        let unwritten: HTML =
            isPublished
            ? "<p class=\"citation\">\(YearDocument.InDepth.unwritten)</p>"
            : "<p class=\"citation\">Nothing is written of it in depth yet. <a href=\"\(assessment.address(of: one.theme))\">\(one.theme.name)</a></p>"
        let words: HTML =
            one.aspects.isEmpty
            ? unwritten : one.aspects.html { "<h4>\($0.aspect.title)</h4>\n\(prose($0.text, under: 4))" }
        return """
            <h3>\(one.theme.name)</h3>
            <p class="citation measure">\(document.about(one.theme))</p>
            \(self.exhibits(exhibits, level: 4))
            \(words)
            """
    }

    private var gaps: HTML {
        """
        \(document.owed.isEmpty ? nil : table(document.owedTable, file: nil))
        \(document.notKnown.isEmpty ? nil : "<ul class=\"measure\">\(document.notKnown.html { "<li>\($0.sentence)</li>\n" })</ul>" as HTML)
        """
    }

    private var sources: HTML? {
        guard !document.releases.isEmpty else { return nil }
        return """
            <p class="measure">Police counts are revised: the figures are those of these files, on the day on which each was received. \
            By the SHA-256 of open data anybody can tell that they hold the same file; partners’ own files are told by their data \
            set.</p>
            \(table(document.sourcesTable, file: "sources.csv"))
            <p class="citation measure">Licence: \(document.licences)</p>
            """
    }

    private var hasFigures: Bool { !document.figures.told.isEmpty }

    private var figures: HTML? {
        guard hasFigures else { return nil }
        return """
            <section class="document-part" aria-labelledby="figures">
            <h2 id="figures">Figures</h2>
            <p class="measure">Every figure that the document names, by its number, with what it says in full and where it comes from.</p>
            <ol class="figure-list figure-list--numbered">
            \(document.figures.told.html { named in
                """
                <li class="figure-list__figure" id="figure-\(named.number)">
                \(FigureLine(
                    figure: named.figure, address: isPublished ? nil : named.address, said: notes[.figure(named.number)]
                ).content)
                </li>

                """
            })
            </ol>
            <p class="table-download"><a href="\(address(of: "figures.csv"))" download>Download the figures (CSV)</a></p>
            </section>
            """
    }
}

import Markdown
import Storage
import Web
import Wording

/// A report as it reads: what page and published copy share.
struct ReportBody {
    let document: ReportDocument
    /// Where somebody says something of a part; nil where nobody may.
    var commenting: Address?
    /// Whether each figure leads to its page, which members alone can open.
    var leadsToFigures = false
    /// Where the file of an annex is to be had as it came.
    let addressOfFile: (ID<ReportItem>) -> Address?

    var html: HTML {
        """
        <article class="report-paper">
        \(document.head.isEmpty ? nil : SummaryList(document.head.map { (name: $0.name, value: HTML(text: $0.value)) }).html)
        \(restriction)
        \(summary)
        \(document.chapters.html(chapter))
        \(contacts)
        \(background)
        \(figures)
        \(consultation)
        \(document.annexes.html(annex))
        </article>
        """
    }

    private var restriction: HTML? {
        document.restriction.map {
            Notice(.warning, $0.words, "<p>\($0.reason)</p>").html
        }
    }

    private var summary: HTML? {
        guard !document.summary.blocks.isEmpty else { return nil }
        return
            "<section>\n<h2 id=\"summary\">Summary</h2>\n\(Prose(document.summary, under: 2).html)\n\(comment(.part(.summary)))\n</section>"
    }

    private func chapter(_ chapter: ReportChapter) -> HTML {
        """
        <section class="report-chapter" id="\(chapter.anchor)">
        <h2><span class="report-number">\(chapter.numbered)</span> \(chapter.title)</h2>
        \(chapter.parts.html(part))
        </section>

        """
    }

    private func part(_ part: ReportChapter.Part) -> HTML {
        let heading: HTML? = part.heading.map {
            "<h3><span class=\"report-number\">\($0.number)</span> \($0.title)</h3>\n"
        }
        return """
            \(heading)\(part.pieces.html { piece($0, under: part.heading == nil ? 2 : 3) })
            \(part.tables.html(table))
            \(part.note.map { "<p class=\"report-note\">\($0)</p>" as HTML })
            \(comment(part.place))
            """
    }

    private func piece(_ piece: NumberedPiece, under heading: Int) -> HTML {
        let prose = Prose(piece.text, under: heading).html
        guard let number = piece.number else { return prose }
        return """
            <div class="report-piece"><p class="report-piece__number">\(number)</p>\(prose)</div>

            """
    }

    private func table(_ numbered: NumberedTable) -> HTML {
        let table = numbered.table
        return """
            <div class="report-table">
            \(DataTable(
                "Table \(numbered.number): \(table.caption)",
                columns: [.text("What")] + table.columns.map { .number("\($0), \(table.unit.head)") },
                rows: table.rows.map { row in
                    [HTML(text: row.name)] + row.amounts.enumerated().map { HTML(text: table.text($0.element, in: $0.offset)) }
                },
                footer: table.hasTotal
                    ? ["Total"] + table.totals.enumerated().map { HTML(text: table.text($0.element, in: $0.offset)) } : nil
            ).html)
            \(table.checks.isEmpty ? nil : "<p class=\"citation\">In full: \(table.checks.joined(separator: " "))</p>" as HTML)
            </div>

            """
    }

    private func comment(_ place: ReportPlace) -> HTML? {
        commenting.map { address in
            """
            <p class="report-comment"><a href="\(address.asking(["place": place.description]))">Comment<span \
            class="visually-hidden"> on: \(document.content.name(of: place))</span></a></p>
            """
        }
    }

    private var contacts: HTML? {
        guard !document.contacts.isEmpty else { return nil }
        return """
            <section>
            <h2>Whom to ask</h2>
            \(SummaryList(document.contacts.map { officer in
                let words = [officer.name, officer.title, officer.telephone, officer.email].filter { !$0.isEmpty }
                return (officer.isContact ? "Contact officer" : "Reporting to", HTML(text: words.joined(separator: ", ")))
            }).html)
            </section>
            """
    }

    private var background: HTML? {
        guard !document.papers.isEmpty || document.hasNoPapers else { return nil }
        return """
            <section>
            <h2>Background papers</h2>
            \(document.papers.isEmpty
                ? "<p>There are none.</p>" as HTML : "<ul>\(document.papers.html { "<li>\($0)</li>\n" })</ul>")
            </section>
            """
    }

    private var figures: HTML? {
        guard !document.figures.isEmpty else { return nil }
        return """
            <section>
            <h2>Figures and their sources</h2>
            <p class="citation">Each is named in the text by its number, and was worked out by the program from the data that it \
            cites.</p>
            <div class="report-figures">
            \(document.figures.enumerated().html { figure($0.element, number: $0.offset + 1) })</div>
            </section>
            """
    }

    private func figure(_ figure: ReportFigure, number: Int) -> HTML {
        """
        <div class="report-piece"><p class="report-piece__number">[\(number)]</p>
        <p>\(figure.sentence) <span class="citation">\(figure.source)</span>\(opening(figure))</p></div>

        """
    }

    private func opening(_ figure: ReportFigure) -> HTML? {
        guard leadsToFigures else { return nil }
        let address = Address("/figures").asking(["at": figure.address])
        return " <a href=\"\(address)\">Open it<span class=\"visually-hidden\">: \(figure.words)</span></a>"
    }

    private var consultation: HTML? {
        guard !document.consultation.isEmpty else { return nil }
        return """
            <section>
            <h2>Consultation undertaken</h2>
            \(DataTable(
                "Corporate consultation undertaken", columns: [.text("Who"), .text("Area"), .text("When")],
                rows: document.consultation.map { [HTML(text: $0.who), HTML(text: $0.area), HTML(text: $0.on)] }
            ).html)
            </section>
            """
    }

    private func annex(_ annex: ReportDocument.Annex) -> HTML {
        """
        <section class="report-chapter" id="annex-\(annex.number)">
        <h2><span class="report-number">Annex \(annex.number)</span> \(annex.title)</h2>
        \(Prose(annex.text, under: 2).html)
        \(annex.tables.html(table))
        \(file(annex))
        \(comment(.item(.annexes, annex.id)))
        </section>

        """
    }

    private func file(_ annex: ReportDocument.Annex) -> HTML? {
        guard let file = annex.file else { return nil }
        let name: HTML = "\(annex.title) as PDF"
        let link = addressOfFile(annex.id).map { "<a href=\"\($0)\">\(name)</a>" as HTML }
        return """
            <p>\(annex.shows)</p>
            <p>\(link ?? name) (\(file.pages.counted("page", "pages")), \(file.size.asSize))</p>
            """
    }
}

extension FinalReport {
    /// The whole of it as a part of a web page, with headings from the second level on.
    ///
    /// - Parameters:
    ///   - addressee: as of ``paper(to:)``; nil leaves the one that it was written to.
    ///   - addressOfFile: where the file of an annex is to be had as it came.
    public func page(to addressee: String? = nil, addressOfFile: (ID<ReportItem>) -> Address?) -> HTML {
        withoutActuallyEscaping(addressOfFile) {
            let document = addressee.map(frozen.document.addressed) ?? frozen.document
            return ReportBody(document: document, addressOfFile: $0).html
        }
    }
}

import Markdown
import Storage

/// A report as it reads, with its names and numbers: what page and paper are made of.
struct ReportDocument: Sendable {
    struct Annex: Sendable {
        /// From 1.
        let number: Int
        let title: String
        let text: Markdown
        let tables: [NumberedTable]
        let file: AnnexFile?
        /// What the file shows, for whoever cannot see it.
        let shows: String
        let id: ID<ReportItem>

        init(_ item: ReportContent.Item, number: Int, tables: [NumberedTable]) {
            (self.number, self.tables, id) = (number, tables, item.id)
            title = item.answers["title"]
            text = Markdown(item.answers["text"])
            (file, shows) = (item.answers.file, item.answers["shows"])
        }
    }

    let content: ReportContent
    let title: String
    /// What stands at its head, in the order of the real paper; only what is known.
    private(set) var head: [(name: String, value: String)]
    /// Why the public may not read it; nil where it may, or nobody has said.
    let restriction: (words: String, reason: String)?
    let summary: Markdown
    let chapters: [ReportChapter]
    let contacts: [ContactOfficer]
    /// Each in a line.
    let papers: [String]
    let hasNoPapers: Bool
    /// Whom was asked, in what capacity, and when.
    let consultation: [(area: String, who: String, on: String)]
    let annexes: [Annex]
    let looseTables: [NumberedTable]
    /// Those that its texts name, in the order of their numbers.
    let figures: [ReportFigure]

    init(
        _ written: ReportContent, bodies: [String: String], notes: [Implication: String], figures: FiguresOfReport
    ) {
        let content = written.telling(figures)
        self.content = content
        self.figures = figures.told
        title = content.title.isEmpty ? "Report without a title" : content.title
        head = Self.head(content, bodies)
        let classification = content.classification
        restriction = classification?.reason.map { (classification?.words ?? "", $0) }
        summary = Markdown(content[.summary]["text"])
        let made = ReportChapters(content, bodies: bodies, notes: notes)
        (chapters, looseTables) = (made.all, made.looseTables)
        annexes = made.annexes.enumerated().map {
            Annex($0.element.item, number: $0.offset + 1, tables: $0.element.tables)
        }
        contacts = content.contacts
        papers = content[.papers].map {
            [$0.answers["title"], $0.answers["where"]].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        hasNoPapers = content.hasNoPapers
        consultation = content[.consultation].map { item in
            (
                item.answers["area"],
                [item.answers["name"], item.answers["title"]].filter { !$0.isEmpty }.joined(separator: ", "),
                Day(typed: item.answers["on"])?.words ?? ""
            )
        }
    }

    private static func head(_ content: ReportContent, _ bodies: [String: String]) -> [(name: String, value: String)] {
        var head: [(name: String, value: String)] = []
        if let to = content.addressee.flatMap({ bodies[$0.description] }) { head.append(("To", to)) }
        let by = content[.authors].map {
            [$0.answers["name"], $0.answers["title"]].filter { !$0.isEmpty }.joined(separator: " – ")
        }
        if !by.isEmpty { head.append(("By", by.joined(separator: "; "))) }
        if let classification = content.classification { head.append(("Classification", classification.words)) }
        if let wards = content.wards { head.append((content[.wards]["all"] == "yes" ? "Ward" : "Wards", wards)) }
        if let isForDecision = content.isForDecision {
            head.append(("Status", isForDecision ? "For decision" : "For information"))
        }
        return head
    }

    /// The same as it is laid before a body, which need not be the one that it was written to.
    func addressed(to addressee: String) -> ReportDocument {
        var document = self
        document.head = [("To", addressee)] + head.filter { $0.name != "To" }
        return document
    }

    /// All of it as plain words, for finding it by what is in it.
    var words: String {
        let prose = [summary] + chapters.flatMap(\.parts).flatMap(\.pieces).map(\.text) + annexes.map(\.text)
        return
            (head.map(\.value) + chapters.map(\.title) + prose.map(\.words) + annexes.map(\.title) + papers
            + annexesWithFiles.flatMap { [$0.file.name, $0.shows] }
            + consultation.map(\.who) + contacts.map(\.name) + figures.map(\.source)).joined(separator: "\n")
    }
}

extension Markdown {
    /// The words alone.
    var words: String { Self.words(blocks) }

    private static func words(_ blocks: [Block]) -> String {
        blocks.map { block in
            switch block {
            case .paragraph(let inlines), .heading(_, let inlines): inlines.map(\.text).joined()
            case .quotation(let inside): words(inside)
            case .list(_, let items): items.map(words).joined(separator: "\n")
            case .code(let text): text
            case .rule: ""
            case .table(let rows):
                rows.map { $0.map { $0.inlines.map(\.text).joined() }.joined(separator: " ") }.joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }
}

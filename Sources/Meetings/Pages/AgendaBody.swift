import Markdown
import Membership
import Publishing
import Storage
import Web
import Wording

/// An agenda as everybody reads it on the web: each item with its papers, so that nobody needs the PDF. It holds nothing
/// that is kept from the public.
struct AgendaBody {
    let front: PackFront
    let plan: PackPlan
    let edition: AgendaEdition

    private var meeting: Meeting { front.meeting }
    private var contents: EditionContents { edition.contents }

    var title: String { "\(front.body.name), \(meeting.day.words)" }

    var summary: String {
        "Agenda and papers of the \(meeting.noun) of the \(front.body.name) on \(meeting.details.when)."
    }

    var html: HTML {
        """
        <div class="agenda-body">
        <p class="eyebrow">\(edition.number == 1 ? "Agenda and papers" : "Agenda and papers, with \(AgendaEdition.title(edition.number).lowercased())")</p>
        <h1>\(title)</h1>
        <p class="lead">\(front.sentence)</p>
        <p>\(contact)</p>
        \(late)
        \(changes)
        <h2>Membership</h2>
        <p>\(front.membership)</p>
        <h2>Agenda</h2>
        <ol class="agenda-list">
        \(contents.items.html(row))
        </ol>
        </div>
        """
    }

    /// Each open item with its papers, as a page of its own.
    ///
    /// - Throws: `EncodingError`
    func itemPages() throws -> [VersionDraft.File] {
        try contents.items.filter(isShown).map { item in
            let page = FrozenPage(
                "\(item.number). \(item.title)", summary: "Item \(item.number) of the agenda of \(title).",
                body: papers(item))
            return VersionDraft.File(Self.name(of: item), title: nil, type: .page, bytes: try page.bytes())
        }
    }

    /// On which of them an item’s papers stand, by the item.
    var pagesOfItems: [String: String] {
        Dictionary(
            contents.items.filter(isShown).map { ($0.id, Self.name(of: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func name(of item: EditionContents.Item) -> String { "item-\(item.number)" }

    private func address(of item: EditionContents.Item) -> Address {
        "/publications/\(plan.slug ?? "")/versions/\(String(edition.number))/\(Self.name(of: item))"
    }

    private func address(ofFile name: String) -> Address {
        let file = PublishedAgenda.Paper.file(called: name)
        return "/publications/\(plan.slug ?? "")/versions/\(String(edition.number))/\(file)"
    }

    private var contact: String {
        let details = meeting.details.contact
        return "Ask for "
            + [details.name, details.telephone, details.email].filter { !$0.isEmpty }.joined(separator: ", ") + "."
    }

    /// Said on every version, for it stays so.
    private var late: HTML? {
        let first = plan.agenda.editions.first?.contents ?? contents
        let words = plan.late(because: first.lateReason ?? "")
        return words.isEmpty ? nil : "<p>\(words)</p>"
    }

    private var changes: HTML? {
        guard !edition.changes.isEmpty else { return nil }
        return Notice(
            .information, "What is different from what was published before",
            "<ul>\(edition.changes.html { "<li>\($0)</li>" })</ul>"
        ).html
    }

    private func isShown(_ item: EditionContents.Item) -> Bool { item.withholding == nil && !item.papers.isEmpty }

    private func row(_ item: EditionContents.Item) -> HTML {
        let asks: HTML? = item.text.isEmpty ? nil : Prose(Markdown(item.text), under: 3).html
        let links: HTML? =
            isShown(item)
            ? "<p><a href=\"\(address(of: item))\">Read the papers<span class=\"visually-hidden\"> of item \(item.number)</span></a> \(pages(of: item))</p>"
            : nil
        let closed: HTML? = item.withholding.map { withheld in
            withheld.isConfidential
                ? "<p><em>Confidential: the public must be excluded. \(withheld.notice ?? "")</em></p>"
                : "<p><em>Exempt under paragraph \(withheld.paragraphs.map(String.init).inWords) of Schedule 12A. \(withheld.reasoning.withFullStop) \(withheld.notice ?? "")</em></p>"
        }
        let late: HTML? =
            item.lateReason.isEmpty ? nil : "<p><em>Taken as urgent. The chair’s reason: \(item.lateReason)</em></p>"
        return "<li value=\"\(item.number)\"><strong>\(item.title)</strong>\(asks)\(late)\(closed)\(links)</li>\n"
    }

    private func pages(of item: EditionContents.Item) -> HTML? {
        let first = item.papers.compactMap(\.firstPage).first
        guard let first, let last = item.papers.compactMap(\.lastPage).last else { return nil }
        return first == last
            ? "<span class=\"table-note\">page \(first)</span>"
            : "<span class=\"table-note\">pages \(first) to \(last)</span>"
    }

    func papers(_ item: EditionContents.Item) -> HTML {
        """
        <p class="eyebrow">Item \(item.number), \(title)</p>
        <h1>\(item.title)</h1>
        \(item.text.isEmpty ? nil : Prose(Markdown(item.text), under: 1).html)
        \(following(item))
        \(item.papers.html(paper))
        """
    }

    private func following(_ item: EditionContents.Item) -> HTML? {
        plan.places[item.id].flatMap { Address(untrusted: $0) }.map {
            "<p><a href=\"\($0)\">Follow this recommendation from body to body</a></p>"
        }
    }

    private func paper(_ record: EditionContents.Paper) -> HTML {
        guard let paper = plan.agenda.items.flatMap(\.papers).first(where: { "\($0.id)" == record.id }) else {
            return ""
        }
        let replaces = plan.agenda.items.flatMap(\.papers).first { $0.id == paper.replaces }
        let said: HTML? = replaces.map { old in
            Notice(
                .information, "This replaces ‘\(old.title)’",
                "<p>The earlier one stays in the document it was published in.</p>"
            ).html
        }
        switch paper.content {
        case .text(let text): return "<h2>\(paper.title)</h2>\(said)\(Prose(Markdown(text), under: 2).html)"
        case .report(let address, let version):
            let report = plan.reports[PackMaker.key(of: address, version)]
            return "\(said)\(report?.page(in: paper.id, filesAt: self.address(ofFile:)))"
        case .file(let file):
            return """
                <h2>\(paper.title)</h2>\(said)<p>\(file.description)</p>
                <p><a href="\(self.address(ofFile: record.id))">\(paper.title) as PDF</a> (\(file.pages.counted("page", "pages")))</p>
                """
        }
    }
}

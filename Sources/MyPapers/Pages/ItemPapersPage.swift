import Markdown
import Storage
import Web
import Wording

/// `/papers/{meeting}/items/{item}`: the papers of one item to read, with one's own note beside them.
struct ItemPapersPage {
    let agenda: MyAgenda
    let item: MyAgenda.Item
    let notes: [String: PrivateNote]
    let reading: ReadingMember

    private var meeting: MyMeeting { agenda.meeting }

    var page: Page {
        Page(
            "\(item.number). \(item.title)",
            crumbs: MeetingPapersPage.crumbs + [Mention(at: meeting.address, titled: meeting.title)], width: .wide,
            body: """
                <div class="reading-desk" data-behaviour="live-forms" data-queue="notes \(meeting.id.description) \(reading.id)">
                <div class="reading-desk__papers">
                <p class="eyebrow">Item \(item.number), \(meeting.title)</p>
                <h1>\(item.title)</h1>
                \(standing)
                \(item.text.isEmpty ? nil : Prose(Markdown(item.text), under: 1).html)
                \(item.papers.isEmpty ? "<p>There is nothing to read with this item.</p>" : item.papers.html(paper))
                </div>
                <div class="reading-desk__notes">
                <h2>My note</h2>
                <p class="live-state" role="status" data-state></p>
                <div class="live-left" data-left></div>
                \(NoteForm(place: item.key, label: "On this item", note: notes[item.key], reading: reading, rows: 10).html)
                </div>
                </div>
                \(KeptPapers(reader: reading.id, addresses: MeetingPapersPage.kept(agenda)).html)
                \(way)
                """)
    }

    private var standing: HTML? {
        if let opened = item.opened {
            return Notice(
                .information, opened, "<p>It was not for the public before. Everybody can read its papers now.</p>"
            )
            .html
        }
        return item.closed.map { Notice(.warning, "Not for the public", "<p>\($0.withFullStop)</p>").html }
    }

    private func paper(_ paper: MyAgenda.Paper) -> HTML {
        let about = [
            paper.pages.map { "Pages \($0) of the pack" }, paper.cameWith.map { "came with \($0.lowercased())" },
        ]
        let said: HTML? = paper.replaces.map { old in
            Notice(
                .information, "This replaces ‘\(old)’", "<p>The earlier one stays in the pack it was published in.</p>"
            ).html
        }
        let place: HTML? =
            about.compactMap(\.self).isEmpty
            ? nil : "<p class=\"table-note\">\(about.compactMap(\.self).joined(separator: "; ").withFullStop)</p>"
        switch paper.content {
        case .text(let text): return "<h2>\(paper.title)</h2>\(place)\(said)\(Prose(Markdown(text), under: 2).html)"
        case .page(let html, _): return "\(said)\(html)\(place)"
        case .file(let key, let pages, let description):
            return """
                <h2>\(paper.title)</h2>\(place)\(said)<p>\(description)</p>
                <p><a href="\(meeting.address)/files/\(key)">\(paper.title) as PDF</a> \
                (\(pages.counted("page", "pages")))</p>
                """
        }
    }

    /// To the items before and after it.
    private var way: HTML {
        let place = agenda.items.firstIndex { $0.key == item.key } ?? 0
        let before = place > 0 ? agenda.items[place - 1] : nil
        let after = place + 1 < agenda.items.count ? agenda.items[place + 1] : nil
        func link(_ item: MyAgenda.Item, _ word: String) -> HTML {
            "<a href=\"\(meeting.address)/items/\(item.key)\">\(word): \(item.number). \(item.title)</a>"
        }
        return """
            <nav class="reading-way" aria-label="Other items">
            \(before.map { link($0, "Before") })
            \(after.map { link($0, "Next") })
            </nav>
            """
    }
}

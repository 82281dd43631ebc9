import Markdown
import Storage
import Web
import Wording

/// `/papers/{meeting}`: where to go, what is on the agenda, and a note on the meeting as a whole.
struct MeetingPapersPage {
    let agenda: MyAgenda
    let notes: [String: PrivateNote]
    let reading: ReadingMember

    private var meeting: MyMeeting { agenda.meeting }

    static let crumbs = [Mention(at: "/home", titled: "Home"), Mention(at: "/papers", titled: "My papers")]

    /// Everything of a meeting that is to be read without a connection.
    static func kept(_ agenda: MyAgenda) -> [Address] {
        let own = agenda.meeting.address
        let packs: [Address] = agenda.packs.map { "\(own)/packs/\($0.key)" }
        let items: [Address] = agenda.items.map { "\(own)/items/\($0.key)" }
        let keys = agenda.items.flatMap(\.papers).flatMap { paper -> [String] in
            switch paper.content {
            case .text: return []
            case .page(_, let files): return files
            case .file(let key, _, _): return [key]
            }
        }
        let files: [Address] = keys.map(agenda.meeting.address(ofFile:))
        return ["/papers", own] + items + packs + files
    }

    var page: Page {
        Page(
            meeting.title, crumbs: Self.crumbs, hasErrors: reading.forms.typed != nil,
            body: """
                \(ErrorSummary(reading.forms.typed.map { Refusals($0.refusal, field: $0.form) }).html)
                <div data-behaviour="live-forms" data-queue="notes \(meeting.id.description) \(reading.id)">
                <p class="eyebrow">My papers, \(meeting.noun)</p>
                <h1>\(meeting.title)</h1>
                \(news)
                \(facts)
                \(KeptPapers(reader: reading.id, addresses: Self.kept(agenda)).html)
                <h2>Agenda</h2>
                \(agenda.items.isEmpty ? none : items)
                \(packs)
                <h2>My notes on the meeting</h2>
                <p class="live-state" role="status" data-state></p>
                <div class="live-left" data-left></div>
                \(NoteForm(place: PrivateNote.ofMeeting, label: "On the meeting as a whole", note: notes[PrivateNote.ofMeeting], reading: reading).html)
                </div>
                """)
    }

    private var news: HTML? {
        if let reason = meeting.calledOff {
            return Notice(.warning, "This meeting is called off", "<p>\(reason.withFullStop)</p>").html
        }
        return meeting.movedFrom.map { Notice(.information, "It was moved", "<p>It was to be on \($0).</p>").html }
    }

    private var facts: HTML {
        var facts: [(name: String, value: HTML)] = [
            ("When", "\(meeting.when)"), ("Where", "\(meeting.place)"),
        ]
        if !meeting.joining.isEmpty { facts.append(("From afar", "\(meeting.joining)")) }
        facts.append(("Ask for", "\(meeting.contact)"))
        if !meeting.note.isEmpty { facts.append(("To know", "\(meeting.note)")) }
        return SummaryList(facts).html
    }

    private var none: HTML {
        EmptyState(
            "The agenda is not out yet", "It stands here as soon as it is, with every paper to read."
        ).html
    }

    private var items: HTML {
        """
        <ol class="agenda-list">
        \(agenda.items.html { item in
            """
            <li value="\(item.number)"><strong><a href="\(meeting.address)/items/\(item.key)">\(item.title)</a></strong> \
            \(item.opened.map { Tag($0, .good).html } ?? item.closed.map { _ in Tag("Not for the public", .waiting).html })
            \(item.text.isEmpty ? nil : Prose(Markdown(item.text), under: 3).html)
            \(papers(of: item))\(noted(item))</li>

            """
        })
        </ol>
        """
    }

    private func papers(of item: MyAgenda.Item) -> HTML? {
        guard !item.papers.isEmpty else { return nil }
        let printed = item.papers.compactMap(\.pages)
        let isOne = printed.count == 1 && !(printed.first?.contains(" ") ?? false)
        let pages = printed.isEmpty ? "" : "\(isOne ? "page" : "pages") \(printed.inWords)"
        return """
            <p class="table-note">\(item.papers.count.counted("paper", "papers"))\
            \(pages.isEmpty ? nil : ", \(pages)" as HTML)</p>
            """
    }

    /// The beginning of a note, so that it is seen where one was made.
    private func noted(_ item: MyAgenda.Item) -> HTML? {
        guard let text = notes[item.key]?.text, !text.isEmpty else { return nil }
        let beginning = String(text.split(whereSeparator: \.isNewline).first.map(String.init)?.prefix(120) ?? "")
        return
            "<p class=\"own-note\"><span class=\"visually-hidden\">Your note: </span>\(beginning)\(beginning.count < text.count ? "…" : nil)</p>"
    }

    private func told(of pack: MyAgenda.Pack) -> String {
        guard pack.isPublished else {
            return "given to the members on \(pack.publishedOn.words). It is for nobody else"
        }
        return "published on \(pack.publishedOn.words)"
            + (pack.isMembersOnly ? ". It holds papers that are kept from the public" : "")
    }

    private var packs: HTML? {
        guard !agenda.packs.isEmpty else { return nil }
        return """
            <h2>The whole pack as PDF</h2>
            <ul>
            \(agenda.packs.html { pack in
                """
                <li><a href="\(meeting.address)/packs/\(pack.key)">\(pack.title)</a>, \(told(of: pack))\
                \(pack.isSuperseded ? " \(Tag("Superseded", .waiting).html)" : nil).</li>

                """
            })
            </ul>
            """
    }
}

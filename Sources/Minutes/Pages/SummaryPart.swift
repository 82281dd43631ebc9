import Markdown
import Storage
import Web
import Wording

/// What the public is told of each item that was taken in private, and where it is written (LGA 1972 s.100C(2); D79).
struct SummaryPart {
    let opened: MinutesDesk.Opened
    let visit: Visit
    /// Where something typed was refused: the item, and what was typed.
    var typed: (item: String, text: String)?

    /// Nothing where no item is kept from the public.
    var html: HTML? {
        let closed = (opened.document?.items ?? []).filter(\.isWithheld)
        guard !closed.isEmpty, !opened.meeting.body.isNeverPublic else { return nil }
        return """
            <div id="summaries">
            <h3>What the public is told of what was private</h3>
            <p>Where what is left of the minutes is no reasonably fair and coherent record, the proper officer writes a summary that shows \
            nothing of what is kept back\(opened.meeting.body.isCouncil ? " (LGA 1972 s.100C(2))" : nil).</p>
            \(closed.html(item))
            </div>
            """
    }

    private func item(_ item: MinutesDocument.Item) -> HTML {
        let own = opened.record[item.key].summary
        let told: HTML =
            item.summary.isEmpty
            ? own.isNotNeeded
                ? "<p>\(Tag("No summary needed", .good).html) It was said that what is left reads as a fair and coherent record without one.</p>"
                : "<p>\(Tag("Nothing is told yet", .waiting).html)</p>"
            : "<p>\(Tag("Told", .good).html)</p>\n<blockquote>\(Prose(Markdown(item.summary), under: 3).html)</blockquote>"
        let isSettled = own.isGiven || !item.summary.isEmpty
        return """
            <h4>\(item.number.map { "\($0). " } ?? "")\(item.title)</h4>
            \(told)
            \(mayWrite(item) ? isSettled ? Disclosure("Write it anew", form(item, own), isOpen: typed?.item == item.key).html : form(item, own) : nil)

            """
    }

    /// What was confirmed with the minutes stays.
    private func mayWrite(_ item: MinutesDocument.Item) -> Bool {
        guard opened.writes else { return false }
        return opened.confirmed?.takes(.summary(item: item.key, .init(text: "", isNotNeeded: false))) ?? true
    }

    private func form(_ item: MinutesDocument.Item, _ own: Deed.Summary) -> HTML {
        let id = "summary-\(item.key)"
        let text = typed.flatMap { $0.item == item.key ? $0.text : nil } ?? own.text
        let mark: HTML? = own.isNotNeeded ? " checked" : nil
        return PostForm(
            to: "\(opened.address)/summaries", visit,
            values: [
                ("item", item.key), ("after", "\(opened.record.revisions["summary \(item.key)"] ?? 0)"),
            ],
            """
            <div class="field"><label class="field__label" for="\(id)">Summary of ‘\(item.title)’ for the public</label>
            <p class="field__hint" id="\(id)-hint">What was done and why, without a name, a sum or a reason that is kept back.</p>
            <textarea class="field__input" name="text" id="\(id)" rows="4" aria-describedby="\(id)-hint">\(text)</textarea></div>
            <p class="choice"><input class="choice__input" type="checkbox" id="\(id)-none" name="not-needed" value="yes"\(mark)> \
            <label class="choice__label" for="\(id)-none">None is needed: what is left reads as a fair and coherent record</label></p>
            <p class="actions">\(Button("Save what the public is told", weight: .secondary).html)</p>
            """
        ).html
    }
}

/// Names what the public would not be told, where minutes are written and read.
struct SummaryGap {
    let opened: MinutesDesk.Opened

    /// While the meeting goes on, only of items that something was written of.
    var html: HTML? {
        guard opened.writes, let document = opened.document else { return nil }
        let record = opened.record
        let wanting = FairRecord(document, record).wanting.filter {
            !record.closedAt.isEmpty || !record[$0.key].isEmpty
        }
        guard !wanting.isEmpty else { return nil }
        return Notice(
            .warning, "The public would be told nothing of what was private",
            """
            <ul>\(wanting.html { "<li>\(FairRecord.wish($0)).</li>" })</ul>
            <p><a href="\("\(opened.address)/circulation#summaries" as Address)">Write the summary, or say that none is needed</a>. They are \
            not published before.</p>
            """
        ).html
    }
}

/// Asks whoever publishes to look at words that would be told though they stand in what is kept back.
struct CopiedWordsNotice {
    let fair: FairRecord

    var html: HTML? {
        guard !fair.shared.isEmpty else { return nil }
        let notice = Notice(
            .warning, "These words of a summary stand in the minute that is kept back, too",
            """
            <ul>\(fair.shared.html { shared in
                "<li>\(shared.item.title): \(shared.passages.map { "‘\($0)’" }.joined(separator: "; "))</li>"
            })</ul>
            """)
        return """
            \(notice.html)
            <p class="choice"><input class="choice__input" type="checkbox" id="looked" name="looked" value="yes"> \
            <label class="choice__label" for="looked">I looked at them: everybody may read them</label></p>
            """
    }
}

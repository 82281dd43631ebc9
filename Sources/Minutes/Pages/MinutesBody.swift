import Markdown
import Web
import Wording

/// Minutes as a page shows them.
struct MinutesBody {
    let document: MinutesDocument
    /// Whether the reader may see what is kept from the public.
    let withClosed: Bool

    var html: HTML {
        """
        <p class="lead">\(document.sentence)</p>
        <dl class="minutes-facts">
        <div><dt>Present</dt><dd>\(document.present.isEmpty ? "Nobody was entered yet" : document.present.joined(separator: ", "))</dd></div>
        \(document.inAttendance.isEmpty ? nil : "<div><dt>In attendance</dt><dd>\(document.inAttendance.joined(separator: ", "))</dd></div>")
        </dl>
        \(document.items.html(minute))
        \(document.concluded.isEmpty ? nil : "<p class=\"minutes-end\">Meeting concluded: \(document.concluded)</p>")
        """
    }

    private func minute(_ item: MinutesDocument.Item) -> HTML {
        let isShown = withClosed || !item.isWithheld
        return """
            <section class="minute">
            <h2><span class="minute__number">\(item.numbered)</span> \(isShown ? item.title : "An item that was considered in private")</h2>
            \(isShown ? content(item) : closed(item))
            </section>

            """
    }

    private func closed(_ item: MinutesDocument.Item) -> HTML {
        item.summary.isEmpty
            ? "<p><em>The minute of this item is kept from the public.</em></p>"
            : "<p><em>Summary of what was done in private:</em></p>\(Prose(Markdown(item.summary), under: 2).html)"
    }

    private func content(_ item: MinutesDocument.Item) -> HTML {
        """
        \(item.isWithheld ? "<p>\(Tag("Not for the public", .waiting).html)</p>" : nil)
        \(item.notes.html { "<p>\($0)</p>\n" })
        \(item.discussion.isEmpty ? nil : Prose(Markdown(item.discussion), under: 2).html)
        \(item.decisions.html(decided))
        \(item.actions.isEmpty ? nil : "<p><strong>To be done</strong></p>\n<ul>\(item.actions.html { "<li>\($0)</li>" })</ul>")
        """
    }

    private func decided(_ one: MinutesDocument.Decided) -> HTML {
        let start = one.points.first?.number ?? 1
        let points: HTML? =
            one.points.isEmpty
            ? nil
            : """
            <p><strong>\(one.style)</strong>:</p>
            <ol start="\(start)">\(one.points.html { "<li>\($0.text)</li>" })</ol>
            """
        return """
            <div class="minute__decided">
            \(one.before.html { "<p>\($0)</p>\n" })
            \(points)
            \(one.after.html { "<p>\($0)</p>\n" })
            </div>

            """
    }
}

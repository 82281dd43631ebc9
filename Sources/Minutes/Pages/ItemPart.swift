import Storage
import Web
import Wording

/// One item of the agenda, as it is minuted.
struct ItemPart {
    let item: MinutedMeeting.Item
    let record: MinutesRecord
    let page: LiveForm.Surroundings

    private var own: MinutesRecord.ItemRecord { record[item.key] }

    var html: HTML {
        let id = "n\(item.number)"
        return """
            <section class="minutes__item" id="item-\(item.key)">
            <h2>\(item.number). \(item.title)\(item.isWithheld ? " \(Tag("Not for the public", .waiting).html)" : nil)</h2>
            \(urgency(id))
            \(text(id, "discussion", own.discussion, "What was said", "Markdown: ## begins a sub-heading, an empty line a paragraph.", 6))
            \(summary(id))
            <div id="part-\(id)" data-part>
            \(privately)
            \(noted)
            \(own.motions.enumerated().map { MotionPart(motion: $0.element, item: item, record: record, page: page, number: $0.offset + 1).html })
            \(tools(id))
            </div>
            </section>

            """
    }

    private func text(
        _ id: String, _ deed: String, _ saved: String, _ label: String, _ hint: String, _ rows: Int
    ) -> HTML {
        let form = LiveForm(
            id: "\(id)-\(deed)", deed: deed, after: record.revisions["\(deed) \(item.key)"] ?? 0,
            values: [("item", item.key)])
        return form.html(
            page, button: "Save",
            LiveField(form: form.id, name: "text", label: label, hint: hint, typed: page.typed)
                .longText(saved, rows: rows))
    }

    private func urgency(_ id: String) -> HTML? {
        guard !item.lateReason.isEmpty || !own.urgency.isEmpty else { return nil }
        return text(
            id, "urgency", own.urgency, "Why the chair took it as urgent",
            "It must stand in the minutes\(record.meeting.body.isCouncil ? " (LGA 1972 s.100B(4))" : ""). The agenda says: \(item.lateReason)",
            2)
    }

    private func summary(_ id: String) -> HTML? {
        guard item.isWithheld else { return nil }
        let form = LiveForm(
            id: "\(id)-summary", deed: "summary", after: record.revisions["summary \(item.key)"] ?? 0,
            values: [("item", item.key)])
        func field(_ name: String, _ label: String, _ hint: String?) -> LiveField {
            LiveField(form: form.id, name: name, label: label, hint: hint, typed: page.typed)
        }
        return form.html(
            page, button: "Save",
            """
            \(field("text", "What the public is told instead", "A summary that shows nothing of what is kept back (LGA 1972 s.100C(2)).")
                .longText(own.summary.text, rows: 3))
            \(field("not-needed", "What is left reads as a fair and coherent record without one", nil)
                .tick(own.summary.isNotNeeded))
            """)
    }

    /// LGA 1972 s.100A(4): the meeting must have resolved to exclude press and public.
    private var privately: HTML? {
        record.refusalInPrivate(of: item.key).map {
            Notice(.warning, "Press and public are not excluded yet", "<p>\($0.reason).</p>").html
        }
    }

    /// What stands there already, each with a way to take it out.
    private var noted: HTML? {
        let drafting = MinutesDrafting(record).item(item, number: nil)
        var lines: [(id: String, words: String)] = []
        lines += own.declarations.map { one in
            let who = one.seat.isEmpty ? one.name : record.name(of: one.seat)
            return (one.id, "Interest: \(who), \(one.kind.rawValue), \(one.nature) (\(one.action.rawValue))")
        }
        lines += own.decisions.map {
            ($0.id, "\($0.style.title)\($0.to.isEmpty ? "" : " to \($0.to)"): \($0.points.joined(separator: "; "))")
        }
        lines += zip(own.actions, drafting.actions).map { ($0.id, "To be done: \($1)") }
        guard !lines.isEmpty else { return nil }
        return "<ul class=\"minutes__noted\">\(lines.map { "<li>\($0.words)\(strike($0.id))</li>" as HTML })</ul>"
    }

    private func strike(_ id: String) -> HTML {
        LiveForm(id: "strike-\(id)", deed: "strike", values: [("item", item.key), ("id", id)])
            .html(page, button: "Take out", .empty)
    }

    private func tools(_ id: String) -> HTML {
        """
        <div class="minutes__tools">
        \(ToolForms(item: item, record: record, page: page, id: id).all.html { Disclosure($0.title, $0.form, isOpen: page.typed?.form == $0.id).html })
        </div>
        """
    }
}

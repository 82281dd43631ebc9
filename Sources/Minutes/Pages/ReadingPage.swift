import Membership
import Storage
import Web
import Wording

/// Minutes to be read, and where members propose corrections to a draft.
struct ReadingPage {
    let opened: MinutesDesk.Opened
    let visit: Visit
    var refusals: Refusals?
    var typed = Answers()

    private var standing: MinutesStanding { opened.standing }

    var page: Page {
        Page(
            "Minutes: \(opened.meeting.title)", crumbs: opened.crumbs, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">Minutes \(Tag(standing.title, standing.confirmation == nil ? .waiting : .good).html)</p>
                <h1>\(opened.meeting.title)</h1>
                \(KeptMinutes(opened: opened).html)
                \(opened.document.map(content) ?? nothing)
                """)
    }

    private var nothing: HTML {
        opened.meeting.called.isCalledOff
            ? "<p class=\"lead\">This meeting was called off.</p>"
            : EmptyState(
                "There is nothing to read yet",
                opened.meeting.isReadByMember
                    ? "You are told when the draft is circulated."
                    : "Everybody here can read them once a meeting has confirmed them."
            ).html
    }

    private func content(_ document: MinutesDocument) -> HTML {
        """
        \(confirmed)
        \(SummaryGap(opened: opened).html)
        <p class="actions">\(Button("As PDF", to: "\(opened.address)/minutes.pdf", weight: .secondary).html)\
        \(opened.writes && standing.confirmation == nil ? " \(Button("Go on writing", to: opened.address, weight: .secondary).html)" : nil)\
        \(opened.writes ? " \(Button("Circulate, confirm, publish", to: "\(opened.address)/circulation", weight: .secondary).html)" : nil)</p>
        <div class="minutes-body">
        \(MinutesBody(document: document, withClosed: opened.seesClosed).html)
        </div>
        \(standing.isCirculated && opened.seesClosed ? corrections(document) : nil)
        """
    }

    private var confirmed: HTML? {
        standing.confirmation.map { confirmed in
            Notice(
                .information, "Confirmed as a correct record on \(confirmed.on.words)",
                """
                <p>They are never changed; what is wrong is put right in later minutes. What was confirmed has the SHA-256 \
                <code class="minutes-hash">\(confirmed.hash.description)</code>, which stands in the records of what was done.</p>
                """
            ).html
        }
    }

    private func corrections(_ document: MinutesDocument) -> HTML {
        """
        <h2>Corrections</h2>
        \(CorrectionList(standing: standing, document: document).html)
        \(standing.confirmation == nil ? form(document) : nil)
        """
    }

    private func form(_ document: MinutesDocument) -> HTML {
        let choices = document.items.map { Field.Choice($0.key, "\($0.numbered). \($0.title)") }
        return PostForm(
            to: "\(opened.address)/corrections", visit, isGuarded: true, isRefused: refusals != nil,
            """
            \(Field("item", "Which minute", .choice(choices), value: typed["item"], refusals: refusals).html)
            \(Field("text", "How it should read, and why", .longText(rows: 4), value: typed["text"], refusals: refusals).html)
            <p class="actions">\(Button("Propose the correction").html)</p>
            """
        ).html
    }
}

/// Corrections that were proposed, and what became of them.
struct CorrectionList {
    let standing: MinutesStanding
    let document: MinutesDocument
    /// What is offered below one that nobody answered.
    var answer: ((MinutesStanding.Correction) -> HTML)?

    var html: HTML {
        guard !standing.corrections.isEmpty else { return "<p>Nobody proposed a correction.</p>" }
        return """
            <ul class="corrections">
            \(standing.corrections.html { correction in
                let item = document.items.first { $0.key == correction.item }
                return """
                    <li><p><strong>\(item.map { "\($0.numbered). \($0.title)" } ?? "An item that is gone")</strong>: \(correction.text)</p>
                    <p class="table-note">\(correction.by), \(correction.at.dayAndTime)</p>
                    \(correction.answer.map(said))
                    \(correction.answer == nil ? answer?(correction) : nil)</li>

                    """
            })
            </ul>
            """
    }

    private func said(_ answer: MinutesStanding.Correction.Answer) -> HTML {
        """
        <p>\(Tag(answer.isAccepted ? "Accepted" : "Not accepted", answer.isAccepted ? .good : .plain).html) \(answer.words) \
        <span class="table-note">\(answer.by), \(answer.at.dayAndTime)</span></p>
        """
    }
}

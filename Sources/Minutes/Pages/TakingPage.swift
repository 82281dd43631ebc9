import Storage
import Web
import Wording

/// `/committees/meetings/{meeting}/minutes`, for who takes them: everything on one page, so that nothing is looked for while a
/// meeting goes on.
struct TakingPage {
    let opened: MinutesDesk.Opened
    let surroundings: LiveForm.Surroundings
    /// Tells this reader's words in this browser from anybody else's.
    let reader: String

    private var meeting: MinutedMeeting { opened.meeting }
    private var record: MinutesRecord { opened.record }

    var page: Page {
        Page(
            "Minutes: \(meeting.title)", crumbs: opened.crumbs, width: .wide, hasErrors: surroundings.typed != nil,
            body: """
                \(ErrorSummary(surroundings.typed.map { Refusals($0.refusal, field: $0.form) }).html)
                <div class="minutes" data-behaviour="live-forms" data-queue="minutes \(meeting.id.description) \(reader)">
                <p class="eyebrow">Minutes, \(meeting.noun) \(Tag(opened.standing.title, .waiting).html)</p>
                <h1>\(meeting.title)</h1>
                <div class="minutes__bar">
                <p class="minutes__quorum" id="part-quorum" data-part>\(quorum)</p>
                <p class="live-state" role="status" data-state>Everything is saved.</p>
                </div>
                \(KeptMinutes(opened: opened, reader: reader).html)
                <div id="part-gap" data-part>\(SummaryGap(opened: opened).html)</div>
                <div class="live-left" data-left></div>
                \(Contents([("here", "Who is here")] + meeting.items.map { ("item-\($0.key)", "\($0.number). \($0.title)") }
                    + [("close", "Close the meeting")]).html)
                <section id="here"><h2>Who is here</h2>
                \(AttendancePart(record: record, page: surroundings).html)
                </section>
                \(meeting.items.html { ItemPart(item: $0, record: record, page: surroundings).html })
                <section id="close"><h2>Close the meeting</h2>
                \(closing)
                </section>
                </div>
                """)
    }

    private var quorum: HTML {
        let room = record.room()
        return """
            \(Tag(room.isQuorate ? "Quorate" : "Not quorate", room.isQuorate ? .good : .bad).html) \
            \(room.entitled.count) of \(meeting.seats.count { $0.isVoting }) voting members here, \(room.quorum) needed\
            \(room.isQuorate ? "." : ": nothing can be decided, and the meeting stands adjourned if it stays so.")
            """
    }

    private var closing: HTML {
        let form = LiveForm(id: "closing", deed: "close", after: record.revisions["closing"] ?? 0)
        let time = TimeOfDay(record.closedAt)?.words ?? ""
        return """
            \(form.html(
                surroundings, button: "Save the time",
                LiveField(form: "closing", name: "time", label: "Meeting concluded at", hint: "For example 8.25 pm", typed: surroundings.typed)
                    .text(time, isShort: true)))
            <p class="actions">\(Button("Read them through", to: "\(opened.address)/reading", weight: .secondary).html) \
            \(Button("Circulate, confirm, publish", to: "\(opened.address)/circulation").html)</p>
            """
    }
}

import Storage
import Web
import Wording

/// Who is at the meeting: a list to tick, and who sits in for whom.
struct AttendancePart {
    let record: MinutesRecord
    let page: LiveForm.Surroundings

    private var meeting: MinutedMeeting { record.meeting }

    var html: HTML {
        """
        \(meeting.seats.isEmpty ? Notice(.warning, "Nobody is seated on this body on that day", "<p>Enter its seats under ‘Partnership’ first.</p>").html : nil)
        <ul class="attendance">
        \(meeting.seats.enumerated().map { row($0.element, $0.offset) })
        </ul>
        <div class="minutes__pair">
        \(presiding)
        \(others)
        </div>
        """
    }

    private func row(_ seat: MinutedMeeting.SeatAtTable, _ place: Int) -> HTML {
        let id = "seat-\(place + 1)"
        let known = record.attendance[seat.key] ?? Attendance()
        func field(_ name: String, _ label: String, hint: String? = nil) -> LiveField {
            LiveField(form: id, name: name, label: label, hint: hint, typed: page.typed)
        }
        var choices = [("present", "Here"), ("apologies", "Apologies"), ("absent", "Absent")]
        if meeting.rules.allowsSubstitutes { choices.insert(("substituted", "Substitute"), at: 1) }
        let choicesOf = choices.map { (value: $0.0, label: $0.1) }
        let hint = seat.substitutes.isEmpty ? nil : "May sit in: \(seat.substitutes.inWords)"
        let substitute: HTML? =
            meeting.rules.allowsSubstitutes
            ? field("substitute", "Who sits in for \(seat.name)", hint: hint).text(known.substitute) : nil
        let form = LiveForm(
            id: id, deed: "attend", after: record.revisions["seat \(seat.key)"] ?? 0, values: [("seat", seat.key)])
        return """
            <li class="attendance__one">\(form.html(
                page, button: "Save",
                """
                \(field("presence", seat.isVoting ? "\(seat.name), \(seat.title)" : "\(seat.name), \(seat.title) (no vote)")
                    .radios(choicesOf, known.presence.rawValue))
                \(Disclosure(meeting.rules.allowsSubstitutes ? "Substitute, late or left early" : "Late or left early",
                    "\(substitute)\(moments(field, known))",
                    isOpen: known.presence == .substituted || known.arrival != nil || known.leaving != nil).html)
                """))</li>

            """
    }

    private func moments(_ field: (String, String, String?) -> LiveField, _ known: Attendance) -> HTML {
        let items =
            [(value: "", label: "–")] + meeting.items.map { (value: $0.key, label: "\($0.number). \($0.title)") }
        func time(_ moment: Attendance.Moment?) -> String {
            moment.flatMap { TimeOfDay($0.time)?.words } ?? ""
        }
        return """
            <div class="minutes__pair">
            \(field("arrival-item", "Came during", nil).choice(items, known.arrival?.item ?? ""))
            \(field("arrival-time", "Came at", nil).text(time(known.arrival), isShort: true))
            \(field("leaving-item", "Left during", nil).choice(items, known.leaving?.item ?? ""))
            \(field("leaving-time", "Left at", nil).text(time(known.leaving), isShort: true))
            </div>
            """
    }

    private var presiding: HTML {
        let choices =
            [(value: "", label: "The chair, if here")]
            + record.here.map { (value: $0, label: record.name(of: $0)) }
        let form = LiveForm(id: "presiding", deed: "preside", after: record.revisions["presiding"] ?? 0)
        return """
            <div id="part-presiding" data-part>
            \(form.html(
                page, button: "Save",
                LiveField(form: "presiding", name: "seat", label: "Who presides", hint: "A casting vote is theirs.", typed: page.typed)
                    .choice(choices, record.presidingSeat ?? "")))
            </div>
            """
    }

    private var others: HTML {
        let form = LiveForm(id: "others", deed: "others", after: record.revisions["others"] ?? 0)
        return form.html(
            page, button: "Save",
            LiveField(
                form: "others", name: "text", label: "In attendance",
                hint: "Officers, and councillors who are not on the body: one on each line.", typed: page.typed
            ).longText(record.others, rows: 3))
    }
}

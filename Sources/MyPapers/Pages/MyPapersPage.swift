import Membership
import Storage
import Web
import Wording

/// `/papers`: what somebody sits in next, and what they sat in.
struct MyPapersPage {
    /// By day and hour.
    let meetings: [MyMeeting]
    /// On how many items of each they noted something.
    let notes: [ID<MyMeeting>: Int]
    let today: Day
    let reader: String

    var page: Page {
        let coming = meetings.filter { $0.day >= today }
        let past = meetings.filter { $0.day < today }
        return Page(
            "My papers", crumbs: [Mention(at: "/home", titled: "Home")],
            body: """
                <h1>My papers</h1>
                <p class="lead">The meetings you sit in, what lies before them, and your own notes.</p>
                \(KeptPapers(reader: reader, addresses: ["/papers"], meetings: meetings.map(\.address)).html)
                <h2>Coming</h2>
                \(coming.isEmpty ? none : list(coming))
                \(past.isEmpty ? nil : "<h2>Past</h2>\n\(list(past.reversed()))")
                """)
    }

    private var none: HTML {
        EmptyState(
            "No meeting is called that you sit in",
            "When the clerk calls one, it stands here, and its papers as soon as they are published."
        ).html
    }

    private func list(_ meetings: [MyMeeting]) -> HTML {
        """
        <ul class="meeting-list">
        \(meetings.html { meeting in
            """
            <li class="meeting-list__item">
            <p class="meeting-list__day">\(meeting.when)</p>
            <div><p><a href="\(meeting.address)">\(meeting.body)<span class="visually-hidden">, \(meeting.day.words)</span></a> \
            \(tag(meeting))</p>
            <p>\(meeting.place)</p>
            \(noted(meeting))</div>
            </li>

            """
        })
        </ul>
        """
    }

    private func tag(_ meeting: MyMeeting) -> HTML {
        if meeting.calledOff != nil { return Tag("Called off", .bad).html }
        if meeting.movedFrom != nil, meeting.day >= today { return Tag("Moved", .waiting).html }
        switch meeting.editions {
        case 0: return Tag("No papers yet").html
        case 1: return Tag("Papers are out", .good).html
        default: return Tag("Papers, with \((meeting.editions - 1).counted("supplement", "supplements"))", .good).html
        }
    }

    private func noted(_ meeting: MyMeeting) -> HTML? {
        notes[meeting.id].map { "<p class=\"table-note\">\($0.counted("note", "notes")) of yours</p>" }
    }
}

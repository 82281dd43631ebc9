import Foundation
import Membership
import Storage
import Web
import Wording
import WorkingDays

/// `/committees`: what meets when, and what is due.
struct MeetingsPage {
    let bodies: [Body]
    /// By day and hour.
    let meetings: [Meeting]
    /// Those of them whose minutes are there to read, so that they were held.
    let minuted: Set<ID<Meeting>>
    let today: Day
    let mayArrange: Bool
    /// Exempt items that are to be looked at again.
    let reviews: [WithheldReview]
    /// What is to be done next for coming meetings.
    let due: [ID<Meeting>: Deadline]

    var page: Page {
        let coming = meetings.filter(isComing)
        return Page(
            "Meetings", crumbs: [.home], width: .wide,
            body: """
                <h1>Meetings</h1>
                <p class="lead">What meets when, what is on the agenda, and what must be done by which day.</p>
                <p class="actions">\(Button("Recommendations", to: "/committees/recommendations", weight: .secondary).html) \
                \(Button("Decisions", to: "/committees/decisions", weight: .secondary).html) \
                \(Button("Forward plan", to: "/committees/forward-plan", weight: .secondary).html) \
                \(Button("Open actions", to: "/committees/actions", weight: .secondary).html)\
                \(mayArrange ? " \(Button("Days the offices are closed", to: "/committees/closures", weight: .secondary).html)" as HTML : nil)</p>
                \(toReview)
                <h2>Coming</h2>
                \(coming.isEmpty ? noneComing : MeetingTable("Coming meetings", coming, bodies: bodies, due: due).html)
                <h2>By body</h2>
                \(bodies.isEmpty ? noBodies : list)
                <h2>Past</h2>
                \(past)
                """)
    }

    private func isComing(_ meeting: Meeting) -> Bool { meeting.day >= today && !minuted.contains(meeting.id) }

    /// D78: what is exempt may be so for a while only.
    private var toReview: HTML? {
        guard !reviews.isEmpty else { return nil }
        return Notice(
            .information, "Kept from the public, and to be looked at again",
            """
            <p>Where keeping it back is not more in the public interest any more, open it: its papers then stand with the meeting. \
            Where it still is, say why and set another day.</p>
            <ul>
            \(reviews.html { review in
                let place: Address = "/committees/meetings/\(review.meeting)/agenda/items/\(review.item)/review"
                return "<li><a href=\"\(place)\">\(review.title)</a>, due on \(review.due.words)</li>\n"
            })
            </ul>
            """
        ).html
    }

    private var noneComing: HTML {
        EmptyState(
            "No meeting is called",
            mayArrange
                ? "Choose a body below, and call its next meeting." : "The clerk calls meetings, and they appear here."
        ).html
    }

    private var noBodies: HTML {
        EmptyState("There are no bodies yet", "Set up the partnership’s bodies first, and who sits on them.").html
    }

    private var list: HTML {
        """
        <ul class="publications">
        \(bodies.html { body in
            let own = meetings.filter { $0.body == body.id }
            let next = own.first { isComing($0) && !$0.isCalledOff }
            return """
                <li class="publications__item"><a href="\("/committees/bodies/\(body.id)" as Address)">\(body.name)</a>
                <p class="publications__about">\(next.map { "Next: \($0.details.when)" } ?? "No meeting is called.")</p></li>

                """
        })
        </ul>
        """
    }

    private var past: HTML {
        let past = meetings.filter { !isComing($0) }.reversed()
        guard !past.isEmpty else { return "<p>None yet.</p>" }
        return MeetingTable("Past meetings", Array(past.prefix(30)), bodies: bodies, due: nil).html
    }
}

/// Meetings in rows.
struct MeetingTable {
    let caption: String
    let meetings: [Meeting]
    let bodies: [Body]
    /// Nil where nothing can be due any more.
    let due: [ID<Meeting>: Deadline]?

    init(_ caption: String, _ meetings: [Meeting], bodies: [Body], due: [ID<Meeting>: Deadline]?) {
        (self.caption, self.meetings, self.bodies, self.due) = (caption, meetings, bodies, due)
    }

    var html: HTML {
        let columns: [DataTable.Column] =
            [.text("When"), .text("Body"), .text("Where")] + (due == nil ? [] : [.text("Next to do")])
        return DataTable(
            caption, columns: columns,
            rows: meetings.map { meeting in
                let when: HTML = """
                    <a href="\(meeting.address)">\(meeting.details.when)</a>\(meeting.tag.map { " \($0.html)" as HTML })
                    """
                let name = bodies.first { $0.id == meeting.body }?.name ?? ""
                let next = due.map { due in
                    HTML(text: due[meeting.id].map { "\($0.kind.title) by \($0.day.words)" } ?? "")
                }
                return [when, HTML(text: name), HTML(text: meeting.details.place)] + (next.map { [$0] } ?? [])
            }
        ).html
    }
}

extension Meeting {
    /// What to know of it at a glance.
    var tag: Tag? {
        if isCalledOff { return Tag("Called off", .bad) }
        if movedFrom != nil { return Tag("Moved", .waiting) }
        return details.kind == .ordinary ? nil : Tag(details.kind.rawValue.capitalized)
    }
}

/// `/committees/bodies/{body}`: a body's meetings, and the rules they are under.
struct BodyMeetingsPage {
    let body: Body
    let meetings: [Meeting]
    /// Those of them whose minutes are there to read, so that they were held.
    let minuted: Set<ID<Meeting>>
    /// What is to be done next for coming meetings.
    let due: [ID<Meeting>: Deadline]
    let rules: MeetingRules?
    /// What the public may bring; nil where nobody said that they may.
    let terms: PublicTerms?
    let today: Day
    let mayArrange: Bool
    let told: BodyPublicationPart

    var page: Page {
        let coming = meetings.filter { $0.day >= today && !minuted.contains($0.id) }
        let past = Array(meetings.filter { $0.day < today || minuted.contains($0.id) }.reversed())
        return Page(
            "Meetings of \(body.name)", crumbs: [.home, .committees], width: .wide,
            body: """
                <h1>\(body.name)</h1>
                \(mayArrange ? actions : nil)
                <h2>Coming</h2>
                \(coming.isEmpty ? "<p>No meeting is called.</p>" : MeetingTable("Coming meetings", coming, bodies: [body], due: due).html)
                <h2>Past</h2>
                \(past.isEmpty ? "<p>None yet.</p>" : MeetingTable("Past meetings", past, bodies: [body], due: nil).html)
                \(told.html)
                <h2>The rules its meetings are under</h2>
                \(rules.map { RulesWords(rules: $0).html } ?? "<p>No rules hold today.</p>")
                \(PublicTermsWords(body: body, terms: terms, maySet: mayArrange).html)
                """)
    }

    private var actions: HTML {
        """
        <p class="actions">\(Button("Call a meeting", to: "/committees/bodies/\(body.id)/meetings/new").html) \
        \(Button("Set its rules", to: "/committees/bodies/\(body.id)/rules", weight: .secondary).html)</p>
        """
    }
}

/// A body's rules in words.
struct RulesWords {
    let rules: MeetingRules

    var html: HTML {
        SummaryList([
            ("Who may come", HTML(text: rules.isOpen ? "Everybody" : "Its members, and whom they ask")),
            ("Agenda and papers", HTML(text: notice)),
            ("Which days count", HTML(text: rules.counting.words)),
            (
                "After offices close",
                HTML(
                    text: rules.cutoff.map {
                        "What is published after \($0.words) counts as published on the next working day."
                    } ?? "The whole day counts.")
            ),
            (
                "Reports finished",
                HTML(text: "\(rules.finalsDays.counted("working day", "working days")) before they are published")
            ),
            (
                "Key decisions and private meetings",
                HTML(text: rules.noticeDays.map { "Told of \($0.grouped) clear days before" } ?? "No rule")
            ),
            (
                "Call-in",
                HTML(
                    text: rules.callInDays.map {
                        "For \($0.counted("working day", "working days")) after a decision is published"
                    } ?? "No rule")
            ),
            ("Quorum", HTML(text: rules.quorum.words.prefix(1).uppercased() + rules.quorum.words.dropFirst())),
            ("Substitutes", HTML(text: rules.allowsSubstitutes ? "A member may send one" : "None")),
            ("By what rule", HTML(text: rules.source)),
        ]).html
    }

    private var notice: String {
        rules.clearDays == 0
            ? "No day is asked for"
            : "Published \(rules.clearDays.counted("clear day", "clear days")) before the meeting"
    }
}

import Foundation
import Membership
import Storage
import Web
import Wording
import WorkingDays

/// `/committees/meetings/{meeting}`: everything about one meeting.
struct MeetingPage {
    let found: MeetingDesks.Found
    /// Where everybody reads of it; nil where nobody was told.
    let place: Address?
    let deadlines: MeetingDeadlines?
    let agenda: Agenda
    /// What was kept from the public and is open now, by the item.
    let openings: [ID<AgendaItem>: PaperOpening]
    let packs: [CombinedPack]
    /// When it is looked at.
    let moment: Date
    let mayArrange: Bool
    let mayPublish: Bool
    /// Whether the reader may see what is kept from the public.
    let seesWithheld: Bool
    let visit: Visit

    private var meeting: Meeting { found.meeting }
    private var details: MeetingDetails { meeting.details }

    var page: Page {
        Page(
            found.title, crumbs: found.crumbs,
            body: """
                <p class="eyebrow">\(details.kind.title) \(meeting.tag?.html)</p>
                <h1>\(found.title)</h1>
                \(calledOff)
                \(mayArrange ? actions : nil)
                <h2>When and where</h2>
                \(facts)
                <h2>By when</h2>
                \(deadlines.map { DeadlineList(deadlines: $0, meeting: meeting, moment: moment, isDone: isDone, mayOverride: mayArrange).html } ?? "<p>No rules hold on that day.</p>")
                <h2>Agenda</h2>
                \(order)
                \(fromThePublic)
                <h2>\(isForMembersOnly ? "Given to its members" : "Published")</h2>
                \(editions)
                \(minutes)
                <h2>Who sits on it</h2>
                \(members)
                """)
    }

    private var calledOff: HTML? {
        guard let why = meeting.now.calledOff else { return nil }
        return """
            \(Notice(.warning, "This meeting is called off", "<p>\(why)</p>").html)
            \(mayArrange ? PressForm(label: "It takes place after all", action: "\(meeting.address)/return").html(for: visit) : nil)
            """
    }

    private var actions: HTML {
        """
        <p class="actions">\(Button("Change when or where", to: "\(meeting.address)/details", weight: .secondary).html) \
        \(meeting.isCalledOff ? nil : Button("Call it off", to: "\(meeting.address)/calling-off", weight: .secondary).html)</p>
        \(announcement)
        """
    }

    private var announcement: HTML? {
        guard !found.body.details.regime.isNeverPublic else { return nil }
        if let place { return "<p>Everybody can read of it: <a href=\"\(place)\">the public page</a>.</p>" }
        return """
            <p>Nobody outside has been told of it yet.</p>
            \(PressForm(label: "Announce it to everybody", action: "\(meeting.address)/announcement", weight: .primary).html(for: visit))
            """
    }

    private var facts: HTML {
        var facts: [(name: String, value: HTML)] = [("When", HTML(text: until))]
        if let before = meeting.movedFrom {
            facts.append(("Was", HTML(text: "\(before.details.when), \(before.details.place)")))
        }
        facts.append(("Where", HTML(text: details.place)))
        if let joining = HTML.joining(details.joining) { facts.append(("Join from afar", joining)) }
        facts.append(
            (
                "Whom to ask",
                HTML(
                    text: [details.contact.name, details.contact.telephone, details.contact.email].filter {
                        !$0.isEmpty
                    }.joined(separator: ", "))
            ))
        if !details.note.isEmpty { facts.append(("Note", HTML(text: details.note))) }
        if details.decidesBudget { facts.append(("Votes", "Recorded by name: it decides a budget or a council tax")) }
        return SummaryList(facts).html
    }

    private var until: String {
        details.endsAt.map {
            "\(details.day.withWeekday), \(details.startsAt.words) to \($0.words)"
        } ?? details.when
    }

    private func isDone(_ kind: Deadline.Kind) -> Bool {
        kind == .agenda && !agenda.editions.isEmpty
    }

    private var order: HTML {
        let button: HTML? =
            mayArrange
            ? "<p class=\"actions\">\(Button(agenda.items.isEmpty ? "Make up the agenda" : "Change the agenda", to: "\(meeting.address)/agenda").html)</p>"
            : nil
        guard !agenda.standing.isEmpty else {
            return
                "\(EmptyState("Nothing is on the agenda yet", "It begins with the usual items, and what was left open.").html)\(button)"
        }
        return """
            <ol class="agenda-list">
            \(agenda.numbered.html { number, item in
                let withheld: HTML? = item.details.withholding.isOpen ? nil : " \(Tag(item.details.withholding.sort.title, .waiting).html)"
                let opening = openings[item.id]
                let isShown = item.details.withholding.isOpen || seesWithheld || opening != nil
                let opened: HTML? = opening.map { " \(Tag($0.words, .good).html)" }
                return "<li value=\"\(number)\">\(isShown ? item.title : "Kept from the public")\(opened ?? withheld)</li>\n"
            })
            </ol>
            \(button)
            """
    }

    private var isForMembersOnly: Bool { found.body.details.regime.isNeverPublic }

    private var editions: HTML {
        let publish: HTML? =
            mayPublish
            ? WayToPublishing(found: found, agenda: agenda).button(.secondary).map { "<p class=\"actions\">\($0)</p>" }
            : nil
        guard !agenda.editions.isEmpty else {
            return "<p>Nothing was \(isForMembersOnly ? "given to them" : "published") yet.</p>\(publish)"
        }
        return """
            <ul class="publications">
            \(agenda.editions.reversed().html { edition in
                let pack: HTML = isForMembersOnly ? "\(edition.title)" : "<a href=\"\("\(meeting.address)/editions/\(String(edition.number))/pack.pdf" as Address)\">\(edition.title) (PDF)</a>"
                let members: HTML? =
                    edition.membersPack != nil && seesWithheld
                    ? " · <a href=\"\("\(meeting.address)/editions/\(String(edition.number))/members.pdf" as Address)\">\(isForMembersOnly ? "The pack (PDF)" : "The members’ pack, with what is kept from the public (PDF)")</a>"
                    : nil
                return """
                    <li class="publications__item">\(pack)\(members)
                    <p class="publications__about">\(isForMembersOnly ? "Given" : "Published") on \(edition.publishedAt.dayAndTime) by \(edition.publishedBy), \
                    \(edition.contents.pages.counted("page", "pages")) of papers\(edition.contents.lateReason.map { ". Late, since: \($0)" })</p></li>

                    """
            })
            </ul>
            \(CombinedPackPart(meeting: meeting, editions: agenda.editions, packs: packs, mayPublish: mayPublish, seesWithheld: seesWithheld, visit: visit).html)
            \(publish)
            """
    }

    private var fromThePublic: HTML? {
        guard mayArrange, !found.body.details.regime.isNeverPublic else { return nil }
        return """
            <h2>From the public</h2>
            <p class="actions">\(Button("Questions, deputations and petitions", to: "\(meeting.address)/submissions", weight: .secondary).html)</p>
            """
    }

    private var minutes: HTML? {
        guard !meeting.isCalledOff else { return nil }
        return """
            <h2>Minutes</h2>
            <p class="actions">\(Button(mayArrange ? "Take or read the minutes" : "Read the minutes", to: "\(meeting.address)/minutes", weight: .secondary).html)</p>
            """
    }

    private var members: HTML {
        let seats = found.structure.seats(of: found.body.id, on: meeting.day)
        guard !seats.isEmpty else { return "<p>Nobody is seated on it on that day.</p>" }
        return DataTable(
            "Membership on \(meeting.day.words)",
            columns: [.text("Seat"), .text("Who"), .text("May be substituted by")],
            rows: seats.map { seat in
                [
                    HTML(text: seat.title),
                    HTML(text: seat.isConcealed ? "Not shown" : seat.holder(on: meeting.day)?.name ?? "Vacant"),
                    HTML(text: seat.substitutes(on: meeting.day).map(\.name).joined(separator: ", ")),
                ]
            }
        ).html
    }
}

extension HTML {
    fileprivate static func joining(_ text: String) -> HTML? {
        text.hasPrefix("https://") ? "<a href=\"\(text)\" rel=\"noreferrer\">\(text)</a>" : nil
    }
}

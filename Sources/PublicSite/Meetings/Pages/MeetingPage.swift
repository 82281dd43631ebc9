import Publishing
import Storage
import Web
import Wording

/// `/meetings/{body}/{meeting}`: one meeting, as it stands and as it came to.
struct MeetingPage {
    let meeting: AnnouncedMeeting
    /// Whether its day has come and gone.
    let isPast: Bool
    /// By its minutes, where they are published.
    var decisions: [PublishedDecision] = []
    /// What the public may bring before it.
    let invitations: InvitationList
    let outside: (Address) -> String

    private var feeds: MeetingFeeds {
        MeetingFeeds(body: MeetingBody(slug: meeting.bodySlug, name: now.body.name), outside: outside)
    }

    private var now: PublishedMeeting { meeting.now }

    var page: Page {
        Page(
            "\(now.title), \(now.day.words)", summary: "\(now.title): \(now.when).",
            crumbs: [
                Mention(at: "/", titled: "Welcome"), Mention(at: "/meetings", titled: "Meetings"),
                Mention(at: meeting.bodyAddress, titled: now.body.name),
            ],
            body: """
                <p class="eyebrow">\(now.kindInWords ?? "Meeting")</p>
                <h1>\(now.body.name), \(now.day.words)</h1>
                \(notice)
                \(SummaryList(facts).html)
                \(isPast || now.isCalledOff ? nil : toCalendar)
                \(isPast || now.isCalledOff ? nil : invitations.html)
                <h2>Papers</h2>
                \(papers)
                \(decided)
                <h2>What was announced</h2>
                \(history)
                \(feeds.html)
                """
        ).offering(feeds.links)
    }

    private var decided: HTML? {
        guard !decisions.isEmpty else { return nil }
        // In the order of the minutes.
        return """
            <h2>What was decided</h2>
            \(DecisionList(decisions: decisions, namesBody: false).html)
            """
    }

    private var notice: HTML? {
        guard let state = meeting.stateInWords else { return nil }
        let details = meeting.stateDetails.html { "<p>\($0.withFullStop)</p>" }
        return Notice(
            now.isCalledOff ? .warning : .information,
            now.isCalledOff
                ? "This meeting is called off" : state == "Moved" ? "This meeting was moved" : "Another place",
            details
        ).html
    }

    private var toCalendar: HTML {
        let file: Address = "/meetings/\(meeting.bodySlug)/\(meeting.step).ics"
        return "<p><a href=\"\(file)\">Put it into your calendar</a></p>"
    }

    private var facts: [(name: String, value: HTML)] {
        let struck = now.isCalledOff
        var facts: [(name: String, value: HTML)] = [
            (
                "When",
                struck
                    ? "<s>\(now.when)</s> Called off"
                    : "\(now.when)\(now.endsAt.map { ", expected to end at \($0.words)" } ?? "")"
            )
        ]
        facts.append(("Who", "<a href=\"/bodies/\(meeting.bodySlug)\">\(now.body.name): its members and decisions</a>"))
        if !now.place.isEmpty { facts.append(("Where", struck ? "<s>\(now.place)</s>" : "\(now.place)")) }
        if !now.joining.isEmpty, !struck { facts.append(("From afar", Self.link(now.joining))) }
        if !now.contact.isEmpty { facts.append(("Whom to ask", contact)) }
        if !now.note.isEmpty { facts.append(("Note", "\(now.note)")) }
        return facts
    }

    /// What was typed leads somewhere only where it is an address of the web.
    private static func link(_ text: String) -> HTML {
        let start = text.lowercased()
        guard start.hasPrefix("https://") || start.hasPrefix("http://") else { return HTML(text: text) }
        return "<a href=\"\(text)\">\(text)</a>"
    }

    private var contact: HTML {
        let contact = now.contact
        let lines: [HTML] = [
            contact.name.isEmpty ? nil : HTML(text: contact.name),
            contact.telephone.isEmpty
                ? nil
                : "<a href=\"tel:\(contact.telephone.filter { $0.isASCII && ($0.isNumber || $0 == "+") })\">\(contact.telephone)</a>",
            contact.email.isEmpty ? nil : "<a href=\"mailto:\(contact.email)\">\(contact.email)</a>",
        ].compactMap(\.self)
        return HTML(lines.enumerated().map { $0.offset == 0 ? $0.element : "<br>" + $0.element })
    }

    private var papers: HTML {
        guard !meeting.documents.isEmpty else {
            let words =
                now.isCalledOff
                ? "None were published."
                : isPast ? "None were published here." : "The agenda will stand here once it is published."
            return "<p>\(words)</p>"
        }
        let documents = MeetingDocument.Role.allCases.flatMap { role in meeting.documents.filter { $0.role == role } }
        return """
            <ul class="publications">
            \(documents.html { MeetingPaper(document: $0).html })
            </ul>
            """
    }

    private var history: HTML {
        Timeline(
            "Announcements, the newest first",
            meeting.tellings.reversed().map { announcement, telling in
                Timeline.Event(
                    telling.title, at: announcement.at, isTimed: true,
                    detail: telling.details.html { "<p>\($0.withFullStop)</p>" })
            }
        ).html
    }
}

/// A paper of a meeting: the version to read, its files, and earlier versions marked as what they are.
struct MeetingPaper {
    let document: MeetingDocument

    private var publication: Publication { document.publication }

    var html: HTML {
        """
        <li class="publications__item">
        \(publication.current.map(current) ?? "<a href=\"\(publication.address)\">\(publication.title)</a> \(Tag("Withdrawn", .bad).html)")
        \(earlier)
        </li>

        """
    }

    private func current(_ version: PublishedVersion) -> HTML {
        let files = version.files.filter { $0.type == .pdf }.html { file in
            " · <a href=\"\(version.address(of: file, in: publication))\">\(file.title ?? file.name) (PDF, \(file.size.asSize))</a>"
        }
        return """
            <a href="\(publication.address)">\(version.title)</a>
            <p class="publications__about">\(document.role.title), \(version.number > 1 ? "version \(version.number), " : "")\
            published \(version.publishedAt.dayAndTime)\(files)</p>
            """
    }

    private var earlier: HTML? {
        let earlier = publication.versions.filter { $0.number != publication.current?.number && $0.withdrawal == nil }
        guard !earlier.isEmpty else { return nil }
        return """
            <ul class="meeting-versions">\(earlier.html { version in
                """
                <li><a href="\(version.address(in: publication))">Version \(version.number)<span class="visually-hidden"> of \
                \(version.title)</span></a>, \(version.publishedAt.day) \(Tag("Superseded", .waiting).html)</li>
                """
            })</ul>
            """
    }
}

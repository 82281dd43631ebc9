import Publishing
import Storage
import Web
import Wording

/// `/meetings` and `/meetings/{body}`: what is to come, and what was.
struct MeetingsPage {
    /// Whose they are; nil for everybody's.
    let body: MeetingBody?
    let bodies: [MeetingBody]
    /// None where the page shows an earlier part of those that were.
    let coming: [AnnouncedMeeting]
    let past: [AnnouncedMeeting]
    let part: PageOfMany
    let today: Day
    let feeds: MeetingFeeds

    var page: Page {
        Page(
            body.map { "Meetings of \($0.name)" } ?? "Meetings",
            summary: "When and where \(body?.name ?? "the partnership’s bodies") meet, and their papers.",
            crumbs: [Mention(at: "/", titled: "Welcome")]
                + (body == nil ? [] : [Mention(at: "/meetings", titled: "Meetings")]),
            width: .wide,
            body: """
                <h1>\(body?.name ?? "Meetings")</h1>
                <p class="lead">\(lead)</p>
                <p class="actions">\(Button("Calendar of \(today.year)", to: "/meetings/calendar/\(today.year)", weight: .secondary).html) \
                \(Button(body == nil ? "Bodies and members" : "Its members", to: body.map { "/bodies/\($0.slug)" } ?? "/bodies", weight: .secondary).html) \
                \(Button("Recommendations, and what became of them", to: "/recommendations", weight: .secondary).html) \
                \(Button("Search papers and minutes", to: ("/meetings/search" as Address).asking(["body": body?.slug]), weight: .secondary).html)</p>
                \(filter)
                \(isEmpty ? nothing : nil)
                \(part.number == 1 ? comingPart : nil)
                \(pastPart)
                \(feeds.html)
                """
        ).offering(feeds.links)
    }

    private var lead: String {
        body == nil
            ? "When and where the partnership’s bodies meet, with their agendas, papers and minutes."
            : "When and where it meets, with its agendas, papers and minutes."
    }

    private var isEmpty: Bool { coming.isEmpty && past.isEmpty && part.total == 0 }

    private var nothing: HTML {
        EmptyState("No meetings are announced yet", "A meeting will stand here as soon as it is announced.").html
    }

    private var filter: HTML? {
        guard body == nil, bodies.count > 1, part.number == 1 else { return nil }
        return """
            <nav class="meeting-bodies" aria-label="Bodies that meet">
            <h2>Who meets</h2>
            <ul>\(bodies.html { "<li><a href=\"/meetings/\($0.slug)\">\($0.name)</a></li>" })</ul>
            </nav>
            """
    }

    private var comingPart: HTML? {
        guard !isEmpty else { return nil }
        return """
            <h2>\(coming.contains { $0.now.day == today } ? "Today and to come" : "Coming meetings")</h2>
            \(coming.isEmpty
                ? "<p>None is announced at the moment.</p>"
                : MeetingList(meetings: coming, namesBody: body == nil, today: today).html)
            """
    }

    private var pastPart: HTML? {
        guard !past.isEmpty else { return nil }
        let own = body.map { "/meetings/\($0.slug)" as Address } ?? "/meetings"
        return """
            <h2 id="past">Past meetings</h2>
            \(part.total > 0 ? "<p class=\"filter-outcome\">\(part.inWords("past meeting", "past meetings"))</p>" as HTML : nil)
            \(MeetingList(meetings: past, namesBody: body == nil).html)
            \(Pagination(part, label: "Past meetings") { own.asking(["page": $0 == 1 ? nil : "\($0)"]) }.html)
            """
    }
}

/// How a reader's own programs learn of meetings: a calendar that keeps itself up to date, and news.
struct MeetingFeeds {
    /// Whose they are; nil for everybody's.
    var body: MeetingBody?
    /// As another program has to be told it: with the site before it, where that is known.
    let outside: (Address) -> String

    private var calendar: Address { body.map { "/meetings/\($0.slug).ics" } ?? "/meetings.ics" }
    private var news: Address { body.map { "/meetings/\($0.slug).atom" } ?? "/meetings.atom" }
    private var decisions: Address { body.map { "/bodies/\($0.slug).atom" } ?? "/bodies.atom" }

    var links: [PageFeed] {
        let whose = body.map { " of \($0.name)" } ?? ""
        return [
            PageFeed("Calendar of meetings\(whose)", at: calendar, as: .calendar),
            PageFeed("News of meetings\(whose)", at: news, as: .atom),
            PageFeed("Minutes and decisions\(whose)", at: decisions, as: .atom),
            PageFeed("Everything, for programs (OParl 1.1)", at: "/oparl/v1.1/system", as: .json),
        ]
    }

    var html: HTML {
        Disclosure(
            "Subscribe: meetings in your own calendar, and news",
            """
            <p>Give your calendar program this address, as one to subscribe to. Meetings that are moved or called off then \
            change there by themselves:</p>
            <p><a href="\(calendar)"><code>\(outside(calendar))</code></a></p>
            <p>A news reader shows what is announced and which papers are published, by this address:</p>
            <p><a href="\(news)"><code>\(outside(news))</code></a></p>
            <p>And by this one minutes, with what was decided:</p>
            <p><a href="\(decisions)"><code>\(outside(decisions))</code></a></p>
            <p>Programs read everything that is published of committees by <a href="/api">OParl 1.1</a>.</p>
            """
        ).html
    }
}

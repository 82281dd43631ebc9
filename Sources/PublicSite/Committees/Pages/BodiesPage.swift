import Publishing
import Storage
import Web
import Wording

/// `/bodies`: who meets, and who sits where.
struct BodiesPage {
    let committees: PublishedCommittees
    let today: Day
    let outside: (Address) -> String

    private var feeds: MeetingFeeds { MeetingFeeds(outside: outside) }
    private var shown: [PublishedCommittees.Committee] { committees.bodies }

    var page: Page {
        Page(
            "Bodies and members", summary: "The bodies that meet, what each is for, and who sits on it.",
            crumbs: [Mention(at: "/", titled: "Welcome"), Mention(at: "/meetings", titled: "Meetings")],
            body: """
                <h1>Bodies and members</h1>
                <p class="lead">Who meets, what each body is for, and who sits on it.</p>
                \(shown.isEmpty ? nothing : list)
                \(members)
                \(feeds.html)
                """
        ).offering(feeds.links)
    }

    private var nothing: HTML {
        EmptyState("No body is published yet", "A body will stand here as soon as its clerk has published it.").html
    }

    private var list: HTML {
        """
        <ul class="publications">
        \(shown.html { body in
            """
            <li class="publications__item"><a href="/bodies/\(body.slug)">\(body.name)</a>
            <p class="publications__about">\(about(body))</p></li>

            """
        })
        </ul>
        """
    }

    private func about(_ body: PublishedCommittees.Committee) -> String {
        guard let published = body.published else {
            return "Its meetings are announced. Who sits on it is not published yet."
        }
        let seated = published.seats.filter { $0.term.holds(on: today) && $0.holder(on: today) != nil }.count
        let ended = published.term.hasEnded(on: today) ? " It meets no more." : ""
        return [published.purpose, seated.counted("member", "members")].filter { !$0.isEmpty }
            .map { $0.withCapital.withFullStop }.joined(separator: " ") + ended
    }

    private var members: HTML? {
        let people = committees.everybody
        guard !people.isEmpty else { return nil }
        return """
            <h2>Members</h2>
            <ul class="member-list">\(people.html { "<li><a href=\"/bodies/members/\($0.slug)\">\($0.name)</a></li>" })</ul>
            """
    }
}

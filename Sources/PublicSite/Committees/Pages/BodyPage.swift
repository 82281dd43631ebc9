import Publishing
import Storage
import Web
import Wording
import WorkingDays

/// `/bodies/{body}`: what a body is, who sits on it, when it meets, what it decided, and who came.
struct BodyPage {
    let body: PublishedCommittees.Committee
    let committees: PublishedCommittees
    let today: Day
    let outside: (Address) -> String

    private var place: Address { "/bodies/\(body.slug)" }
    private var feeds: MeetingFeeds {
        MeetingFeeds(body: committees.meetings(of: body).isEmpty ? nil : body.announced, outside: outside)
    }

    var page: Page {
        Page(
            body.name, summary: "\(body.name): who sits on it, when it meets, and what it decided.",
            crumbs: [
                Mention(at: "/", titled: "Welcome"), Mention(at: "/meetings", titled: "Meetings"),
                Mention(at: "/bodies", titled: "Bodies and members"),
            ], width: .wide,
            body: """
                <h1>\(body.name)</h1>
                \(body.published.map(about) ?? "<p>Its meetings are announced. What it is for, and who sits on it, is not published yet.</p>")
                \(meetings)
                \(decisions)
                <h2 id="attendance">Attendance</h2>
                \(AttendanceTable(
                    tally: AttendanceTally(committees, of: body), committees: committees,
                    csv: "\(place)/attendance.csv", namesPerson: true).html)
                \(feeds.html)
                \(colophon)
                """
        ).offering(feeds.links)
    }

    private func about(_ published: PublishedBody) -> HTML {
        """
        \(published.purpose.isEmpty ? nil : "<p class=\"lead\">\(published.purpose.withCapital.withFullStop)</p>")
        \(published.term.hasEnded(on: today) ? Notice(.information, "This body meets no more", "<p>It ended on \(published.term.endsOn?.words ?? "")</p>").html : nil)
        \(SummaryList(facts(published)).html)
        <h2>Members</h2>
        \(MemberTable(published: published, people: committees.people, today: today).html)
        """
    }

    private func facts(_ published: PublishedBody) -> [(name: String, value: HTML)] {
        var facts: [(name: String, value: HTML)] = [("What it is", HTML(text: published.kind))]
        if !published.rules.isEmpty { facts.append(("Meets under", HTML(text: published.rules))) }
        if !published.frequency.isEmpty { facts.append(("How often", HTML(text: published.frequency))) }
        if let above = published.parent.flatMap(committees.body(key:)), above.published != nil {
            facts.append(("Answers to", "<a href=\"/bodies/\(above.slug)\">\(above.name)</a>"))
        }
        let below = committees.bodies.filter { $0.published?.parent == body.key }
        if !below.isEmpty {
            facts.append(
                ("Bodies below it", HTML(below.map { "<a href=\"/bodies/\($0.slug)\">\($0.name)</a><br>" as HTML })))
        }
        return facts
    }

    private var meetings: HTML? {
        let all = committees.meetings(of: body)
        guard !all.isEmpty else { return nil }
        let coming = all.filter { $0.now.day >= today && !$0.isMinuted }
        let past = all.filter { $0.now.day < today || $0.isMinuted }.suffix(6).reversed()
        return """
            <h2>Coming meetings</h2>
            \(coming.isEmpty ? "<p>No meeting is announced at the moment.</p>" : MeetingList(meetings: coming, namesBody: false, today: today).html)
            \(past.isEmpty ? nil : "<h2>Past meetings</h2>\(MeetingList(meetings: Array(past), namesBody: false).html)")
            <p><a href="/meetings/\(body.slug)">All meetings<span class="visually-hidden"> of \(body.name)</span></a></p>
            """
    }

    private var decisions: HTML {
        let decisions = PublishedDecision.all(committees, of: body).prefix(10)
        return """
            <h2 id="decisions">Recent decisions</h2>
            \(decisions.isEmpty
                ? "<p>No minutes with decisions are published yet.</p>"
                : DecisionList(decisions: Array(decisions), namesBody: false).html)
            """
    }

    private var colophon: HTML? {
        guard let last = body.versions.last else { return nil }
        let changes = zip(body.versions.dropFirst(), body.versions).map { now, before in
            (now, now.body.changes(since: before.body))
        }.reversed()
        return """
            <section class="colophon" aria-labelledby="colophon">
            <h2 id="colophon">About this page</h2>
            <p>Version \(last.number), published \(last.at.day). It tells what was published and nothing else.</p>
            \(changes.html { version, lines in
                """
                <h3>What version \(version.number) changed, \(version.at.day)</h3>
                <ul>\(lines.html { "<li>\($0)</li>" })</ul>
                """
            })
            </section>
            """
    }
}

extension PublishedCommittees.Committee {
    /// As one that announced a meeting.
    var announced: MeetingBody { MeetingBody(slug: slug, name: name) }
}

/// Who sits on a body, and who sat there before.
struct MemberTable {
    let published: PublishedBody
    let people: [String: String]
    let today: Day

    private typealias Sitting = (seat: PublishedBody.Seat, holder: PublishedBody.Holder?)

    private var now: [Sitting] {
        published.seats.filter { $0.term.holds(on: today) }.map { ($0, $0.holder(on: today)) }
            .sorted { rank($0) < rank($1) }
    }

    /// The chair, the deputy, members by name, then those without a vote; vacant seats last.
    private func rank(_ sitting: Sitting) -> String {
        let order = sitting.seat.isChair ? 0 : sitting.seat.isOffice ? 1 : sitting.seat.isVoting ? 2 : 3
        return "\(sitting.holder == nil ? 9 : order) \(sitting.holder?.name ?? sitting.seat.title)"
    }

    private var others: [Sitting] {
        published.seats.flatMap { seat in
            seat.holders.filter { !$0.term.holds(on: today) || !seat.term.holds(on: today) }.map { (seat, $0) }
        }.sorted { ($0.holder?.beginsOn ?? "") > ($1.holder?.beginsOn ?? "") }
    }

    var html: HTML {
        """
        \(now.isEmpty ? "<p>Nobody sits on it today.</p>" : table("Members on \(today.words)", now).html)
        \(others.isEmpty ? nil : Disclosure("Members before, and to come", table("Members before, and to come", others).html).html)
        """
    }

    private func table(_ caption: String, _ sittings: [Sitting]) -> DataTable {
        SittingTable(
            caption: caption, who: "Member",
            sittings: sittings.map { seat, holder in
                SittingTable.Sitting(
                    who: holder.map(name) ?? Tag("Vacant", .waiting).html,
                    seat: seat.isVoting ? seat.title : "\(seat.title), without a vote", agency: seat.agency,
                    since: holder?.term.beginsOn, until: holder?.term.lastDay ?? seat.term.lastDay)
            }
        ).table
    }

    private func name(_ holder: PublishedBody.Holder) -> HTML {
        guard let slug = people[holder.person] else { return HTML(text: holder.name) }
        return "<a href=\"/bodies/members/\(slug)\">\(holder.name)</a>"
    }
}

/// Seats with who holds them from when to when. A column in which nothing would stand is left out.
struct SittingTable {
    struct Sitting {
        /// Who holds it; of one person’s, on which body.
        let who: HTML
        let seat: String
        let agency: String
        let since: Day?
        let until: Day?
    }

    let caption: String
    /// What the first column is called.
    let who: String
    let sittings: [Sitting]

    var table: DataTable {
        let hasAgency = sittings.contains { !$0.agency.isEmpty }
        let hasEnd = sittings.contains { $0.until != nil }
        func day(_ day: Day?) -> HTML { HTML(text: day?.words ?? "–") }
        return DataTable(
            caption,
            columns: [.text(who), .text("Seat")] + (hasAgency ? [.text("For")] : []) + [.text("Since")]
                + (hasEnd ? [.text("Until")] : []),
            rows: sittings.map { sitting in
                [sitting.who, HTML(text: sitting.seat)]
                    + (hasAgency ? [HTML(text: sitting.agency.isEmpty ? "–" : sitting.agency)] : [])
                    + [day(sitting.since)] + (hasEnd ? [day(sitting.until)] : [])
            })
    }
}

extension PublishedTerm {
    /// The last day on which it holds.
    var lastDay: Day? { endsOn?.adding(days: -1) }
}

import Foundation
import HTTPTypes
import Hummingbird
import Publishing
import Storage
import Web
import WorkingDays

/// `/meetings`: when the partnership's bodies meet, as everybody is told, and the same for calendars and news readers.
public struct MeetingNoticeRoutes: Sendable {
    private let store: MeetingNoticeStore
    private let shelf: CommitteeShelf
    private let inviting: (any InvitationDesk)?
    private let today: @Sendable () -> Day
    private let partnership: String

    /// - Parameters:
    ///   - shelf: one for the whole site, so that what is published is read once.
    ///   - inviting: who knows what the public may bring before meetings; nil where nobody does.
    ///   - partnership: what the news are known by, wherever the site moves.
    ///   - today: the day it is for readers.
    public init(
        _ database: Database, shelf: CommitteeShelf, inviting: (any InvitationDesk)? = nil, partnership: ID<Tenant>,
        today: @escaping @Sendable () -> Day
    ) {
        store = MeetingNoticeStore(database)
        (self.shelf, self.inviting) = (shelf, inviting)
        (self.partnership, self.today) = (partnership.description, today)
    }

    /// How many past meetings a page has.
    private static let most = 20

    public func add(to routes: inout Routes) {
        let site = routes.site
        routes.visitors(.get, "/meetings") { request, _ in
            .page(try await list(nil, request, site).page)
        }
        routes.visitors(.get, "/meetings/{body}") { request, context in
            .page(try await list(try await body(context), request, site).page)
        }
        routes.visitors(.get, "/meetings/{body}/{meeting}") { _, context in
            let step = context.parameters.get("meeting") ?? ""
            let meeting = try await found(context, step)
            // It may have been moved since somebody wrote down where it was.
            guard meeting.step == step else { return .redirect(to: meeting.address) }
            let decisions = PublishedDecision.all(try await shelf.committees()).filter { $0.meeting.id == meeting.id }
            return .page(
                MeetingPage(
                    meeting: meeting, isPast: meeting.now.day < today(), decisions: decisions,
                    invitations: InvitationList(
                        invitations: try await inviting?.invitations(to: meeting.id) ?? [],
                        contact: meeting.now.contact), outside: site.outside
                ).page)
        }
        addYears(to: &routes)
        addFeeds(to: &routes)
    }

    private func addYears(to routes: inout Routes) {
        let site = routes.site
        routes.visitors(.get, "/meetings/calendar") { _, _ in
            .redirect(to: "/meetings/calendar/\(today().year)")
        }
        routes.visitors(.get, "/meetings/calendar/{year}") { _, context in
            guard let text = context.parameters.get("year"), text.utf8.count == 4, let year = Int(text),
                let first = Day(year: year, month: 1, number: 1), let last = Day(year: year, month: 12, number: 31)
            else { throw HTTPError(.notFound) }
            let (span, now) = (try await store.span(), today().year)
            return .page(
                YearCalendarPage(
                    year: year, meetings: try await store.meetings(from: first, to: last),
                    years: min(span?.lowerBound.year ?? now, now)...max(span?.upperBound.year ?? now, now),
                    feeds: MeetingFeeds(outside: site.outside)
                ).page)
        }
    }

    private func addFeeds(to routes: inout Routes) {
        let site = routes.site
        routes.visitors(.get, "/meetings.ics") { _, _ in
            calendar(try await lately(nil), named: "Meetings of \(site.name)", as: "meetings", site)
        }
        routes.visitors(.get, "/meetings/{body}.ics") { _, context in
            let body = try await body(context)
            return calendar(try await lately(body.slug), named: body.name, as: body.slug, site)
        }
        routes.visitors(.get, "/meetings/{body}/{meeting}.ics") { _, context in
            let meeting = try await found(context, context.parameters.get("meeting") ?? "")
            return calendar([meeting], named: meeting.now.title, as: "\(meeting.bodySlug)-\(meeting.step)", site)
        }
        routes.visitors(.get, "/meetings.atom") { _, _ in
            feed("Meetings of \(site.name)", try await store.changedLately(AtomFeed.most), nil, site)
                .reply(named: "meetings.atom")
        }
        routes.visitors(.get, "/meetings/{body}.atom") { _, context in
            let body = try await body(context)
            let lately = try await store.changedLately(AtomFeed.most, of: body.slug)
            return feed("Meetings of \(body.name)", lately, body, site).reply(named: "\(body.slug).atom")
        }
    }

    private func feed(
        _ title: String, _ meetings: [AnnouncedMeeting], _ body: MeetingBody?, _ site: Site
    ) -> AtomFeed {
        let own = body.map { "/meetings/\($0.slug)" as Address } ?? "/meetings"
        return AtomFeed(
            id: body.map { NamedUUID("meetings.atom", partnership, $0.slug) }
                ?? NamedUUID("meetings.atom", partnership),
            title: title,
            subtitle: "Meetings as they are announced, moved or called off, and their papers as they are published.",
            author: site.name, address: body.map { "/meetings/\($0.slug).atom" } ?? "/meetings.atom", page: own,
            entries: MeetingFeed(meetings: meetings).entries, outside: site.outside, now: today().moments.lowerBound)
    }

    /// Those to come, and those of a year before: what is older has been read.
    private func lately(_ body: String?) async throws -> [AnnouncedMeeting] {
        try await store.meetings(from: today().adding(days: -366), of: body)
    }

    private func calendar(_ meetings: [AnnouncedMeeting], named name: String, as file: String, _ site: Site) -> Reply {
        let calendar = MeetingCalendar(name: name, meetings: meetings) { meeting in
            site.hasAddress ? site.outside(meeting.address) : nil
        }
        return .shown(calendar.bytes, type: "text/calendar; charset=utf-8; method=PUBLISH", named: "\(file).ics")
    }

    private func list(_ body: MeetingBody?, _ request: Request, _ site: Site) async throws -> MeetingsPage {
        let today = today()
        let part = PageOfMany(
            request.uri.queryParameters["page"].map(String.init), size: Self.most,
            total: try await store.countPast(before: today, of: body?.slug))
        let later = part.number == 1 ? try await store.meetings(from: today, of: body?.slug) : []
        let past = try await store.past(before: today, of: body?.slug, offset: part.offset, most: Self.most)
        return MeetingsPage(
            body: body, bodies: try await store.bodies(), coming: later.filter { !$0.isMinuted },
            past: later.filter(\.isMinuted).reversed() + past, part: part, today: today,
            feeds: MeetingFeeds(body: body, outside: site.outside))
    }

    private func body(_ context: VisitorContext) async throws -> MeetingBody {
        let slug = context.parameters.get("body")
        guard let body = try await store.bodies().first(where: { $0.slug == slug }) else { throw HTTPError(.notFound) }
        return body
    }

    private func found(_ context: VisitorContext, _ step: String) async throws -> AnnouncedMeeting {
        guard let body = context.parameters.get("body"),
            let meeting = try await store.meeting(of: body, at: step)
        else { throw HTTPError(.notFound) }
        return meeting
    }
}

import Hummingbird
import Publishing
import Storage
import Web

/// `/bodies`: who meets and who sits there, what they decided and who came, as it was published.
public struct CommitteeRoutes: Sendable {
    private let shelf: CommitteeShelf
    private let database: Database
    private let today: @Sendable () -> Day
    private let partnership: String
    private let outside: @Sendable (Address) -> String

    /// - Parameters:
    ///   - shelf: one for the whole site, so that what is published is read once.
    ///   - partnership: what the news are known by, wherever the site moves.
    ///   - outside: makes of an address within the site one that leads there from anywhere.
    ///   - today: the day it is for readers.
    public init(
        _ database: Database, shelf: CommitteeShelf, partnership: ID<Tenant>,
        outside: @escaping @Sendable (Address) -> String,
        today: @escaping @Sendable () -> Day
    ) {
        (self.database, self.today, self.outside) = (database, today, outside)
        self.partnership = partnership.description
        self.shelf = shelf
    }

    public func add(to routes: inout Routes) {
        let site = routes.site
        routes.visitors(.get, "/bodies") { _, _ in
            .page(BodiesPage(committees: try await shelf.committees(), today: today(), outside: site.outside).page)
        }
        routes.visitors(.get, "/bodies/{body}") { _, context in
            let (committees, body) = try await found(context)
            return .page(
                BodyPage(body: body, committees: committees, today: today(), outside: site.outside).page)
        }
        routes.visitors(.get, "/bodies/{body}/attendance.csv") { _, context in
            let (committees, body) = try await found(context)
            return table(AttendanceTally(committees, of: body), named: "\(body.slug)-attendance.csv")
        }
        routes.visitors(.get, "/bodies/members/{member}") { _, context in
            let (committees, person) = try await member(context)
            return .page(MemberPage(person: person, committees: committees, today: today()).page)
        }
        routes.visitors(.get, "/bodies/members/{member}/attendance.csv") { _, context in
            let (committees, person) = try await member(context)
            return table(AttendanceTally(committees, person: person.key), named: "\(person.slug)-attendance.csv")
        }
        addFeeds(to: &routes)
        PublicSearchRoutes(database: database, shelf: shelf, partnership: partnership, today: today).add(to: &routes)
        OParlRoutes(shelf: shelf, name: site.name, outside: outside).add(to: &routes)
    }

    private func addFeeds(to routes: inout Routes) {
        let site = routes.site
        routes.visitors(.get, "/bodies.atom") { _, _ in
            feed(try await shelf.committees(), nil, site).reply(named: "decisions.atom")
        }
        routes.visitors(.get, "/bodies/{body}.atom") { _, context in
            let (committees, body) = try await found(context)
            return feed(committees, body, site).reply(named: "\(body.slug)-decisions.atom")
        }
    }

    private func feed(
        _ committees: PublishedCommittees, _ body: PublishedCommittees.Committee?, _ site: Site
    ) -> AtomFeed {
        AtomFeed(
            id: body.map { NamedUUID("decisions.atom", partnership, $0.slug) }
                ?? NamedUUID("decisions.atom", partnership),
            title: "Minutes and decisions of \(body?.name ?? site.name)",
            subtitle: "Minutes as they are published, and what each meeting decided.", author: site.name,
            address: body.map { "/bodies/\($0.slug).atom" } ?? "/bodies.atom",
            page: body.map { "/bodies/\($0.slug)" } ?? "/bodies",
            entries: PublishedDecision.minuteEntries(committees, of: body)
                + PublishedDecision.entries(PublishedDecision.all(committees, of: body)),
            outside: site.outside, now: today().moments.lowerBound)
    }

    private func table(_ tally: AttendanceTally, named name: String) -> Reply {
        .download(tally.csv, type: "text/csv; charset=utf-8", named: name)
    }

    private func found(
        _ context: VisitorContext
    ) async throws -> (committees: PublishedCommittees, body: PublishedCommittees.Committee) {
        let committees = try await shelf.committees()
        guard let body = context.parameters.get("body").flatMap(committees.body(called:)) else {
            throw HTTPError(.notFound)
        }
        return (committees, body)
    }

    private func member(
        _ context: VisitorContext
    ) async throws -> (committees: PublishedCommittees, person: PublishedPerson) {
        let committees = try await shelf.committees()
        guard let person = context.parameters.get("member").flatMap(committees.person) else {
            throw HTTPError(.notFound)
        }
        return (committees, person)
    }
}

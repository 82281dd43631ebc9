import Hummingbird
import Publishing
import Storage
import Web

/// `/recommendations`: what bodies recommended to one another, and what became of it, as everybody is told.
public struct RecommendationNoticeRoutes: Sendable {
    private let store: RecommendationNoticeStore
    private let today: @Sendable () -> Day
    private let partnership: String

    /// - Parameters:
    ///   - partnership: what the news are known by, wherever the site moves.
    ///   - today: the day it is for readers.
    public init(_ database: Database, partnership: ID<Tenant>, today: @escaping @Sendable () -> Day) {
        store = RecommendationNoticeStore(database)
        (self.partnership, self.today) = (partnership.description, today)
    }

    public func add(to routes: inout Routes) {
        let site = routes.site
        routes.visitors(.get, "/recommendations") { request, _ in
            let (state, body) = (request.asked("state") ?? "", request.asked("body") ?? "")
            return .page(
                RecommendationsPage(
                    all: try await store.recommendations(), state: state, body: body, today: today(),
                    outside: site.outside
                ).page)
        }
        routes.visitors(.get, "/recommendations/{recommendation}") { _, context in
            let all = try await store.announcements(of: context.parameters.get("recommendation") ?? "")
            guard let page = RecommendationPage(announcements: all, today: today()) else { throw HTTPError(.notFound) }
            return .page(page.page)
        }
        routes.visitors(.get, "/recommendations.atom") { _, _ in
            let feed = RecommendationFeed(
                name: site.name, id: NamedUUID("recommendations.atom", partnership),
                announcements: try await store.lately(RecommendationFeed.most), outside: site.outside,
                now: today().moments.lowerBound)
            return .shown(feed.bytes, type: "application/atom+xml; charset=utf-8", named: "recommendations.atom")
        }
    }
}

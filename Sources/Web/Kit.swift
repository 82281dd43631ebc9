import Hummingbird
import Membership

/// The kit put together: a router on which only `Routes` can put pages, with everything around them that every answer
/// needs.
public struct Kit {
    public var routes: Routes
    let entrance: Entrance
    private let router: Router<WebContext>

    /// - Parameter entrance: what the sites of one program share.
    public init(site: Site, sessions: SessionStore, entrance: Entrance = Entrance()) {
        router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: RequestLog(requests: entrance.requests))
        router.add(middleware: Recognise(sessions: sessions, site: site))
        router.add(middleware: SecurityHeaders(isSecure: site.isSecure))
        router.add(middleware: ErrorPages(site: site))
        self.entrance = entrance
        routes = Routes(on: router, site: site, doorway: entrance.doorway)
    }

    public static func sinceStart() -> @Sendable () -> Duration {
        let start = ContinuousClock.now
        return { start.duration(to: .now) }
    }

    public consuming func responder() -> some HTTPResponder<WebContext> {
        // Added after all routes, it stands only before the answer that there is none.
        router.add(middleware: DeclaredMethods(routes.declarations))
        return AnsweringItself(inner: router.buildResponder())
    }
}

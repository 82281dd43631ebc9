import Hummingbird
import Membership

/// The kit put together: a router on which only `Routes` can put pages, with everything around them that every answer
/// needs.
public struct Kit {
    public var routes: Routes
    let doorway: Doorway
    let requests = RequestTally()
    private let router: Router<WebContext>

    /// - Parameters:
    ///   - limits: how much may be asked, and how much is worked on at once.
    ///   - elapsed: time by a clock that is never set, for the limits.
    public init(
        site: Site, sessions: SessionStore, limits: Limits = Limits(),
        elapsed: @escaping @Sendable () -> Duration = Self.sinceStart()
    ) {
        router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: RequestLog(requests: requests))
        router.add(middleware: Recognise(sessions: sessions, site: site))
        router.add(middleware: SecurityHeaders(isSecure: site.isSecure))
        router.add(middleware: ErrorPages(site: site))
        doorway = Doorway(limits, elapsed: elapsed)
        routes = Routes(on: router, site: site, doorway: doorway)
    }

    public static func sinceStart() -> @Sendable () -> Duration {
        let start = ContinuousClock.now
        return { start.duration(to: .now) }
    }

    public consuming func responder() -> some HTTPResponder<WebContext> {
        // Added after all routes, it stands only before the answer that there is none.
        router.add(middleware: DeclaredMethods(routes.declarations))
        return router.buildResponder()
    }
}

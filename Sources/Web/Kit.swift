import Hummingbird
import Membership

/// The kit put together: a router on which only `Routes` can put pages, with everything around them that every answer
/// needs.
public struct Kit {
    public var routes: Routes
    private let router: Router<WebContext>

    public init(site: Site, sessions: SessionStore) {
        router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: RequestLog())
        router.add(middleware: Recognise(sessions: sessions, site: site))
        router.add(middleware: SecurityHeaders(isSecure: site.isSecure))
        router.add(middleware: ErrorPages(site: site))
        routes = Routes(on: router, site: site)
    }

    public consuming func responder() -> some HTTPResponder<WebContext> {
        router.buildResponder()
    }
}

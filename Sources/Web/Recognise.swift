import Hummingbird
import Logging
import Membership

/// Turns the cookie into the session it stands for, before any route is reached.
struct Recognise: RouterMiddleware {
    let sessions: SessionStore
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.visit.path = request.uri.path
        let cookies = SessionCookie(site: site)
        context.visit.caller = Caller(
            address: ClientAddress.of(request.headers, peer: context.peer),
            browser: BrowserName.of(request.headers[.userAgent]),
            known: cookies.token(cookies.browser, in: request))
        context.visit.isFromThisMachine = ClientAddress.isOwn(request.headers, peer: context.peer)
        if let token = cookies.token(cookies.session, in: request) {
            context.visit.token = token
            context.visit.session = await session(with: token, logger: context.logger)
            let (sessions, now) = (sessions, site.now)
            context.visit.lookUp = { try await sessions.session(with: token, at: now()) }
        }
        return try await next(request, context)
    }

    /// Records that cannot be read make everybody a visitor: deny by default.
    private func session(with token: SessionToken, logger: Logger) async -> Session? {
        do {
            return try await sessions.session(with: token, at: site.now())
        } catch {
            logger.error("the session could not be looked up", metadata: ["error": "\(error)"])
            return nil
        }
    }
}

import Hummingbird
import Logging
import Membership

/// Turns the cookie into the member it stands for, before any route is reached.
struct Recognise: RouterMiddleware {
    let sessions: SessionStore
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.visit.path = request.uri.path
        if let cookie = request.cookies[SessionCookie.name(isSecure: site.isSecure)],
            let token = SessionToken(cookie.value),
            let member = await member(with: token, logger: context.logger)
        {
            context.visit.member = member
            context.visit.session = token
        }
        return try await next(request, context)
    }

    /// Records that cannot be read make everybody a visitor: deny by default.
    private func member(with token: SessionToken, logger: Logger) async -> Member? {
        do {
            return try await sessions.member(with: token, at: site.now())
        } catch {
            logger.error("the session could not be looked up", metadata: ["error": "\(error)"])
            return nil
        }
    }
}

/// S18: kept from scripts, sent only to this site, and over HTTPS bound to this very host.
enum SessionCookie {
    static func name(isSecure: Bool) -> String {
        isSecure ? "__Host-frankpledge" : "frankpledge"
    }

    static func holding(_ token: SessionToken, isSecure: Bool) -> Cookie {
        Cookie(
            name: name(isSecure: isSecure), value: token.text, maxAge: Int(SessionStore.lifetime), path: "/",
            secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    static func forgotten(isSecure: Bool) -> Cookie {
        Cookie(
            name: name(isSecure: isSecure), value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }
}

import HTTPTypes
import Hummingbird

/// What every answer tells the browser it may not do: S16, S19 to S22.
struct SecurityHeaders: RouterMiddleware {
    let isSecure: Bool

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = Self.policy
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        response.headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=(), payment=()"
        response.headers[.xFrameOptions] = "DENY"
        if isSecure {
            response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains"
        }
        // S21: what a member sees is nobody else's, not even a proxy's or the next person's at the same screen.
        if context.visit.member != nil, response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = "no-store"
        }
        // What was published may be withdrawn: whoever keeps a copy asks each time whether it still stands.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-cache" }
        return response
    }

    /// Nothing inline, nothing from elsewhere, nobody frames us.
    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'",
    ].joined(separator: "; ")

    /// For files that people gave us: shown nowhere, run nowhere.
    static let sandbox = "default-src 'none'; sandbox"
}

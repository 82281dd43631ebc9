import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// `/metrics`: figures for whoever watches over the program. Nothing of it is public (S49): it is there for programs on
/// this very machine, and for whoever knows the token. To all others there is nothing at this address.
public struct MetricsRoutes: Sendable {
    private let token: String?
    private let more: @Sendable (inout Exposition) async throws -> Void

    /// - Parameters:
    ///   - token: what is shown as `Authorization: Bearer …`; nil where nobody may ask from elsewhere.
    ///   - more: what else there is to tell, besides requests.
    public init(token: String?, more: @escaping @Sendable (inout Exposition) async throws -> Void) {
        (self.token, self.more) = (token, more)
    }

    /// - Parameter kit: whose requests are told of: of all routes that are added before this one.
    public func add(to kit: inout Kit) {
        let (entrance, declarations) = (kit.entrance, kit.routes.declarations)
        kit.routes.visitors(.get, "/metrics", as: .free) { request, context in
            guard context.visit.isFromThisMachine || isShown(in: request.headers) else { throw HTTPError(.notFound) }
            var exposition = Exposition()
            entrance.requests.expose(declarations, in: &exposition)
            entrance.doorway.expose(in: &exposition)
            try await more(&exposition)
            return Reply.shown(Array(exposition.text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
                .neverKept()
        }
    }

    /// Hashes are compared, so that timing tells nothing.
    private func isShown(in headers: HTTPFields) -> Bool {
        guard let token, let shown = headers[.authorization], shown.hasPrefix("Bearer ") else { return false }
        return SHA256.hash(data: Data(shown.dropFirst("Bearer ".count).utf8)) == SHA256.hash(data: Data(token.utf8))
    }
}

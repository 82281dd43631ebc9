import HTTPTypes
import Hummingbird

/// Only what was declared is answered (S49): at a known address any other method, `TRACE` among them, is told which there
/// are. It stands before what answers where no route does.
struct DeclaredMethods: RouterMiddleware {
    private let routes: [(steps: [Substring], method: HTTPRequest.Method)]

    init(_ declarations: [Routes.Declaration]) {
        routes = declarations.map { (Self.steps($0.path), $0.method) }
    }

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let allowed = methods(at: request.uri.path)
        guard allowed.isEmpty else { throw NotThisWay(allowed: allowed) }
        return try await next(request, context)
    }

    /// In alphabetical order; none where there is nothing at the address.
    func methods(at path: String) -> [String] {
        let steps = Self.steps(path)
        let found = routes.filter { route in
            route.steps.count == steps.count
                && zip(route.steps, steps).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }.map(\.method.rawValue)
        return Set(found.contains("GET") ? found + ["HEAD"] : found).sorted()
    }

    private static func steps(_ path: String) -> [Substring] {
        path.split(separator: "/")
    }
}

/// There is something at the address, but not by this method.
struct NotThisWay: Error {
    let allowed: [String]
}

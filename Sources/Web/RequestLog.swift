import Hummingbird
import Logging

/// One line and one count for each request: what was asked by its pattern, never by its address, which may name somebody (S22).
struct RequestLog: RouterMiddleware {
    let requests: RequestTally

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let spent = ContinuousClock.now - start
        requests.count(
            method: request.method.rawValue, route: context.endpointPath, status: response.status.code,
            seconds: spent / .seconds(1))
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)",
                "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)",
                "milliseconds": "\(spent / .milliseconds(1))",
            ])
        return response
    }
}

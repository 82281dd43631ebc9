import Hummingbird
import Logging
import Membership
import NIOCore
import NIOHTTP1

/// Turns every failure into a page that helps. There are three kinds and no more: a refusal (the domain says no),
/// turned away (sign in, or not yours), and a fault (ours: a reference number for the person, the rest in the log).
struct ErrorPages: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPParserError {
            // What came is not HTTP: the server says so and ends the connection.
            throw error
        } catch {
            if case TurnedAway.needsProof = error, request.method == .get,
                let here = Address(untrusted: request.uri.string)
            {
                return try await Reply.redirect(to: ("/account/proof" as Address).asking(["next": here.text]))
                    .response(to: request, context: context, visit: context.visit, site: site)
            }
            if !prefersJSON(request), let page = (error as? SignedOutMeanwhile)?.answer {
                return try await Reply.page(page, status: .unauthorized).neverKept()
                    .response(to: request, context: context, visit: context.visit, site: site)
            }
            let page = errorPage(for: error, request: request, logger: context.logger)
            let response = try await reply(page, to: request)
                .response(to: request, context: context, visit: context.visit, site: site)
            // A body that was not asked for would be read as the beginning of the next answer.
            return request.method == .head ? response.createHeadResponse() : response
        }
    }

    private func reply(_ page: ErrorPage, to request: Request) throws -> Reply {
        var reply =
            try isOfAPI(request)
            ? Reply.problem(Problem(page))
            : prefersJSON(request)
                ? Reply.json(["error": page.heading, "advice": page.advice], status: page.status)
                : .page(page.page, status: page.status)
        reply.headers = page.headers
        return reply
    }

    private func errorPage(for error: any Error, request: Request, logger: Logger) -> ErrorPage {
        switch error {
        case let refusals as Refusals: .refused(refusals)
        case TurnedAway.unknown:
            .signInFirst(then: address(of: request))
        case let out as SignedOutMeanwhile: .signInFirst(then: out.page, hadFiles: out.hadFiles)
        case TurnedAway.needsCode: .needsCode(then: address(of: request))
        case TurnedAway.needsProof: .needsProof
        case TurnedAway.notPermitted: .notPermitted
        case TurnedAway.breakable(let way):
            .breakable(at: way.asking(["next": address(of: request)?.text]))
        case TurnedAway.forgery: .staleForm
        case let error as FormError: ErrorPage(error)
        case let error as NoRoom: ErrorPage(.storage(error.reason))
        case let error as ComeAgain: ErrorPage(error)
        case let error as NotThisWay: ErrorPage(error)
        case let error as HTTPError where error.status == .notFound: .notFound
        case let error as any HTTPResponseError where error.status.code == 413: ErrorPage(.tooLarge(limit: nil))
        case let error as any HTTPResponseError where (400..<500).contains(error.status.code):
            .notUnderstood(error.status)
        default:
            {
                // The error goes to the log only: a page never prints one, for it may tell of the inside.
                logger.error("fault", metadata: ["error": "\(error)"])
                return .fault(reference: logger[metadataKey: "hb.request.id"]?.description ?? "unknown")
            }()
        }
    }

    /// Where to go on afterwards; a form is not sent again by itself.
    private func address(of request: Request) -> Address? {
        request.method == .get ? Address(untrusted: request.uri.string) : nil
    }

    /// Programs ask there, whatever they say they accept.
    private func isOfAPI(_ request: Request) -> Bool {
        request.uri.path.hasPrefix("/api/") || request.uri.path.hasPrefix("/oparl/")
    }

    private func prefersJSON(_ request: Request) -> Bool {
        guard let accept = request.headers[.accept] else { return false }
        return accept.contains("application/json") && !accept.contains("text/html")
    }
}

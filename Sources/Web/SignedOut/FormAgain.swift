import HTTPTypes
import Hummingbird
import Membership
import NIOCore

/// Shows somebody who is signed in again the form they were filling in, by asking for its page as their browser would.
public struct FormAgain: Sendable {
    /// Where it is asked for.
    public static let path = "/form-again"
    /// What answers the request that is being answered, and can be asked for another page.
    @TaskLocal fileprivate static var responder: (any HTTPResponder<WebContext>)?

    let site: Site

    /// - Throws: what the page throws.
    public func show(_ form: Form, _ context: MemberContext) async throws -> Reply {
        guard let responder = Self.responder, let session = context.visit.token,
            let kept = site.keeper?.open(form[FormKeeper.field], for: context.member.id, at: site.now())
        else { return .page(Self.gone, status: .gone) }
        let cookie = "\(SessionCookie(site: site).session)=\(session.text)"
        let request = Request(
            head: HTTPRequest(
                method: .get, scheme: "http", authority: site.name, path: kept.page, headerFields: [.cookie: cookie]),
            body: RequestBody(buffer: .init()))
        let typed = TypedBefore(kept.fields)
        let response = try await TypedBefore.$now.withValue(typed) {
            try await responder.respond(to: request, context: WebContext(within: context))
        }
        guard response.status == .ok, typed.unshown.isEmpty else { return .page(Self.words(of: kept)) }
        return Reply(content: .made(response))
    }

    private static let gone = Page(
        "That form cannot be shown", hasErrors: true,
        body: """
            <h1>That form cannot be shown</h1>
            <p class="lead">It was another person’s, or is too old. Nothing was saved.</p>
            <p><a href="/home">Go to your first page</a></p>
            """)

    /// Where the form is not there any more, or asks for other things now.
    private static func words(of kept: KeptForm) -> Page {
        Page(
            "What you had typed",
            body: """
                <h1>What you had typed</h1>
                <p class="lead">The form cannot be filled in again by itself. Nothing was saved: copy what you need from \
                here, and go back to the page.</p>
                \(Address(untrusted: kept.page).map { "<p><a href=\"\($0)\">Go back to the page</a></p>" })
                \(TypedBefore(kept.fields).unshown.html { name, text in
                    Field(name, name, .longText(rows: 4), value: text).html
                })
                """)
    }
}

/// Lets whoever answers a request ask for another page of the same site.
struct AnsweringItself<Inner: HTTPResponder>: HTTPResponder where Inner.Context == WebContext {
    let inner: Inner

    func respond(to request: Request, context: WebContext) async throws -> Response {
        try await FormAgain.$responder.withValue(inner) { try await inner.respond(to: request, context: context) }
    }
}

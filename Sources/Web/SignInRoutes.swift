import Hummingbird
import Membership

/// `/sign-in/{token}` and `/sign-out`. The address only shows a button: it is the form behind it that signs in, so that
/// a program that looks at links ahead does not use the address up (S22).
public struct SignInRoutes: Sendable {
    private let sessions: SessionStore
    private let address: SignInAddress

    public init(sessions: SessionStore, address: SignInAddress) {
        self.sessions = sessions
        self.address = address
    }

    public func add(to routes: inout Routes) {
        let site = routes.site
        routes.visitors(.get, "/sign-in/{token}") { _, context in
            guard context.visit.member == nil else { return .redirect(to: "/home") }
            return .page(SignInPages.confirm(context.parameters.get("token") ?? "")).neverKept()
        }
        routes.visitors(.post, "/sign-in") { form, _ in
            guard let token = SessionToken(form["token"]), await address.use(token, at: site.now()) else {
                return .page(SignInPages.spent, status: .forbidden)
            }
            // The one-time address is the built-in officer's; if others ended that membership, it lets nobody in.
            guard let session = try await sessions.begin(for: FirstOfficerStore.person, at: site.now()) else {
                return .page(SignInPages.spent, status: .forbidden)
            }
            return .redirect(to: "/home").setting(cookie: SessionCookie.holding(session, isSecure: site.isSecure))
        }
        routes.visitors(.post, "/sign-out") { _, context in
            if let session = context.visit.session, let member = context.visit.member {
                try await sessions.end(session, of: member, at: site.now())
            }
            return .redirect(to: "/").setting(cookie: SessionCookie.forgotten(isSecure: site.isSecure))
        }
    }
}

enum SignInPages {
    static func confirm(_ token: String) -> Page {
        Page(
            "Sign in",
            body: """
                <h1>Sign in</h1>
                <p class="lead">You opened a one-time address. It signs in one browser, once, as the partnership’s \
                officer.</p>
                <form method="post" action="/sign-in">
                <input type="hidden" name="token" value="\(token)">
                \(Button("Sign in as the officer").html)
                </form>
                """)
    }

    static let spent = Page(
        "This address has been used", hasErrors: true,
        body: """
            <h1>This address has been used</h1>
            <p class="lead">A one-time address signs in one browser, once, within a day. A new one was printed where the \
            program runs; it is also in the file <code>sign-in-address.txt</code> in the data folder.</p>
            <p>Open the new address there. If you are already signed in, <a href="/home">go to your first page</a>.</p>
            """)
}

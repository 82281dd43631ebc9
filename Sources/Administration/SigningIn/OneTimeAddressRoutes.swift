import Hummingbird
import Membership
import Storage
import Web

/// `/sign-in/{token}`, the addresses that whoever runs the program is told. One only shows a button: it is the form
/// behind it that signs in, so that a program that looks at links ahead does not use the address up (S22).
struct OneTimeAddressRoutes: Sendable {
    let addresses: SignInAddresses
    let sessions: SessionStore

    func add(to routes: inout Routes) {
        let (site, addresses, sessions) = (routes.site, addresses, sessions)
        let takesPart: @Sendable (ID<Person>) async throws -> Bool = {
            try await sessions.takesPart($0, at: site.now())
        }
        routes.visitors(.get, "/sign-in/{token}") { _, context in
            // Whoever must prove again who they are, and has no password, does so by a new address.
            if let session = context.visit.session, session.isProved(at: site.now()) { return .redirect(to: "/home") }
            guard try await addresses.work(where: takesPart) else { return Self.retired }
            let token = context.parameters.get("token") ?? ""
            return .page(SignInPages.confirm(token, context.visit)).neverKept()
        }
        routes.visitors(.post, "/sign-in/once", as: .signInForm) { form, context in
            guard let token = SessionToken(form["token"]),
                let person = try await addresses.use(token, at: site.now(), where: takesPart),
                let session = try await sessions.begin(
                    for: person, on: context.visit.caller.browser, at: site.now())
            else {
                // If others ended that membership, no address lets anybody in, and no new one is printed.
                guard try await addresses.work(where: takesPart) else { return Self.retired }
                return .page(SignInPages.spent, status: .forbidden)
            }
            return Reply.redirect(to: "/home").signingIn(session, at: site)
        }
    }

    private static let retired = Reply.page(SignInPages.retired, status: .gone).neverKept()
}

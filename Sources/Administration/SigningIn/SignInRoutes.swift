import HTTPTypes
import Hummingbird
import Membership
import Storage
import Web

/// `/sign-in`, `/sign-out`, and the links by which a password is chosen.
public struct SignInRoutes: Sendable {
    private let desk: SignInDesk
    private let addresses: SignInAddresses
    private let sessions: SessionStore
    private let links: PasswordLinkRoutes

    /// - Parameters:
    ///   - addresses: the one-time addresses that whoever runs the program is told.
    ///   - news: tells a person what became of how they sign in.
    ///   - sendsMail: whether letters leave the house, so that a new password can be asked for by email.
    public init(
        _ database: Database, identities: Identities, sessions: SessionStore, workers: PasswordWorkers,
        addresses: SignInAddresses, news: any AccountNews, sendsMail: Bool
    ) {
        self.addresses = addresses
        self.sessions = sessions
        let store = SignInStore(database, identities: identities, workers: workers, news: news)
        desk = SignInDesk(store: store, sendsMail: sendsMail)
        links = PasswordLinkRoutes(
            passwords: PasswordStore(database, identities: identities, workers: workers, news: news), signIn: store,
            links: SignInLinkStore(database, identities: identities), identities: identities, sendsMail: sendsMail)
    }

    public func add(to routes: inout Routes) {
        OneTimeAddressRoutes(addresses: addresses, sessions: sessions).add(to: &routes)
        desk.add(to: &routes)
        links.add(to: &routes)
        let (site, sessions, formAgain) = (routes.site, sessions, routes.formAgain)
        routes.members(.post, "/form-again", may: .keepOwnAccount) { form, context in
            try await formAgain.show(form, context)
        }
        routes.visitors(.post, "/sign-out") { _, context in
            if let token = context.visit.token, let member = context.visit.member {
                try await sessions.end(token, of: member, at: site.now())
            }
            return .redirect(to: "/").signingOut(at: site)
        }
    }
}

/// Signing in by email address and password, and then by a code where there is a second step.
struct SignInDesk: Sendable {
    let store: SignInStore
    let sendsMail: Bool

    func add(to routes: inout Routes) {
        let (site, sendsMail) = (routes.site, sendsMail)
        routes.visitors(.get, "/sign-in") { request, context in
            guard context.visit.member == nil else { return .redirect(to: "/home") }
            let next = request.uri.queryParameters["next"].map(String.init) ?? ""
            return .page(SignInPages.signIn(email: "", next: next, sendsMail: sendsMail)).neverKept()
        }
        routes.visitors(.post, "/sign-in", as: .signInForm) { form, context in
            do {
                let entrance = try await store.signIn(
                    form["email"], Password(typed: form.exactly("password")), from: context.visit.caller,
                    at: site.now())
                return Self.answer(to: form, entrance, at: site)
                    .signingIn(entrance.session, knownBy: entrance.browser, at: site)
            } catch let refusal as SignInRefusal {
                let page = SignInPages.signIn(
                    email: form["email"], next: form["next"], kept: form[FormKeeper.field], sendsMail: sendsMail,
                    refusals: Refusals(refusal))
                return .page(page, status: refusal.status).neverKept()
            }
        }
        addCode(to: &routes)
    }

    private func addCode(to routes: inout Routes) {
        let (site, sendsMail) = (routes.site, sendsMail)
        routes.visitors(.get, "/sign-in/code") { request, context in
            guard context.visit.member == nil else { return .redirect(to: "/home") }
            guard context.visit.token != nil else { return .redirect(to: "/sign-in") }
            return .page(SignInPages.code(next: request.uri.queryParameters["next"].map(String.init) ?? ""))
                .neverKept()
        }
        routes.visitors(.post, "/sign-in/code", as: .signInForm) { form, context in
            do {
                guard let half = context.visit.token, context.visit.member == nil else {
                    throw SignInRefusal.beginAgain
                }
                let entrance = try await store.enter(
                    form["code"], for: half, from: context.visit.caller, at: site.now())
                return Self.answer(to: form, entrance, at: site)
                    .signingIn(entrance.session, knownBy: entrance.browser, at: site)
            } catch SignInRefusal.beginAgain {
                let page = SignInPages.signIn(
                    email: "", next: form["next"], kept: form[FormKeeper.field], sendsMail: sendsMail,
                    refusals: Refusals(.beginAgain))
                return .page(page, status: .unprocessableContent).neverKept()
            } catch let refusal as SignInRefusal {
                let page = SignInPages.code(
                    next: form["next"], kept: form[FormKeeper.field], refusals: Refusals(refusal))
                return .page(page, status: refusal.status).neverKept()
            }
        }
    }

    /// What follows a right password or code. A form that somebody was filling in goes along until they are signed in; it is
    /// too long for an address, so that the next page is the answer itself.
    private static func answer(to form: Form, _ entrance: SignInStore.Entrance, at site: Site) -> Reply {
        let kept = form[FormKeeper.field]
        if entrance.owesCode {
            guard !kept.isEmpty else { return .redirect(to: code(form["next"])) }
            return Reply.page(SignInPages.code(next: form["next"], kept: kept)).neverKept()
        }
        let wayBack = site.keeper?.wayBack(kept, for: entrance.person, in: entrance.session, at: site.now())
        return wayBack.map { Reply.page($0).neverKept() } ?? .redirect(to: next(form["next"]))
    }

    /// Where somebody meant to go, if it is within the site (S6).
    static func next(_ text: String) -> Address {
        Address(untrusted: text) ?? "/home"
    }

    private static func code(_ next: String) -> Address {
        ("/sign-in/code" as Address).asking(["next": next.isEmpty ? nil : next])
    }
}

extension Refusals {
    /// A refusal of signing in, at the field it is about; where it must not be said which it is, at neither.
    init(_ refusal: SignInRefusal) {
        let field: String? =
            switch refusal {
            case .codeIsWrong, .codeCannotBeChecked: "code"
            case .passwordIsWrong: "password"
            case .notRecognised: "email"
            case .wait, .tooManyAtOnce, .linkIsSpent, .hasPassword, .beginAgain: nil
            }
        self.init(refusal.reason, field: field)
    }
}

extension SignInRefusal {
    var status: HTTPResponse.Status {
        switch self {
        case .wait: .tooManyRequests
        case .tooManyAtOnce: .serviceUnavailable
        default: .unprocessableContent
        }
    }
}

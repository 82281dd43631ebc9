import Hummingbird
import Membership
import Notices
import Storage
import Web

/// `/sign-in/forgotten`, `/invitation/{token}`, `/reset/{token}`: links by which a password is chosen, or where there is one,
/// by which an invitation is accepted. Opening one uses nothing up; the form behind it does (S22).
struct PasswordLinkRoutes: Sendable {
    let passwords: PasswordStore
    let signIn: SignInStore
    let links: SignInLinkStore
    let identities: Identities
    let sendsMail: Bool

    func add(to routes: inout Routes) {
        let site = routes.site
        let sendsMail = sendsMail
        if sendsMail { addForgotten(to: &routes) }
        addAccepting(to: &routes)
        for path in ["/invitation/{token}", "/reset/{token}"] {
            routes.visitors(.get, path) { _, context in
                guard let token = SessionToken(context.parameters.get("token") ?? ""),
                    let link = try await links.link(with: token, at: site.now())
                else { return Reply.page(SignInPages.linkIsSpent, status: .gone).neverKept() }
                return Reply.page(page(of: link, token: token, for: context.visit)).neverKept()
            }
        }
        routes.visitors(.post, "/password", as: .signInForm) { form, context in
            guard let token = SessionToken(form["token"]),
                let link = try await links.link(with: token, at: site.now())
            else { return Reply.page(SignInPages.linkIsSpent, status: .gone).neverKept() }
            do {
                let typed = form.exactly("password")
                let password = try Password(chosen: typed, unlike: [site.name, link.name, link.email.description])
                let entrance = try await passwords.choose(
                    password, by: token, from: context.visit.caller, at: site.now())
                return Reply.redirect(to: entrance.owesCode ? "/sign-in/code" : "/home")
                    .signingIn(entrance.session, knownBy: entrance.browser, at: site)
            } catch let refusal as PasswordRefusal {
                let refusals = Refusals(refusal.reason, field: "password")
                let page = SignInPages.choose(link, token: token, context.visit, refusals: refusals)
                return Reply.page(page, status: .unprocessableContent).neverKept()
            } catch SignInRefusal.hasPassword {
                let page = AcceptPage(
                    link: link, token: token, sendsMail: sendsMail, visit: context.visit,
                    refusals: Refusals(.hasPassword))
                return Reply.page(page.page, status: .unprocessableContent).neverKept()
            } catch SignInRefusal.linkIsSpent {
                return Reply.page(SignInPages.linkIsSpent, status: .gone).neverKept()
            }
        }
    }

    private func page(of link: SignInLink, token: SessionToken, for visit: Visit) -> Page {
        link.isForSigningIn
            ? AcceptPage(link: link, token: token, sendsMail: sendsMail, visit: visit).page
            : SignInPages.choose(link, token: token, visit)
    }

    /// Accepting an invitation with the password one has.
    private func addAccepting(to routes: inout Routes) {
        let (site, sendsMail) = (routes.site, sendsMail)
        routes.visitors(.post, "/invitation", as: .signInForm) { form, context in
            guard let token = SessionToken(form["token"]),
                let link = try await links.link(with: token, at: site.now()), link.isForSigningIn
            else { return Reply.page(SignInPages.linkIsSpent, status: .gone).neverKept() }
            do {
                let entrance = try await signIn.signIn(
                    link.email.description, Password(typed: form.exactly("password")), accepting: token,
                    from: context.visit.caller, at: site.now())
                return Reply.redirect(to: entrance.owesCode ? "/sign-in/code" : "/home")
                    .signingIn(entrance.session, knownBy: entrance.browser, at: site)
            } catch let refusal as SignInRefusal {
                // The address is not theirs to mistype: it is the link’s.
                let said = refusal == .notRecognised ? SignInRefusal.passwordIsWrong : refusal
                let page = AcceptPage(
                    link: link, token: token, sendsMail: sendsMail, visit: context.visit,
                    refusals: Refusals(said.reason, field: said == .passwordIsWrong ? "password" : nil))
                return Reply.page(page.page, status: refusal.status).neverKept()
            }
        }
    }

    private func addForgotten(to routes: inout Routes) {
        let site = routes.site
        routes.visitors(.get, "/sign-in/forgotten") { _, context in .page(SignInPages.forgotten(context.visit)) }
        routes.visitors(.post, "/sign-in/forgotten", as: .signInForm) { form, context in
            guard EmailAddress(form["email"]) != nil else {
                let refusals = Refusals("Enter an email address, like name@example.org", field: "email")
                return .page(SignInPages.forgotten(context.visit, refusals: refusals), status: .unprocessableContent)
            }
            let (time, identities) = (site.now(), identities)
            try await links.makeReset(forOwnerOf: form["email"], from: context.visit.caller, at: time) {
                db, link, token in
                try db.post(
                    .reset(link, openingAt: site.outside("/reset/\(token.text)"), from: site.name),
                    id: identities.new(at: time))
            }
            return .page(SignInPages.sent)
        }
    }
}

import Hummingbird
import Membership
import Web

/// `/account/password` and `/account/proof`: one’s own password, changed or shown to be known.
struct PasswordRoutes: Sendable {
    let passwords: PasswordStore
    let people: PersonStore

    func add(to routes: inout Routes) {
        let site = routes.site
        routes.members(.get, "/account/password", may: .keepOwnAccount) { _, context in
            .page(PasswordPages.change(for: context.visit))
        }
        routes.members(.post, "/account/password", may: .keepOwnAccount) { form, context in
            do {
                let email = try await people.person(context.member.id)?.details.email?.description ?? ""
                let new = try Password(
                    chosen: form.exactly("new-password"), unlike: [site.name, context.member.name, email])
                let token = try await passwords.change(
                    Password(typed: form.exactly("password")), to: new, in: context.session, at: site.now())
                return Reply.redirect(
                    to: ("/account" as Address).asking(["done": AccountPage.Done.passwordChanged.rawValue])
                ).signingIn(token, at: site)
            } catch let refusal as PasswordRefusal {
                let refusals = Refusals(refusal.reason, field: "new-password")
                return .page(PasswordPages.change(for: context.visit, refusals), status: .unprocessableContent)
            } catch let refusal as SignInRefusal {
                return .page(PasswordPages.change(for: context.visit, Refusals(refusal)), status: refusal.status)
            }
        }
        routes.members(.get, "/account/proof", may: .keepOwnAccount) { request, context in
            let next = request.uri.queryParameters["next"].map(String.init) ?? ""
            return .page(
                try await passwords.hasPassword(context.member.id)
                    ? PasswordPages.proof(for: context.visit, next: next) : PasswordPages.proofByAddress(next: next))
        }
        routes.members(.post, "/account/proof", may: .keepOwnAccount) { form, context in
            do {
                try await passwords.prove(
                    Password(typed: form.exactly("password")), in: context.session, at: site.now())
                return .redirect(to: Address(untrusted: form["next"]) ?? "/account")
            } catch let refusal as SignInRefusal {
                let page = PasswordPages.proof(for: context.visit, next: form["next"], Refusals(refusal))
                return .page(page, status: refusal.status)
            }
        }
    }
}

enum PasswordPages {
    static func change(for visit: Visit, _ refusals: Refusals? = nil) -> Page {
        Page(
            "Change your password", crumbs: [AccountPage.mention], hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Change your password</h1>
                <p class="lead">You will be signed out everywhere else.</p>
                \(PostForm(
                    to: "/account/password", visit,
                    """
                    \(Field("password", "Your password now", .password(isNew: false), refusals: refusals).html)
                    \(SignInPages.passwordField("new-password", "Your new password", refusals))
                    <p class="actions">\(Button("Change it").html) <a href="/account">Cancel</a></p>
                    """
                ).html)
                """)
    }

    static func proof(for visit: Visit, next: String, _ refusals: Refusals? = nil) -> Page {
        Page(
            "Prove that it is you", crumbs: [AccountPage.mention], hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Prove that it is you</h1>
                <p class="lead">What you want to do could do harm in the wrong hands, so we ask for your password again. \
                Then we do not ask for a quarter of an hour.</p>
                \(PostForm(
                    to: "/account/proof", visit, values: [("next", next)],
                    """
                    \(Field("password", "Your password", .password(isNew: false), refusals: refusals).html)
                    <p class="actions">\(Button("Go on").html) <a href="/home">Cancel</a></p>
                    """
                ).html)
                """)
    }

    /// For somebody who has no password to prove themselves by.
    static func proofByAddress(next: String) -> Page {
        Page(
            "Prove that it is you", crumbs: [AccountPage.mention],
            body: """
                <h1>Prove that it is you</h1>
                <p class="lead">What you want to do could do harm in the wrong hands, and you signed in by a one-time address more \
                than a quarter of an hour ago.</p>
                <p>Open the new address in this browser and press <em>Sign in</em> there; you need not sign out first. It was \
                printed where the program runs, and is in the file <code>sign-in-address.txt</code> in the data folder. Then \
                <a href="\(Address(untrusted: next) ?? "/account")">come back to what you wanted to do</a>.</p>
                """)
    }
}

import Hummingbird
import Membership
import Web
import Wording

/// `/account/second-step`: codes from one’s telephone, and recovery codes for when it is gone.
struct SecondStepRoutes: Sendable {
    let store: SecondFactorStore
    let people: PersonStore

    func add(to routes: inout Routes) {
        let site = routes.site
        routes.members(.get, "/account/second-step", may: .keepOwnAccount, asksForProof: true) { request, context in
            .page(try await page(context, next: request.asked("next") ?? "", site: site))
        }
        routes.members(.post, "/account/second-step/secret", may: .keepOwnAccount, asksForProof: true) {
            form, context in
            do {
                if try await people.person(context.member.id)?.details.email != nil {
                    _ = try await store.propose(to: context.member, at: site.now())
                }
            } catch SignInRefusal.beginAgain {}
            return .redirect(to: Self.here(then: form["next"]))
        }
        routes.members(.post, "/account/second-step", may: .keepOwnAccount, asksForProof: true) { form, context in
            do {
                let codes = try await store.confirm(form["code"], in: context.session, at: site.now())
                let next = Address(untrusted: form["next"])
                return Reply.page(SecondStepPages.codes(codes, isNew: true, then: next)).neverKept()
            } catch SignInRefusal.codeIsWrong {
                let page = try await page(context, next: form["next"], Refusals(.codeIsWrong), site: site)
                return .page(page, status: .unprocessableContent)
            } catch SignInRefusal.beginAgain {
                return .redirect(to: Self.here(then: form["next"]))
            }
        }
        routes.members(.post, "/account/second-step/codes", may: .keepOwnAccount, asksForProof: true) { _, context in
            do {
                let codes = try await store.renewCodes(in: context.session, at: site.now())
                return Reply.page(SecondStepPages.codes(codes, isNew: false)).neverKept()
            } catch SignInRefusal.beginAgain {
                return .redirect(to: "/account/second-step")
            }
        }
        routes.members(.post, "/account/second-step/removal", may: .keepOwnAccount, asksForProof: true) {
            _, context in
            try await store.remove(
                from: context.member.id, except: context.session.id, by: context.member.actor, at: site.now())
            return .redirect(to: ("/account" as Address).asking(["done": AccountPage.Done.secondStepRemoved.rawValue]))
        }
    }

    private static func here(then next: String) -> Address {
        ("/account/second-step" as Address).asking(["next": next.isEmpty ? nil : next])
    }

    /// - Parameter next: where somebody meant to go who was sent here for a second step.
    private func page(
        _ context: MemberContext, next: String, _ refusals: Refusals? = nil, site: Site
    ) async throws -> Page {
        if let known = try await store.secondFactor(of: context.member.id) {
            return SecondStepPages.known(known, for: context.visit)
        }
        guard let email = try await people.person(context.member.id)?.details.email else {
            return SecondStepPages.needsPassword
        }
        // Looking at the page writes nothing: a secret is made when somebody asks for one.
        guard let secret = try await store.proposal(to: context.member.id) else {
            return SecondStepPages.beginning(for: context.visit, next: next)
        }
        return SecondStepPages.propose(
            secret, as: secret.address(of: email.description, at: site.name), for: context.visit, next: next, refusals)
    }
}

enum SecondStepPages {
    static let title = "A second step when you sign in"

    static func beginning(for visit: Visit, next: String) -> Page {
        Page(
            title, crumbs: [AccountPage.mention],
            body: """
                <h1>\(title)</h1>
                <p class="lead">A code from your telephone, besides your password. Whoever learns your password still cannot \
                sign in as you.</p>
                <p>Have your telephone at hand, with an app on it that shows codes, such as FreeOTP, Aegis, or the one your \
                employer gives you. It takes two minutes.</p>
                \(PostForm(
                    to: "/account/second-step/secret", visit, values: [("next", next)],
                    "<p class=\"actions\">\(Button("Begin").html) <a href=\"/account\">Not now</a></p>"
                ).html)
                """)
    }

    static func propose(
        _ secret: OneTimeSecret, as address: String, for visit: Visit, next: String, _ refusals: Refusals?
    ) -> Page {
        Page(
            title, crumbs: [AccountPage.mention], hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>\(title)</h1>
                <p class="lead">A code from your telephone, besides your password. Whoever learns your password still cannot \
                sign in as you.</p>
                <ol>
                <li>Put an app that shows codes on your telephone, such as FreeOTP, Aegis, or the one your employer \
                gives you.</li>
                <li>Let it read this picture: \(QRCode(address, describedAs: "A QR code with the secret below").html)
                Without a camera, type this secret instead: <code>\(secret.typed)</code></li>
                <li>Type the code it shows.</li>
                </ol>
                \(PostForm(
                    to: "/account/second-step", visit, values: [("next", next)],
                    """
                    \(Field("code", "Code", hint: "Six digits", .oneTimeCode, refusals: refusals).html)
                    <p class="actions">\(Button("Turn it on").html) <a href="/account">Not now</a></p>
                    """
                ).html)
                """)
    }

    static func known(_ known: SecondFactor, for visit: Visit) -> Page {
        Page(
            title, crumbs: [AccountPage.mention],
            body: """
                <h1>\(title)</h1>
                <p class="lead">It is on since \(known.since.day). You are asked for a code whenever you sign in.</p>
                <h2>Recovery codes</h2>
                <p>Each gets you in once when your telephone is gone. You have \(known.recoveryCodesLeft) left.</p>
                \(PostForm(
                    to: "/account/second-step/codes", visit,
                    Button("Make new recovery codes", weight: .secondary).html
                ).html)
                <h2>A new telephone</h2>
                <p>Take the second step away here, and set it up again with the new one. Until then you cannot do what asks \
                for it.</p>
                \(PostForm(
                    to: "/account/second-step/removal", visit,
                    Button("Take the second step away", weight: .warning).html
                ).html)
                """)
    }

    /// - Parameter next: where they meant to go before.
    static func codes(_ codes: [RecoveryCode], isNew: Bool, then next: Address? = nil) -> Page {
        Page(
            "Your recovery codes", crumbs: [AccountPage.mention],
            body: """
                \(Notice(
                    .success,
                    isNew ? "The second step is on, and you were signed out everywhere else."
                        : "New recovery codes were made; the old ones no longer work."
                ).html)
                <h1>Your recovery codes</h1>
                <p class="lead">Print them or write them down, and keep them where you keep keys. Each gets you in once when \
                your telephone is gone. They are shown this once.</p>
                <ul class="recovery-codes">
                \(codes.html { "<li><code>\($0.text)</code></li>" })
                </ul>
                <p>\(Button("I have kept them", to: next ?? "/account").html)</p>
                """)
    }

    static let needsPassword = Page(
        title, crumbs: [AccountPage.mention],
        body: """
            <h1>\(title)</h1>
            <p class="lead">It comes after a password, and you sign in by one-time addresses, which need neither.</p>
            """)
}

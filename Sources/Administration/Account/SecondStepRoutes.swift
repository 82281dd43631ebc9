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
                    _ = try await store.propose(in: context.session, at: site.now())
                }
            } catch SignInRefusal.beginAgain {}
            return .redirect(to: Self.here(then: form["next"]))
        }
        routes.members(.post, "/account/second-step", may: .keepOwnAccount, asksForProof: true) { form, context in
            do {
                let set = try await store.confirm(form["code"], in: context.session, at: site.now())
                let next = Address(untrusted: form["next"])
                return Reply.page(SecondStepPages.codes(set.codes, isNew: true, then: next)).neverKept()
                    .signingIn(set.token, at: site)
            } catch SignInRefusal.codeIsWrong {
                let page = try await page(context, next: form["next"], Refusals(.codeIsWrong), site: site)
                return .page(page, status: .unprocessableContent)
            } catch SignInRefusal.beginAgain {
                return .redirect(to: Self.here(then: form["next"]))
            }
        }
        addChanges(to: &routes)
    }

    /// What changes a second step that there is: each asks for a code in the same form, for an open browser or a copied cookie
    /// is not the telephone.
    private func addChanges(to routes: inout Routes) {
        let site = routes.site
        routes.members(.post, "/account/second-step/codes", may: .keepOwnAccount, asksForProof: true) { form, context in
            try await changing(.codes, context, at: site) {
                let codes = try await store.renewCodes(
                    by: form[SecondStepPages.Change.codes.field], in: context.session, at: site.now())
                return Reply.page(SecondStepPages.codes(codes, isNew: false)).neverKept()
            }
        }
        routes.members(.post, "/account/second-step/removal", may: .keepOwnAccount, asksForProof: true) {
            form, context in
            try await changing(.removal, context, at: site) {
                try await store.remove(
                    by: form[SecondStepPages.Change.removal.field], in: context.session, at: site.now())
                return .redirect(
                    to: ("/account" as Address).asking(["done": AccountPage.Done.secondStepRemoved.rawValue]))
            }
        }
    }

    private func changing(
        _ change: SecondStepPages.Change, _ context: MemberContext, at site: Site,
        _ body: () async throws -> Reply
    ) async throws -> Reply {
        do {
            return try await body()
        } catch SignInRefusal.beginAgain {
            return .redirect(to: "/account/second-step")
        } catch let refusal as SignInRefusal {
            let isOfCode = refusal == .codeIsWrong || refusal == .codeCannotBeChecked
            let page = try await page(
                context, next: "", Refusals(refusal.reason, field: isOfCode ? change.field : nil), site: site)
            return .page(page, status: refusal.status)
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
            return SecondStepPages.known(known, for: context.visit, refusals)
        }
        guard let email = try await people.person(context.member.id)?.details.email else {
            return SecondStepPages.needsPassword
        }
        // Looking at the page writes nothing: a secret is made when somebody asks for one.
        guard let secret = try await store.proposal(in: context.session, at: site.now()) else {
            return SecondStepPages.beginning(for: context.visit, next: next)
        }
        return SecondStepPages.propose(
            secret, as: secret.address(of: email.description, at: site.name), for: context.visit, next: next, refusals)
    }
}

enum SecondStepPages {
    static let title = "A second step when you sign in"

    /// What can be done to a second step that there is.
    enum Change {
        case codes, removal

        /// Where the code for it is typed: each form of the page has its own.
        var field: String { self == .codes ? "code-for-codes" : "code-for-removal" }
        fileprivate var label: String { self == .codes ? "Code for new recovery codes" : "Code for taking it away" }
    }

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

    static func known(_ known: SecondFactor, for visit: Visit, _ refusals: Refusals?) -> Page {
        Page(
            title, crumbs: [AccountPage.mention], hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>\(title)</h1>
                <p class="lead">It is on since \(known.since.day). You are asked for a code whenever you sign in.</p>
                <h2>Recovery codes</h2>
                <p>Each gets you in once when your telephone is gone. You have \(known.recoveryCodesLeft) left.</p>
                \(PostForm(
                    to: "/account/second-step/codes", visit,
                    """
                    \(code(for: .codes, refusals))
                    <p class="actions">\(Button("Make new recovery codes", weight: .secondary).html)</p>
                    """
                ).html)
                <h2>A new telephone</h2>
                <p>Take the second step away here, and set it up again with the new one. Until then you cannot do what asks \
                for it.</p>
                \(PostForm(
                    to: "/account/second-step/removal", visit,
                    """
                    \(code(for: .removal, refusals))
                    <p class="actions">\(Button("Take the second step away", weight: .warning).html)</p>
                    """
                ).html)
                """)
    }

    private static func code(for change: Change, _ refusals: Refusals?) -> HTML {
        Field(
            change.field, change.label,
            hint: "Six digits from your telephone that you have not used yet, or a recovery code", .oneTimeCode,
            refusals: refusals
        ).html
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

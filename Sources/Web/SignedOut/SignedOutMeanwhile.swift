import Foundation
import HTTPTypes
import Hummingbird
import Membership

/// Somebody sent a form and is signed in no more: an hour passed, or they signed out elsewhere.
struct SignedOutMeanwhile: Error {
    /// Where the form stood.
    let page: Address?
    /// What was typed, closed; nil where there was nothing that could be kept.
    let kept: String?
    let hadFiles: Bool

    /// Reads what was typed, and acts upon none of it.
    init(_ request: Request, visit: Visit, site: Site, takesFiles: Bool, patience: Patience) async {
        page = Self.page(of: request, visit: visit, site: site)
        hadFiles = takesFiles
        kept = await Self.kept(request, visit: visit, site: site, from: page, patience: patience)
    }

    private static func kept(
        _ request: Request, visit: Visit, site: Site, from page: Address?, patience: Patience
    ) async -> String? {
        guard let page, let keeper = site.keeper, let session = visit.token, !isAboutSigningIn(visit.path),
            AntiForgery.isFromHere(request.headers, authority: request.head.authority, own: site.origin),
            let all = try? await Form.typed(request, upTo: FormKeeper.mostBytes, patience: patience),
            let token = all[AntiForgery.field]?.first
        else { return nil }
        let typed = all.filter { $0.key != AntiForgery.field && !isSecret($0.key) }
        guard typed.values.contains(where: { $0.contains { !$0.isEmpty } }) else { return nil }
        return keeper.keep(
            KeptForm(session: session.text, token: token, page: page.text, fields: typed, at: site.now()))
    }

    /// What must be typed anew in any case, and is never carried through a page.
    static func isSecret(_ name: String) -> Bool {
        name.contains("password") || name.contains("secret") || name == "code"
    }

    private static let aboutSigningIn = [
        "/account/password", "/account/proof", "/account/second-step", "/account/sessions", "/sign-in", "/sign-out",
        "/break-glass", FormAgain.path,
    ]

    private static func isAboutSigningIn(_ path: String) -> Bool {
        aboutSigningIn.contains { path.hasPrefix($0) }
    }

    /// The page of ours that the browser says it was on; else where the form was sent to, which is the same mostly.
    private static func page(of request: Request, visit: Visit, site: Site) -> Address? {
        let sentTo = Address(untrusted: visit.path)
        guard let referer = request.headers[.referer], let parts = URLComponents(string: referer),
            let origin = Site.origin(of: referer), let authority = request.head.authority,
            origin == site.origin || ["http://\(authority)", "https://\(authority)"].contains(origin),
            let page = Address(
                untrusted: parts.percentEncodedPath + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")),
            !isAboutSigningIn(page.text)
        else { return sentTo }
        return page
    }
}

extension SignedOutMeanwhile {
    /// Where they sign in again, with what they typed.
    var answer: Page? {
        kept.map { kept in
            Page(
                "You were signed out while you wrote", hasErrors: true,
                body: """
                    <h1>You were signed out while you wrote</h1>
                    <p class="lead">Nothing was saved, and nothing you typed is lost. Sign in here as yourself, and the form \
                    comes back with your words in it.</p>
                    <p>It happens when nothing was asked for in an hour, when you sign out in another window, or when \
                    somebody changed what you may do.\(hadFiles ? " Files are not kept: when you are signed in again, choose the file again." : nil)</p>
                    <form method="post" action="/sign-in" novalidate>
                    <input type="hidden" name="next" value="\(page?.text ?? "")">
                    \(FormKeeper.hidden(kept))
                    \(Field("email", "Email address", .email(isAccount: true)).html)
                    \(Field("password", "Password", .password(isNew: false)).html)
                    <p class="actions">\(Button("Sign in and go on").html)</p>
                    </form>
                    """)
        }
    }
}

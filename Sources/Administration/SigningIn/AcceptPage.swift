import Membership
import Web

/// What an invitation opens for somebody who has a password on this installation, as from another partnership: they sign in
/// with it, and so take part here too.
struct AcceptPage {
    let link: SignInLink
    let token: SessionToken
    let sendsMail: Bool
    let visit: Visit
    var refusals: Refusals?

    var page: Page {
        let title = "Welcome, \(link.name)"
        return Page(
            title, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>\(title)</h1>
                <p class="lead">You are invited to take part here. You have a password on this system already, from another \
                partnership that it serves: sign in with it to accept.</p>
                <p>Your password stays as it is, here and there. If you set up a second step of signing in, its code is \
                asked for next.</p>
                <form method="post" action="/invitation" novalidate>
                \(AntiForgeryField(visit).html)
                <input type="hidden" name="token" value="\(token.text)">
                <input type="hidden" name="email" value="\(link.email.description)" autocomplete="username">
                <p>Your email address: \(link.email.description)</p>
                \(Field("password", "Your password", .password(isNew: false), refusals: refusals).html)
                <p class="actions">\(Button("Sign in and take part").html)</p>
                </form>
                \(forgotten)
                """)
    }

    private var forgotten: HTML {
        sendsMail
            ? "<p>If you have forgotten it, <a href=\"/sign-in/forgotten\">choose a new password by email</a>: it is then new at every partnership where you take part.</p>"
            : "<p>If you have forgotten it, ask whoever looks after this system for a link to choose a new one.</p>"
    }
}

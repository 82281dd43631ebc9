import Membership
import Storage
import Web

/// The pages before somebody is signed in.
enum SignInPages {
    /// - Parameter kept: a form that goes along until somebody is signed in again.
    static func signIn(
        email: String, next: String, kept: String = "", sendsMail: Bool, refusals: Refusals? = nil
    ) -> Page {
        Page(
            "Sign in", hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Sign in</h1>
                <form method="post" action="/sign-in" novalidate>
                <input type="hidden" name="next" value="\(next)">
                \(FormKeeper.hidden(kept))
                \(Field("email", "Email address", .email(isAccount: true), value: email, refusals: refusals).html)
                \(Field("password", "Password", .password(isNew: false), refusals: refusals).html)
                <p class="actions">\(Button("Sign in").html)</p>
                </form>
                \(forgotten(sendsMail))
                <p>People are invited by the partnership’s officers: ask them if you take part and cannot sign in.</p>
                """)
    }

    private static func forgotten(_ sendsMail: Bool) -> HTML {
        sendsMail
            ? "<p><a href=\"/sign-in/forgotten\">Choose a new password by email</a></p>"
            : "<p>If you have forgotten your password, ask whoever looks after this system for a link to choose a new one.</p>"
    }

    static func code(next: String, kept: String = "", refusals: Refusals? = nil) -> Page {
        Page(
            "Enter your code", hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Enter your code</h1>
                <p class="lead">Open the app on your telephone that shows codes for this site.</p>
                <form method="post" action="/sign-in/code" novalidate>
                <input type="hidden" name="next" value="\(next)">
                \(FormKeeper.hidden(kept))
                \(Field(
                    "code", "Code", hint: "Six digits, or one of your recovery codes", .oneTimeCode,
                    refusals: refusals
                ).html)
                <p class="actions">\(Button("Go on").html) <a href="/sign-in">Sign in as somebody else</a></p>
                </form>
                """)
    }

    /// - Parameter visit: of somebody who may be signed in, and proves anew who they are.
    static func confirm(_ token: String, _ visit: Visit) -> Page {
        Page(
            "Sign in",
            body: """
                <h1>Sign in</h1>
                <p class="lead">You opened a one-time address. It signs in one browser, once, as the person it was made \
                for.</p>
                <form method="post" action="/sign-in/once">
                \(AntiForgeryField(visit).html)
                <input type="hidden" name="token" value="\(token)">
                \(Button("Sign in").html)
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

    static let retired = Page(
        "One-time addresses no longer work here", hasErrors: true,
        body: """
            <h1>One-time addresses no longer work here</h1>
            <p class="lead">They are for the first officer that the program brings along. The partnership has officers of its \
            own now, and has ended that one’s membership.</p>
            <p><a href="/sign-in">Sign in</a> with your email address and password. If you have none, ask an officer of the \
            partnership to invite you, or whoever runs the program.</p>
            """)

    static func forgotten(_ visit: Visit, refusals: Refusals? = nil) -> Page {
        Page(
            "Choose a new password", crumbs: [signInMention], hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Choose a new password</h1>
                <p class="lead">We will send a link to your email address. It works once, for half an hour.</p>
                <form method="post" action="/sign-in/forgotten" novalidate>
                \(AntiForgeryField(visit).html)
                \(Field("email", "Email address", .email(isAccount: true), refusals: refusals).html)
                <p class="actions">\(Button("Send the link").html) <a href="/sign-in">Cancel</a></p>
                </form>
                """)
    }

    /// The same whether somebody has the address or not (S32).
    static let sent = Page(
        "Look at your email", crumbs: [signInMention],
        body: """
            <h1>Look at your email</h1>
            <p class="lead">If somebody who takes part here has that address, a link is on its way to it.</p>
            <p>It should be there in a few minutes; look among unwanted mail too. It works once, for half an hour.</p>
            """)

    static func choose(
        _ link: SignInLink, token: SessionToken, _ visit: Visit, refusals: Refusals? = nil
    ) -> Page {
        let title = link.purpose == .invitation ? "Welcome, \(link.name)" : "Choose a new password"
        return Page(
            title, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>\(title)</h1>
                <p class="lead">\(link.purpose == .invitation
                    ? "You are invited to take part here. Choose a password; with your email address it signs you in."
                    : "Wherever you are signed in now, you will be signed out.")</p>
                <form method="post" action="/password" novalidate>
                \(AntiForgeryField(visit).html)
                <input type="hidden" name="token" value="\(token.text)">
                <input type="hidden" name="email" value="\(link.email.description)" autocomplete="username">
                \(passwordField("password", "Your new password", refusals))
                <p class="actions">\(Button("Keep this password").html)</p>
                </form>
                """)
    }

    static let linkIsSpent = Page(
        "This link no longer works", hasErrors: true,
        body: """
            <h1>This link no longer works</h1>
            <p class="lead">A link works once, an invitation for a day and a new password for half an hour.</p>
            <p>If you chose a password by it already, <a href="/sign-in">sign in</a>. If not, \
            <a href="/sign-in/forgotten">ask for a new link</a>, or ask the officer who invited you.</p>
            """)

    static func passwordField(_ name: String, _ label: String, _ refusals: Refusals?) -> HTML {
        Field(
            name, label,
            hint:
                "At least \(Password.shortest) characters. Four words that have nothing to do with each other are good",
            .password(isNew: true), refusals: refusals
        ).html
    }

    private static let signInMention = Mention(at: "/sign-in", titled: "Sign in")
}

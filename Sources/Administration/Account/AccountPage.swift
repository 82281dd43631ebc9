import Foundation
import Membership
import Storage
import Web
import Wording

/// `/account`.
struct AccountPage {
    /// What was just done, to be said once.
    enum Done: String {
        case passwordChanged = "password"
        case secondStepRemoved = "second-step-removed"
        case sessionEnded = "session"
        case othersEnded = "others"
        case glassEnded = "glass"

        var words: String {
            switch self {
            case .passwordChanged: "Your password was changed, and you were signed out everywhere else."
            case .secondStepRemoved: "Your second step was taken away."
            case .sessionEnded: "That browser was signed out."
            case .othersEnded: "You were signed out everywhere else."
            case .glassEnded: "What you had opened by breaking the glass is closed again."
            }
        }
    }

    let session: Session
    let email: EmailAddress?
    let hasPassword: Bool
    let secondFactor: SecondFactor?
    let sessions: [OpenSession]
    let done: Done?

    static let mention = Mention(at: "/account", titled: "Your account")

    func page(for visit: Visit) -> Page {
        Page(
            "Your account", width: .wide,
            body: """
                <h1>Your account</h1>
                \(done.map { Notice(.success, $0.words).html })
                \(SummaryList([
                    ("Name", HTML(text: session.member.name)),
                    ("Email address", HTML(text: email?.description ?? "None: you sign in by a one-time address")),
                    ("Password", password), ("Second step", secondStep),
                ]).html)
                \(seats)
                <p><a href="/account/notices">How you are told of what is new</a></p>
                <p><a href="/account/activity">What you did here, and who signed in as you</a></p>
                <h2>Where you are signed in</h2>
                <p class="measure">You are signed out automatically after an hour in which you ask for nothing, and after \
                twelve hours anyhow. If you do not know one of these, end it and change your password.</p>
                \(table(visit))
                \(sessions.count > 1 ? endOthers(visit) : nil)
                \(emergencies)
                """)
    }

    /// For those who may break the glass, and those who oversee it.
    private var emergencies: HTML? {
        let (may, oversees) = (session.member.may(.breakGlass), session.member.may(.overseeGlass))
        guard may || oversees else { return nil }
        return """
            <h2>In an emergency</h2>
            <p class="measure">When something cannot wait and nobody can be reached whose seat lets them see to it, the glass can             be broken: a permission for a while, before witnesses.</p>
            <ul>
            \(may ? "<li><a href=\"/break-glass\">Break the glass</a></li>" : nil)
            \(oversees ? "<li><a href=\"/broken-glass\">Who broke it, and what they opened</a></li>" : nil)
            </ul>
            """
    }

    private var seats: HTML? {
        guard session.member.may(.seeWhoIsWho) else { return nil }
        return """
            <p><a href="/partnership/people/\("\(session.member.id)")">Your seats, and what they let you do</a></p>
            """
    }

    private var password: HTML {
        guard email != nil else { return "None" }
        return hasPassword
            ? "Set. <a href=\"/account/password\">Change it</a>" : "None yet: ask for a link to choose one"
    }

    private var secondStep: HTML {
        guard let secondFactor else {
            return hasPassword
                ? "\(Tag("Off", .waiting).html) <a href=\"/account/second-step\">Set it up</a>"
                : "It comes after a password"
        }
        let left = secondFactor.recoveryCodesLeft
        return """
            \(Tag("On", .good).html) since \(secondFactor.since.day). \
            \(left == 1 ? "1 recovery code is" : "\(left) recovery codes are") left. \
            <a href="/account/second-step">Change it</a>
            """
    }

    private func table(_ visit: Visit) -> HTML {
        DataTable(
            "Browsers you are signed in on",
            columns: [.text("Browser"), .text("Since"), .text("Last seen"), .text("End")],
            rows: sessions.map { open in
                let isThis = open.id == session.id
                let end = PostForm(
                    to: "/account/sessions/\(open.id)/end", visit,
                    """
                    <button class="link-button" type="submit">Sign out<span class="visually-hidden"> \(open.name)</span></button>
                    """
                ).html
                return [
                    "\(open.name)\(isThis ? " \(Tag("This one").html)" : nil)" as HTML,
                    HTML(text: open.beganAt.dayAndTime), HTML(text: open.seenAt.dayAndTime),
                    isThis ? "" : end,
                ]
            }
        ).html
    }

    private func endOthers(_ visit: Visit) -> HTML {
        PostForm(
            to: "/account/sessions/others/end", visit,
            Button("Sign out everywhere else", weight: .secondary).html
        ).html
    }
}

extension OpenSession {
    var name: String {
        let browser = browser.isEmpty ? "A browser" : browser
        return means == .address ? "\(browser), by a one-time address" : browser
    }
}

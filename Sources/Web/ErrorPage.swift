import HTTPTypes
import Wording

/// What went wrong, in a person's words, and what to do next.
struct ErrorPage: Sendable {
    let status: HTTPResponse.Status
    let heading: String
    let advice: String
    var action: Button?
    /// What a program should know besides.
    var headers = HTTPFields()

    var page: Page {
        Page(
            heading,
            body: """
                <h1>\(heading)</h1>
                <p class="lead">\(advice)</p>
                \(action.map { "<p>\($0.html)</p>" })
                """)
    }

    static let notFound = ErrorPage(
        status: .notFound, heading: "Page not found",
        advice: "There is nothing at this address. If you typed it, check it for a slip. If you followed a link, "
            + "what it led to may have been taken away, or may not be yours to see.",
        action: Button("Go to the first page", to: "/", weight: .secondary))

    /// - Parameters:
    ///   - address: where they meant to go.
    ///   - hadFiles: whether they sent a file, which was not looked at.
    static func signInFirst(then address: Address?, hadFiles: Bool = false) -> ErrorPage {
        ErrorPage(
            status: .unauthorized, heading: "Sign in first",
            advice:
                "This page is for people who take part in the partnership. If you signed in before, you were signed "
                + "out because nothing was asked for in an hour, or somebody changed what you may do."
                + (hadFiles ? " Nothing was saved: when you are signed in again, choose the file again." : ""),
            action: Button("Sign in", to: ("/sign-in" as Address).asking(["next": address?.text])))
    }

    /// - Parameter address: where they meant to go, and are led once they have it.
    static func needsCode(then address: Address?) -> ErrorPage {
        ErrorPage(
            status: .forbidden, heading: "This asks for a second step",
            advice:
                "Your seat lets you do this, but only after you sign in with a code from your telephone as well as your "
                + "password. Setting that up takes two minutes.",
            action: Button(
                "Set up the second step", to: ("/account/second-step" as Address).asking(["next": address?.text])))
    }

    static let needsProof = ErrorPage(
        status: .forbidden, heading: "Prove that it is you",
        advice: "Nothing was saved: this is only done within a quarter of an hour of proving who you are. Enter your "
            + "password, go back, and send the form again.",
        action: Button("Enter your password", to: "/account/proof"))

    static let notPermitted = ErrorPage(
        status: .forbidden, heading: "This is not yours to open",
        advice: "You are signed in, but your seat does not hold the permission this page asks for. Ask whoever "
            + "looks after the partnership’s members if you should have it.",
        action: Button("Go to your first page", to: "/home", weight: .secondary))

    /// - Parameter address: where the glass is broken for it.
    static func breakable(at address: Address) -> ErrorPage {
        ErrorPage(
            status: .forbidden, heading: "This is not yours to open",
            advice:
                "You are signed in, but your seat does not hold the permission this page asks for. In an emergency, "
                + "when nobody who holds it can be reached, you can open it for a while: the officers are told at once.",
            action: Button("Break the glass", to: address, weight: .secondary))
    }

    static let staleForm = ErrorPage(
        status: .forbidden, heading: "That form has gone stale",
        advice: "Nothing was saved. The page was open since before you last signed in, or was sent from another "
            + "site. Go back, load the page again, and send the form once more.")

    /// Where the route has no page of its own to give the form back on, as for a table or a picture.
    static func refused(_ refusals: Refusals) -> ErrorPage {
        let sentences = refusals.all.map(\.message.withFullStop)
        return ErrorPage(
            status: .unprocessableContent, heading: "That cannot be answered",
            advice: sentences.joined(separator: " "))
    }

    static func notUnderstood(_ status: HTTPResponse.Status) -> ErrorPage {
        ErrorPage(
            status: status, heading: "That request could not be understood",
            advice: "Nothing was changed. Go back and try again; if you came by a link, the link is at fault.")
    }

    static func fault(reference: String) -> ErrorPage {
        ErrorPage(
            status: .internalServerError, heading: "Something went wrong on our side",
            advice: "What you sent may not have been saved: go back and look before you send it again. If it happens "
                + "again, tell whoever runs this system, and quote the reference \(reference).")
    }
}

extension ErrorPage {
    init(_ error: ComeAgain) {
        let seconds: Int
        switch error {
        case .tooMany(let wait):
            seconds = max(1, Int((wait / .seconds(1)).rounded(.up)))
            self.init(
                status: .tooManyRequests, heading: "Too much was asked at once",
                advice: "What you sent was not looked at, and nothing was saved. You, or others who share your "
                    + "connection, asked for more than one place may in a minute. Wait "
                    + "\(seconds == 1 ? "a second" : "\(seconds) seconds"), then try again.")
        case .full:
            seconds = 5
            self.init(
                status: .serviceUnavailable, heading: "Very many people are here just now",
                advice: "What you sent was not looked at, and nothing was saved. Wait a few seconds, then try again.")
        }
        headers[.retryAfter] = "\(seconds)"
    }

    init(_ error: NotThisWay) {
        self.init(
            status: .methodNotAllowed, heading: "That cannot be done here",
            advice: "Nothing was changed. There is something at this address, but it cannot be asked for in this way; "
                + "if you came by a link or a form, it is at fault.")
        headers[.allow] = error.allowed.joined(separator: ", ")
    }

    init(_ error: FormError) {
        switch error {
        case .tooLarge(let limit):
            let most = limit.map { " The most it takes is \($0)." } ?? ""
            self.init(
                status: .contentTooLarge, heading: "That is too large",
                advice: "Nothing was saved.\(most) Send less at a time.")
        case .tooSlow:
            self.init(
                status: .requestTimeout, heading: "That came too slowly",
                advice: "Nothing was saved. Go back and send it again, over a better line if there is one.")
            // What is still to come is not waited for.
            headers[.connection] = "close"
        case .malformed(let what):
            self.init(
                status: .badRequest, heading: "The form did not arrive whole",
                advice: "\(what) Nothing was saved. Go back and send it again.")
        case .storage(let what):
            self.init(
                status: .insufficientStorage,
                heading: "There was no room to keep the file",
                advice: "\(what) Nothing was saved.")
        }
    }
}

import Hummingbird
import Membership
import Notices
import Web

/// `/account/notices`: how a member wants to hear of their notices.
struct NoticeChoicePage {
    let choice: String
    /// Theirs, if it is known.
    let email: EmailAddress?
    let sendsMail: Bool

    func page(for visit: Visit, isSaved: Bool = false, refusals: Refusals? = nil) -> Page {
        Page(
            "How you hear of your notices",
            crumbs: [PartnershipSections.home, Mention(at: "/notices", titled: "Notices")], hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                \(isSaved ? Notice(.success, "Your choice is saved.").html : nil)
                <h1>How you hear of your notices</h1>
                <p class="lead">Every notice stands on your page of <a href="/notices">notices</a>. You can be written to as \
                well.</p>
                \(caution)
                \(form(visit, refusals))
                """)
    }

    func refused(_ refusals: Refusals, for visit: Visit) -> Reply {
        .page(page(for: visit, refusals: refusals), status: .unprocessableContent)
    }

    /// What stands in the way of a letter.
    private var caution: HTML? {
        if !sendsMail {
            return Notice(
                .warning, "This site sends no mail yet.",
                "<p>Until it does, notices are on their page only. Your choice is kept for then.</p>"
            ).html
        }
        guard let email else {
            return Notice(
                .warning, "No email address of yours is known here.",
                "<p>Until one is, notices are on their page only. Ask an officer to enter it.</p>"
            ).html
        }
        return """
            <p>Letters go to <strong>\(email.description)</strong>. They say what a notice is about and where to look.</p>
            """
    }

    private func form(_ visit: Visit, _ refusals: Refusals?) -> HTML {
        PostForm(
            to: "/account/notices", visit, isRefused: refusals != nil,
            """
            \(Field(
                "choice", "When do you want a letter?",
                .choice(NoticeChoice.allCases.map { Field.Choice($0.rawValue, $0.words) }), value: choice,
                refusals: refusals
            ).html)
            <p class="actions">\(Button("Save").html) <a href="/notices">Back to the notices</a></p>
            """
        ).html
    }
}

extension NoticeChoice {
    fileprivate var words: String {
        switch self {
        case .atOnce: "At once, each time there is a new notice"
        case .daily: "Once a day, in the morning, if there is a new notice"
        case .onPage: "Never: I look at the page"
        }
    }
}

import Membership
import Notices

extension Letter {
    /// The letter with the link by which somebody chooses a new password.
    static func reset(_ link: SignInLink, openingAt address: String, from site: String) -> Letter {
        Letter(
            to: link.email.description, subject: "Choose a new password",
            text: """
                \(link.name),

                somebody, we hope you, asked for a new password for \(site).
                Open this address within half an hour to choose one; it works once:

                \(address)

                If it was not you, do nothing: your password stays as it is.
                """)
    }
}

import Membership
import Notices
import Storage

/// Tells people what became of how they sign in, whoever did it: by a notice, and by a letter to the address they had until
/// then, for whoever has the new one may not be them.
public struct AccountNotices: AccountNews {
    private let identities: Identities
    private let partnership: String
    private let sendsMail: Bool

    /// - Parameter sendsMail: whether letters leave the house.
    public init(identities: Identities, from partnership: String, sendsMail: Bool) {
        (self.identities, self.partnership, self.sendsMail) = (identities, partnership, sendsMail)
    }

    public func tell(_ change: AccountChange, in db: Writing) throws {
        let posted = sendsMail ? change.email.map { letter(change, to: $0) } : nil
        try db.notify(
            change.person, title(change.deed), at: "/account",
            because: change.deed.isOwn
                ? "It is your account. If it was not you, choose a new password and tell an officer at once."
                : "It is your account. If you did not expect this, tell an officer at once.",
            id: identities.new(at: change.at), isMailed: posted != nil, at: change.at)
        if let posted { try db.post(posted, id: identities.new(at: change.at)) }
    }

    private func title(_ deed: AccountChange.Deed) -> String {
        switch deed {
        case .emailChanged(nil): "Your email address was taken out of this site"
        case .emailChanged: "Your email address on this site was changed"
        case .resetMade(true): "Your second step was taken away, and a link was made to choose a new password"
        case .resetMade: "A link was made by which you choose a new password"
        case .passwordChanged: "Your password was changed"
        case .passwordChosen: "A new password was chosen by a link that was made for you"
        case .secondStepSet: "A second step of signing in was set up for you"
        case .secondStepRemoved: "Your second step of signing in was taken away"
        case .recoveryCodesMade: "New recovery codes were made for you, and the old ones no longer work"
        case .recoveryCodeUsed(0): "Your last recovery code was used to sign in: make new ones"
        case .recoveryCodeUsed(1): "A recovery code of yours was used to sign in; 1 is left"
        case .recoveryCodeUsed(let left): "A recovery code of yours was used to sign in; \(left) are left"
        }
    }

    /// It does not name the new address, which may be somebody else's.
    private func letter(_ change: AccountChange, to email: EmailAddress) -> Letter {
        let site = partnership.split(whereSeparator: \.isNewline).joined(separator: " ")
        let name = change.name.split(whereSeparator: \.isNewline).joined(separator: " ")
        return Letter(
            to: email.description, subject: "How you sign in to \(site) was changed",
            text: """
                Dear \(name),

                \(change.deed.isOwn ? own(change, at: site) : others(change, at: site))
                """)
    }

    private func others(_ change: AccountChange, at site: String) -> String {
        """
        \(title(change.deed)). An officer, or whoever runs the site of
        \(site), did this.

        If you asked for it, there is nothing to do. If you did not expect it, tell an officer of the
        partnership at once, by telephone and not by answering this letter: somebody may be trying to
        sign in as you. An officer can suspend your membership until it is cleared up.
        """
    }

    private func own(_ change: AccountChange, at site: String) -> String {
        """
        \(title(change.deed)).
        It was done on the site of \(site), by you or by
        somebody who could sign in as you.

        If it was you, there is nothing to do. If it was not, choose a new password at once, on the page
        where you sign in: that signs everybody else out. Then tell an officer of the partnership, by
        telephone and not by answering this letter. An officer can suspend your membership until it is
        cleared up.
        """
    }
}

import Membership
import Notices
import Storage
import Wording

/// Tells of broken glass by a notice and by a letter of its own at once, however somebody chose to hear of other things.
struct GlassNotices: GlassNews {
    /// What a letter needs to know.
    struct Mail {
        /// The partnership’s name.
        let from: String
        /// Where officers see who broke the glass, with the site before it.
        let overseeing: String
        /// Where somebody sees to their own account, likewise.
        let account: String
    }

    let identities: Identities
    /// Nil where no letter leaves the house.
    let mail: Mail?

    func tell(
        _ glass: BrokenGlass, of permission: Permission, by breaker: Participant, to witnesses: [Participant],
        in db: Writing
    ) throws {
        let deed = "broke the glass: ‘\(glass.permission)’, until \(glass.endsAt.dayAndTime)"
        let news = Deed(title: "\(glass.name) \(deed)", address: "/broken-glass")
        for witness in witnesses {
            let letter = mail.flatMap { Letter.glassBroken(glass, of: permission, to: witness, $0) }
            try tell(witness, news, because: "You are an officer, and oversee this.", letter, glass, in: db)
        }
        let own = Deed(title: "You \(deed)", address: "/account")
        try tell(
            breaker, own, because: "If it was not you, somebody else sits at your desk: tell an officer at once.",
            mail.flatMap { .ownGlassBroken(glass, to: breaker, $0) }, glass, in: db)
    }

    func tellEnded(_ glass: BrokenGlass, in db: Writing) throws {
        guard let ending = glass.ending else { return }
        try db.notify(
            glass.person,
            "\(ending.by ?? "An officer") ended what you had opened by breaking the glass: "
                + "‘\(glass.permission)’", at: "/account", because: "You had broken the glass.",
            id: identities.new(at: ending.at), at: ending.at)
    }

    private struct Deed {
        let title: String
        let address: String
    }

    private func tell(
        _ person: Participant, _ deed: Deed, because why: String, _ letter: Letter?, _ glass: BrokenGlass,
        in db: Writing
    ) throws {
        try db.notify(
            person.id, deed.title, at: deed.address, because: why, id: identities.new(at: glass.beganAt),
            isMailed: letter != nil, at: glass.beganAt)
        if let letter { try db.post(letter, id: identities.new(at: glass.beganAt)) }
    }
}

extension Letter {
    /// To a witness. The reason stays on the site: it may say what no letter should.
    fileprivate static func glassBroken(
        _ glass: BrokenGlass, of permission: Permission, to witness: Participant, _ mail: GlassNotices.Mail
    ) -> Letter? {
        guard let email = witness.details.email else { return nil }
        return Letter(
            to: email.description, subject: "The glass was broken at \(mail.from.oneLine)",
            text: """
                Dear \(witness.name.oneLine),

                \(glass.name.oneLine) broke the glass on \(glass.beganAt.dayAndTime). Until \(glass.endsAt.dayAndTime) they can do
                what their seats do not let them:

                \(permission.sentence)

                Their reason, what they open, and a button to end it at once:
                \(mail.overseeing)

                Officers get this letter whenever it happens.
                """)
    }

    /// To whoever broke it, or in whose name somebody did.
    fileprivate static func ownGlassBroken(_ glass: BrokenGlass, to breaker: Participant, _ mail: GlassNotices.Mail)
        -> Letter?
    {
        guard let email = breaker.details.email else { return nil }
        return Letter(
            to: email.description, subject: "You broke the glass at \(mail.from.oneLine)",
            text: """
                Dear \(breaker.name.oneLine),

                you broke the glass on \(glass.beganAt.dayAndTime): ‘\(glass.permission)’ is open to you until
                \(glass.endsAt.dayAndTime). The officers were told.

                If it was not you, tell an officer at once, and end it and change your password:
                \(mail.account)
                """)
    }
}

extension String {
    /// On one line, whatever somebody typed: nothing else is to look as if we had said it.
    var oneLine: String {
        split(whereSeparator: { $0.unicodeScalars.contains(where: \.properties.isWhitespace) || $0.isNewline })
            .joined(separator: " ")
    }
}

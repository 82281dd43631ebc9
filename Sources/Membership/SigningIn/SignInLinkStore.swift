import Foundation
import Storage

/// A link by which one person chooses a password, once. Whoever has a password already, as from another partnership of the
/// installation, is invited to sign in with it: an invitation replaces nobody's.
public struct SignInLink: Sendable, Hashable {
    public enum Purpose: String, Sendable, SQLConvertible {
        case invitation, reset

        /// S32: an invitation may lie for a day, a reset is used at once.
        public var life: TimeInterval { self == .invitation ? 24 * 60 * 60 : 30 * 60 }
    }

    public let person: ID<Person>
    public let name: String
    public let email: EmailAddress
    public let purpose: Purpose
    /// Whether they have a password on this installation.
    public let hasPassword: Bool

    /// Whether it is followed by signing in, and not by choosing a password.
    public var isForSigningIn: Bool { purpose == .invitation && hasPassword }
}

/// Invitations and resets. Only the hash of a link is kept.
public struct SignInLinkStore: Sendable {
    let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
    }

    /// What a link is for; nil where it was used, has ended, or its person takes no part any more.
    ///
    /// - Throws: `DatabaseFault`
    public func link(with token: SessionToken, at time: Date) async throws -> SignInLink? {
        let hash = token.hash
        return try await database.read { db in
            try db.row(
                """
                SELECT sign_in_link.person, sign_in_link.purpose, membership.name, person.email,
                    \(SQL.hasPassword) AS has_password
                FROM sign_in_link
                JOIN person ON person.id = sign_in_link.person
                JOIN membership ON membership.person = sign_in_link.person
                    AND membership.partnership = sign_in_link.partnership
                WHERE sign_in_link.token_hash = \(hash) AND sign_in_link.partnership = \(db.partnership)
                    AND sign_in_link.ends_at > \(time) AND person.email IS NOT NULL
                    AND membership.state IN \([MembershipState.invited, .active])
                """
            ).map { row in
                try SignInLink(
                    person: row("person"), name: row("name"), email: row("email"), purpose: row("purpose"),
                    hasPassword: row("has_password"))
            }
        }
    }

    /// Makes a link for a person who is invited or takes part; an earlier one for the same purpose ends.
    ///
    /// - Parameter hand: hands it over in the same transaction, as by a letter in the outbox.
    /// - Returns: the link’s secret.
    /// - Throws: ``MembershipRefusal/notHere`` where they do not, or have no email address; `DatabaseFault`
    @discardableResult
    public func make(
        _ purpose: SignInLink.Purpose, for person: ID<Person>, by actor: Entry.Actor, at time: Date,
        hand: @escaping @Sendable (Writing, SignInLink, SessionToken) throws -> Void = { _, _, _ in }
    ) async throws -> SessionToken {
        let token = SessionToken()
        let act: Act = purpose == .invitation ? .invitationMade : .resetMade
        try await database.write(Entry(act, of: .init("person", person), by: actor, at: time)) { db in
            let row = try db.row(
                """
                SELECT membership.name, membership.state, person.email, \(SQL.hasPassword) AS has_password
                FROM membership
                JOIN person ON person.id = membership.person
                WHERE membership.partnership = \(db.partnership) AND membership.person = \(person)
                    AND person.email IS NOT NULL
                """)
            guard let row, try [.invited, .active].contains(row("state") as MembershipState) else {
                throw MembershipRefusal.notHere
            }
            try db.end(purpose, of: person)
            try db.make(purpose, token, for: person, at: time)
            if purpose == .invitation { try db.noteInvitation(of: person, at: time) }
            let link = try SignInLink(
                person: person, name: row("name"), email: row("email"), purpose: purpose,
                hasPassword: row("has_password"))
            try hand(db, link, token)
        }
        return token
    }

    /// Counts an invitation that is to be sent by letter: enough an hour for a whole partnership, and no use to whoever would fill
    /// somebody's mailbox.
    ///
    /// - Throws: ``MembershipRefusal/manyInvitations``, `DatabaseFault`
    public func countInvitation(of person: ID<Person>, by member: Member, at time: Date) async throws {
        let keys = [TallyKey("invitations by", member.id.description), TallyKey("invitations of", person.description)]
        let mayInvite = try await database.isAllowed(keys, at: time, forgettingAfter: 60 * 60) { tallies in
            zip(tallies, [300, 10]).allSatisfy { ($0?.count ?? 0) < $1 }
        }
        guard mayInvite else { throw MembershipRefusal.manyInvitations }
    }

    /// Makes a reset for whoever has this address and takes part here, or is invited to and has forgotten the password they
    /// have already. Those that are open stay so: a stranger who asks too ends nobody's. To the caller it is the same whether there is somebody or not (S32).
    ///
    /// - Throws: `DatabaseFault`
    public func makeReset(
        forOwnerOf email: String, from caller: Caller, at time: Date,
        hand: @escaping @Sendable (Writing, SignInLink, SessionToken) throws -> Void
    ) async throws {
        let account = email.lowercased()
        // Whoever asks for somebody else's uses up their own three, and not the owner's; twenty are enough letters for anybody.
        let keys = [
            TallyKey("reset from address for", account, caller.address), TallyKey("reset", account),
            TallyKey("reset from address", caller.address),
        ]
        let mayAsk = try await database.isAllowed(keys, at: time, forgettingAfter: 60 * 60) { tallies in
            zip(tallies, [3, 20, 30]).allSatisfy { ($0?.count ?? 0) < $1 }
        }
        guard mayAsk else { return }
        let (email, token) = (EmailAddress(email), SessionToken())
        let entry = Entry(.resetAsked, of: .init("person", "by email address"), by: .job("sign-in page"), at: time)
        try await database.write(entry) { db in
            guard let email,
                let row = try db.row(
                    """
                    SELECT person.id, membership.name, \(SQL.hasPassword) AS has_password FROM person
                    JOIN membership ON membership.person = person.id AND membership.partnership = \(db.partnership)
                    WHERE person.email = \(email) AND (
                        membership.state = \(MembershipState.active)
                        OR membership.state = \(MembershipState.invited) AND \(SQL.hasPassword))
                    """)
            else { return }
            let person: ID<Person> = try row("id")
            try db.make(.reset, token, for: person, at: time)
            let link = try SignInLink(
                person: person, name: row("name"), email: email, purpose: .reset, hasPassword: row("has_password"))
            try hand(db, link, token)
        }
    }
}

extension Writing {
    fileprivate func make(
        _ purpose: SignInLink.Purpose, _ token: SessionToken, for person: ID<Person>, at time: Date
    ) throws {
        try run("DELETE FROM sign_in_link WHERE ends_at <= \(time)")
        try run(
            """
            INSERT INTO sign_in_link (token_hash, partnership, person, purpose, ends_at)
            VALUES (\(token.hash), \(partnership), \(person), \(purpose), \(time + purpose.life))
            """)
    }

    fileprivate func noteInvitation(of person: ID<Person>, at time: Date) throws {
        try run(
            """
            UPDATE membership SET invited_at = \(time) WHERE partnership = \(partnership) AND person = \(person)
            """)
    }

    /// Ends the links for a purpose that this partnership made for somebody; another's are its own.
    fileprivate func end(_ purpose: SignInLink.Purpose, of person: ID<Person>) throws {
        try run(
            "DELETE FROM sign_in_link WHERE partnership = \(partnership) AND person = \(person) AND purpose = \(purpose)"
        )
    }

    /// Ends every link by which somebody could choose a new password, in every partnership: they chose one.
    func endResets(of person: ID<Person>) throws {
        try run("DELETE FROM sign_in_link WHERE person = \(person) AND purpose = \(SignInLink.Purpose.reset)")
    }

    /// Uses a link up.
    ///
    /// - Returns: whether it could be used still.
    func use(_ token: SessionToken, at time: Date) throws -> Bool {
        try run(
            """
            DELETE FROM sign_in_link
            WHERE token_hash = \(token.hash) AND partnership = \(partnership) AND ends_at > \(time)
            """) == 1
    }

    /// Somebody who followed their invitation takes part from then on, and needs no other.
    func confirmMembership(of person: ID<Person>, at time: Date) throws {
        let confirmed = try run(
            """
            UPDATE membership SET state = \(MembershipState.active), since = \(time)
            WHERE partnership = \(partnership) AND person = \(person) AND state = \(MembershipState.invited)
            """)
        guard confirmed > 0 else { return }
        try run(
            """
            DELETE FROM sign_in_link
            WHERE partnership = \(partnership) AND person = \(person) AND purpose = \(SignInLink.Purpose.invitation)
            """)
        changed("membership", from: MembershipState.invited, to: MembershipState.active)
    }
}

extension SQL {
    /// Of the `person` of a query.
    fileprivate static let hasPassword: SQL =
        "EXISTS (SELECT credential.set_at FROM credential WHERE credential.person = person.id)"
}

extension Act {
    static let invitationMade = Act("invited", "A link was made by which an invited person chooses a password.")
    static let resetMade = Act("password reset made", "A link was made by which a person chooses a new password.")
    static let resetAsked = Act("password reset asked for", "Somebody asked for a new password by an email address.")
}

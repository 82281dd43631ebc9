import Foundation
import Storage

/// Passwords: chosen by link, changed by their owner.
public struct PasswordStore: Sendable {
    let database: Database
    private let identities: Identities
    private let workers: PasswordWorkers
    private let news: (any AccountNews)?

    /// - Parameter news: tells a person that their password is another; nil tells nobody.
    public init(
        _ database: Database, identities: Identities, workers: PasswordWorkers, news: (any AccountNews)? = nil
    ) {
        self.database = database
        self.identities = identities
        self.workers = workers
        self.news = news
    }

    /// - Throws: `DatabaseFault`
    public func hasPassword(_ person: ID<Person>) async throws -> Bool {
        try await database.read { db in try db.row("SELECT set_at FROM credential WHERE person = \(person)") != nil }
    }

    /// Changes a person’s own password; every other session of theirs ends (S37), and so does whatever has a copy of this
    /// one’s secret.
    ///
    /// - Returns: the new secret for the browser’s cookie.
    /// - Throws: ``SignInRefusal``, `DatabaseFault`
    public func change(
        _ old: Password, to new: Password, in session: Session, at time: Date
    ) async throws -> SessionToken {
        let (person, token, news) = (session.member.id, SessionToken(), news)
        try await prove(old, in: session, at: time)
        let hash = try await workers.hash(new, salt: identities.bytes(16))
        let entry = Entry(.passwordChanged, of: .init("person", person), by: session.member.actor, at: time)
        try await database.write(entry) { db in
            try db.set(hash, for: person, at: time)
            try db.endSessions(of: person, except: session.id, at: time)
            try db.renew(session, as: token)
            try db.tell(news, .passwordChanged, of: person, at: time)
        }
        return token
    }

    /// Checks that whoever sits at the browser is still its owner (S38); for a while they need not prove it again.
    ///
    /// - Throws: ``SignInRefusal``, `DatabaseFault`
    public func prove(_ password: Password, in session: Session, at time: Date) async throws {
        let person = session.member.id
        let guards = [Guard(TallyKey("proof", person.description), .pair)]
        try await database.pass(guards, at: time)
        let hash: PasswordHash? = try await database.read { db in
            try db.value("SELECT hash FROM credential WHERE person = \(person)")
        }
        let isRight = try await workers.check(password, against: hash)
        let entry = Entry(.proved, of: .init("person", person), by: session.member.actor, at: time)
        try await database.write(entry) { db in
            guard isRight else { throw SignInRefusal.passwordIsWrong }
            try db.run("UPDATE session SET proved_at = \(time) WHERE id = \(session.id)")
        }
        try await database.forgive(guards)
    }

    /// Sets the password of whoever opened a link. Every session of theirs ends; a reset does not pass by the second
    /// step (S32). An invitation is confirmed by it, and replaces no password.
    ///
    /// - Throws: ``SignInRefusal/linkIsSpent``, ``SignInRefusal/hasPassword``, `DatabaseFault`
    public func choose(
        _ password: Password, by token: SessionToken, from caller: Caller, at time: Date
    ) async throws -> SignInStore.Entrance {
        let hash = try await workers.hash(password, salt: identities.bytes(16))
        let (session, browser, id): (SessionToken, SessionToken, ID<Session>) = (
            SessionToken(), SessionToken(), identities.new(at: time)
        )
        let link = try await SignInLinkStore(database, identities: identities).link(with: token, at: time)
        guard let link else { throw SignInRefusal.linkIsSpent }
        guard !link.isForSigningIn else { throw SignInRefusal.hasPassword }
        let news = news
        let entry = Entry(
            .passwordChosen, of: .init("person", link.person), by: .member(link.person, name: link.name), at: time)
        return try await database.write(entry) { db in
            guard try db.use(token, at: time) else { throw SignInRefusal.linkIsSpent }
            if link.purpose == .invitation {
                // Two invitations may be open in two windows.
                guard try db.setFirst(hash, for: link.person, at: time) else { throw SignInRefusal.hasPassword }
            } else {
                try db.set(hash, for: link.person, at: time)
                try db.endResets(of: link.person)
                try db.tell(news, .passwordChosen, of: link.person, at: time)
            }
            try db.endSessions(of: link.person, at: time)
            let owesCode = try db.hasSecondFactor(link.person)
            // Where there is a second step, it is by that that they show who they are.
            if !owesCode { try db.confirmMembership(of: link.person, at: time) }
            try db.begin(
                NewSession(id: id, token: session, means: .password, browser: caller.browser, owesCode: owesCode),
                for: link.person, at: time)
            if !owesCode { try db.know(browser, as: link.person, at: time) }
            return SignInStore.Entrance(
                person: link.person, session: session, owesCode: owesCode, browser: owesCode ? nil : browser)
        }
    }
}

extension Writing {
    fileprivate func set(_ hash: PasswordHash, for person: ID<Person>, at time: Date) throws {
        try run(
            """
            INSERT INTO credential (person, hash, set_at) VALUES (\(person), \(hash), \(time))
            ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at
            """)
        // Whoever knew the old one may have been shown the secret that waits to be confirmed.
        try dropProposals(to: person)
    }

    /// - Returns: whether they had none.
    fileprivate func setFirst(_ hash: PasswordHash, for person: ID<Person>, at time: Date) throws -> Bool {
        try run(
            """
            INSERT INTO credential (person, hash, set_at) VALUES (\(person), \(hash), \(time))
            ON CONFLICT (person) DO NOTHING
            """) == 1
    }
}

extension Act {
    static let passwordChosen = Act("password chosen", "Somebody chose a password by a link that was sent to them.")
    static let passwordChanged = Act("password changed", "Somebody changed their password.")
    static let proved = Act("proved", "Somebody who is signed in proved again who they are.")
}

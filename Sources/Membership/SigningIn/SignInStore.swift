import Foundation
import Storage

/// How somebody becomes signed in: by email address and password, and then by a code where they have a second step.
public struct SignInStore: Sendable {
    let database: Database
    private let identities: Identities
    private let workers: PasswordWorkers
    private let news: (any AccountNews)?

    /// - Parameter news: tells a person that a recovery code of theirs was used; nil tells nobody.
    public init(
        _ database: Database, identities: Identities, workers: PasswordWorkers, news: (any AccountNews)? = nil
    ) {
        self.database = database
        self.identities = identities
        self.workers = workers
        self.news = news
    }

    /// What came of a right password.
    public struct Entrance: Sendable {
        public let person: ID<Person>
        /// The secret for the browser’s cookie.
        public let session: SessionToken
        /// Whether the session grants nothing until a code is entered.
        public let owesCode: Bool
        /// The secret by which this browser is known from now on; nil where it is already.
        public let browser: SessionToken?
    }

    /// Checks an email address and a password, as slowly for an unknown address as for a known one.
    ///
    /// - Parameter invitation: the link by which somebody who is invited, and has a password, comes to take part.
    /// - Throws: ``SignInRefusal``, `DatabaseFault`
    public func signIn(
        _ email: String, _ password: Password, accepting invitation: SessionToken? = nil, from caller: Caller,
        at time: Date
    ) async throws -> Entrance {
        let email = EmailAddress(email)
        let account = try await account(email, accepting: invitation, browser: caller.known, at: time)
        let guards = caller.guards(of: email, isKnown: account?.isOnKnownBrowser ?? false)
        try await database.pass(guards, at: time)
        let isRight = try await workers.check(password, against: account?.hash)
        guard let account, isRight else {
            try await refuse(.notRecognised, account?.person, at: time)
            throw SignInRefusal.notRecognised
        }
        try await database.forgive(guards)
        if let hash = account.hash, workers.isOutOfDate(hash) { try await renew(password, of: account, at: time) }
        return try await begin(account, from: caller, at: time)
    }

    /// Checks the code of the second step; the session that owed it is replaced (S35: a new secret on every elevation).
    ///
    /// - Parameter text: six digits from the telephone, or a recovery code.
    /// - Throws: ``SignInRefusal``, `DatabaseFault`
    public func enter(
        _ text: String, for half: SessionToken, from caller: Caller, at time: Date
    ) async throws -> Entrance {
        let (hash, known) = (half.hash, caller.known?.hash)
        let found = try await database.read { db in
            try db.row(
                """
                SELECT session.member, known_browser.token_hash AS browser FROM session
                LEFT JOIN known_browser
                    ON known_browser.person = session.member AND known_browser.token_hash = \(known)
                WHERE session.token_hash = \(hash) AND session.partnership = \(db.partnership)
                    AND session.owes_code AND session.ends_at > \(time)
                """
            ).map { (person: try $0("member") as ID<Person>, isKnown: (try $0("browser") as [UInt8]?) != nil) }
        }
        guard let (person, isKnown) = found else { throw SignInRefusal.beginAgain }
        let guards = caller.guards(ofCodesOf: person, isKnown: isKnown)
        try await database.pass(guards, at: time)
        let newlyKnown = isKnown ? nil : SessionToken()
        let (token, id): (SessionToken, ID<Session>) = (SessionToken(), identities.new(at: time))
        let (keys, news) = (database.keys, news)
        let entry = Entry(.codeEntered, of: .init("person", person), by: .job("sign-in page"), at: time)
        try await database.write(entry) { db in
            guard let kind = try db.accept(text, of: person, keys, at: time) else { throw SignInRefusal.codeIsWrong }
            let browser: String = try db.value("SELECT browser FROM session WHERE token_hash = \(hash)") ?? ""
            try db.run("DELETE FROM session WHERE token_hash = \(hash)")
            // Whoever is invited only owes a code once they followed their invitation.
            try db.confirmMembership(of: person, at: time)
            try db.begin(NewSession(id: id, token: token, means: .code, browser: browser), for: person, at: time)
            if let newlyKnown { try db.know(newlyKnown, as: person, at: time) }
            if kind == .recovery {
                try db.tell(news, .recoveryCodeUsed(left: db.recoveryCodesLeft(of: person)), of: person, at: time)
            }
        }
        try await database.forgive(guards)
        return Entrance(person: person, session: token, owesCode: false, browser: newlyKnown)
    }

    /// Leaves an entry of a wrong try.
    private func refuse(_ refusal: SignInRefusal, _ person: ID<Person>?, at time: Date) async throws {
        let subject = person.map { Entry.Subject("person", $0) } ?? Entry.Subject("person", "unknown")
        let entry = Entry(.signedIn, of: subject, by: .job("sign-in page"), at: time)
        do {
            try await database.write(entry) { _ in throw refusal }
        } catch is SignInRefusal {}
    }

    private func renew(_ password: Password, of account: Account, at time: Date) async throws {
        let hash = try await workers.hash(password, salt: identities.bytes(16))
        let entry = Entry(.passwordRehashed, of: .init("person", account.person), by: .job("sign-in page"), at: time)
        try await database.write(entry) { db in
            try db.run("UPDATE credential SET hash = \(hash) WHERE person = \(account.person)")
        }
    }

    private func begin(_ account: Account, from caller: Caller, at time: Date) async throws -> Entrance {
        let (session, id): (SessionToken, ID<Session>) = (SessionToken(), identities.new(at: time))
        // One becomes known by all the steps there are: whoever has the password alone is not to pass for the owner.
        let browser = account.isOnKnownBrowser || account.hasCode ? nil : SessionToken()
        let entry = Entry(
            .signedIn, of: .init("member", account.person), by: .member(account.person, name: account.name), at: time)
        try await database.write(entry) { db in
            if !account.hasCode { try db.confirmMembership(of: account.person, at: time) }
            try db.begin(
                NewSession(
                    id: id, token: session, means: .password, browser: caller.browser, owesCode: account.hasCode),
                for: account.person, at: time)
            if let browser { try db.know(browser, as: account.person, at: time) }
        }
        return Entrance(person: account.person, session: session, owesCode: account.hasCode, browser: browser)
    }
}

extension SignInStore {
    /// Somebody with an active membership here, or who follows their invitation to one.
    private struct Account: Sendable {
        let person: ID<Person>
        let name: String
        let hash: PasswordHash?
        let hasCode: Bool
        let isOnKnownBrowser: Bool
    }

    private func account(
        _ email: EmailAddress?, accepting invitation: SessionToken?, browser: SessionToken?, at time: Date
    ) async throws -> Account? {
        guard let email else { return nil }
        let (browser, invitation) = (browser?.hash, invitation?.hash)
        return try await database.read { db in
            try db.row(
                """
                SELECT person.id, membership.name, credential.hash, second_factor.confirmed_at,
                    known_browser.token_hash AS browser
                FROM person
                JOIN membership ON membership.person = person.id AND membership.partnership = \(db.partnership)
                LEFT JOIN credential ON credential.person = person.id
                LEFT JOIN second_factor ON second_factor.person = person.id
                LEFT JOIN known_browser
                    ON known_browser.person = person.id AND known_browser.token_hash = \(browser)
                WHERE person.email = \(email) AND (
                    membership.state = \(MembershipState.active)
                    OR membership.state = \(MembershipState.invited) AND EXISTS (
                        SELECT sign_in_link.ends_at FROM sign_in_link
                        WHERE sign_in_link.token_hash = \(invitation) AND sign_in_link.person = person.id
                            AND sign_in_link.partnership = \(db.partnership) AND sign_in_link.ends_at > \(time)))
                """
            ).map { row in
                try Account(
                    person: row("id"), name: row("name"), hash: row("hash"),
                    hasCode: (row("confirmed_at") as Date?) != nil,
                    isOnKnownBrowser: (row("browser") as [UInt8]?) != nil)
            }
        }
    }
}

extension Writing {
    /// A browser that somebody signed in on is known for a year.
    func know(_ browser: SessionToken, as person: ID<Person>, at time: Date) throws {
        try run("DELETE FROM known_browser WHERE person = \(person) AND since < \(time - 365 * 24 * 60 * 60)")
        try run("INSERT INTO known_browser (token_hash, person, since) VALUES (\(browser.hash), \(person), \(time))")
    }
}

extension Act {
    static let codeEntered = Act("code entered", "Somebody took the second step of signing in.")
    static let passwordRehashed = Act(
        "password hash renewed", "A password was right, and its hash was made again at today’s cost.")
}

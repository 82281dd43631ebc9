import Foundation
import Storage

/// The second step of signing in: a secret shared with the person’s telephone, and codes for when that is gone.
public struct SecondFactorStore: Sendable {
    let database: Database
    private let identities: Identities
    private let news: (any AccountNews)?

    /// - Parameter news: tells a person that their second step was set up, changed or taken away; nil tells nobody.
    public init(_ database: Database, identities: Identities, news: (any AccountNews)? = nil) {
        self.database = database
        self.identities = identities
        self.news = news
    }

    /// Whether a person has a second step, since when, and how many recovery codes are left; nil where they have none.
    ///
    /// - Throws: `DatabaseFault`
    public func secondFactor(of person: ID<Person>) async throws -> SecondFactor? {
        try await database.read { db in
            guard
                let since: Date = try db.value(
                    "SELECT confirmed_at FROM second_factor WHERE person = \(person) AND confirmed_at IS NOT NULL")
            else { return nil }
            return try SecondFactor(since: since, recoveryCodesLeft: db.recoveryCodesLeft(of: person))
        }
    }

    /// The secret that was proposed in a session and can be confirmed there still; nil where none is, or its key is gone.
    ///
    /// - Throws: `DatabaseFault`
    public func proposal(in session: Session, at time: Date) async throws -> OneTimeSecret? {
        let keys = database.keys
        return try await database.read { db in try db.proposal(in: session, keys, at: time) }
    }

    /// Makes a secret to be shown in a session; it does nothing until a code of it comes back there, within ten minutes. So
    /// nobody is offered what somebody else was shown who came in by the same password.
    ///
    /// - Throws: ``SignInRefusal/beginAgain`` where there is a second step already; `DatabaseFault`
    public func propose(in session: Session, at time: Date) async throws -> OneTimeSecret {
        let (secret, keys, member) = (
            OneTimeSecret(bytes: identities.bytes(OneTimeSecret.length)), database.keys, session.member
        )
        let entry = Entry(.secondFactorProposed, of: .init("person", member.id), by: member.actor, at: time)
        return try await database.write(entry) { db in
            guard try !db.hasSecondFactor(member.id) else { throw SignInRefusal.beginAgain }
            // Looking at the page again shows the same secret, unless its key is gone.
            if let known = try db.proposal(in: session, keys, at: time) { return known }
            let kept = try keys.kept(secret, of: member.id)
            try db.run(
                """
                INSERT INTO second_factor (person, secret, proposed_in, proposed_at)
                VALUES (\(member.id), \(kept), \(session.id), \(time))
                ON CONFLICT (person) DO UPDATE SET secret = excluded.secret, proposed_in = excluded.proposed_in,
                    proposed_at = excluded.proposed_at
                """)
            return secret
        }
    }

    /// Takes the first code: from now on the second step is asked for everywhere. Other sessions end (S37), and this one
    /// goes on under another secret, for it may do more than before (S35).
    ///
    /// - Returns: the recovery codes, which are shown once, and the new secret for the browser’s cookie.
    /// - Throws: ``SignInRefusal/codeIsWrong``, ``SignInRefusal/beginAgain``, `DatabaseFault`
    public func confirm(
        _ code: String, in session: Session, at time: Date
    ) async throws -> (codes: [RecoveryCode], token: SessionToken) {
        let (person, news) = (session.member.id, news)
        let (codes, token, keys) = (newCodes(), SessionToken(), database.keys)
        let entry = Entry(.secondFactorSet, of: .init("person", person), by: session.member.actor, at: time)
        return try await database.write(entry) { db in
            guard let secret = try db.proposal(in: session, keys, at: time) else { throw SignInRefusal.beginAgain }
            guard let step = secret.step(of: code, at: time, after: nil) else { throw SignInRefusal.codeIsWrong }
            try db.run(
                """
                UPDATE second_factor
                SET confirmed_at = \(time), last_step = \(step), proposed_in = NULL, proposed_at = NULL
                WHERE person = \(person)
                """)
            try db.replaceRecoveryCodes(of: person, with: codes)
            try db.endSessions(of: person, except: session.id, at: time)
            try db.run("UPDATE session SET means = \(Session.Means.code) WHERE id = \(session.id)")
            try db.renew(session, as: token)
            try db.tell(news, .secondStepSet, of: person, at: time)
            return (codes, token)
        }
    }

    /// Makes new recovery codes; the old ones get nobody in any more.
    ///
    /// - Parameter code: from the telephone now, or a recovery code: who sits at an open browser may have neither.
    /// - Throws: ``SignInRefusal/beginAgain`` where there is no second step; ``SignInRefusal``, `DatabaseFault`
    public func renewCodes(by code: String, in session: Session, at time: Date) async throws -> [RecoveryCode] {
        let (person, codes) = (session.member.id, newCodes())
        let (keys, news) = (database.keys, news)
        let entry = Entry(.recoveryCodesMade, of: .init("person", person), by: session.member.actor, at: time)
        return try await change(in: session, entry) { db in
            try db.require(code, of: person, keys, at: time)
            try db.replaceRecoveryCodes(of: person, with: codes)
            try db.tell(news, .recoveryCodesMade, of: person, at: time)
            return codes
        }
    }

    /// Takes one’s own second step away; all other sessions end.
    ///
    /// - Parameter code: from the telephone now, or a recovery code.
    /// - Throws: ``SignInRefusal/beginAgain`` where there is no second step; ``SignInRefusal``, `DatabaseFault`
    public func remove(by code: String, in session: Session, at time: Date) async throws {
        let person = session.member.id
        let (keys, news) = (database.keys, news)
        let entry = Entry(.secondFactorRemoved, of: .init("person", person), by: session.member.actor, at: time)
        try await change(in: session, entry) { db in
            try db.require(code, of: person, keys, at: time)
            try db.removeSecondFactor(of: person)
            try db.endSessions(of: person, except: session.id, at: time)
            try db.run("UPDATE session SET means = \(Session.Means.password) WHERE id = \(session.id)")
            try db.tell(news, .secondStepRemoved, of: person, at: time)
        }
    }

    /// Takes a person’s second step away for somebody who has neither telephone nor recovery code; all their sessions end.
    ///
    /// - Throws: `DatabaseFault`
    public func remove(from person: ID<Person>, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(.secondFactorRemoved, of: .init("person", person), by: actor, at: time)
        try await database.write(entry) { db in
            try db.removeSecondFactor(of: person)
            try db.endSessions(of: person, at: time)
        }
    }

    /// Changes a second step, and counts wrong codes.
    private func change<Result: Sendable>(
        in session: Session, _ entry: Entry, _ body: @escaping @Sendable (Writing) throws -> Result
    ) async throws -> Result {
        let guards = [Guard(TallyKey("code in session", session.id.description), .session)]
        try await database.pass(guards, at: entry.at)
        let result = try await database.write(entry, body)
        try await database.forgive(guards)
        return result
    }

    private func newCodes() -> [RecoveryCode] {
        (0..<RecoveryCode.perPerson).map { _ in RecoveryCode(chance: identities.bytes(10)) }
    }
}

/// A person’s second step, as they see it.
public struct SecondFactor: Sendable, Hashable {
    public let since: Date
    public let recoveryCodesLeft: Int

    /// For so long a secret that was shown waits for its first code.
    static let proposalLife: TimeInterval = 10 * 60
}

extension Reading {
    func hasSecondFactor(_ person: ID<Person>) throws -> Bool {
        try row("SELECT person FROM second_factor WHERE person = \(person) AND confirmed_at IS NOT NULL") != nil
    }

    func recoveryCodesLeft(of person: ID<Person>) throws -> Int {
        try value("SELECT count(*) AS n FROM recovery_code WHERE person = \(person) AND used_at IS NULL") ?? 0
    }

    /// What was proposed in this very session, and lately. A clock that was set back makes nothing last longer.
    fileprivate func proposal(
        in session: Session, _ keys: InstallationKeys, at time: Date
    ) throws -> OneTimeSecret? {
        let row = try row(
            """
            SELECT secret, proposed_at FROM second_factor
            WHERE person = \(session.member.id) AND confirmed_at IS NULL AND proposed_in = \(session.id)
            """)
        guard let row, let since = try row("proposed_at") as Date?,
            (0..<SecondFactor.proposalLife).contains(time.timeIntervalSince(since))
        else { return nil }
        return try keys.secret(row("secret"), of: session.member.id)
    }
}

/// What a code that was right was of.
enum CodeKind: Sendable, Hashable {
    case telephone, recovery
}

extension Writing {
    /// What a right code is of; nil for a wrong one. A recovery code is used up by it (S28, S29).
    ///
    /// - Throws: ``SignInRefusal/codeCannotBeChecked`` where it is no recovery code, and the key of the secret is gone.
    func accept(_ text: String, of person: ID<Person>, _ keys: InstallationKeys, at time: Date) throws -> CodeKind? {
        let row = try row(
            """
            SELECT secret, last_step FROM second_factor WHERE person = \(person) AND confirmed_at IS NOT NULL
            """)
        let secret = try row.flatMap { try keys.secret($0("secret"), of: person) }
        if let row, let step = try secret?.step(of: text, at: time, after: row("last_step")) {
            try run("UPDATE second_factor SET last_step = \(step) WHERE person = \(person)")
            return .telephone
        }
        if row != nil, secret == nil, RecoveryCode(typed: text) == nil { throw SignInRefusal.codeCannotBeChecked }
        guard let code = RecoveryCode(typed: text) else { return nil }
        let used = try run(
            """
            UPDATE recovery_code SET used_at = \(time)
            WHERE person = \(person) AND code_hash = \(code.hash) AND used_at IS NULL
            """)
        return used == 1 ? .recovery : nil
    }

    /// Drops a secret that waits to be confirmed, whoever was shown it.
    func dropProposals(to person: ID<Person>) throws {
        try run("DELETE FROM second_factor WHERE person = \(person) AND confirmed_at IS NULL")
    }

    /// Refuses whoever has no code of a second step that there is.
    fileprivate func require(
        _ code: String, of person: ID<Person>, _ keys: InstallationKeys, at time: Date
    ) throws {
        guard try hasSecondFactor(person) else { throw SignInRefusal.beginAgain }
        guard try accept(code, of: person, keys, at: time) != nil else { throw SignInRefusal.codeIsWrong }
    }

    fileprivate func removeSecondFactor(of person: ID<Person>) throws {
        try run("DELETE FROM recovery_code WHERE person = \(person)")
        try run("DELETE FROM second_factor WHERE person = \(person)")
    }

    fileprivate func replaceRecoveryCodes(of person: ID<Person>, with codes: [RecoveryCode]) throws {
        try run("DELETE FROM recovery_code WHERE person = \(person)")
        for code in codes {
            try run("INSERT INTO recovery_code (person, code_hash) VALUES (\(person), \(code.hash))")
        }
    }
}

extension Act {
    static let secondFactorProposed = Act(
        "second step begun", "Somebody was shown the secret for a second step of signing in.")
    static let secondFactorSet = Act("second step set", "Somebody signs in by a second step from now on.")
    static let secondFactorRemoved = Act("second step removed", "Somebody’s second step of signing in was taken away.")
    static let recoveryCodesMade = Act("recovery codes made", "Somebody made new recovery codes; the old ones ended.")
}

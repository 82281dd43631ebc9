import Foundation
import Storage

/// The second step of signing in: a secret shared with the person’s telephone, and codes for when that is gone.
public struct SecondFactorStore: Sendable {
    let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
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
            let left: Int? = try db.value(
                "SELECT count(*) AS n FROM recovery_code WHERE person = \(person) AND used_at IS NULL")
            return SecondFactor(since: since, recoveryCodesLeft: left ?? 0)
        }
    }

    /// The secret that was proposed to a person and is not confirmed; nil where none is, or its key is gone.
    ///
    /// - Throws: `DatabaseFault`
    public func proposal(to person: ID<Person>) async throws -> OneTimeSecret? {
        let keys = database.keys
        return try await database.read { db in
            try db.row("SELECT secret FROM second_factor WHERE person = \(person) AND confirmed_at IS NULL")
                .flatMap { keys.secret(try $0("secret"), of: person) }
        }
    }

    /// Makes a secret to be shown to a person; it does nothing until a code of it comes back.
    ///
    /// - Throws: `DatabaseFault`
    public func propose(to member: Member, at time: Date) async throws -> OneTimeSecret {
        let (secret, keys) = (OneTimeSecret(bytes: identities.bytes(OneTimeSecret.length)), database.keys)
        let entry = Entry(.secondFactorProposed, of: .init("person", member.id), by: member.actor, at: time)
        return try await database.write(entry) { db in
            let row = try db.row("SELECT secret, confirmed_at FROM second_factor WHERE person = \(member.id)")
            // Looking at the page again shows the same secret, unless its key is gone.
            if let row {
                guard try (row("confirmed_at") as Date?) == nil else { throw SignInRefusal.beginAgain }
                if let known = try keys.secret(row("secret"), of: member.id) { return known }
            }
            let kept = try keys.kept(secret, of: member.id)
            try db.run(
                """
                INSERT INTO second_factor (person, secret) VALUES (\(member.id), \(kept))
                ON CONFLICT (person) DO UPDATE SET secret = excluded.secret
                """)
            return secret
        }
    }

    /// Takes the first code: from now on the second step is asked for everywhere. Other sessions end (S37).
    ///
    /// - Returns: the recovery codes, which are shown once.
    /// - Throws: ``SignInRefusal/codeIsWrong``, `DatabaseFault`
    public func confirm(_ code: String, in session: Session, at time: Date) async throws -> [RecoveryCode] {
        let person = session.member.id
        let (codes, keys) = (newCodes(), database.keys)
        let entry = Entry(.secondFactorSet, of: .init("person", person), by: session.member.actor, at: time)
        return try await database.write(entry) { db in
            let row = try db.row("SELECT secret FROM second_factor WHERE person = \(person) AND confirmed_at IS NULL")
            guard let row, let secret = try keys.secret(row("secret"), of: person) else {
                throw SignInRefusal.beginAgain
            }
            guard let step = secret.step(of: code, at: time, after: nil) else {
                throw SignInRefusal.codeIsWrong
            }
            try db.run(
                "UPDATE second_factor SET confirmed_at = \(time), last_step = \(step) WHERE person = \(person)")
            try db.replaceRecoveryCodes(of: person, with: codes)
            try db.endSessions(of: person, except: session.id, at: time)
            try db.run("UPDATE session SET means = \(Session.Means.code) WHERE id = \(session.id)")
            return codes
        }
    }

    /// Makes new recovery codes; the old ones get nobody in any more.
    ///
    /// - Throws: ``SignInRefusal/beginAgain`` where there is no second step; `DatabaseFault`
    public func renewCodes(in session: Session, at time: Date) async throws -> [RecoveryCode] {
        let (person, codes) = (session.member.id, newCodes())
        let entry = Entry(.recoveryCodesMade, of: .init("person", person), by: session.member.actor, at: time)
        return try await database.write(entry) { db in
            guard try db.hasSecondFactor(person) else { throw SignInRefusal.beginAgain }
            try db.replaceRecoveryCodes(of: person, with: codes)
            return codes
        }
    }

    /// Takes a person’s second step away; all their sessions end, but the one that asks for it.
    ///
    /// - Throws: `DatabaseFault`
    public func remove(
        from person: ID<Person>, except session: ID<Session>? = nil, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(.secondFactorRemoved, of: .init("person", person), by: actor, at: time)
        try await database.write(entry) { db in
            try db.run("DELETE FROM recovery_code WHERE person = \(person)")
            try db.run("DELETE FROM second_factor WHERE person = \(person)")
            try db.endSessions(of: person, except: session, at: time)
            if let session {
                try db.run("UPDATE session SET means = \(Session.Means.password) WHERE id = \(session)")
            }
        }
    }

    private func newCodes() -> [RecoveryCode] {
        (0..<RecoveryCode.perPerson).map { _ in RecoveryCode(chance: identities.bytes(10)) }
    }
}

/// A person’s second step, as they see it.
public struct SecondFactor: Sendable, Hashable {
    public let since: Date
    public let recoveryCodesLeft: Int
}

extension Reading {
    func hasSecondFactor(_ person: ID<Person>) throws -> Bool {
        try row("SELECT person FROM second_factor WHERE person = \(person) AND confirmed_at IS NOT NULL") != nil
    }
}

extension Writing {
    /// Whether a code is the telephone’s or a recovery code, which is used up by it (S28, S29).
    ///
    /// - Throws: ``SignInRefusal/codeCannotBeChecked`` where it is no recovery code, and the key of the secret is gone.
    func accept(_ text: String, of person: ID<Person>, _ keys: InstallationKeys, at time: Date) throws -> Bool {
        let row = try row(
            """
            SELECT secret, last_step FROM second_factor WHERE person = \(person) AND confirmed_at IS NOT NULL
            """)
        let secret = try row.flatMap { try keys.secret($0("secret"), of: person) }
        if let row, let step = try secret?.step(of: text, at: time, after: row("last_step")) {
            try run("UPDATE second_factor SET last_step = \(step) WHERE person = \(person)")
            return true
        }
        if row != nil, secret == nil, RecoveryCode(typed: text) == nil { throw SignInRefusal.codeCannotBeChecked }
        guard let code = RecoveryCode(typed: text) else { return false }
        return try run(
            """
            UPDATE recovery_code SET used_at = \(time)
            WHERE person = \(person) AND code_hash = \(code.hash) AND used_at IS NULL
            """) == 1
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

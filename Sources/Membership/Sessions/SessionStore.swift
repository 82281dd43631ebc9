import Foundation
import Storage

/// Who is signed in. A session says only *who*; what they may do is looked up in their seats each time.
public struct SessionStore: Sendable {
    private let database: Database
    private let identities: Identities
    private let permissions: Set<Permission>
    /// A session that was seen so lately is not written down again: 60 people reading are one write a second.
    private static let precision: TimeInterval = 60

    /// - Parameter permissions: all that the program declares.
    public init(_ database: Database, identities: Identities = .system, permissions: Set<Permission>) {
        self.database = database
        self.identities = identities
        self.permissions = permissions
    }

    /// Signs a person in on one browser.
    ///
    /// - Returns: the secret for that browser's cookie; nil where their membership is not active.
    /// - Throws: `DatabaseFault`
    public func begin(
        for person: ID<Person>, by means: Session.Means = .address, on browser: String = "", at time: Date
    ) async throws -> SessionToken? {
        let permissions = permissions
        let member = try await database.read { db in try db.member(person, on: Day(time), of: permissions) }
        guard let member else { return nil }
        let new = NewSession(
            id: identities.new(at: time), token: SessionToken(), means: means, browser: browser)
        let entry = Entry(.signedIn, of: .init("member", member.id), by: member.actor, at: time)
        try await database.write(entry) { db in try db.begin(new, for: person, at: time) }
        return new.token
    }

    /// Whether somebody’s membership is active, so that a session could begin for them.
    ///
    /// - Throws: `DatabaseFault`
    public func takesPart(_ person: ID<Person>, at time: Date) async throws -> Bool {
        let permissions = permissions
        return try await database.read { db in try db.member(person, on: Day(time), of: permissions) } != nil
    }

    /// Whose session this is, if it still runs and their membership is active. That it was seen is written down.
    ///
    /// - Throws: `DatabaseFault`
    public func session(with token: SessionToken, at time: Date) async throws -> Session? {
        let (hash, permissions) = (token.hash, permissions)
        let found = try await database.read { db in
            try db.session(withTokenHash: hash, at: time, of: permissions)
        }
        guard let found else { return nil }
        if time.timeIntervalSince(found.seenAt) >= Self.precision {
            try await database.count([.seen(found.session.id)], at: time, forgettingAfter: Session.lifetime)
        }
        return found.session
    }

    /// Where a person is signed in here, the newest first.
    ///
    /// - Throws: `DatabaseFault`
    public func open(of person: ID<Person>, at time: Date) async throws -> [OpenSession] {
        try await database.read { db in
            let rows = try db.rows(
                """
                SELECT id, browser, means, began_at FROM session
                WHERE partnership = \(db.partnership) AND member = \(person) AND ends_at > \(time) AND NOT owes_code
                ORDER BY began_at DESC, id DESC
                """)
            return try rows.map { row in
                let (id, beganAt): (ID<Session>, Date) = (try row("id"), try row("began_at"))
                return try OpenSession(
                    id: id, browser: row("browser"), means: row("means"), beganAt: beganAt,
                    seenAt: db.tally(.seen(id))?.lastAt ?? beganAt)
            }.filter { time.timeIntervalSince($0.seenAt) < Session.idle }
        }
    }

    /// Ends a session at once, everywhere.
    ///
    /// - Throws: `DatabaseFault`
    public func end(_ token: SessionToken, of member: Member, at time: Date) async throws {
        let hash = token.hash
        let entry = Entry(.signedOut, of: .init("member", member.id), by: member.actor, at: time)
        try await database.write(entry) { db in
            try db.endSessions("token_hash = \(hash) AND partnership = \(db.partnership)", at: time)
        }
    }

    /// Ends one of a person's own sessions.
    ///
    /// - Throws: `DatabaseFault`
    public func end(_ id: ID<Session>, of member: Member, at time: Date) async throws {
        let entry = Entry(.signedOut, of: .init("member", member.id), by: member.actor, at: time)
        try await database.write(entry) { db in
            try db.endSessions(
                "id = \(id) AND partnership = \(db.partnership) AND member = \(member.id)", at: time)
        }
    }

    /// Ends all of a person's sessions but the one that asks for it.
    ///
    /// - Throws: `DatabaseFault`
    public func endOthers(than session: Session, at time: Date) async throws {
        let member = session.member
        let entry = Entry(.signedOut, of: .init("member", member.id), by: member.actor, at: time)
        try await database.write(entry) { db in try db.endSessions(of: member.id, except: session.id, at: time) }
    }
}

/// A session to be begun.
struct NewSession: Sendable {
    let id: ID<Session>
    let token: SessionToken
    let means: Session.Means
    let browser: String
    /// Whether it grants nothing until a code is entered.
    var owesCode = false

    /// For entering the code.
    static let halfLife: TimeInterval = 10 * 60
}

extension TallyKey {
    static func seen(_ session: ID<Session>) -> TallyKey {
        TallyKey("session seen", session.description)
    }
}

extension Reading {
    fileprivate func session(
        withTokenHash hash: [UInt8], at time: Date, of permissions: Set<Permission>
    ) throws -> (session: Session, seenAt: Date)? {
        let row = try row(
            """
            SELECT id, member, means, began_at, proved_at, EXISTS (
                SELECT broken_glass.id FROM broken_glass
                WHERE broken_glass.session = session.id AND broken_glass.ends_at > \(time)
            ) AS breaks_glass
            FROM session
            WHERE token_hash = \(hash) AND partnership = \(partnership) AND ends_at > \(time) AND NOT owes_code
            """)
        guard let row else { return nil }
        let id: ID<Session> = try row("id")
        let means: Session.Means = try row("means")
        // Hardly anybody ever has: everybody else is spared the question. Without a second step it opens nothing.
        let broken = try means != .password && row("breaks_glass") ? openGlass(in: id, at: time) : []
        guard let member = try member(row("member"), on: Day(time), of: permissions, broken: broken) else { return nil }
        let seenAt = try tally(.seen(id))?.lastAt ?? row("began_at")
        guard time.timeIntervalSince(seenAt) < Session.idle else { return nil }
        return (try Session(id: id, member: member, means: means, provedAt: row("proved_at")), seenAt)
    }
}

extension Writing {
    func begin(_ new: NewSession, for person: ID<Person>, at time: Date) throws {
        // What ended is forgotten on the way.
        try run("DELETE FROM session WHERE member = \(person) AND ends_at <= \(time)")
        try run(
            """
            INSERT INTO session (
                id, token_hash, partnership, member, means, owes_code, browser, began_at, proved_at, ends_at)
            VALUES (
                \(new.id), \(new.token.hash), \(partnership), \(person), \(new.means), \(new.owesCode), \(new.browser),
                \(time), \(time), \(time + (new.owesCode ? NewSession.halfLife : Session.lifetime)))
            """)
    }

    /// Ends a person's sessions, in every partnership: whoever else holds one may not be them any more (S37). The built-in
    /// officer is somebody else in each.
    func endSessions(of person: ID<Person>, except session: ID<Session>? = nil, at time: Date) throws {
        guard person != FirstOfficerStore.person else {
            return try endSessions(
                "partnership = \(partnership) AND member = \(person) AND id IS DISTINCT FROM \(session)", at: time)
        }
        try endSessions("member = \(person) AND id IS DISTINCT FROM \(session)", at: time)
    }

    /// Ends a person's sessions in this partnership: what they may do here has changed (S37).
    ///
    /// - Parameter member: whose own deed it is; it does not sign them out themselves.
    func endSessionsHere(of person: ID<Person>, besides member: Member? = nil, at time: Date) throws {
        guard person != member?.id else { return }
        try endSessions("partnership = \(partnership) AND member = \(person)", at: time)
    }

    /// Gives a session another secret (S35): whoever has a copy of the old one is signed in no more.
    func renew(_ session: Session, as token: SessionToken) throws {
        try run("UPDATE session SET token_hash = \(token.hash) WHERE id = \(session.id)")
    }

    /// Ends sessions, what was opened in them in an emergency, and what was proposed in them.
    fileprivate func endSessions(_ which: SQL, at time: Date) throws {
        try run(
            """
            DELETE FROM second_factor
            WHERE confirmed_at IS NULL AND proposed_in IN (SELECT id FROM session WHERE \(which))
            """)
        try run(
            """
            UPDATE broken_glass SET ended_at = \(time)
            WHERE ended_at IS NULL AND ends_at > \(time) AND session IN (SELECT id FROM session WHERE \(which))
            """)
        try run("DELETE FROM session WHERE \(which)")
    }
}

extension Act {
    static let signedIn = Act("signed in", "Somebody signed in on a browser.")
    static let signedOut = Act("signed out", "Somebody ended a session, or all but one of theirs.")

    /// The acts of this module.
    public static let ofMembership: [Act] = [
        .signedIn, .signedOut, .codeEntered, .passwordChosen, .passwordChanged, .passwordRehashed, .proved,
        .secondFactorProposed, .secondFactorSet, .secondFactorRemoved, .secretsWrapped, .recoveryCodesMade,
        .invitationMade, .resetMade,
        .resetAsked, .firstOfficerSeated, .areaDescribed, .agencyAdded, .agencyChanged, .agencyLeft, .agencyReturned,
        .liaisonOfficerNamed, .liaisonOfficerEnded, .peopleAdded, .personChanged, .membershipMoved, .bodyAdded,
        .bodyChanged, .bodyEnded, .bodyResumed, .seatAdded, .seatChanged, .seatEnded, .seatResumed, .appointed,
        .substituteNamed, .seatingEnded, .glassBroken, .glassEnded, .openedUnderGlass,
    ]
}

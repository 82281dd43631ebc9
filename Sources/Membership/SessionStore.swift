import Foundation
import Storage

/// Who is signed in. A session says only *who*; what they may do is looked up in their seats each time.
public struct SessionStore: Sendable {
    /// S36: a session ends after twelve hours whatever happens.
    public static let lifetime: TimeInterval = 12 * 60 * 60

    private let database: Database
    private let members: MemberStore

    /// - Parameter permissions: all that the program declares.
    public init(_ database: Database, permissions: Set<Permission>) {
        self.database = database
        members = MemberStore(database: database, permissions: permissions)
    }

    /// Signs a person in on one browser.
    ///
    /// - Returns: the secret for that browser's cookie; nil where their membership is not active.
    /// - Throws: `DatabaseFault`
    public func begin(for person: ID<Person>, at time: Date) async throws -> SessionToken? {
        guard let member = try await members.member(person, at: time) else { return nil }
        let token = SessionToken()
        let hash = token.hash
        let entry = Entry(.signedIn, of: .init("member", member.id), by: member.actor, at: time)
        try await database.write(entry) { db in
            try db.run(
                """
                INSERT INTO session (token_hash, partnership, member, began_at, ends_at)
                VALUES (\(hash), \(db.partnership), \(person), \(time), \(time + Self.lifetime))
                """)
        }
        return token
    }

    /// Whose session this is, if it still runs and their membership is active.
    ///
    /// - Throws: `DatabaseFault`
    public func member(with token: SessionToken, at time: Date) async throws -> Member? {
        try await members.member(withTokenHash: token.hash, at: time)
    }

    /// Ends a session at once, everywhere.
    ///
    /// - Throws: `DatabaseFault`
    public func end(_ token: SessionToken, of member: Member, at time: Date) async throws {
        let hash = token.hash
        let entry = Entry(.signedOut, of: .init("member", member.id), by: member.actor, at: time)
        try await database.write(entry) { db in
            try db.run("DELETE FROM session WHERE token_hash = \(hash) AND partnership = \(db.partnership)")
        }
    }
}

extension Act {
    static let signedIn = Act("signed in", "Somebody signed in on a browser.")
    static let signedOut = Act("signed out", "Somebody ended their session.")

    /// The acts of this module.
    public static let ofMembership: [Act] = [
        .signedIn, .signedOut, .firstOfficerSeated, .areaDescribed, .agencyAdded, .agencyChanged, .agencyLeft,
        .agencyReturned, .liaisonOfficerNamed, .liaisonOfficerEnded, .peopleAdded, .personChanged, .membershipMoved,
        .bodyAdded, .bodyChanged, .bodyEnded, .bodyResumed, .seatAdded, .seatChanged, .seatEnded, .seatResumed,
        .appointed, .substituteNamed, .seatingEnded,
    ]
}

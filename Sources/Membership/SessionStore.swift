import Foundation
import Storage

/// Who is signed in.
public struct SessionStore: Sendable {
    /// S36: a session ends after twelve hours whatever happens.
    public static let lifetime: TimeInterval = 12 * 60 * 60

    private let database: Database
    private let officer: Member

    /// - Parameter permissions: all that the program declares; the officer holds every one.
    public init(_ database: Database, permissions: Set<Permission>) {
        self.database = database
        officer = .officer(holding: permissions)
    }

    /// Signs the officer in on one browser.
    ///
    /// - Returns: the secret for that browser's cookie.
    /// - Throws: `DatabaseFault`
    public func begin(at time: Date) async throws -> SessionToken {
        let token = SessionToken()
        let (hash, member) = (token.hash, officer.id)
        let entry = Entry(.signedIn, of: .init("member", member), by: officer.actor, at: time)
        try await database.write(entry) { db in
            try db.run(
                """
                INSERT INTO session (token_hash, partnership, member, began_at, ends_at)
                VALUES (\(hash), \(db.partnership), \(member), \(time), \(time + Self.lifetime))
                """)
        }
        return token
    }

    /// Whose session this is, if it still runs.
    ///
    /// - Throws: `DatabaseFault`
    public func member(with token: SessionToken, at time: Date) async throws -> Member? {
        let hash = token.hash
        let member: ID<Member>? = try await database.read { db in
            try db.value(
                """
                SELECT member FROM session
                WHERE token_hash = \(hash) AND partnership = \(db.partnership) AND ends_at > \(time)
                """)
        }
        return member == officer.id ? officer : nil
    }

    /// Ends a session at once, everywhere.
    ///
    /// - Throws: `DatabaseFault`
    public func end(_ token: SessionToken, at time: Date) async throws {
        let hash = token.hash
        let entry = Entry(.signedOut, of: .init("member", officer.id), by: officer.actor, at: time)
        try await database.write(entry) { db in
            try db.run("DELETE FROM session WHERE token_hash = \(hash) AND partnership = \(db.partnership)")
        }
    }
}

extension Act {
    static let signedIn = Act("signed in", "Somebody signed in on a browser.")
    static let signedOut = Act("signed out", "Somebody ended their session.")

    /// The acts of this module.
    public static let ofMembership: [Act] = [.signedIn, .signedOut]
}

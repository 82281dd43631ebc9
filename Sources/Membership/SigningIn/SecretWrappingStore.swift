import Foundation
import Storage

/// What came of looking at every secret of a second step.
public struct SecretWrapping: Sendable, Hashable {
    /// How many were wrapped, or wrapped with another key than before.
    public let wrapped: Int
    /// How many cannot be opened: their key is gone.
    public let lost: Int
}

extension SecondFactorStore {
    /// Wraps the secrets that are not wrapped with the key that wraps now: those from before there was one, and, after a
    /// new key was put before the old, all.
    ///
    /// - Throws: `DatabaseFault`
    public func wrapSecrets(by actor: Entry.Actor, at time: Date) async throws -> SecretWrapping {
        let keys = database.keys
        let all = try await database.read { db in
            try db.rows("SELECT person, secret FROM second_factor ORDER BY person").map { row in
                (person: try row("person") as ID<Person>, secret: try row("secret") as [UInt8])
            }
        }.filter { !keys.isWrappedAnew($0.secret) }
        let known = all.compactMap { kept in
            keys.secret(kept.secret, of: kept.person).map { (person: kept.person, before: kept.secret, secret: $0) }
        }
        guard !known.isEmpty else { return SecretWrapping(wrapped: 0, lost: all.count) }
        let entry = Entry(.secretsWrapped, of: .init("partnership", database.partnership), by: actor, at: time)
        let wrapped = try await database.write(entry) { db in
            let count = try known.reduce(0) { count, one in
                try count
                    + db.run(
                        """
                        UPDATE second_factor SET secret = \(keys.kept(one.secret, of: one.person))
                        WHERE person = \(one.person) AND secret = \(one.before)
                        """)
            }
            db.changed("secrets", from: Int?.none, to: count)
            return count
        }
        return SecretWrapping(wrapped: wrapped, lost: all.count - known.count)
    }
}

extension Act {
    static let secretsWrapped = Act(
        "secrets wrapped", "The secrets of second steps were wrapped with the installation’s key.")
}

import Foundation
import Storage

/// The partnership this installation is for.
public struct ProfileStore: Sendable {
    private let database: Database
    private let identities: Identities

    /// - Parameter database: the installation's own records.
    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
    }

    /// The partnership and whose records are its own, if one has been entered.
    ///
    /// - Throws: `DatabaseFault`
    public func current() async throws -> (id: ID<Tenant>, profile: Profile)? {
        try await database.read { db in
            try db.row("SELECT id, profile FROM partnership_profile ORDER BY id LIMIT 1").map { row in
                let profile: JSON<Profile> = try row("profile")
                return try (row("id"), profile.content)
            }
        }
    }

    /// Enters a partnership.
    ///
    /// - Throws: `DatabaseFault`
    public func enter(_ profile: Profile, by actor: Entry.Actor, at time: Date) async throws -> ID<Tenant> {
        let id: ID<Tenant> = identities.new(at: time)
        let entry = Entry(
            .partnershipEntered, of: .init("partnership", id), by: actor, at: time,
            changes: [.init("name", from: String?.none, to: profile.name)])
        try await database.write(entry) { db in
            try db.run("INSERT INTO partnership_profile (id, profile) VALUES (\(id), \(JSON(profile)))")
        }
        return id
    }
}

extension Act {
    static let partnershipEntered = Act("partnership entered", "A partnership was set up in this installation.")

    /// The acts of this slice.
    public static let ofPartnership: [Act] = [.partnershipEntered]
}

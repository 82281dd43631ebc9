import Foundation
import Storage

/// Packs of everything that was published for a meeting. None is ever changed; a later one takes the place of those before.
public struct CombinedPackStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// The first first.
    ///
    /// - Throws: `DatabaseFault`
    public func packs(of meeting: ID<Meeting>) async throws -> [CombinedPack] {
        try await database.read { db in
            try db.rows(
                """
                SELECT * FROM agenda_combined_pack
                WHERE partnership = \(db.partnership) AND meeting = \(meeting) ORDER BY number
                """
            ).map { row in
                CombinedPack(
                    number: try row("number"), upTo: try row("up_to"), madeAt: try row("made_at"),
                    madeBy: try row("made_by"), pack: try row("pack_sha256"),
                    membersPack: try row("members_pack_sha256"))
            }
        }
    }
}

extension Writing {
    func enter(_ pack: CombinedPack, of meeting: ID<Meeting>) throws {
        try run(
            """
            INSERT INTO agenda_combined_pack (
                partnership, meeting, number, up_to, made_by, made_at, pack_sha256, members_pack_sha256)
            VALUES (
                \(partnership), \(meeting), \(pack.number), \(pack.upTo), \(pack.madeBy), \(pack.madeAt), \(pack.pack),
                \(pack.membersPack))
            """)
    }
}

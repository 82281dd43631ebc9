import Foundation
import Storage

/// What kind of area a partnership is for.
public struct AreaStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Nil where nobody has said yet.
    ///
    /// - Throws: `DatabaseFault`
    public func area() async throws -> PartnershipArea? {
        try await database.read { db in
            try db.row("SELECT country, councils FROM partnership_area WHERE partnership = \(db.partnership)")
                .flatMap { row in try PartnershipArea(country: row("country"), councils: row("councils")) }
        }
    }

    /// - Throws: `DatabaseFault`
    public func set(_ area: PartnershipArea, by actor: Entry.Actor, at time: Date) async throws {
        let before = try await self.area()
        let entry = Entry(
            .areaDescribed, of: .init("partnership", database.partnership), by: actor, at: time,
            changes: [
                .init("country", from: before?.country, to: area.country),
                .init("councils", from: before?.councils, to: area.councils),
            ])
        try await database.write(entry) { db in
            try db.run(
                """
                INSERT INTO partnership_area (partnership, country, councils)
                VALUES (\(db.partnership), \(area.country), \(area.councils))
                ON CONFLICT (partnership) DO UPDATE SET country = excluded.country, councils = excluded.councils
                """)
        }
    }
}

extension Act {
    static let areaDescribed = Act("area described", "Somebody said what kind of area the partnership is for.")
}

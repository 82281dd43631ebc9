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
        try await database.read { db in try db.area() }
    }

    /// - Parameter known: what has been said of it, as far as is believed.
    /// - Throws: `ChangedMeanwhile` where something else has; `DatabaseFault`
    public func set(
        _ area: PartnershipArea, insteadOf known: PartnershipArea?, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(
            .areaDescribed, of: .init("partnership", database.partnership), by: actor, at: time)
        try await database.write(entry) { db in
            let before = try db.area()
            guard before == known else { throw ChangedMeanwhile() }
            try db.run(
                """
                INSERT INTO partnership_area (partnership, country, councils)
                VALUES (\(db.partnership), \(area.country), \(area.councils))
                ON CONFLICT (partnership) DO UPDATE SET country = excluded.country, councils = excluded.councils
                """)
            db.changed("country", from: before?.country, to: area.country)
            db.changed("councils", from: before?.councils, to: area.councils)
        }
    }
}

extension Reading {
    fileprivate func area() throws -> PartnershipArea? {
        try row("SELECT country, councils FROM partnership_area WHERE partnership = \(partnership)")
            .flatMap { row in try PartnershipArea(country: row("country"), councils: row("councils")) }
    }
}

extension Act {
    static let areaDescribed = Act("area described", "Somebody said what kind of area the partnership is for.")
}

import DataRegister
import Foundation
import Storage

/// The published lists of severity that were imported, each version for good.
public struct SeverityStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Every version of every list, by title, the newest first.
    ///
    /// - Throws: `DatabaseFault`
    func versions() async throws -> [SeverityList] {
        try await database.read { db in try db.severityLists() }
    }

    /// The newest version of each list.
    ///
    /// - Throws: `DatabaseFault`
    func lists() async throws -> [SeverityList] {
        var seen: Set<String> = []
        return try await versions().filter { seen.insert($0.address).inserted }
    }

    /// The newest version of one; nil where there is no such list.
    ///
    /// - Throws: `DatabaseFault`
    func newest(_ address: String) async throws -> SeverityList? {
        try await versions().first { $0.address == address }
    }

    /// Imports a list, or a version that supersedes one.
    ///
    /// - Parameters:
    ///   - address: of the list that it supersedes; nil of a new one.
    ///   - known: the version that whoever imports it saw; 0 of a new one.
    /// - Returns: the address that it goes by.
    /// - Throws: ``StrategicRefusal``, `DatabaseFault`
    @discardableResult
    func enter(
        _ details: SeverityList.Details, _ rows: [SeverityList.Row], from file: String,
        superseding address: String? = nil,
        after known: Int = 0, by actor: Entry.Actor, at time: Date
    ) async throws -> String {
        let own = address ?? String(slugged(details.title).prefix(60))
        let entry = Entry(
            .severityImported, of: .init("severity list", own), by: actor, at: time,
            changes: [
                .init("version", from: known == 0 ? nil : known, to: known + 1),
                .init("weights", from: Int?.none, to: rows.count),
            ])
        try await database.write(entry) { db in
            let newest = try db.severityLists().first { $0.address == own }
            if address == nil, newest != nil || own.isEmpty || own == "new" {
                throw StrategicRefusal.severityTitleTaken(details.title)
            }
            guard (newest?.version ?? 0) == known else { throw StrategicRefusal.severitySuperseded }
            try db.run(
                """
                INSERT INTO severity_list (
                    partnership, address, version, title, publisher, published_on, link, licence, unit, file, weights,
                    entered_by, entered_at)
                VALUES (
                    \(db.partnership), \(own), \(known + 1), \(details.title), \(details.publisher),
                    \(details.published), \(details.link), \(details.licence), \(details.unit), \(file), \(JSON(rows)),
                    \(actor.shownName), \(time))
                """)
        }
        return own
    }
}

extension Reading {
    fileprivate func severityLists() throws -> [SeverityList] {
        try rows(
            """
            SELECT * FROM severity_list WHERE partnership = \(partnership)
            ORDER BY title, address, version DESC
            """
        ).map { row in
            let weights: JSON<[SeverityList.Row]> = try row("weights")
            return try SeverityList(
                address: row("address"), version: row("version"),
                details: .init(
                    title: row("title"), publisher: row("publisher"), published: row("published_on"), link: row("link"),
                    licence: row("licence"), unit: row("unit")),
                file: row("file"), rows: weights.content, enteredBy: row("entered_by"), at: row("entered_at"))
        }
    }

    /// What lists are called, by their addresses.
    func severityListNames(_ addresses: [String]) throws -> [String: String] {
        let wanted = Set(addresses)
        let found = try severityLists().filter { wanted.contains($0.address) }
        return Dictionary(found.map { ($0.address, "‘\($0.details.title)’") }, uniquingKeysWith: { first, _ in first })
    }
}

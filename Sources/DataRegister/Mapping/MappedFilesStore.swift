import DataFiles
import Foundation
import Storage

/// Partners' files on their way: they wait, are read, or are left.
extension ImportStore {
    /// Records that a file was given and waits until somebody has said what its columns mean, or looked at it.
    ///
    /// - Parameters:
    ///   - table: what is kept of it meanwhile: of a workbook the sheet that was read.
    ///   - remark: what there is to say of what was not read.
    /// - Throws: `DatabaseFault`
    func beginWaiting(
        _ delivery: Delivery, as table: KeptFile, remark: String?, for set: DataSetAddress, mapping: DataMapping?
    ) async throws -> ID<DataImport> {
        let new: ID<DataImport> = identities.new(at: delivery.at)
        let entry = Entry(
            .importBegan, of: .init("import", new), by: delivery.by.actor, at: delivery.at,
            changes: [.init("file", from: String?.none, to: delivery.name)])
        let stored = try mapping.map { try JSON($0) }
        return try await database.write(entry) { db in
            try db.run(
                """
                INSERT INTO data_import (id, partnership, kind, name, sha256, size, state, began_at, began_by)
                VALUES (
                    \(new), \(db.partnership), \(Release.Kind.mapped), \(delivery.name), \(table.hash), \(table.size),
                    \(DataImport.State.waiting), \(delivery.at), \(delivery.by.name))
                """)
            try db.run(
                """
                INSERT INTO mapped_file (
                    data_import, partnership, data_set, mapping, given_fingerprint, given_size, remark)
                VALUES (
                    \(new), \(db.partnership), \(set), \(stored), \(delivery.kept.hash), \(delivery.kept.size), \(remark))
                """)
            return new
        }
    }

    /// What partners' files were read from that nobody waits for any more.
    ///
    /// - Throws: `DatabaseFault`
    func leftBehind() async throws -> [FileHash] {
        try await database.read { db in
            try db.rows(
                """
                SELECT DISTINCT sha256 FROM data_import
                WHERE partnership = \(db.partnership) AND kind = \(Release.Kind.mapped)
                    AND state NOT IN \(DataImport.State.holding)
                """
            ).map { try $0("sha256") }
        }
    }

    /// Records that a file that waited is read now, and which months it is said to cover. By what its
    /// columns mean the next file of its set will be read.
    ///
    /// - Returns: whether it waited.
    /// - Throws: `DatabaseFault`
    func startReading(
        _ id: ID<DataImport>, covering months: Period, by giver: Delivery.Giver, at time: Date
    ) async throws -> Bool {
        try await leaveWaiting(id, as: .reading, by: giver.actor, at: time) { db in
            try db.keepMapping(of: id, by: giver, at: time)
            try db.run(
                """
                UPDATE mapped_file SET first_month = \(months.from.description), last_month = \(months.to.description)
                WHERE data_import = \(id) AND partnership = \(db.partnership)
                """)
        }
    }

    /// Records that nothing is taken in of a file that waited.
    ///
    /// - Throws: `DatabaseFault`
    func drop(_ id: ID<DataImport>, by actor: Entry.Actor, at time: Date) async throws {
        _ = try await leaveWaiting(id, as: .dropped, by: actor, at: time) { _ in }
    }

    private func leaveWaiting(
        _ id: ID<DataImport>, as state: DataImport.State, by actor: Entry.Actor, at time: Date,
        _ more: @escaping @Sendable (Writing) throws -> Void
    ) async throws -> Bool {
        let entry = Entry(
            .importWentOn, of: .init("import", id), by: actor, at: time,
            changes: [.init("state", from: DataImport.State.waiting, to: state)])
        return try await database.write(entry) { db in
            let changed = try db.run(
                """
                UPDATE data_import SET state = \(state)
                WHERE id = \(id) AND partnership = \(db.partnership) AND state = \(DataImport.State.waiting)
                """)
            if changed > 0 { try more(db) }
            return changed > 0
        }
    }
}

extension Act {
    static let importWentOn = Act("import went on", "A data file that waited was looked at, and taken in or left.")
}

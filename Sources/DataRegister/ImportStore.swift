import Foundation
import Storage

/// One file that somebody gave, on its way to becoming a release.
public struct DataImport: Sendable {
    enum State: String, Sendable, SQLConvertible {
        /// Kept, and being read.
        case reading
        /// It became a release.
        case accepted
        /// It is the very file that is already here: nothing was changed.
        case known
        /// It could not be used, and nothing of it was.
        case refused
        /// The program stopped while it was being read; nothing was changed.
        case interrupted
        /// A partner's file that was kept: somebody is to say what its columns mean, and to look at it.
        case waiting
        /// Somebody looked at it, and took nothing in.
        case dropped

        /// In these a partner's file is there; in the others its bytes are taken away.
        static let holding: [State] = [.waiting, .reading]
    }

    let id: ID<DataImport>
    let kind: Release.Kind
    let name: String
    let sha256: FileHash
    let size: Int
    let state: State
    /// What is wrong with it, in sentences.
    let problem: String?
    let release: ID<Release>?
    let beganAt: Date
    let beganBy: String
}

/// The imports there have been, so that what the screen says is so after a restart too.
struct ImportStore: Sendable {
    let database: Database
    let identities: Identities

    /// Records that a file was kept and is about to be read.
    ///
    /// - Returns: the import, and whether it is new: a form that is sent twice begins one.
    /// - Throws: `DatabaseFault`
    func begin(_ kind: Release.Kind, _ delivery: Delivery) async throws -> (id: ID<DataImport>, isNew: Bool) {
        let new: ID<DataImport> = identities.new(at: delivery.at)
        let entry = Entry(
            .importBegan, of: .init("import", new), by: delivery.by.actor, at: delivery.at,
            changes: [.init("file", from: String?.none, to: delivery.name)])
        let id: ID<DataImport> = try await database.write(entry) { db in
            try db.run(
                """
                INSERT INTO data_import (
                    id, partnership, kind, name, sha256, size, state, began_at, began_by)
                VALUES (
                    \(new), \(db.partnership), \(kind), \(delivery.name), \(delivery.kept.hash), \(delivery.kept.size),
                    \(DataImport.State.reading), \(delivery.at), \(delivery.by.name))
                """)
            return new
        }
        return (id, id == new)
    }

    /// Records what became of it.
    ///
    /// - Throws: `DatabaseFault`
    func end(
        _ id: ID<DataImport>, as state: DataImport.State, problem: String? = nil, release: ID<Release>? = nil,
        by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(
            .importEnded, of: .init("import", id), by: actor, at: time,
            changes: [.init("state", from: DataImport.State.reading, to: state)])
        try await database.write(entry) { db in
            try db.run(
                """
                UPDATE data_import SET state = \(state), problem = \(problem), data_release = \(release), ended_at = \(time)
                WHERE id = \(id) AND partnership = \(db.partnership) AND state = \(DataImport.State.reading)
                """)
        }
    }

    func find(_ id: ID<DataImport>) async throws -> DataImport? {
        try await database.read { db in
            try db.row("SELECT * FROM data_import WHERE id = \(id) AND partnership = \(db.partnership)")
                .map(DataImport.init)
        }
    }

    /// The files that were given by the same form as one of them, that one among them, in the order of their names: a
    /// form is one person at one moment.
    func givenTogether(with one: ID<DataImport>) async throws -> [DataImport] {
        try await database.read { db in
            try db.rows(
                """
                SELECT data_import.* FROM data_import
                JOIN data_import AS this ON this.partnership = data_import.partnership
                    AND this.began_at = data_import.began_at AND this.began_by = data_import.began_by
                WHERE data_import.partnership = \(db.partnership) AND this.id = \(one)
                ORDER BY data_import.name, data_import.id
                """
            ).map(DataImport.init)
        }
    }

    /// The imports of late, newest first.
    func latest(_ count: Int) async throws -> [DataImport] {
        try await database.read { db in
            try db.rows(
                """
                SELECT * FROM data_import WHERE partnership = \(db.partnership)
                ORDER BY began_at DESC, id DESC LIMIT \(count)
                """
            ).map(DataImport.init)
        }
    }

    /// Imports that a stop of the program cut off: they changed nothing, and say so.
    ///
    /// - Throws: `DatabaseFault`
    func interruptThoseUnderWay(at time: Date) async throws {
        let cutOff: [ID<DataImport>] = try await database.read { db in
            try db.rows(
                """
                SELECT id FROM data_import
                WHERE partnership = \(db.partnership) AND state = \(DataImport.State.reading)
                """
            ).map { try $0("id") }
        }
        for id in cutOff {
            try await end(
                id, as: .interrupted,
                problem: "The program stopped while the file was being read. Nothing was changed; give the file again.",
                by: .job("start"), at: time)
        }
    }
}

extension DataImport {
    init(row: Row) throws {
        try self.init(
            id: row("id"), kind: row("kind"), name: row("name"), sha256: row("sha256"), size: row("size"),
            state: row("state"), problem: row("problem"), release: row("data_release"), beganAt: row("began_at"),
            beganBy: row("began_by"))
    }
}

extension Act {
    static let importBegan = Act("import began", "A data file was given and kept as it came.")
    static let importEnded = Act("import ended", "A data file was read to its end, or refused.")
}

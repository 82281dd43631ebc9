import Foundation
import Logging

extension Database {
    /// Opens the records of an installation, making them if they aren't there and may be made, and brings them up to date.
    ///
    /// In SQLite they lie in the data folder, which is held until ``close()``, or until the last `Database` on it is
    /// gone: a second process is refused. In PostgreSQL the folder holds the kept files alone, and processes share it.
    ///
    /// - Parameters:
    ///   - folder: the path of the data folder; closed to everyone but its owner.
    ///   - server: where the PostgreSQL database is; `nil` for SQLite.
    ///   - migrations: every slice's, those first that others build on.
    ///   - time: now, for the entries of migrations.
    ///   - logger: hears of what the operator should know.
    ///   - identities: where chance comes from.
    ///   - makesNew: whether records are made where there are none. A command that works on some makes none, so that a slip
    ///     in the name of a folder is told of.
    ///   - keyFile: where the installation's keys are; `nil` for the data folder, where one is made if there is none.
    ///   - gauge: asked for the room on the disk of the data folder, so that no files are taken where there is little.
    /// - Returns: the installation's own records; ``opened(for:)`` gives a partnership's.
    /// - Throws: ``OpeningFault``, ``KeyFault``, ``DatabaseFault``, ``MovingFault/movedAway(folder:)``
    public static func open(
        folder: String, server: PostgreSQLAddress? = nil, migrations: [Migrations], at time: Date, logger: Logger,
        identities: Identities = .system, makesNew: Bool = true, keyFile: String? = nil, gauge: DiskGauge? = nil
    ) async throws -> Database {
        if !makesNew { try requireRecords(in: folder, orOn: server) }
        let dataFolder = try DataFolder(folder, isShared: server != nil)
        var postgreSQL: PostgreSQLEngine?
        if let server {
            postgreSQL = try await reach(server, for: folder, makesNew: makesNew)
        } else if dataFolder.isMovedAway {
            throw MovingFault.movedAway(folder: folder)
        }
        let keys = try keyFile.map { try KeyFile.keys(in: $0) } ?? KeyFile.keys(inFolder: folder)
        let engine: any Engine = try postgreSQL ?? SQLiteEngine(dataFolder, logger: logger)
        return try await open(
            engine, dataFolder, keys, migrations, dialect: server == nil ? .sqlite : .postgreSQL, at: time,
            identities, gauge)
    }

    /// A mistyped folder is not made.
    private static func requireRecords(in folder: String, orOn server: PostgreSQLAddress?) throws(OpeningFault) {
        let names = server == nil ? ["/\(DataFolder.records)", "/\(DataFolder.moved)"] : [""]
        guard names.contains(where: { FileManager.default.fileExists(atPath: folder + $0) }) else {
            throw .noRecords(folder: folder)
        }
    }

    /// A database that is empty where the folder’s records are in another is most often a slip in its name. It is not
    /// taken for a new installation’s.
    private static func reach(
        _ server: PostgreSQLAddress, for folder: String, makesNew: Bool
    ) async throws -> PostgreSQLEngine {
        let engine = PostgreSQLEngine(server)
        do {
            try await engine.check()
            let isEmpty = try await engine.read { try $0.tables().isEmpty }
            if isEmpty, DataFolder.holdsAnything(folder) { throw OpeningFault.recordsElsewhere(folder: folder) }
            if isEmpty, !makesNew { throw OpeningFault.noRecords(folder: folder) }
            return engine
        } catch {
            await engine.close()
            throw error
        }
    }

    /// Opens records in PostgreSQL that are gone when they are closed, for tests.
    package static func rehearsal(
        folder: String, server: PostgreSQLAddress, migrations: [Migrations], at time: Date, identities: Identities
    ) async throws -> Database {
        try await open(
            RehearsalEngine(server), try DataFolder(folder, isShared: true), try KeyFile.keys(inFolder: folder),
            migrations, dialect: .postgreSQL, at: time, identities)
    }

    static func open(
        _ engine: any Engine, _ folder: DataFolder, _ keys: InstallationKeys, _ migrations: [Migrations],
        dialect: Dialect, at time: Date, _ identities: Identities, _ gauge: DiskGauge? = nil
    ) async throws -> Database {
        do {
            let files = try KeptFiles(in: folder, gauge: gauge)
            let run = MigrationRun(
                slices: [.ofStorage] + migrations, time: time, identities: identities, dialect: dialect)
            try await run.run(on: engine)
            return Database(
                partnership: .installation, files: files, keys: keys, engine: engine, identities: identities,
                migrations: migrations)
        } catch {
            await engine.close()
            throw error
        }
    }
}

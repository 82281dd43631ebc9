import Foundation
import Logging

extension Database {
    /// Opens the records of an installation, making them if they aren't there, and brings them up to date.
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
    ///   - keyFile: where the installation's keys are; `nil` for the data folder, where one is made if there is none.
    ///   - gauge: asked for the room on the disk of the data folder, so that no files are taken where there is little.
    /// - Returns: the installation's own records; ``opened(for:)`` gives a partnership's.
    /// - Throws: ``OpeningFault``, ``KeyFault``, ``DatabaseFault``, ``MovingFault/movedAway(folder:)``
    public static func open(
        folder: String, server: PostgreSQLAddress? = nil, migrations: [Migrations], at time: Date, logger: Logger,
        identities: Identities = .system, keyFile: String? = nil, gauge: DiskGauge? = nil
    ) async throws -> Database {
        let dataFolder = try DataFolder(folder, isShared: server != nil)
        let keys = try keyFile.map { try KeyFile.keys(in: $0) } ?? KeyFile.keys(inFolder: folder)
        let engine: any Engine
        if let server {
            let postgreSQL = PostgreSQLEngine(server)
            try await postgreSQL.check()
            engine = postgreSQL
        } else {
            guard !dataFolder.isMovedAway else { throw MovingFault.movedAway(folder: folder) }
            engine = try SQLiteEngine(dataFolder, logger: logger)
        }
        return try await open(
            engine, dataFolder, keys, migrations, dialect: server == nil ? .sqlite : .postgreSQL, at: time,
            identities, gauge)
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

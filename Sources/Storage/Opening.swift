import Foundation
import Logging

extension Database {
    /// Opens the records in a data folder, making them if they aren't there, and brings them up to date.
    ///
    /// The folder is held until ``close()``, or until the last `Database` on it is gone: a second process is refused.
    ///
    /// - Parameters:
    ///   - folder: the path of the data folder; closed to everyone but its owner.
    ///   - migrations: every slice's, those first that others build on.
    ///   - time: now, for the entries of migrations.
    ///   - logger: hears of what the operator should know.
    ///   - identities: where chance comes from.
    /// - Returns: the installation's own records; ``opened(for:)`` gives a partnership's.
    /// - Throws: ``OpeningFault``, ``DatabaseFault``
    public static func open(
        folder: String, migrations: [Migrations], at time: Date, logger: Logger, identities: Identities = .system
    ) async throws -> Database {
        let dataFolder = try DataFolder(folder)
        let files = try KeptFiles(in: dataFolder)
        let engine = try SQLiteEngine(dataFolder, logger: logger)
        do {
            let run = MigrationRun(
                slices: [.ofStorage] + migrations, time: time, identities: identities, dialect: .sqlite)
            try await run.run(on: engine)
        } catch {
            await engine.close()
            throw error
        }
        return Database(partnership: .installation, files: files, engine: engine, identities: identities)
    }
}

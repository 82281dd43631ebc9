import Foundation
import Logging

extension Database {
    /// Copies all records, of one moment, and all kept files to a new folder, while others go on writing; then restores
    /// the copy beside itself, opens it as the program does and looks through all of it, since a backup that nobody
    /// ever restored is none.
    ///
    /// Whatever engine keeps the records, the copy is one SQLite file: it can be restored to either.
    ///
    /// - Parameter progress: hears how far it has come.
    /// - Throws: ``MovingFault``, ``DatabaseFault``, ``KeptFileFault``, ``OpeningFault``; `CancellationError` when the
    ///   task is cancelled. Nothing of the folder is left then; after a crash, one that holds no manifest.
    @discardableResult
    public func backUp(
        to folder: String, at time: Date, progress: @escaping @Sendable (BackupProgress) -> Void = { _ in }
    ) async throws -> Manifest {
        let patience = Patience()
        return try await withTaskCancellationHandler {
            try await files.staying {
                try await BackupOnItsWay(database: self, folder: folder, time: time) { step, done, total in
                    try patience.check()
                    progress(BackupProgress(step, done, of: total))
                }.make()
            }
        } onCancel: {
            patience.end()
        }
    }
}

/// A backup while it is being made.
private struct BackupOnItsWay: Sendable {
    let database: Database
    let folder: String
    let time: Date
    /// Throws when there is no more time for it.
    let watch: @Sendable (BackupProgress.Step, Int, Int) throws -> Void

    /// What is left free for others on the disk of the backup: it may be the one that the records are written on.
    private static let spared = 64_000_000

    func make() async throws -> Manifest {
        try await checkRoom()
        let folder = folder
        try await blocking { try makeNewFolder(folder) }
        do {
            return try await fill()
        } catch {
            // It is in the way of the next, and may be what filled the disk.
            try? await blocking { try FileManager.default.removeItem(atPath: folder) }
            throw error
        }
    }

    /// The records are there twice while the copy is restored for a trial; a kept file has two names meanwhile, and takes
    /// no more room.
    private func checkRoom() async throws {
        let records = try await database.engine.read { try $0.bytesTaken() }
        let (folder, files) = (folder, database.files)
        try await blocking {
            let kept = try files.all().reduce(0) { $0 + (files.size(of: $1) ?? 0) }
            let needed = 2 * records + kept + Self.spared
            guard let free = roomOnDisk(of: folder), free < needed else { return }
            throw MovingFault.noRoom(folder, needed: needed, free: free)
        }
    }

    private func fill() async throws -> Manifest {
        let (folder, time, watch) = (folder, time, watch)
        let records = "\(folder)/\(Backup.records)"
        // Open to the owner alone from the start; SQLite fills it.
        try await blocking { try writeWhole([], to: records) }
        // The records first: a file is kept before the row that names it, so every file they name is there by now.
        let rows = try await database.engine.backUp(to: records, migrations: database.migrations) {
            try watch(.copyingRecords, $0, $1)
        }
        let files = database.files
        let draft = try await blocking {
            let copied = try files.copyAll(to: "\(folder)/files") { try watch(.copyingFiles, $0, $1) }
            return Manifest(
                made: time, records: try Backup.content(Backup.records, in: folder), files: copied, rows: rows)
        }
        let manifest = draft.ending(try await restoreForATrial(draft))
        // Last: without it this is no backup.
        try await blocking { try manifest.write(in: folder) }
        return manifest
    }

    /// - Returns: where the chains of entries end.
    private func restoreForATrial(_ draft: Manifest) async throws -> [Manifest.Chain] {
        let (folder, trial, watch) = (folder, folder + "/trial", watch)
        try await blocking {
            try Backup(draft, in: folder).lay(out: trial, placing: linkFile) { try watch(.restoring, 0, $1) }
        }
        // As the program opens it: to be written, and refused where it does not fit this program.
        let silent = Logger(label: "trial") { _ in SwiftLogNoOpLogHandler() }
        try await Database.open(
            folder: trial, migrations: database.migrations, at: time, logger: silent, identities: database.identities
        ).close()
        let found = try await Verification(folder: trial, progress: { try watch(.restoring, $0, $1) })
        return try await blocking {
            if let hash = found.damaged.first {
                throw MovingFault.notTheSame("the kept file \(hash) came back altered")
            }
            guard found.files == draft.files.count else {
                throw MovingFault.notTheSame("of \(draft.files.count) kept files \(found.files) came back")
            }
            guard try RecordsFile("\(trial)/\(DataFolder.records)").rowCounts() == draft.rows else {
                throw MovingFault.notTheSame("its tables do not have as many rows as were copied")
            }
            let chains = try Manifest.Chain.ends(of: found.chains.map { ($0.partnership, $0.check) })
            try FileManager.default.removeItem(atPath: trial)
            return chains
        }
    }
}

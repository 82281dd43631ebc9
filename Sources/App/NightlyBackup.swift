import Foundation
import Storage

/// A backup every night into a folder of its own, restored for a trial; of the older ones a fortnight’s are kept.
struct NightlyBackup: Sendable {
    static let kind = Job.Kind("backup")
    /// When few people work.
    static let schedule = Schedule(kind, dailyAt: 2, 30)
    private static let mostKept = 14
    private static let prefix = "frankpledge-"

    private let records: Database
    private let folder: String
    private let now: @Sendable () -> Date

    /// - Parameter folder: where the backups’ folders are made; best on another disk.
    init(of installation: Database, to folder: String, now: @escaping @Sendable () -> Date) {
        (records, self.folder, self.now) = (installation, folder, now)
    }

    /// Makes the backup of a day, unless it is there.
    ///
    /// - Throws: `MovingFault`, `DatabaseFault`
    @Sendable
    func run(_ job: Job) async throws {
        let name = Self.prefix + job.name
        let path = "\(folder)/\(name)"
        if (try? Backup(of: path)) != nil { return }
        // What was begun and not ended has no manifest, and is in the way.
        try? FileManager.default.removeItem(atPath: path)
        try await records.backUp(to: path, by: .job("nightly backup"), now: now)
        prune()
    }

    /// Takes away the oldest, by the day in their names.
    private func prune() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let backups = names.filter { $0.hasPrefix(Self.prefix) && (try? Backup(of: "\(folder)/\($0)")) != nil }
        for name in backups.sorted().dropLast(Self.mostKept) {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }
}

extension Database {
    /// Makes a backup, and leaves an entry of it.
    @discardableResult
    func backUp(
        to folder: String, by actor: Entry.Actor, now: @Sendable () -> Date,
        progress: @escaping @Sendable (BackupProgress) -> Void = { _ in }
    ) async throws -> Manifest {
        let manifest = try await backUp(to: folder, at: now(), progress: progress)
        let name = URL(filePath: folder).lastPathComponent
        try await write(
            Entry(
                .backupMade, of: .init("backup", name), by: actor, at: now(),
                changes: [.init("files", from: Int?.none, to: manifest.files.count)])
        ) { _ in }
        return manifest
    }
}

extension Act {
    static let backupMade = Act(
        "backup made", "Everything was copied to a new folder, and the copy was restored for a trial.")
}

import Foundation

extension Database {
    /// Moves the records of a data folder from SQLite to an empty PostgreSQL database, with all identifiers and entries.
    /// The kept files stay where they are. The SQLite file is kept beside, under another name, and no longer opened.
    ///
    /// - Parameter progress: how many tables are copied, of how many.
    /// - Throws: ``MovingFault``, ``OpeningFault``, ``DatabaseFault``. The records are then where they were.
    public static func move(
        folder: String, to server: PostgreSQLAddress, migrations: [Migrations],
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws {
        let dataFolder = try DataFolder(folder)
        defer { dataFolder.release() }
        guard !dataFolder.isMovedAway else { throw MovingFault.movedAway(folder: folder) }
        let (here, there) = ("\(folder)/\(DataFolder.records)", "\(folder)/\(DataFolder.moved)")
        guard FileManager.default.fileExists(atPath: here) else {
            throw MovingFault.file(here, reason: "there are no records in this folder")
        }
        let file = try RecordsFile(here)
        try await blocking { try file.checkPages() }
        let chains = try await file.chains()
        if let (partnership, check) = chains.first(where: { $0.1.isBroken }) {
            throw MovingFault.notTheSame("the entries of \(partnership) are broken: \(check)")
        }
        try await blocking { try file.copied(to: server, migrations: migrations, progress: progress) }
        guard try await RecordsServer(server).chains().elementsEqual(chains, by: ==) else {
            throw MovingFault.notTheSame("the entries there do not end as they do here")
        }
        try await blocking {
            guard rename(here, there) == 0 else { throw MovingFault.file(here, reason: systemReason()) }
            try syncFolder(folder)
        }
    }
}

extension ChainCheck {
    /// Whether an entry is not as it was written.
    public var isBroken: Bool {
        if case .broken = self { true } else { false }
    }
}

import Foundation

/// What came of looking through an installation's records and kept files, every byte of them.
public struct Verification: Sendable {
    /// Each partnership's chain of entries, and the installation's own.
    public let chains: [(partnership: ID<Tenant>, check: ChainCheck)]
    /// How many kept files there are.
    public let files: Int
    /// Those that are not as they were received.
    public let damaged: [FileHash]

    /// Whether everything is as it was written.
    public var isWhole: Bool { damaged.isEmpty && !chains.contains { $0.check.isBroken } }

    /// Looks through a data folder that no program has open, without changing it.
    ///
    /// - Parameter server: where the records are, if not in the folder.
    /// - Throws: ``OpeningFault/inUse(folder:process:)``, ``MovingFault``, ``DatabaseFault``
    public init(folder: String, server: PostgreSQLAddress? = nil) async throws {
        guard FileManager.default.fileExists(atPath: folder) else {
            throw MovingFault.file(folder, reason: "there is no such folder")
        }
        let dataFolder = try DataFolder(folder, isShared: server != nil)
        defer { dataFolder.release() }
        if let server {
            chains = try await RecordsServer(server).chains()
        } else {
            guard !dataFolder.isMovedAway else { throw MovingFault.movedAway(folder: folder) }
            let file = try RecordsFile("\(folder)/\(DataFolder.records)")
            try await blocking { try file.checkPages() }
            chains = try await file.chains()
        }
        (files, damaged) = try await blocking {
            let files = try KeptFiles(in: dataFolder)
            let hashes = files.all
            return (hashes.count, hashes.filter { FileHash(ofFileAt: files.path(of: $0)) != $0 })
        }
    }
}

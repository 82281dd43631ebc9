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
        self = try await blocking {
            guard FileManager.default.fileExists(atPath: folder) else {
                throw MovingFault.file(folder, reason: "there is no such folder")
            }
            let dataFolder = try DataFolder(folder, isShared: server != nil)
            defer { dataFolder.release() }
            let chains: [(ID<Tenant>, ChainCheck)]
            if let server {
                chains = try RecordsServer(server).chains()
            } else {
                guard !dataFolder.isMovedAway else { throw MovingFault.movedAway(folder: folder) }
                let file = try RecordsFile("\(folder)/\(DataFolder.records)")
                try file.checkPages()
                chains = try file.chains()
            }
            let files = try KeptFiles(in: dataFolder)
            let hashes = files.all
            let damaged = hashes.filter { FileHash(ofFileAt: files.path(of: $0)) != $0 }
            return Verification(chains: chains, files: hashes.count, damaged: damaged)
        }
    }

    private init(chains: [(ID<Tenant>, ChainCheck)], files: Int, damaged: [FileHash]) {
        self.chains = chains.map { (partnership: $0.0, check: $0.1) }
        (self.files, self.damaged) = (files, damaged)
    }
}

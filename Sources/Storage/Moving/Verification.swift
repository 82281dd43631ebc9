import Foundation

/// What came of looking through an installation's records and kept files, every byte of them.
public struct Verification: Sendable {
    /// Each partnership's chain of entries, and the installation's own.
    public let chains: [(partnership: ID<Tenant>, check: ChainCheck)]
    /// What partnerships are called, as far as is known.
    public private(set) var names: [ID<Tenant>: String] = [:]
    /// How many kept files there are.
    public let files: Int
    /// Those that are not as they were received.
    public let damaged: [FileHash]
    /// Those that records name and that are not there.
    public let missing: [FileHash]
    /// Which records name them.
    public let register: KeptFileRegister

    /// Whether everything is as it was written.
    public var isWhole: Bool { damaged.isEmpty && missing.isEmpty && !chains.contains { $0.check.isBroken } }

    /// Looks through a data folder that no program has open, without changing it.
    ///
    /// - Parameters:
    ///   - server: where the records are, if not in the folder.
    ///   - naming: asks what partnerships are called. Where that fails, as with records of an earlier version, they go by
    ///     their identifiers.
    ///   - slices: whose records name kept files.
    ///   - progress: how many files are read, of how many; when it throws, the looking ends.
    /// - Throws: ``OpeningFault/inUse(folder:process:)``, ``MovingFault``, ``DatabaseFault``
    public init(
        folder: String, server: PostgreSQLAddress? = nil,
        naming: @escaping @Sendable (Reading) throws -> [ID<Tenant>: String] = { _ in [:] },
        namedBy slices: [any NamesKeptFiles] = [],
        progress: @escaping @Sendable (Int, Int) throws -> Void = { _, _ in }
    ) async throws {
        guard FileManager.default.fileExists(atPath: folder) else {
            throw MovingFault.file(folder, reason: "there is no such folder")
        }
        let dataFolder = try DataFolder(folder, isShared: server != nil)
        defer { dataFolder.release() }
        let chains: [(ID<Tenant>, ChainCheck)]
        let names: [ID<Tenant>: String]
        let register: KeptFileRegister
        if let server {
            let records = RecordsServer(server)
            chains = try await records.chains()
            names = (try? await blocking { try records.read(naming) }) ?? [:]
            let partnerships = chains.map(\.0)
            register = try await blocking { try records.register(slices, of: partnerships) }
        } else {
            guard !dataFolder.isMovedAway else { throw MovingFault.movedAway(folder: folder) }
            let file = try RecordsFile("\(folder)/\(DataFolder.records)")
            try await blocking { try file.checkPages() }
            chains = try await file.chains()
            names = (try? await blocking { try file.read(naming) }) ?? [:]
            let partnerships = chains.map(\.0)
            register = try await blocking { try file.register(slices, of: partnerships) }
        }
        self = try await blocking {
            try Verification(chains: chains, of: try KeptFiles(in: dataFolder), register, progress: progress)
        }
        self.names = names
    }

    /// Looks through records that are open, while others go on writing: each chain as it is at some moment.
    ///
    /// - Parameter slices: whose records name kept files.
    /// - Throws: ``MovingFault``, ``DatabaseFault``
    public init(
        of installation: Database,
        naming: @escaping @Sendable (Reading) throws -> [ID<Tenant>: String] = { _ in [:] },
        namedBy slices: [any NamesKeptFiles] = [],
        progress: @escaping @Sendable (Int, Int) throws -> Void = { _, _ in }
    ) async throws {
        try await installation.engine.read { try $0.checkPages() }
        let chains = try await installation.verifyEveryChain().sorted { $0.key.description < $1.key.description }
        // Before the files are listed: what is named by then has been kept by then.
        let register = try await installation.keptFileRegister(slices, of: chains.map(\.key))
        self = try await blocking {
            try Verification(
                chains: chains.map { ($0.key, $0.value) }, of: installation.files, register, progress: progress)
        }
        names = (try? await installation.read(naming)) ?? [:]
    }

    private init(
        chains: [(ID<Tenant>, ChainCheck)], of files: KeptFiles, _ register: KeptFileRegister,
        progress: (Int, Int) throws -> Void
    ) throws {
        let hashes = try files.all()
        self.chains = chains.map { (partnership: $0.0, check: $0.1) }
        self.files = hashes.count
        self.register = register
        missing = register.missing(from: files)
        damaged = try hashes.enumerated().filter { index, hash in
            try progress(index, hashes.count)
            return FileHash(ofFileAt: files.path(of: hash)) != hash
        }.map(\.element)
    }
}

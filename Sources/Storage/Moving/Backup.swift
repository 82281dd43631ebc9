import Foundation

extension Database {
    /// Copies all records, of one moment, and all kept files to a new folder, while others go on writing; then opens the
    /// copy and checks it, since a backup that was never read is none.
    ///
    /// Whatever engine keeps the records, the copy is one SQLite file: it can be restored to either.
    ///
    /// - Parameter progress: how many files are copied, of how many.
    /// - Throws: ``MovingFault``, ``DatabaseFault``, ``KeptFileFault``. The folder then holds no manifest.
    @discardableResult
    public func backUp(
        to folder: String, at time: Date, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Manifest {
        guard !FileManager.default.fileExists(atPath: folder) else { throw MovingFault.exists(folder) }
        do {
            try makeFolders(folder)
        } catch {
            throw MovingFault.file(folder, reason: error.description)
        }
        let records = "\(folder)/\(Backup.records)"
        // The records first: a file is kept before the row that names it, so every file they name is there by now.
        try await engine.backUp(to: records, migrations: migrations)
        let chains = try await Backup.chains(of: records)
        let files = files
        let copied = try await blocking {
            try files.copyAll(to: "\(folder)/files", progress: progress)
        }
        let manifest = try await blocking {
            let manifest = Manifest(
                made: time, records: try Backup.content(Backup.records, in: folder), files: copied, chains: chains)
            try manifest.write(in: folder)
            return manifest
        }
        try await Backup(of: folder).check()
        return manifest
    }
}

/// A backup that was made.
public struct Backup: Sendable {
    public let manifest: Manifest
    let folder: String

    static let records = "records.sqlite"

    /// - Throws: ``MovingFault/noBackup(_:)``
    public init(of folder: String) throws {
        self.folder = folder
        manifest = try Manifest(of: folder)
    }

    /// Compares every byte with the manifest, asks SQLite whether the records are whole, and walks every chain.
    ///
    /// - Throws: ``MovingFault/notTheSame(_:)``
    public func check() async throws {
        let (folder, manifest) = (folder, manifest)
        try await blocking {
            for content in [manifest.records] + manifest.files {
                guard try Self.content(content.path, in: folder) == content else {
                    throw MovingFault.notTheSame("‘\(content.path)’ has other bytes than its manifest says")
                }
            }
        }
        guard try await Self.chains(of: "\(folder)/\(Self.records)") == manifest.chains else {
            throw MovingFault.notTheSame("its entries do not end where its manifest says")
        }
    }

    /// Puts the records and files into a new data folder, and the records into PostgreSQL if a server is named.
    ///
    /// - Throws: ``MovingFault``, ``DatabaseFault``. The backup is checked before anything is written.
    public func restore(
        to folder: String, server: PostgreSQLAddress? = nil, migrations: [Migrations],
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws {
        try await check()
        let held = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard held.isEmpty else { throw MovingFault.exists(folder) }
        let (source, manifest) = (self.folder, manifest)
        try await blocking {
            try makeFolders(folder)
            for (index, content) in manifest.files.enumerated() {
                try copyFile("\(source)/\(content.path)", to: "\(folder)/\(content.path)", mode: 0o400)
                progress(index + 1, manifest.files.count)
            }
            // Last: should this be ended half way, there are no records that name files which are not there.
            let records = "\(source)/\(Self.records)"
            if let server {
                try RecordsFile(records).copied(to: server, migrations: migrations)
            } else {
                try copyFile(records, to: "\(folder)/\(DataFolder.records)", mode: 0o600)
            }
        }
    }

    static func content(_ path: String, in folder: String) throws -> Manifest.Content {
        let file = "\(folder)/\(path)"
        let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber)?.intValue
        guard let size, let hash = FileHash(ofFileAt: file) else {
            throw MovingFault.file(file, reason: "it is not there, or can’t be read")
        }
        return Manifest.Content(path: path, sha256: hash, bytes: size)
    }

    /// The ends of the chains in a file of records, once every one is found to be whole.
    static func chains(of records: String) async throws -> [Manifest.Chain] {
        let file = try RecordsFile(records)
        try await blocking { try file.checkPages() }
        return try await file.chains().map { partnership, check in
            switch check {
            case .whole(let entries, let head):
                return Manifest.Chain(partnership: partnership, entries: entries, head: head.hexadecimal)
            case .broken(let entry, let what):
                throw MovingFault.notTheSame("entry \(entry) of \(partnership): \(what)")
            }
        }
    }
}

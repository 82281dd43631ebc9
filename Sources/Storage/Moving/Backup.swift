import Foundation

/// A backup that was made.
public struct Backup: Sendable {
    public let manifest: Manifest
    private let folder: String

    static let records = "records.sqlite"

    /// - Throws: ``MovingFault/noBackup(_:)``; ``MovingFault/notTheSame(_:)`` where it names files that are none of ours,
    ///   such as one outside its folder.
    public init(of folder: String) throws {
        let manifest = try Manifest(of: folder)
        for content in manifest.files where content.path != "files/\(content.sha256.folders)/\(content.sha256)" {
            throw MovingFault.notTheSame("its manifest names ‘\(content.path)’, which is no place of a kept file")
        }
        guard manifest.records.path == Self.records else {
            throw MovingFault.notTheSame("its manifest names ‘\(manifest.records.path)’ as its records")
        }
        self.init(manifest, in: folder)
    }

    init(_ manifest: Manifest, in folder: String) {
        (self.manifest, self.folder) = (manifest, folder)
    }

    /// Compares every byte with the manifest, asks SQLite whether the records are whole, and walks every chain.
    ///
    /// - Throws: ``MovingFault/notTheSame(_:)``
    public func check() async throws {
        let (folder, manifest) = (folder, manifest)
        let records = try await blocking {
            for content in [manifest.records] + manifest.files {
                guard try Self.content(content.path, in: folder) == content else {
                    throw MovingFault.notTheSame("‘\(content.path)’ has other bytes than its manifest says")
                }
            }
            let records = try RecordsFile("\(folder)/\(Self.records)")
            try records.checkPages()
            // Earlier manifests do not say how many there are.
            guard try manifest.rows.map({ try records.rowCounts() == $0 }) ?? true else {
                throw MovingFault.notTheSame("its tables do not have as many rows as its manifest says")
            }
            return records
        }
        guard try await Manifest.Chain.ends(of: records.chains()) == manifest.chains else {
            throw MovingFault.notTheSame("its entries do not end where its manifest says")
        }
    }

    /// The files that its records name and it does not hold: they were gone when it was made.
    ///
    /// - Throws: ``MovingFault``, ``DatabaseFault``
    public func missingFiles(
        namedBy slices: [any NamesKeptFiles]
    ) async throws -> (register: KeptFileRegister, missing: [FileHash]) {
        let (folder, manifest) = (folder, manifest)
        return try await blocking {
            let held = Set(manifest.files.map(\.sha256))
            let register = try RecordsFile("\(folder)/\(Self.records)")
                .register(slices, of: manifest.chains.map(\.partnership))
            return (register, register.missing { held.contains($0) })
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
        try await blocking {
            try lay(out: folder, server.map { ($0, migrations) }, placing: { try copyFile($0, to: $1, mode: 0o400) }) {
                progress($0, $1)
            }
        }
    }

    /// Puts the files into a new data folder, and then the records.
    ///
    /// - Parameter place: puts one kept file where it belongs.
    func lay(
        out target: String, _ server: (PostgreSQLAddress, [Migrations])? = nil,
        placing place: (String, String) throws -> Void, progress: (Int, Int) throws -> Void
    ) throws {
        let held = (try? FileManager.default.contentsOfDirectory(atPath: target)) ?? []
        // The key is in no backup: it may have been put there already.
        guard held.allSatisfy({ $0 == KeyFile.name }) else { throw MovingFault.exists(target) }
        try makeFolders(target)
        for (index, content) in manifest.files.enumerated() {
            try place("\(folder)/\(content.path)", "\(target)/\(content.path)")
            try progress(index + 1, manifest.files.count)
        }
        // Last: should this be ended half way, there are no records that name files which are not there.
        let records = "\(folder)/\(Self.records)"
        if let (server, migrations) = server {
            try RecordsFile(records).copied(to: server, migrations: migrations)
        } else {
            try copyFile(records, to: "\(target)/\(DataFolder.records)", mode: 0o600)
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
}

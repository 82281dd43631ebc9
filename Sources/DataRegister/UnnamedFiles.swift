import Storage

/// Takes kept files away that no record names any more: a partner's file that was refused or left, and of one that was taken
/// in what is not kept of it.
public struct UnnamedFiles: Sendable {
    private let database: Database
    private let slices: [any NamesKeptFiles]

    /// - Parameter slices: everything of the program whose records name kept files, and not this module's alone: the same bytes
    ///   may have been published, by this partnership or by another.
    public init(_ database: Database, askedOf slices: [any NamesKeptFiles]) {
        self.database = database
        self.slices = slices
    }

    /// Takes those away that nothing names; the others stay.
    ///
    /// - Throws: `DatabaseFault`, `KeptFileFault`
    func letGo(_ hashes: some Sequence<FileHash>) async throws {
        for hash in Set(hashes) where database.files.url(for: hash) != nil {
            try await database.files.discard(hash) {
                try await database.read { [slices] db in try slices.contains { try $0.names(hash, in: db) } }
            }
        }
    }
}

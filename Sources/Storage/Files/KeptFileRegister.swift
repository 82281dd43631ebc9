/// A slice whose records name kept files. What is missing is then told by what needs it.
public protocol NamesKeptFiles: Sendable {
    /// The tables those records are in. Records that are looked at as they are may not have them yet.
    var tablesNamingFiles: Set<String> { get }

    /// Hands over each record of a partnership that names a kept file.
    func eachNamedFile(in db: Reading, _ body: (NamedFile) throws -> Void) throws

    /// Whether a record of any partnership names a file: kept files are the installation's. One that is named by none may be
    /// taken away, so a table that is forgotten here loses its files.
    func names(_ hash: FileHash, in db: Reading) throws -> Bool
}

/// A kept file, as a record names it.
public struct NamedFile: Sendable, Hashable {
    public let hash: FileHash
    /// What the record is, as people know it: “the release ‘2014-06-kent-street.csv’, received on 9 February 2016”.
    public let record: String

    public init(_ hash: FileHash, by record: String) {
        (self.hash, self.record) = (hash, record)
    }
}

/// Which records of which partnerships name each kept file.
public struct KeptFileRegister: Sendable {
    /// A record, and whose it is.
    public struct Record: Sendable, Hashable {
        public let partnership: ID<Tenant>
        public let words: String
    }

    private var records: [FileHash: [Record]] = [:]

    init() {}

    /// Those that name a file, in the order in which slices hand them over.
    public func records(naming hash: FileHash) -> [Record] { records[hash] ?? [] }

    /// The files that records name and that are not there, in order. A file is kept before the record that names it, so what
    /// comes in meanwhile is never taken for missing.
    public func missing(from files: KeptFiles) -> [FileHash] {
        missing { files.url(for: $0) != nil }
    }

    func missing(where isThere: (FileHash) -> Bool) -> [FileHash] {
        records.keys.filter { !isThere($0) }.sorted { $0.description < $1.description }
    }

    /// Takes in what the records of a partnership name.
    mutating func read(_ slices: [any NamesKeptFiles], in db: Reading) throws {
        for slice in slices {
            try slice.eachNamedFile(in: db) { file in
                records[file.hash, default: []].append(Record(partnership: db.partnership, words: file.record))
            }
        }
    }

    /// Of records that are not opened, and so may be those of an earlier version.
    init(_ slices: [any NamesKeptFiles], of partnerships: [ID<Tenant>], on connection: any Connection) throws {
        let tables = Set(try connection.tables().map(\.name.word))
        let known = slices.filter { $0.tablesNamingFiles.isSubset(of: tables) }
        for partnership in partnerships { try read(known, in: Reading(connection, of: partnership)) }
    }
}

extension Database {
    /// Which records of these partnerships name each kept file: one partnership after another, so that no reading is long.
    ///
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func keptFileRegister(
        _ slices: [any NamesKeptFiles], of partnerships: some Sequence<ID<Tenant>> & Sendable
    ) async throws -> KeptFileRegister {
        var register = KeptFileRegister()
        for partnership in partnerships.sorted() {
            register = try await opened(for: partnership).read { [register] db in
                var register = register
                try register.read(slices, in: db)
                return register
            }
        }
        return register
    }
}

import Foundation

/// What a backup holds, so that it can be checked by itself: `manifest.json`, written last.
public struct Manifest: Codable, Sendable, Equatable {
    /// One file of the backup, under its path in it.
    public struct Content: Codable, Sendable, Equatable {
        public let path: String
        public let sha256: FileHash
        public let bytes: Int
    }

    /// Where a partnership's chain of entries ends.
    public struct Chain: Codable, Sendable, Equatable {
        public let partnership: ID<Tenant>
        public let entries: Int
        /// The last entry's hash, in hexadecimal digits.
        public let head: String

        /// - Throws: ``MovingFault/notTheSame(_:)`` where one is broken.
        static func ends(of chains: [(ID<Tenant>, ChainCheck)]) throws -> [Chain] {
            try chains.map { partnership, check in
                switch check {
                case .whole(let entries, let head):
                    return Chain(partnership: partnership, entries: entries, head: head.hexadecimal)
                case .broken(let entry, let what):
                    throw MovingFault.notTheSame("entry \(entry) of \(partnership): \(what)")
                }
            }
        }
    }

    /// Of this layout; a later program reads earlier ones.
    public let layout: Int
    public let made: Date
    public let records: Content
    public let files: [Content]
    /// How many rows each table has; earlier backups do not say.
    public let rows: [String: Int]?
    public let chains: [Chain]

    /// How many entries there are, of all chains.
    public var entries: Int { chains.reduce(0) { $0 + $1.entries } }

    static let name = "manifest.json"

    func write(in folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        try writeWhole(Array(try encoder.encode(self)), to: "\(folder)/\(Self.name)")
    }

    /// - Throws: ``MovingFault/noBackup(_:)``
    init(of folder: String) throws {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(Self.name)"),
            let manifest = try? decoder.decode(Manifest.self, from: data), manifest.layout == 1
        else { throw MovingFault.noBackup(folder) }
        self = manifest
    }

    init(made: Date, records: Content, files: [Content], rows: [String: Int]?, chains: [Chain] = []) {
        (layout, self.made, self.records, self.files, self.rows, self.chains) = (1, made, records, files, rows, chains)
    }

    /// The same, with where its chains end.
    func ending(_ chains: [Chain]) -> Manifest {
        Manifest(made: made, records: records, files: files, rows: rows, chains: chains)
    }
}

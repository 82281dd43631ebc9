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
    }

    /// Of this layout; a later program reads earlier ones.
    public let layout: Int
    public let made: Date
    public let records: Content
    public let files: [Content]
    public let chains: [Chain]

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

    init(made: Date, records: Content, files: [Content], chains: [Chain]) {
        (self.layout, self.made, self.records, self.files, self.chains) = (1, made, records, files, chains)
    }
}

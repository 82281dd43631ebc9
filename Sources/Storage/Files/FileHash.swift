import Crypto
import Foundation

/// The SHA-256 of a file's bytes, written as 64 lower-case hexadecimal digits: its name among the kept files.
public struct FileHash: Hashable, Sendable, LosslessStringConvertible, SQLConvertible, Codable {
    public let description: String

    /// The two folders that a kept file lies in: `ab/cd`.
    var folders: String { "\(description.prefix(2))/\(description.dropFirst(2).prefix(2))" }

    init(_ digest: some Sequence<UInt8>) {
        description = digest.hexadecimal
    }

    /// Of these bytes.
    public init(of bytes: [UInt8]) {
        self.init(SHA256.hash(data: bytes))
    }

    /// Of a file as it lies on the disk, read piece by piece; nil where it cannot be read.
    public init?(ofFileAt path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        var hash = SHA256()
        do {
            while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty { hash.update(data: chunk) }
        } catch {
            return nil
        }
        self.init(hash.finalize())
    }

    /// Reads 64 lower-case hexadecimal digits, and nothing else.
    public init?(_ text: String) {
        let (digits, letters) = (UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"))
        guard text.utf8.count == 64, text.utf8.allSatisfy({ digits.contains($0) || letters.contains($0) })
        else { return nil }
        description = text
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = FileHash(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a SHA-256 hash")
        }
        self = hash
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

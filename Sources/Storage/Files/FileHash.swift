/// The SHA-256 of a file's bytes, written as 64 lower-case hexadecimal digits: its name among the kept files.
public struct FileHash: Hashable, Sendable, LosslessStringConvertible, SQLConvertible, Codable {
    public let description: String

    init(_ digest: some Sequence<UInt8>) {
        description = digest.hexadecimal
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

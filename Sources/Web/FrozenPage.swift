import Foundation

/// A page as it stood when it was published, to be kept and shown again word for word.
///
/// It is made from markup of this program and of nothing else, and is read back only by whoever has compared the bytes with
/// the hash that was recorded when they were written. The frame of the site goes round it anew each time.
public struct FrozenPage: Sendable, Hashable {
    public let title: String
    /// A sentence for search engines.
    public let summary: String
    public let body: HTML

    public init(_ title: String, summary: String, body: HTML) {
        (self.title, self.summary, self.body) = (title, summary, body)
    }

    private struct Kept: Codable {
        let title: String
        let summary: String
        let body: String
    }

    /// As it is kept.
    ///
    /// - Throws: `EncodingError`
    public func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try [UInt8](encoder.encode(Kept(title: title, summary: summary, body: body.description)))
    }

    /// - Parameter bytes: as ``bytes()`` gave them, and known to be unchanged since.
    /// - Throws: `DecodingError`
    public init(unchanged bytes: [UInt8]) throws {
        let kept = try JSONDecoder().decode(Kept.self, from: Data(bytes))
        self.init(kept.title, summary: kept.summary, body: HTML(asFrozen: Array(kept.body.utf8)))
    }
}

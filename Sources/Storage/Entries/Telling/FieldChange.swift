import Foundation

/// What became of a named field, as an entry keeps it.
public struct FieldChange: Hashable, Sendable {
    public let field: String
    /// Nothing where there was none. Bytes are hexadecimal digits here.
    public let before: Value
    public let after: Value
}

extension KeptEntry {
    /// What became of named fields; none where that cannot be read.
    public var fieldChanges: [FieldChange] {
        (try? JSONDecoder().decode([FieldChange].self, from: Data(changes.utf8))) ?? []
    }
}

extension FieldChange: Decodable {
    private enum Key: String, CodingKey { case field, before, after }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        field = try container.decode(String.self, forKey: .field)
        before = try Self.value(.before, in: container)
        after = try Self.value(.after, in: container)
    }

    private static func value(_ key: Key, in container: KeyedDecodingContainer<Key>) throws -> Value {
        if try container.decodeNil(forKey: key) { return .null }
        if let truth = try? container.decode(Bool.self, forKey: key) { return .boolean(truth) }
        if let number = try? container.decode(Int64.self, forKey: key) { return .integer(number) }
        if let number = try? container.decode(Double.self, forKey: key) { return .real(number) }
        return .text(try container.decode(String.self, forKey: key))
    }
}

import Foundation

extension Value: SQLConvertible {
    public static var columnType: ColumnType { .text }
    public var sqlValue: Value { self }
    public init?(sqlValue value: Value) { self = value }
}

extension String: SQLConvertible {
    public static var columnType: ColumnType { .text }
    public var sqlValue: Value { .text(self) }
    @inlinable
    public init?(sqlValue value: Value) {
        guard case .text(let text) = value else { return nil }
        self = text
    }
}

extension Int: SQLConvertible {
    public static var columnType: ColumnType { .integer }
    public var sqlValue: Value { .integer(Int64(self)) }
    @inlinable
    public init?(sqlValue value: Value) {
        guard case .integer(let number) = value else { return nil }
        self.init(exactly: number)
    }
}

extension Double: SQLConvertible {
    public static var columnType: ColumnType { .real }
    public var sqlValue: Value { .real(self) }
    public init?(sqlValue value: Value) {
        switch value {
        case .real(let number): self = number
        case .integer(let number): self.init(exactly: number)
        default: return nil
        }
    }
}

extension Bool: SQLConvertible {
    public static var columnType: ColumnType { .boolean }
    public var sqlValue: Value { .boolean(self) }
    @inlinable
    public init?(sqlValue value: Value) {
        switch value {
        case .boolean(let truth): self = truth
        case .integer(0): self = false
        case .integer(1): self = true
        default: return nil
        }
    }
}

extension Array: SQLConvertible where Element == UInt8 {
    public static var columnType: ColumnType { .bytes }
    public var sqlValue: Value { .bytes(self) }
    @inlinable
    public init?(sqlValue value: Value) {
        guard case .bytes(let bytes) = value else { return nil }
        self = bytes
    }
}

extension Data: SQLConvertible {
    public static var columnType: ColumnType { .bytes }
    public var sqlValue: Value { .bytes(Array(self)) }
    public init?(sqlValue value: Value) {
        guard case .bytes(let bytes) = value else { return nil }
        self.init(bytes)
    }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    public static var columnType: ColumnType { Wrapped.columnType }
    public var sqlValue: Value { self?.sqlValue ?? .null }
    @inlinable
    public init?(sqlValue value: Value) {
        if case .null = value {
            self = .none
        } else {
            guard let wrapped = Wrapped(sqlValue: value) else { return nil }
            self = wrapped
        }
    }
}

/// A `Codable` value in a `\(.json)` column.
public struct JSON<Content: Codable & Sendable>: Sendable {
    public let content: Content
    private let text: String

    /// - Throws: `EncodingError` if the value can't be written as JSON, as an infinite number can't.
    public init(_ content: Content) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(Timestamp(date).description)
        }
        self.content = content
        text = String(decoding: try encoder.encode(content), as: UTF8.self)
    }
}

extension JSON: SQLConvertible {
    public static var columnType: ColumnType { .json }
    public var sqlValue: Value { .text(text) }
    public init?(sqlValue value: Value) {
        guard case .text(let text) = value else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let timestamp = Timestamp(try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UTC timestamp")
            }
            return timestamp.date
        }
        guard let content = try? decoder.decode(Content.self, from: Data(text.utf8)) else { return nil }
        self.content = content
        self.text = text
    }
}

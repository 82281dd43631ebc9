/// One value as a database holds it.
public enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case boolean(Bool)
    case text(String)
    case bytes([UInt8])

    /// The kind of value, for messages. Never the value itself, which may be about a person.
    @usableFromInline
    var kind: String {
        switch self {
        case .null: "nothing"
        case .integer: "a whole number"
        case .real: "a number"
        case .boolean: "true or false"
        case .text: "text"
        case .bytes: "bytes"
        }
    }

    /// Why no database of ours can hold the value, or `nil` if they can: PostgreSQL holds no NUL in text, and SQLite
    /// turns it into the end of the text and a number that is not one into NULL.
    var obstacle: String? {
        switch self {
        case .text(let text) where text.utf8.contains(0): "a text with a NUL character in it"
        case .real(let number) where number.isNaN: "a number that is not a number"
        default: nil
        }
    }
}

/// What can be bound in ``SQL`` and read from a ``Row``.
///
/// An enum with raw values, or a `LosslessStringConvertible`, conforms by saying so.
public protocol SQLConvertible: Sendable {
    /// The type of the columns that hold such values.
    static var columnType: ColumnType { get }
    /// The value as a database holds it.
    var sqlValue: Value { get }
    /// The value read back, or `nil` if `value` is not one of these.
    init?(sqlValue value: Value)
}

extension SQLConvertible where Self: RawRepresentable, RawValue: SQLConvertible {
    public static var columnType: ColumnType { RawValue.columnType }
    public var sqlValue: Value { rawValue.sqlValue }
    @inlinable
    public init?(sqlValue value: Value) {
        guard let rawValue = RawValue(sqlValue: value) else { return nil }
        self.init(rawValue: rawValue)
    }
}

extension SQLConvertible where Self: LosslessStringConvertible {
    public static var columnType: ColumnType { .text }
    public var sqlValue: Value { .text(description) }
    @inlinable
    public init?(sqlValue value: Value) {
        guard case .text(let text) = value else { return nil }
        self.init(text)
    }
}

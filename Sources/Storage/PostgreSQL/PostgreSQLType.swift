import CPostgreSQL

/// The types of PostgreSQL that we bind or read, by their numbers in `pg_type`, which never change.
enum PostgreSQLType {
    static let unknown: Oid = 0
    static let boolean: Oid = 16
    static let bytea: Oid = 17
    static let bigint: Oid = 20
    static let smallint: Oid = 21
    static let integer: Oid = 23
    static let text: Oid = 25
    static let real: Oid = 700
    static let double: Oid = 701
    static let timestamptz: Oid = 1184
    static let numeric: Oid = 1700

    /// A value as the server writes it, in the form that every engine's values have.
    static func value(_ text: UnsafeBufferPointer<UInt8>, of type: Oid) -> Value {
        switch type {
        case boolean: return .boolean(text.first == UInt8(ascii: "t"))
        case bigint, smallint, integer: return Int64(string(text)).map(Value.integer) ?? .text(string(text))
        case real, double: return Double(string(text)).map(Value.real) ?? .text(string(text))
        case numeric: return number(string(text))
        case bytea: return .bytes(bytes(text))
        case timestamptz: return .text(moment(string(text)))
        default: return .text(string(text))
        }
    }

    private static func string(_ text: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: text, as: UTF8.self)
    }

    /// The sum of whole numbers is `numeric` here and a whole number in SQLite.
    private static func number(_ text: String) -> Value {
        if let whole = Int64(text) { return .integer(whole) }
        return Double(text).map(Value.real) ?? .text(text)
    }

    /// `\x00ff…`
    private static func bytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        func digit(_ byte: UInt8) -> UInt8 { byte <= UInt8(ascii: "9") ? byte & 0x0F : (byte & 0x0F) + 9 }
        return stride(from: 2, to: text.count - 1, by: 2).map { digit(text[$0]) << 4 | digit(text[$0 + 1]) }
    }

    /// `2016-02-09 14:05:00.5+00` as records hold it, `2016-02-09T14:05:00.500000Z`. The session is set to UTC.
    private static func moment(_ text: String) -> String {
        let parts = text.split(separator: " ")
        guard parts.count == 2, parts[1].hasSuffix("+00") else { return text }
        let time = parts[1].dropLast(3).split(separator: ".")
        let fraction = time.count == 2 ? String(time[1]) : ""
        return "\(parts[0])T\(time[0]).\(fraction)\(String(repeating: "0", count: 6 - fraction.count))Z"
    }
}

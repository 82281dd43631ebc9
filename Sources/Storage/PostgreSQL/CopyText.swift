/// Rows as `COPY` takes them: a line each, tabs between the values, `\N` for NULL.
struct CopyText {
    private var bytes: [UInt8] = []
    private(set) var rowCount = 0

    /// Whether there is enough to be worth sending.
    var isFull: Bool { bytes.count > 1 << 16 }

    /// - Throws: ``DatabaseFault/unstorable(_:)``
    mutating func append(_ values: [Value]) throws {
        for (index, value) in values.enumerated() {
            if let obstacle = value.obstacle { throw DatabaseFault.unstorable(obstacle) }
            if index > 0 { bytes.append(UInt8(ascii: "\t")) }
            append(value)
        }
        bytes.append(UInt8(ascii: "\n"))
        rowCount += 1
    }

    /// What there is to send; the next lines follow it.
    mutating func taken() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ value: Value) {
        switch value {
        case .null: bytes.append(contentsOf: "\\N".utf8)
        case .integer(let number): bytes.append(contentsOf: number.description.utf8)
        case .real(let number): bytes.append(contentsOf: number.description.utf8)
        case .boolean(let truth): bytes.append(UInt8(ascii: truth ? "t" : "f"))
        case .bytes(let value):
            bytes.append(contentsOf: "\\\\x".utf8)
            bytes.append(contentsOf: value.hexadecimal.utf8)
        case .text(let text):
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
                case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
                case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
                case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
                default: bytes.append(byte)
                }
            }
        }
    }
}

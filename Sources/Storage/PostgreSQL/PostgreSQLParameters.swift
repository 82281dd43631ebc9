import CPostgreSQL

/// The values of one statement as libpq takes them: text, except bytes, which go as they are.
struct PostgreSQLParameters {
    /// All values one after another, each followed by a zero byte.
    private var bytes: [UInt8] = []
    /// Where each begins; `nil` for NULL.
    private var starts: [Int?] = []
    private var lengths: [CInt] = []
    private var formats: [CInt] = []
    /// The type of each. Text is left for the server to find out, since identifiers, times and JSON are text to us.
    private(set) var types: [Oid] = []

    var count: CInt { CInt(starts.count) }

    /// - Throws: ``DatabaseFault/unstorable(_:)``
    init(_ values: [Value]) throws {
        for value in values {
            if let obstacle = value.obstacle { throw DatabaseFault.unstorable(obstacle) }
            append(value)
        }
    }

    private mutating func append(_ value: Value) {
        switch value {
        case .null: append(nil as [UInt8]?, of: PostgreSQLType.unknown)
        case .integer(let number): append(Array(number.description.utf8), of: PostgreSQLType.bigint)
        case .real(let number): append(Array(number.description.utf8), of: PostgreSQLType.double)
        case .boolean(let truth): append([UInt8(ascii: truth ? "t" : "f")], of: PostgreSQLType.boolean)
        case .text(let text): append(Array(text.utf8), of: PostgreSQLType.unknown)
        case .bytes(let bytes): append(bytes, of: PostgreSQLType.bytea, isBinary: true)
        }
    }

    private mutating func append(_ value: [UInt8]?, of type: Oid, isBinary: Bool = false) {
        starts.append(value == nil ? nil : bytes.count)
        lengths.append(CInt(value?.count ?? 0))
        formats.append(isBinary ? 1 : 0)
        types.append(type)
        bytes.append(contentsOf: value ?? [])
        bytes.append(0)
    }

    /// What identifies a prepared statement beside its text.
    var signature: String { types.map(String.init).joined(separator: ",") }

    typealias Pointers = (
        values: UnsafePointer<UnsafePointer<CChar>?>?, lengths: UnsafePointer<CInt>?, formats: UnsafePointer<CInt>?
    )

    /// Lends the values for the time of a call.
    func withPointers<Result>(_ body: (Pointers) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBytes { bytes in
            let values = starts.map { start in
                start.flatMap { bytes.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            return try values.withUnsafeBufferPointer { values in
                try lengths.withUnsafeBufferPointer { lengths in
                    try formats.withUnsafeBufferPointer { formats in
                        try body((values.baseAddress, lengths.baseAddress, formats.baseAddress))
                    }
                }
            }
        }
    }
}

/// Reads JSON (RFC 8259) value by value from bytes, so that a large file is never held as one tree.
///
/// Nesting and the number of values are bounded, and nothing a file can hold makes it crash.
struct JSONReader {
    let bytes: [UInt8]
    var offset = 0
    private var depth = 0
    private var budget: Int

    /// GeoJSON nests eight deep; its properties may hold a little more.
    private static let deepest = 32

    /// - Parameter values: how many values may be read in all before the file is refused.
    init(_ bytes: [UInt8], values: Int) {
        self.bytes = bytes
        budget = values
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    mutating func value() throws(Refusal) -> JSON {
        try spend()
        switch try peek("a value") {
        case UInt8(ascii: "{"):
            var members: [(key: String, value: JSON)] = []
            try self.members { reader, key throws(Refusal) in members.append((key, try reader.value())) }
            return .object(members)
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .number(try number())
        }
    }

    /// Reads an object; `body` must read the value of each key.
    mutating func members(_ body: (inout JSONReader, String) throws(Refusal) -> Void) throws(Refusal) {
        try nested(from: "{", to: "}") { reader throws(Refusal) in
            guard try reader.peek("a key") == UInt8(ascii: "\"") else { throw reader.unexpected("a key in quotes") }
            let key = try reader.string()
            try reader.expect(":")
            try body(&reader, key)
        }
    }

    /// Reads an array; `body` must read each element.
    mutating func elements(_ body: (inout JSONReader) throws(Refusal) -> Void) throws(Refusal) {
        try nested(from: "[", to: "]", body)
    }

    /// Refuses anything but blanks after the last value.
    mutating func end() throws(Refusal) {
        skipBlanks()
        if offset < bytes.count { throw unexpected("the end of the file") }
    }

    private mutating func array() throws(Refusal) -> JSON {
        var numbers: [Double] = []
        var others: [JSON] = []
        try elements { reader throws(Refusal) in
            let byte = try reader.peek("a value")
            if others.isEmpty, byte == UInt8(ascii: "-") || digits.contains(byte) {
                try reader.spend()
                numbers.append(try reader.number())
            } else {
                if others.isEmpty { others = numbers.map(JSON.number) }
                others.append(try reader.value())
            }
        }
        return others.isEmpty && !numbers.isEmpty ? .numbers(numbers) : .array(others)
    }

    private mutating func nested(
        from open: Unicode.Scalar, to close: Unicode.Scalar, _ body: (inout JSONReader) throws(Refusal) -> Void
    ) throws(Refusal) {
        try expect(open)
        depth += 1
        guard depth <= Self.deepest else {
            throw Refusal(
                at: offset, "the data is nested more than \(Self.deepest) deep",
                advice: "No boundary file is. Fetch the file again from its publisher.")
        }
        if try peek("a value or ‘\(close)’") != UInt8(ascii: close) {
            try body(&self)
            while try peek("‘,’ or ‘\(close)’") == UInt8(ascii: ",") {
                offset += 1
                try body(&self)
            }
        }
        try expect(close)
        depth -= 1
    }

    private mutating func spend() throws(Refusal) {
        budget -= 1
        if budget < 0 {
            throw Refusal(
                at: offset, "the file holds more numbers than can be read",
                advice: "Use the generalised boundaries (BGC or BSC) of the publisher, which look the same on a page.")
        }
    }
}

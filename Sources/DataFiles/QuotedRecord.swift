/// A record with quotation marks in it, rewritten without them so that it reads like any other.
///
/// RFC 4180: a field either begins and ends with a quotation mark, and every one within is doubled, or has none.
struct QuotedRecord {
    /// The fields, one byte between them, with spare bytes behind.
    private(set) var bytes: [UInt8] = []
    private(set) var fieldEnds: [UInt32] = []
    /// How many line breaks are inside its quotation marks.
    private(set) var lineBreaks = 0
    /// The first field with a quotation mark out of place, if there is one.
    private(set) var misquotedField: Int?

    /// - Parameters:
    ///   - start: where the record begins in `source`.
    ///   - ends: where each of its fields ends.
    mutating func rewrite(_ source: RawSpan, start: Int, ends: Span<UInt32>, fields: Range<Int>) {
        bytes.removeAll(keepingCapacity: true)
        fieldEnds.removeAll(keepingCapacity: true)
        lineBreaks = 0
        misquotedField = nil
        var begin = start
        for field in fields {
            let end = Int(ends[field])
            if !append(source, begin..<end), misquotedField == nil { misquotedField = field - fields.lowerBound }
            fieldEnds.append(UInt32(bytes.count))
            bytes.append(UInt8(ascii: ","))
            begin = end + 1
        }
        bytes.append(contentsOf: repeatElement(0, count: StreetRow.spare))
    }

    /// Appends one field unquoted. False if its quotation marks break the rule.
    private mutating func append(_ source: RawSpan, _ range: Range<Int>) -> Bool {
        let quote = UInt8(ascii: "\"")
        guard let first = range.first, source.byte(at: first) == quote else {
            // A field that does not begin with a quotation mark and holds none cannot hold a line break either.
            source.withUnsafeBytes { bytes.append(contentsOf: $0[range]) }
            guard bytes.suffix(range.count).contains(quote) else { return true }
            lineBreaks += bytes.suffix(range.count).count { $0 == UInt8(ascii: "\n") }
            return false
        }
        var offset = first + 1
        while offset < range.upperBound {
            let byte = source.byte(at: offset)
            lineBreaks += byte == UInt8(ascii: "\n") ? 1 : 0
            if byte == quote {
                offset += 1
                if offset == range.upperBound { return true }
                if source.byte(at: offset) != quote {
                    for rest in offset..<range.upperBound where source.byte(at: rest) == UInt8(ascii: "\n") {
                        lineBreaks += 1
                    }
                    return false
                }
            }
            bytes.append(byte)
            offset += 1
        }
        return false
    }
}

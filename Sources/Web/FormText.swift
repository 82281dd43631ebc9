import NIOCore

/// The fields of a form as a browser writes them in one line: `name=value&…`, blanks as plus signs, the rest as percent signs
/// and digits (WHATWG URL, 5.1). Read in one pass over the bytes, so that no body costs more than its length.
enum FormText {
    /// - Parameters:
    ///   - room: bytes that all fields together may take.
    ///   - perField: what each takes besides its bytes, so that a million empty ones are too many.
    /// - Throws: ``FormError``
    static func fields(
        in body: ByteBuffer, room: Int, perField: Int
    ) throws(FormError) -> [String: [String]] {
        var fields: [String: [String]] = [:]
        var room = room
        for pair in body.readableBytesView.split(separator: UInt8(ascii: "&")) {
            room -= pair.count + perField
            guard room >= 0 else { throw .tooLarge(limit: "1 MB") }
            let mark = pair.firstIndex(of: UInt8(ascii: "="))
            let value = mark.map { pair[pair.index(after: $0)...] } ?? pair[pair.endIndex...]
            fields[try text(pair[..<(mark ?? pair.endIndex)]), default: []].append(try text(value))
        }
        return fields
    }

    private static func text(_ coded: ByteBufferView) throws(FormError) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(coded.count)
        var place = coded.startIndex
        while place < coded.endIndex {
            switch coded[place] {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard place + 2 < coded.endIndex, let high = digit(coded[place + 1]), let low = digit(coded[place + 2])
                else { throw unreadable }
                bytes.append(high << 4 | low)
                place += 2
            case let byte: bytes.append(byte)
            }
            place += 1
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw unreadable }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static let unreadable = FormError.malformed("It has characters that cannot be read.")
}

/// Text as ASCII in lines of at most 76 characters, still readable where it is English (RFC 2045, 6.7).
enum QuotedPrintable {
    private static let longestLine = 76

    /// The text's lines, each ended by CR LF, however they were ended before.
    static func encoding(_ text: String) -> [UInt8] {
        var lines = lines(of: Array(text.utf8))
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.flatMap { encoding(line: $0) + [cr, lf] }
    }

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == cr || byte == lf {
                lines.append(bytes[start..<place])
                if byte == cr, place + 1 < bytes.count, bytes[place + 1] == lf { place += 1 }
                start = place + 1
            }
            place += 1
        }
        return lines + [bytes[start...]]
    }

    private static func encoding(line: ArraySlice<UInt8>) -> [UInt8] {
        var encoded: [UInt8] = []
        var column = 0
        for (place, byte) in zip(line.indices, line) {
            let piece = isLiteral(byte, isLast: place == line.endIndex - 1) ? [byte] : escaped(byte)
            // One place is kept for the mark that the line goes on.
            if column + piece.count > longestLine - 1 {
                encoded += [equals, cr, lf]
                column = 0
            }
            encoded += piece
            column += piece.count
        }
        return encoded
    }

    /// A blank at a line's end may be lost on the way, so there it is written as a number.
    private static func isLiteral(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
        case equals: false
        default: (0x21...0x7E).contains(byte)
        }
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [equals, digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
    }

    private static let cr = UInt8(ascii: "\r")
    private static let lf = UInt8(ascii: "\n")
    private static let equals = UInt8(ascii: "=")
}

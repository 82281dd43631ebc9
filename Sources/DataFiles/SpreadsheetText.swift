import Foundation

/// A table as somebody’s spreadsheet saved it, made into text as it is read here: in UTF-8, with the line ends of today, and
/// with what stands between its values.
public struct SpreadsheetText: Sendable {
    /// What stands between two values.
    public enum Separator: String, Sendable, CaseIterable {
        case comma, semicolon, tab

        public var byte: UInt8 {
            switch self {
            case .comma: UInt8(ascii: ",")
            case .semicolon: UInt8(ascii: ";")
            case .tab: UInt8(ascii: "\t")
            }
        }
    }

    /// How its letters were written.
    public enum Encoding: Sendable {
        case utf8, utf16
        /// That of older spreadsheets, in which a few characters may be taken for others.
        case windows1252
    }

    private static let linesLookedAt = 100

    public let bytes: [UInt8]
    public let separator: Separator
    public let encoding: Encoding
    /// How many values its first line has that has several.
    public let columns: Int

    /// Bytes that are no text in any of these are left as they are, for whoever reads them to refuse.
    public init(_ given: [UInt8]) {
        (bytes, encoding) = Self.text(given)
        let counts = Self.separators(in: bytes)
        separator =
            Separator.allCases.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? .comma
        columns = counts[separator, default: 0] + 1
    }

    /// Comma-separated text that the program itself wrote.
    public init(commaSeparated bytes: [UInt8]) {
        (self.bytes, separator, encoding) = (bytes, .comma, .utf8)
        columns = Self.separators(in: bytes)[.comma, default: 0] + 1
    }

    private static func text(_ bytes: [UInt8]) -> ([UInt8], Encoding) {
        if let encoding = utf16(bytes), let text = String(bytes: bytes, encoding: encoding) {
            return (withLineFeeds(Array(text.utf8)), .utf16)
        }
        if isUTF8(bytes) { return (withLineFeeds(bytes), .utf8) }
        // A workbook or an archive is for the reader to refuse, by its first bytes.
        guard !bytes.contains(0), let text = String(bytes: bytes, encoding: .windowsCP1252) else {
            return (bytes, .utf8)
        }
        return (withLineFeeds(Array(text.utf8)), .windows1252)
    }

    /// UTF-16 says so in its first two bytes; where it does not, every other byte of plain letters is nought.
    private static func utf16(_ bytes: [UInt8]) -> String.Encoding? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
        let first = bytes.prefix(64)
        guard first.count >= 4, first.count.isMultiple(of: 2), first.contains(0) else { return nil }
        let noughts = (0...1).map { half in
            first.enumerated().count { $0.offset % 2 == half && $0.element == 0 }
        }
        if noughts[0] == 0, noughts[1] == first.count / 2 { return .utf16LittleEndian }
        return noughts[1] == 0 && noughts[0] == first.count / 2 ? .utf16BigEndian : nil
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    /// A carriage return on its own ended lines on the Macintosh of old, and does in what Excel calls by its name.
    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        guard var place = bytes.firstIndex(of: carriage) else { return bytes }
        var text = bytes
        while place < text.count {
            if text[place] == carriage, place + 1 == text.count || text[place + 1] != feed { text[place] = feed }
            place += 1
        }
        return text
    }

    /// How many of each stand in the first line that has any, outside quotes: above a table there may be a title.
    private static func separators(in bytes: [UInt8]) -> [Separator: Int] {
        var counts: [UInt8: Int] = [:]
        var (isQuoted, lines) = (false, 0)
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                lines += 1
                if !counts.isEmpty || lines == linesLookedAt { break }
            } else if Separator.allCases.contains(where: { $0.byte == byte }) {
                counts[byte, default: 0] += 1
            }
        }
        return Dictionary(uniqueKeysWithValues: Separator.allCases.map { ($0, counts[$0.byte, default: 0]) })
    }
}

import Foundation

/// A small table as somebody’s spreadsheet saved it: with commas, semicolons or tabs, in whatever encoding, with the empty
/// rows and columns that were left behind. All of it is read, and all that cannot be is told, each row for itself.
public struct SpreadsheetTable: Sendable {
    /// The columns’ names, without those behind the last that has one.
    public let header: [String]
    /// Those in which something stands. A row may have fewer fields than there are columns, or more.
    public private(set) var rows: [DelimitedText.Row] = []
    /// Rows that cannot be told apart into fields.
    public private(set) var faults: [DataFileError] = []
    /// Whether it is in the encoding that older spreadsheets save, in which a few characters may be taken for others.
    public let isWindows1252: Bool

    /// - Throws: `DataFileError` where it is no such table at all.
    public init(
        _ bytes: [UInt8], file: String, limits: DelimitedText.Limits = DelimitedText.Limits()
    ) throws(DataFileError) {
        let text = Self.text(bytes)
        isWindows1252 = text.isWindows1252
        var table = try DelimitedText(
            text.bytes, file: file, limits: limits, separator: Self.separator(of: text.bytes))
        header = Array(table.header.reversed().drop(while: \.isEmpty).reversed())
        while true {
            do throws(DataFileError) {
                guard let row = try table.nextAsItIs() else { break }
                if row.fields.contains(where: { !$0.allSatisfy(\.isWhitespace) }) { rows.append(row) }
            } catch {
                guard rows.count + faults.count < limits.rows else { throw error }
                faults.append(error)
                table.passOverFaultyLine()
            }
        }
    }

    /// The first column that has one of these names, in any case.
    public func column(named names: [String]) -> Int? {
        let names = Set(names.map { $0.lowercased() })
        return header.firstIndex { names.contains($0.lowercased()) }
    }

    /// In UTF-8, whatever it was in, and with the line ends of today.
    private static func text(_ bytes: [UInt8]) -> (bytes: [UInt8], isWindows1252: Bool) {
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        if isUTF16, let text = String(bytes: bytes, encoding: .utf16) {
            return (withLineFeeds(Array(text.utf8)), false)
        }
        if String(validating: bytes, as: UTF8.self) != nil { return (withLineFeeds(bytes), false) }
        // A workbook or an archive is for the reader to refuse, by its first bytes.
        guard !bytes.contains(0), let text = String(bytes: bytes, encoding: .windowsCP1252) else {
            return (bytes, false)
        }
        return (withLineFeeds(Array(text.utf8)), true)
    }

    /// A carriage return on its own ended lines on the Macintosh of old, and does in what Excel calls by its name.
    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        return bytes.indices.map { place in
            let isAlone = bytes[place] == carriage && (place + 1 == bytes.count || bytes[place + 1] != feed)
            return isAlone ? feed : bytes[place]
        }
    }

    /// What stands most often in the first line, outside quotes.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n"), !isQuoted { break }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let separators = Array(",;\t".utf8)
        return separators.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? separators[0]
    }
}

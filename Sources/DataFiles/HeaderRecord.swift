/// The first record of a CSV: the names of its columns.
struct HeaderRecord {
    let names: [String]
    /// How many bytes it takes, its line break included.
    let byteCount: Int
    /// A header longer than this is none.
    static let longest = 1 << 16

    /// Reads the header that `bytes` begin with; nil if its end is not among them.
    /// - Parameter isWhole: whether the file ends where `bytes` do.
    /// - Throws: `DataFileError` if they begin with something that is no text, or no line of reasonable length.
    init?(_ bytes: ArraySlice<UInt8>, isWhole: Bool, file: String) throws(DataFileError) {
        let markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let text = bytes.dropFirst(markLength)
        try Self.refuseOtherFormats(text, file: file)
        let end = Self.end(of: text)
        guard let length = end ?? (isWhole && text.count <= Self.longest ? text.count : nil) else {
            if !isWhole, text.count <= Self.longest { return nil }
            throw DataFileError(
                file: file, line: 1, problem: "the first line is too long to be a header",
                advice: "Give a CSV file whose first line names its columns.")
        }
        let line = text.prefix(length)
        try Self.refuseOddText(line, file: file)
        names = Self.fields(of: line)
        byteCount = markLength + length + (end == nil ? 0 : 1)
    }

    /// How many bytes come before the line break that ends the header.
    private static func end(of text: ArraySlice<UInt8>) -> Int? {
        var isQuoted = false
        for (count, byte) in text.prefix(longest).enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n"), !isQuoted { return count }
        }
        return nil
    }

    private static func fields(of line: ArraySlice<UInt8>) -> [String] {
        var fields: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in line {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: fields.append([])
            case UInt8(ascii: " ") where fields[fields.count - 1].isEmpty: break
            default: fields[fields.count - 1].append(byte)
            }
        }
        return fields.map { field in
            let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
            let kept = field.count - field.reversed().prefix(while: isSpace).count
            return String(decoding: field.prefix(kept), as: UTF8.self)
        }
    }

    /// What people give by mistake, told by its first bytes.
    private static func refuseOtherFormats(_ bytes: ArraySlice<UInt8>, file: String) throws(DataFileError) {
        let formats: [(start: [UInt8], problem: String)] = [
            ([0xFF, 0xFE], "the text is in UTF-16, not UTF-8"), ([0xFE, 0xFF], "the text is in UTF-16, not UTF-8"),
            ([0x1F, 0x8B], "it holds another gzip file, and a packed file in a packed file is not opened"),
            (Array("PK\u{3}\u{4}".utf8), "it holds a ZIP, and a packed file in a packed file is not opened"),
            (Array("%PDF".utf8), "this is a PDF"), (Array("7z".utf8) + [0xBC, 0xAF], "this is a 7-Zip archive"),
            ([0xFD] + Array("7zXZ".utf8), "this is packed with xz"), (Array("Rar!".utf8), "this is a RAR archive"),
            (Array("BZh".utf8), "this is packed with bzip2"), ([0x28, 0xB5, 0x2F, 0xFD], "this is packed with zstd"),
            ([0xD0, 0xCF, 0x11, 0xE0], "this is an old Excel workbook"), (Array("PAR1".utf8), "this is Parquet"),
            (Array("<".utf8), "this is a web page or XML, not CSV"), (Array("{".utf8), "this is JSON, not CSV"),
        ]
        guard let found = formats.first(where: { bytes.starts(with: $0.start) }) else { return }
        throw DataFileError(
            file: file, problem: found.problem,
            advice: "Give a CSV in UTF-8, plain or packed with gzip, or the ZIP from data.police.uk.")
    }

    private static func refuseOddText(_ line: ArraySlice<UInt8>, file: String) throws(DataFileError) {
        let problem: String? =
            if line.contains(0) {
                "the first line holds NUL characters: this is not a CSV in UTF-8"
            } else if String(validating: line, as: UTF8.self) == nil {
                "the first line is not UTF-8"
            } else if line.dropLast().contains(UInt8(ascii: "\r")) {
                "the lines end in a carriage return alone, as on very old Macs"
            } else {
                nil
            }
        guard let problem else { return }
        throw DataFileError(file: file, line: 1, problem: problem, advice: "Save the file as CSV in UTF-8.")
    }
}

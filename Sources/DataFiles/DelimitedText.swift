/// A comma-separated file of modest size, read row by row: RFC 4180, with a header, in UTF-8.
///
/// Columns are found by name, so their order is free. A byte order mark, either line ending and blank lines are
/// accepted; anything that could make a value land in the wrong column is refused with its line. Street-level crime
/// has a scanner of its own, made for hundreds of megabytes; this one is made to be plain.
public struct DelimitedText: Sendable {
    /// What a file may be at most. Beyond it the file is refused before it can fill the memory.
    public struct Limits: Sendable {
        public var rows: Int
        public var columns: Int
        /// Bytes of one row, with the line breaks inside its quotes.
        public var rowBytes: Int

        public init(rows: Int = 1_000_000, columns: Int = 1_000, rowBytes: Int = 65_536) {
            self.rows = rows
            self.columns = columns
            self.rowBytes = rowBytes
        }
    }

    /// One row: as many fields as the header has columns.
    public struct Row: Hashable, Sendable {
        /// The line it starts on, counted from 1, the header included, as a text editor counts.
        public let line: Int
        public let fields: [String]

        public subscript(column: Int) -> String { fields[column] }
    }

    /// One row whose fields are bytes yet: of most of them nobody needs the text.
    public struct ByteRow: Sendable {
        public let line: Int
        public let fields: [ArraySlice<UInt8>]
    }

    /// The file as the person who gave it calls it.
    public let file: String
    /// The columns' names, without surrounding spaces.
    public private(set) var header: [String]
    /// The line that the header starts on.
    public private(set) var headerLine = 1

    private let bytes: [UInt8]
    private let limits: Limits
    let separator: UInt8
    private var (position, line, rowsRead) = (0, 1, 0)
    /// Where the latest row begins.
    private var latest = (position: 0, line: 1)

    /// Reads the header.
    /// - Parameters:
    ///   - file: the file as the person who gave it calls it; errors name it.
    ///   - separator: what stands between two values.
    ///   - titles: how many rows stand above the header.
    /// - Throws: `DataFileError` where the file is empty, is something else than text in UTF-8 (an Excel workbook, a
    ///   compressed file, UTF-16), or its header breaks the rules or names a column twice.
    public init(
        _ bytes: [UInt8], file: String, limits: Limits = Limits(), separator: UInt8 = UInt8(ascii: ","), titles: Int = 0
    ) throws(DataFileError) {
        self.file = file
        self.bytes = bytes
        self.limits = limits
        self.separator = separator
        header = []
        try refuseOtherFormats()
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        for _ in 0..<titles { _ = try nextRecord() }
        guard let first = try nextRecord() else {
            throw failure("the file is empty", "Check that it was saved, or download it again.")
        }
        headerLine = first.line
        header = try text(of: first).fields.map(Self.trimmed)
        for (index, name) in header.enumerated() where !name.isEmpty && header[..<index].contains(name) {
            throw failure(
                line: first.line, column: name, "the header names this column twice", "Rename or remove one of the two."
            )
        }
    }

    /// The column so named, exactly; nil where there is none.
    public func column(named name: String) -> Int? {
        header.firstIndex(of: name)
    }

    /// The column so named, which the file must have.
    /// - Throws: `DataFileError` that lists the columns there are.
    public func requiredColumn(named name: String) throws(DataFileError) -> Int {
        if let column = column(named: name) { return column }
        throw failure(
            line: 1, "the header lacks the column ‘\(name)’",
            "Its columns are \(Self.list(header)). Check that it is the right file, with its header.")
    }

    /// The next row, or nil at the end. Blank lines are passed over.
    /// - Throws: `DataFileError` where the row breaks the rules: not as many fields as the header, a quote out of
    ///   place or never closed, bytes that are not UTF-8, or more than the limits allow.
    public mutating func next() throws(DataFileError) -> Row? {
        guard let row = try nextBytes() else { return nil }
        return try text(of: row)
    }

    /// The next row, of which some columns alone are made into text: the others stand there empty.
    /// - Throws: `DataFileError`, as `next()`; of the other columns only where they break the rules of rows.
    public mutating func next(only columns: Set<Int>) throws(DataFileError) -> Row? {
        guard let row = try nextBytes() else { return nil }
        var fields = Array(repeating: "", count: row.fields.count)
        for column in columns { fields[column] = try text(row.fields[column], line: row.line) }
        return Row(line: row.line, fields: fields)
    }

    /// The next row as bytes, which nobody has looked at: they may be no text.
    /// - Throws: `DataFileError`, as `next()`, but for what its values are.
    public mutating func nextBytes() throws(DataFileError) -> ByteRow? {
        guard let row = try nextOfAnyLength() else { return nil }
        guard row.fields.count == header.count else {
            throw failure(
                line: row.line,
                "the row has \(Self.count(row.fields.count, "field")) where the header has \(header.count)",
                "A \(separatorName) inside a value needs double quotes round the value; a row cut short means an incomplete file."
            )
        }
        return row
    }

    /// The next row with as many fields as it has, or nil at the end.
    public mutating func nextAsItIs() throws(DataFileError) -> Row? {
        guard let row = try nextOfAnyLength() else { return nil }
        return try text(of: row)
    }

    private mutating func nextOfAnyLength() throws(DataFileError) -> ByteRow? {
        guard let row = try nextRecord() else { return nil }
        rowsRead += 1
        guard rowsRead <= limits.rows else {
            throw failure(line: row.line, "the file has more than \(limits.rows) rows", "Split it into smaller files.")
        }
        return row
    }

    /// Passes over the line on which a row that cannot be read begins, to read on below it.
    mutating func passOverFaultyLine() {
        (position, line) = latest
        while position < bytes.count, bytes[position] != Self.lineFeed { position += 1 }
        position = min(position + 1, bytes.count)
        line += 1
    }
}

extension DelimitedText {
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private mutating func nextRecord() throws(DataFileError) -> ByteRow? {
        while position < bytes.count, let width = try lineEnd(at: position) {
            position += width
            line += 1
        }
        guard position < bytes.count else { return nil }
        let (start, startLine) = (position, line)
        latest = (start, startLine)
        var fields: [ArraySlice<UInt8>] = []
        fields.reserveCapacity(header.count)
        while true {
            fields.append(try nextField(rowStart: start, rowLine: startLine))
            guard fields.count <= limits.columns else {
                throw failure(
                    line: startLine, "the row has more than \(limits.columns) fields",
                    "Check that a \(separatorName) stands between its values and that its quotes are closed.")
            }
            guard position < bytes.count else { break }
            if bytes[position] == separator {
                position += 1
            } else {
                position += try lineEnd(at: position) ?? 0
                line += 1
                break
            }
        }
        return ByteRow(line: startLine, fields: fields)
    }

    /// Reads one field and stops at the separator, line end or end of file behind it.
    private mutating func nextField(rowStart: Int, rowLine: Int) throws(DataFileError) -> ArraySlice<UInt8> {
        if position < bytes.count, bytes[position] == Self.quote {
            return try nextQuotedField(rowStart: rowStart, rowLine: rowLine)
        }
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == separator { break }
            // Hardly any byte of a value is as small as these.
            if byte <= Self.quote {
                if byte == Self.lineFeed { break }
                if byte == Self.carriageReturn, try lineEnd(at: position) != nil { break }
                if byte == Self.quote {
                    throw failure(
                        line: line, "there is a double quote in the middle of a value",
                        "Put the whole value in double quotes and write the quote inside it twice.")
                }
            }
            try advance(rowStart: rowStart, rowLine: rowLine)
        }
        return bytes[start..<position]
    }

    private mutating func nextQuotedField(rowStart: Int, rowLine: Int) throws(DataFileError) -> ArraySlice<UInt8> {
        let openingLine = line
        try advance(rowStart: rowStart, rowLine: rowLine)
        // What stands before a doubled quote.
        var before: [UInt8] = []
        var start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Self.quote {
                let value = bytes[start..<position]
                position += 1
                if try closesField(at: position) { return before.isEmpty ? value : (before + value)[...] }
                before += value
                start = position
            } else if byte == Self.lineFeed {
                line += 1
            }
            try advance(rowStart: rowStart, rowLine: rowLine)
        }
        throw failure(
            line: openingLine, "a double quote is opened here and never closed",
            "Close it, or download the file again: it may be cut short.")
    }

    /// Whether the quote before this position closed its field; not so where a second quote follows.
    private func closesField(at position: Int) throws(DataFileError) -> Bool {
        guard position < bytes.count else { return true }
        if bytes[position] == Self.quote { return false }
        if bytes[position] == separator { return true }
        if try lineEnd(at: position) != nil { return true }
        throw failure(
            line: line, "something follows a closing double quote",
            "Only a \(separatorName) or the end of the line may; a quote inside a quoted value is written twice.")
    }

    private mutating func advance(rowStart: Int, rowLine: Int) throws(DataFileError) {
        position += 1
        guard position - rowStart <= limits.rowBytes else {
            throw failure(
                line: rowLine, "the row is longer than \(limits.rowBytes) bytes",
                "Check that the file is a comma-separated text and that its quotes are closed.")
        }
    }

    /// How many bytes of line end stand here: 1 for LF, 2 for CRLF; nil where none does.
    private func lineEnd(at position: Int) throws(DataFileError) -> Int? {
        switch bytes[position] {
        case Self.lineFeed: return 1
        case Self.carriageReturn:
            guard position + 1 < bytes.count, bytes[position + 1] == Self.lineFeed else {
                throw failure(
                    line: line, "there is a carriage return without a line feed",
                    "Save the file with line ends LF or CRLF.")
            }
            return 2
        default: return nil
        }
    }

    private func text(of row: ByteRow) throws(DataFileError) -> Row {
        var fields: [String] = []
        fields.reserveCapacity(row.fields.count)
        for field in row.fields { fields.append(try text(field, line: row.line)) }
        return Row(line: row.line, fields: fields)
    }

    private func text(_ field: ArraySlice<UInt8>, line: Int) throws(DataFileError) -> String {
        guard let text = String(validating: field, as: UTF8.self), !field.contains(0) else {
            throw notText(field, line: line)
        }
        return text
    }

    private func refuseOtherFormats() throws(DataFileError) {
        if bytes.starts(with: [0x1F, 0x8B]) {
            throw failure("the file is compressed with gzip", "Unpack it first.")
        }
        if bytes.starts(with: Array("PK".utf8) + [3, 4]) {
            throw failure(
                "the file is an Excel workbook or a zip archive, not comma-separated text",
                "Save the sheet as ‘CSV UTF-8’, or unpack the archive.")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw failure("the file is in UTF-16", "Save it as ‘CSV UTF-8’.")
        }
    }

    private static func trimmed(_ text: String) -> String {
        var trimmed = text[...]
        while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        return String(trimmed)
    }
}

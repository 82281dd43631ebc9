import DataFiles

/// What is kept of a partner's file once it was taken in: the columns that were read, and nothing else of it. A column that
/// was not looked at closely, another sheet, a comment: what is not kept can be told to nobody.
struct KeptColumns {
    /// As comma-separated text. Each row stands on the line that it stood on in the file, so that what is said of its line
    /// 812 is found on line 812 here too.
    let csv: [UInt8]

    /// - Throws: `DataFileError` where the table cannot be read by the mapping.
    init(of table: GivenTable, readBy mapping: DataMapping) throws(DataFileError) {
        var text = try table.text()
        var columns: [Int] = []
        for name in mapping.columnsRead { columns.append(try text.requiredColumn(named: name)) }
        columns.sort()
        var lines = Lines()
        lines.write(columns.map { text.header[$0] }, on: text.headerLine)
        let read = Set(columns)
        while let row = try text.next(only: read) { lines.write(columns.map { row[$0] }, on: row.line) }
        csv = lines.bytes
    }

    /// Rows on lines that are given.
    private struct Lines {
        private(set) var bytes: [UInt8] = []
        private var line = 1

        /// Where the line is past already, in a file whose cells have line breaks, it stands on the next.
        mutating func write(_ cells: [String], on wanted: Int) {
            while line < wanted { end() }
            for (index, cell) in cells.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(cell)
            }
            end()
        }

        private mutating func end() {
            bytes.append(UInt8(ascii: "\n"))
            line += 1
        }

        private mutating func write(_ cell: String) {
            guard cell.utf8.contains(where: Self.special.contains) else {
                bytes += cell.utf8
                return
            }
            bytes.append(UInt8(ascii: "\""))
            bytes += cell.replacing("\"", with: "\"\"").utf8
            bytes.append(UInt8(ascii: "\""))
            line += cell.utf8.count { $0 == UInt8(ascii: "\n") }
        }

        private static let special = Set(",\"\r\n".utf8)
    }
}

extension DataMapping {
    /// The columns that are read, by their headings.
    var columnsRead: Set<String> {
        var names: Set = [placeColumn, timeColumn]
        if let longitudeColumn { names.insert(longitudeColumn) }
        if case .column(let name, _) = category { names.insert(name) }
        if case .column(let name) = count { names.insert(name) }
        return names
    }
}

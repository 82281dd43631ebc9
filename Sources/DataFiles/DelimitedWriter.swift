/// Writes a table as CSV (RFC 4180): CRLF, quotes where they are needed, and no cell that a spreadsheet would run.
public struct DelimitedWriter: Sendable {
    /// The table so far, UTF-8.
    public private(set) var bytes: [UInt8] = []

    public init(header: [String]) {
        write(header)
    }

    /// Writes a row. A cell that is nil is left empty.
    public mutating func write(_ cells: [String?]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(cell ?? "")
        }
        bytes += "\r\n".utf8
    }

    private mutating func write(_ cell: String) {
        // S11: a spreadsheet takes a cell that begins so for a formula. Numbers below zero stay numbers.
        let isFormula = cell.utf8.first.map(Self.formulaMarks.contains) ?? false
        let text = isFormula && Double(cell) == nil ? "'" + cell : cell
        guard text.utf8.contains(where: Self.special.contains) else {
            bytes += text.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        bytes += text.replacing("\"", with: "\"\"").utf8
        bytes.append(UInt8(ascii: "\""))
    }

    private static let formulaMarks = Set("=+-@\t\r".utf8)
    private static let special = Set(",\"\r\n".utf8)
}

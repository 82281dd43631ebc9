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
        let text = SpreadsheetText(bytes)
        isWindows1252 = text.encoding == .windows1252
        var table = try DelimitedText(text.bytes, file: file, limits: limits, separator: text.separator.byte)
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
}

import DataFiles

/// One table of an example's folder, with its values found by the column's name.
struct FactTable {
    let header: [String]
    let rows: [DelimitedText.Row]
    private let file: String
    private let columns: [String: Int]

    /// - Throws: `DataFileError` where the file is not among those given, cannot be read or has no row.
    init(_ name: String, of files: [String: [UInt8]]) throws(DataFileError) {
        guard let bytes = files[name] else {
            throw DataFileError(
                file: name, problem: "the file is missing", advice: "Take the example’s folder as it was published.")
        }
        var text = try DelimitedText(bytes, file: name)
        var rows: [DelimitedText.Row] = []
        while let row = try text.next() { rows.append(row) }
        file = name
        header = text.header
        self.rows = rows
        columns = Dictionary(zip(text.header, text.header.indices)) { first, _ in first }
        if rows.isEmpty { throw failure("there is no row below the header", "Take the file as it was published.") }
    }

    func text(_ column: String, in row: DelimitedText.Row) throws(DataFileError) -> String {
        guard let index = columns[column] else {
            throw failure(line: 1, column: column, "the column is missing", "Take the file as it was published.")
        }
        guard !row[index].isEmpty else { throw failure(line: row.line, column: column, "it is blank", "Fill it in.") }
        return row[index]
    }

    /// A whole number from 0 to a million.
    func wholeNumber(_ column: String, in row: DelimitedText.Row) throws(DataFileError) -> Int {
        let text = try text(column, in: row)
        if let number = Int(text), (0...1_000_000).contains(number) { return number }
        throw failure(
            line: row.line, column: column, "‘\(text)’ is not a whole number from 0 to 1,000,000", "Correct it.")
    }

    func number(_ column: String, in row: DelimitedText.Row) throws(DataFileError) -> Double {
        let text = try text(column, in: row)
        if let number = Double(text), (-1_000...1_000).contains(number) { return number }
        throw failure(line: row.line, column: column, "‘\(text)’ is not a number from -1,000 to 1,000", "Correct it.")
    }

    func failure(
        line: Int? = nil, column: String? = nil, _ problem: String, _ advice: String
    ) -> DataFileError {
        DataFileError(file: file, line: line, column: column, problem: problem, advice: advice)
    }
}

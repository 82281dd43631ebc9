extension DelimitedText {
    /// An error about this file, for readers that find fault with a value.
    public func failure(
        line: Int? = nil, column: String? = nil, _ problem: String, _ advice: String
    ) -> DataFileError {
        DataFileError(file: file, line: line, column: column, problem: problem, advice: advice)
    }

    /// Bytes that are no text, on a line.
    public func notText(_ field: ArraySlice<UInt8>, line: Int) -> DataFileError {
        if field.contains(0) {
            return failure(
                line: line, "there are zero bytes, which no text has: the file is damaged, or is no text file",
                "Ask for it again, or save it once more from the program that made it.")
        }
        return failure(
            line: line, "there are bytes that are not UTF-8 text",
            "Save the file as ‘CSV UTF-8’: in Excel that is a choice of its own under ‘Save as’.")
    }

    /// "comma"
    var separatorName: String {
        SpreadsheetText.Separator.allCases.first { $0.byte == separator }?.rawValue ?? "separator"
    }

    static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }

    /// The first few names, quoted: enough to recognise a wrong file by.
    static func list(_ names: [String]) -> String {
        let shown = names.prefix(12).map { "‘\($0.prefix(60))’" }.joined(separator: ", ")
        return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
    }
}

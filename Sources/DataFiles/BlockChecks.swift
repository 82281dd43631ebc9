import Wording

extension RecordBlock {
    /// - Throws: `DataFileError` if the block holds what no text in UTF-8 holds.
    func refuseOddText(_ index: StructuralIndex) throws(DataFileError) {
        if index.hasZeroBytes, let offset = bytes[range].firstIndex(of: 0) {
            throw odd(at: offset, "the text holds a NUL character: this is no CSV, or it is in UTF-16")
        }
        guard index.hasHighBytes else { return }
        do {
            _ = try UTF8Span(validating: bytes.span.extracting(range))
        } catch {
            throw odd(
                at: range.lowerBound + error.byteOffsets.lowerBound,
                "the text is not UTF-8; perhaps it was saved as Windows or Latin-1 text")
        }
    }

    /// - Throws: `DataFileError` if the file ends within a row.
    func refuseBrokenEnd(_ index: StructuralIndex, _ columns: StreetColumns) throws(DataFileError) {
        guard index.recordCount > 0, let final = range.last else { return }
        let record = index[index.recordCount - 1]
        let isWhole = bytes[final] == UInt8(ascii: "\n") || record.fields.count >= columns.names.count
        if isWhole, !index.endsInQuotes { return }
        let line = line(at: record.start)
        throw DataFileError(
            file: fileName, line: line,
            problem: (index.endsInQuotes
                ? "a quotation mark opened in this row is never closed" : "the file breaks off within this row")
                + "; the last whole line is line \((line - 1).grouped)",
            advice: "The download or the copy was cut short; fetch the file again.")
    }

    private func odd(at offset: Int, _ problem: String) -> DataFileError {
        DataFileError(
            file: fileName, line: line(at: offset), problem: problem,
            advice: "Save the file as CSV in UTF-8, or download it again.")
    }

    /// The line of the file on which a byte stands.
    private func line(at offset: Int) -> Int {
        firstLine + StructuralIndex.counts(bytes, range.lowerBound..<offset).newlines
    }
}

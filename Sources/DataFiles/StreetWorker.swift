import Wording

/// What one thread holds while it reads: a block, and what it has counted so far.
struct StreetWorker {
    var block = RecordBlock()
    private var reader: StreetRowReader
    private var index = StructuralIndex()
    private var quoted = QuotedRecord()
    private let options: StreetCrimeReader.Options
    private let isCareful: Bool

    /// - Parameter isCareful: whether blocks are cut, and lines counted, with care.
    init(options: StreetCrimeReader.Options, seed: UInt64, isCareful: Bool) {
        self.options = options
        self.isCareful = isCareful
        reader = StreetRowReader(options: options, seed: seed)
    }

    var tally: StreetTally { reader.tally }

    /// Counts the rows of the block.
    /// - Throws: `DataFileError` if the block shows that the whole file cannot be used, or, without care, that anything
    ///   is amiss.
    mutating func countBlock() throws(DataFileError) {
        guard let columns = block.columns else { return }
        index.build(block.bytes, block.range)
        if !isCareful, index.endsInQuotes { throw amiss }
        try block.refuseOddText(index)
        if block.isLast { try block.refuseBrokenEnd(index, columns) }
        reader.begin(file: block.file)
        let (text, fieldEnds) = (block.bytes, index.fieldEnds)
        let (bytes, ends) = (text.span.bytes, fieldEnds.span)
        let (firstLine, sequence) = (block.firstLine, block.sequence)
        // Line breaks inside quoted fields, which make lines outnumber records.
        var extraLines = 0
        for number in 0..<index.recordCount {
            let record = index[number]
            let row = StreetRow(
                start: record.start, fields: record.fields, place: RowPlace(block: sequence, record: number), bytes,
                ends)
            do throws(RowRefusal) {
                if record.isQuoted {
                    try countQuoted(row, bytes, ends, columns)
                } else {
                    try reader.count(row, bytes, ends, columns)
                }
            } catch {
                if !isCareful { throw amiss }
                try refuse(error, row, isQuoted: record.isQuoted, line: firstLine + number + extraLines, columns)
            }
            if record.isQuoted { extraLines += quoted.lineBreaks }
        }
        do throws(RowRefusal) {
            try reader.finish()
        } catch {
            if case .tooMany(let kind, let limit) = error { throw excess(of: kind, limit, line: block.firstLine) }
        }
    }

    private mutating func countQuoted(
        _ row: StreetRow, _ bytes: RawSpan, _ ends: Span<UInt32>, _ columns: StreetColumns
    ) throws(RowRefusal) {
        quoted.rewrite(bytes, start: row.start, ends: ends, fields: row.fields)
        if let field = quoted.misquotedField {
            let name = field < columns.names.count ? columns.names[field] : ""
            throw .fault(.quotation, StreetColumns.Column(rawValue: name))
        }
        let (text, fieldEnds) = (quoted.bytes, quoted.fieldEnds)
        let (bytes, ends) = (text.span.bytes, fieldEnds.span)
        let rewritten = StreetRow(start: 0, fields: 0..<fieldEnds.count, place: row.place, bytes, ends)
        try reader.count(rewritten, bytes, ends, columns)
    }

    /// Notes a row that cannot be used.
    /// - Throws: `DataFileError` where it shows that what follows cannot be told apart either.
    private mutating func refuse(
        _ refusal: RowRefusal, _ row: StreetRow, isQuoted: Bool, line: Int, _ columns: StreetColumns
    ) throws(DataFileError) {
        switch refusal {
        case .tooMany(let kind, let limit):
            throw excess(of: kind, limit, line: line)
        case .fault(.quotation, let column) where quoted.lineBreaks > 0:
            throw DataFileError(
                file: block.fileName, line: line, column: column?.rawValue,
                problem: "a quotation mark is out of place, so where this row ends is uncertain",
                advice: "Download the file again, or mend the quotation marks on this line.")
        case .fault(let kind, let column):
            reader.rows.refused += 1
            let said = column.flatMap { text(of: $0, in: row, isQuoted: isQuoted && kind != .quotation, columns) } ?? ""
            let fields = "it has \(row.fields.count), the header \(columns.names.count)"
            reader.tally.faults.add(kind, file: block.file) {
                Fault(
                    file: block.fileName, line: line, column: column?.rawValue,
                    reason: kind.reason(kind == .fieldCount ? fields : said, latestMonth: options.latestMonth))
            }
        }
    }

    /// Never shown to anyone: it makes the reading begin again, with care.
    private var amiss: DataFileError { DataFileError(file: block.fileName, problem: "", advice: "") }

    private func excess(of kind: String, _ limit: Int, line: Int) -> DataFileError {
        DataFileError(
            file: block.fileName, line: line, problem: "there are more than \(limit.grouped) different \(kind)",
            advice: "These are not police data, or too many at once: give fewer months.")
    }

    /// What a row says in a column.
    private func text(
        of column: StreetColumns.Column, in row: StreetRow, isQuoted: Bool, _ columns: StreetColumns
    ) -> String? {
        guard let place = columns.names.firstIndex(of: column.rawValue), place < row.fields.count else { return nil }
        if isQuoted, quoted.fieldEnds.count == row.fields.count {
            let (bytes, ends) = (quoted.bytes.span.bytes, quoted.fieldEnds.span)
            let rewritten = StreetRow(start: 0, fields: 0..<ends.count, place: row.place, bytes, ends)
            return bytes.text(rewritten.range(place, ends))
        }
        return block.bytes.span.bytes.text(row.range(place, index.fieldEnds.span))
    }
}

import DataFiles

/// A partner's file as somebody is to say what its columns mean.
struct GivenTable: Sendable {
    /// One column, and what of it helps to say what it means.
    struct Column: Sendable {
        let heading: String
        /// The first values.
        let sample: [String]
        /// Every different value, where there are few.
        let values: [String]?
        /// The ways of writing a time in which all of it can be read.
        let timeForms: [TimeForm]
    }

    let csv: [UInt8]
    let file: String
    /// The sheet that was read, of a workbook; with those that were not.
    let remark: String?
    let columns: [Column]
    let rows: Int
    let personal: [PersonalColumn]
    /// What a person is to look at before it is taken in as depersonalised, in sentences: a machine cannot tell.
    let doubts: [String]

    /// Else it was comma-separated text as it came.
    var isFromWorkbook: Bool { remark != nil }

    var headings: [String] { columns.map(\.heading) }

    /// For how times are written, and for examples; for what looks like somebody all are looked at.
    private static let looked = 20_000
    private static let mostValues = 60

    /// - Parameter remark: which sheet of a workbook it is.
    /// - Throws: `DataFileError` where it is no table.
    init(_ csv: [UInt8], file: String, remark: String? = nil) throws(DataFileError) {
        var text = try DelimitedText(csv, file: file)
        let header = try Self.headings(of: text)
        var cells: [[String]] = Array(repeating: [], count: header.count)
        var values: [Set<String>?] = Array(repeating: [], count: header.count)
        var personal = header.map { PersonalTally($0) }
        var rows = 0
        while let row = try text.next() {
            rows += 1
            let isLookedAt = rows <= Self.looked || rows.isMultiple(of: 16)
            for (index, field) in row.fields.enumerated() {
                let cell = field.trimmingBlanks
                personal[index].add(cell)
                if let found = values[index], found.count <= Self.mostValues {
                    values[index]?.insert(cell)
                } else {
                    values[index] = nil
                }
                if isLookedAt, !cell.isEmpty { cells[index].append(cell) }
            }
        }
        guard rows > 0 else {
            throw text.failure("there is a header and nothing below it", "Check that it was saved whole.")
        }
        self.csv = csv
        self.file = file
        self.remark = remark
        self.rows = rows
        self.personal = PersonalColumn.found(in: personal)
        doubts = personal.compactMap { column in column.doubt.map { "‘\(column.heading)’: \($0)." } }
        columns = header.indices.map { index in
            Column(
                heading: header[index], sample: Array(cells[index].prefix(3)),
                values: values[index].flatMap { $0.count <= Self.mostValues ? $0.sorted() : nil },
                timeForms: TimeForm.fitting(cells[index].prefix(2_000)))
        }
    }

    private static func headings(of text: DelimitedText) throws(DataFileError) -> [String] {
        let header = text.header
        guard header.count > 1, header.allSatisfy({ !$0.isEmpty }) else {
            throw text.failure(
                line: 1,
                "the first row is no row of headings: it has \(header.filter { !$0.isEmpty }.count) for "
                    + "\(header.count) columns",
                "Remove titles above the table and empty columns beside it, so that each column has its heading in row 1."
            )
        }
        return header
    }

    func column(_ heading: String) -> Column? { columns.first { $0.heading == heading } }
}

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
        /// The ways of writing a time in which most of it can be read.
        let timeForms: [TimeForm]
        /// Whether all of it can.
        let isReadWhole: Bool
        let counts: CountCells
    }

    let file: String
    /// What there is to say of how it was read: which sheet of a workbook, what stood between its values.
    let remark: String?
    /// Else it is text as it came.
    let isFromWorkbook: Bool
    let columns: [Column]
    let rows: Int
    let personal: [PersonalColumn]
    private let allDoubts: [PersonalDoubt]
    private let given: SpreadsheetText
    private let titles: TitlesAbove

    var headings: [String] { columns.map(\.heading) }
    /// The table as text in UTF-8.
    var bytes: [UInt8] { given.bytes }

    /// More are no table that a partner makes, and each is looked at cell by cell.
    static let mostColumns = 200

    /// A file of text as it was given.
    ///
    /// - Parameter places: the names of those that are known, in small letters.
    /// - Throws: `DataFileError` where it is no table.
    init(_ bytes: [UInt8], file: String, places: Set<String> = []) throws(DataFileError) {
        let text = SpreadsheetText(bytes)
        try self.init(text, file: file, remark: text.remark, isFromWorkbook: false, places: places)
    }

    /// A sheet of a workbook, as comma-separated text.
    ///
    /// - Parameters:
    ///   - remark: which sheet it is, and which were not read.
    ///   - countsFrom1904: whether its days are counted from 1904.
    ///   - places: the names of those that are known, in small letters.
    /// - Throws: `DataFileError` where it is no table.
    init(
        sheet: [UInt8], file: String, remark: String, countsFrom1904: Bool = false, places: Set<String> = []
    ) throws(DataFileError) {
        try self.init(
            SpreadsheetText(commaSeparated: sheet), file: file, remark: remark, isFromWorkbook: true,
            countsFrom1904: countsFrom1904, places: places)
    }

    private init(
        _ given: SpreadsheetText, file: String, remark: String?, isFromWorkbook: Bool, countsFrom1904: Bool = false,
        places: Set<String>
    ) throws(DataFileError) {
        (self.given, self.file, self.isFromWorkbook) = (given, file, isFromWorkbook)
        var text = try Self.text(given, file: file)
        titles = TitlesAbove(text)
        if titles.rows > 0 { text = try Self.text(given, file: file, titles: titles.rows) }
        let remarks = [remark, titles.remark(headingsOn: text.headerLine, isFromWorkbook: isFromWorkbook)].compactMap(
            \.self)
        self.remark = remarks.isEmpty ? nil : remarks.joined(separator: " ")
        var tallies = try Self.headings(of: text).map {
            ColumnTally($0, countsFrom1904: countsFrom1904, places: places)
        }
        var rows = 0
        while let row = try text.nextBytes() {
            rows += 1
            for (index, cell) in row.fields.enumerated() where !tallies[index].add(cell) {
                throw text.notText(cell, line: row.line)
            }
        }
        guard rows > 0 else {
            throw text.failure("there is a header and nothing below it", "Check that it was saved whole.")
        }
        self.rows = rows
        personal = PersonalColumn.found(in: tallies.map(\.personal))
        allDoubts = PersonalColumn.doubts(of: tallies.map(\.personal))
        columns = tallies.map(\.column)
    }

    /// The table, to be read from its first row on.
    ///
    /// - Throws: `DataFileError`
    func text() throws(DataFileError) -> DelimitedText { try Self.text(given, file: file, titles: titles.rows) }

    private static func text(
        _ given: SpreadsheetText, file: String, titles: Int = 0
    ) throws(DataFileError) -> DelimitedText {
        guard given.columns <= mostColumns else {
            throw DataFileError(
                file: file, line: 1,
                problem: "it has \(given.columns) columns, more than the \(mostColumns) that are read",
                advice: "Delete the columns that are not needed, and give it again.")
        }
        return try DelimitedText(
            given.bytes, file: file, limits: .init(columns: mostColumns), separator: given.separator.byte,
            titles: titles)
    }

    private static func headings(of text: DelimitedText) throws(DataFileError) -> [String] {
        let header = text.header
        guard header.count > 1 else {
            let isPage = header.first?.hasPrefix("<") ?? false
            throw text.failure(
                line: text.headerLine,
                isPage
                    ? "it is a web page and no table"
                    : "its first row is one value: neither commas, semicolons nor tabs part it into columns",
                isPage
                    ? "Open it, and look whether it tells where the table is."
                    : "Save the table from Excel as ‘CSV UTF-8’ or as a workbook (.xlsx), with its headings first.")
        }
        if let blank = header.firstIndex(where: \.isEmpty) {
            throw text.failure(
                line: text.headerLine,
                "its first row of several values is no row of headings: column \(blank + 1) of \(header.count) has none",
                "Remove what stands above the headings and empty columns beside them, so that each column has one."
            )
        }
        return header
    }

    /// What a person is to look at before it is taken in as depersonalised, in sentences: a machine cannot tell.
    var doubts: [String] { doubts(counting: nil) }

    /// The same where it is known, or guessed, which column has the counts.
    func doubts(counting column: String?) -> [String] {
        allDoubts.filter { !$0.isOfNumbers || $0.column.lowercased() != column?.lowercased() }.map(\.sentence)
    }

    func column(_ heading: String) -> Column? { columns.first { $0.heading == heading } }
}

extension SpreadsheetText {
    /// What there is to say of how it was read, where that is not the usual way.
    fileprivate var remark: String? {
        var sentences: [String] = []
        if separator != .comma { sentences.append("It was read as values with \(separator.rawValue)s between them.") }
        switch encoding {
        case .utf8: break
        case .utf16: sentences.append("Its letters were read as UTF-16.")
        case .windows1252:
            sentences.append(
                "Its letters were read as older versions of Excel write them (Windows-1252). If names with accents look "
                    + "wrong, save it as ‘CSV UTF-8’ and give that.")
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}

/// What is found out of one column while its cells go by. It keeps little, however many there are.
private struct ColumnTally {
    private(set) var personal: PersonalTally
    private var sample: [String] = []
    /// Nil once there are too many.
    private var values: Set<String>? = []
    private var times: TimeForm.Fitting
    private var counts = CountCells()

    private static let shown = 3
    private static let mostValues = 60

    init(_ heading: String, countsFrom1904: Bool, places: Set<String>) {
        personal = PersonalTally(heading, places: places, days: countsFrom1904 ? .from1904 : .from1900)
        times = TimeForm.Fitting(most: 2_000, countsFrom1904: countsFrom1904)
    }

    var column: GivenTable.Column {
        GivenTable.Column(
            heading: personal.heading, sample: sample, values: values?.sorted(), timeForms: times.forms,
            isReadWhole: times.isWhole, counts: counts)
    }

    /// - Returns: false where the cell is no text.
    mutating func add(_ cell: ArraySlice<UInt8>) -> Bool {
        var make = CellMake(cell)
        guard !make.hasNought, var text = String(validating: cell, as: UTF8.self) else { return false }
        if make.mayHaveBlanksAround {
            text = text.trimmingBlanks
            make = CellMake(text.utf8)
        }
        personal.add(text, make)
        values?.insert(text)
        if let found = values, found.count > Self.mostValues { values = nil }
        guard !text.isEmpty else { return true }
        if sample.count < Self.shown { sample.append(text.singleBlanks) }
        times.add(text)
        counts.add(text)
        return true
    }
}

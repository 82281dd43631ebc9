import Wording

/// The text of all CSVs cut into blocks: the part of the reading that only one thread does at a time.
///
/// With care, quotation marks are counted so that a block never ends inside a quoted field, and line breaks so that its
/// lines have numbers. In haste, neither is: a block ends at the last line break read, and whoever finds a quoted field
/// open at its end, or has a line to name, must begin again with care.
struct RecordBlocks {
    /// One CSV as far as it has been met.
    struct File: Sendable {
        let name: String
        /// Which of the files given it is, or is in.
        let given: Int
        var columns: StreetColumns?
    }

    private(set) var files: [File] = []
    /// The number the next block will have.
    private(set) var sequence = 0
    private var given: GivenFiles
    private let limits: ReadingLimits
    private let progress: @Sendable (ReadingProgress) -> Void
    private let progressStep: Int
    /// Progress is reported when as many bytes as this have been read.
    private(set) var progressDue: Int
    private var stream: (any ByteStream)?
    /// Text read behind the last whole record of the last block.
    private var carried: [UInt8] = []
    /// The line on which the next block begins, if lines are counted.
    private var line = 1
    private let isCareful: Bool

    /// - Parameter progressDue: how many bytes to read before the first report.
    init(
        _ files: [DataFile], limits: ReadingLimits, isCareful: Bool, progressDue: Int,
        progress: @escaping @Sendable (ReadingProgress) -> Void
    ) throws(DataFileError) {
        self.isCareful = isCareful
        self.progressDue = progressDue
        given = try GivenFiles(files, limits: limits)
        self.limits = limits
        self.progress = progress
        progressStep = max(given.bytesTotal / 50, 1 << 20)
    }

    /// Members of archives that were not read.
    var skipped: [String] { given.skipped }

    /// Fills the block with the next records of the CSV being read, or of the next one. False after the last.
    mutating func fill(_ block: inout RecordBlock) throws(DataFileError) -> Bool {
        if stream == nil {
            guard let opened = try given.open() else {
                report(given.bytesTotal)
                return false
            }
            stream = opened.stream
            files.append(File(name: opened.name, given: opened.given))
            carried.removeAll(keepingCapacity: true)
            line = 1
        }
        guard let stream else { return false }
        try fill(&block, from: stream)
        block.file = files.count - 1
        block.fileName = files[block.file].name
        block.columns = files[block.file].columns
        block.sequence = sequence
        sequence += 1
        if given.bytesDone + stream.bytesUsed >= progressDue { report(given.bytesDone + stream.bytesUsed) }
        if block.isLast { self.stream = nil }
        return true
    }

    private mutating func fill(_ block: inout RecordBlock, from stream: any ByteStream) throws(DataFileError) {
        let longest = max(limits.rowBytes, limits.blockBytes, HeaderRecord.longest)
        var wanted = min(max(limits.blockBytes, carried.count * 2), longest)
        block.reserve(max(wanted, carried.count))
        for (offset, byte) in carried.enumerated() { block.bytes[offset] = byte }
        var filled = 0
        var start: Int?
        var marks = StructuralIndex.Counts(quotes: 0, newlines: 0)
        while true {
            block.reserve(wanted)
            let from = max(filled, carried.count)
            let got = try stream.read(into: &block.bytes, from..<wanted)
            if isCareful { marks += StructuralIndex.counts(block.bytes, filled..<from + got) }
            filled = from + got
            block.isLast = filled < wanted
            if start == nil { start = try recordStart(block, filled) }
            if let start {
                let end = block.isLast ? filled : block.lastRecordEnd(in: start..<filled, quotes: marks.quotes)
                if end > start || block.isLast {
                    finish(&block, start..<end, filled: filled, marks: marks)
                    return
                }
            }
            guard wanted < longest else { throw endless(block, from: start ?? 0) }
            wanted = min(wanted * 2, longest)
        }
    }

    /// Notes the lines of the block, and keeps what lies behind it for the next one.
    private mutating func finish(
        _ block: inout RecordBlock, _ range: Range<Int>, filled: Int, marks: StructuralIndex.Counts
    ) {
        block.range = range
        carried.removeAll(keepingCapacity: true)
        carried.append(contentsOf: block.bytes[range.upperBound..<filled])
        guard isCareful else { return }
        block.firstLine = line + StructuralIndex.counts(block.bytes, 0..<range.lowerBound).newlines
        line += marks.newlines - StructuralIndex.counts(block.bytes, range.upperBound..<filled).newlines
    }

    /// Where the records begin: behind the header, if this is the CSV's beginning. Nil if there is more header to come.
    private mutating func recordStart(_ block: RecordBlock, _ filled: Int) throws(DataFileError) -> Int? {
        let file = files.count - 1
        if files[file].columns != nil { return 0 }
        let header = try HeaderRecord(block.bytes[0..<filled], isWhole: block.isLast, file: files[file].name)
        guard let header else { return nil }
        files[file].columns = try StreetColumns(header: header.names, file: files[file].name)
        return header.byteCount
    }

    private mutating func report(_ bytes: Int) {
        progressDue = bytes + progressStep
        progress(
            ReadingProgress(bytesRead: bytes, bytesTotal: given.bytesTotal, file: files.last?.name ?? ""))
    }

    private func endless(_ block: RecordBlock, from start: Int) -> DataFileError {
        DataFileError(
            file: files.last?.name ?? "", line: line + StructuralIndex.counts(block.bytes, 0..<start).newlines,
            problem: "the row that begins here is longer than \(limits.rowBytes.grouped) bytes",
            advice: "A quotation mark may be missing its partner. Download the file again.")
    }
}

import CScan

/// Where the fields and records of a block of CSV are. The only file that calls the C scanner.
struct StructuralIndex {
    /// For each field, the offset of the byte after it.
    private(set) var fieldEnds: [UInt32] = []
    /// The records, with a sentinel behind the last.
    private var records: [cscan_record] = []
    private(set) var recordCount = 0
    /// The text ends in a quoted field that was never closed.
    private(set) var endsInQuotes = false
    /// Some byte is not ASCII.
    private(set) var hasHighBytes = false
    /// Some byte is NUL.
    private(set) var hasZeroBytes = false

    /// Which of the processor's sets of instructions to use: 1 to `levels`, the last the fastest.
    let level: Int32
    static let levels = cscan_levels()

    init(level: Int32 = levels) {
        precondition((1...Self.levels).contains(level))
        self.level = level
    }

    /// One record: where it begins, which field ends are its own, and whether any quotation mark is in it.
    struct Record {
        let start: Int
        let fields: Range<Int>
        let isQuoted: Bool
    }

    /// Indexes `bytes[range]`, which must begin at a record; the last record need not end in a line break.
    mutating func build(_ bytes: [UInt8], _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count && range.upperBound < 1 << 31)
        let most = range.count + Int(CSCAN_ROOM)
        // Real rows need less than a tenth of this; rows of nothing but commas come to the most there can be.
        makeRoom(min(most, range.count / 8 + 1024), min(most, range.count / 64 + 1024))
        var found = scan(bytes, range)
        if found.needs_room != 0 {
            makeRoom(most, most)
            found = scan(bytes, range)
        }
        recordCount = Int(found.records)
        endsInQuotes = found.ends_in_quotes != 0
        hasHighBytes = found.has_high_bytes != 0
        hasZeroBytes = found.has_zero_bytes != 0
    }

    private mutating func makeRoom(_ fieldCount: Int, _ recordCount: Int) {
        if fieldEnds.count < fieldCount { fieldEnds = Array(repeating: 0, count: fieldCount) }
        if records.count < recordCount {
            records = Array(repeating: cscan_record(start: 0, first_field: 0), count: recordCount)
        }
    }

    private mutating func scan(_ bytes: [UInt8], _ range: Range<Int>) -> cscan_result {
        bytes.withUnsafeBufferPointer { bytes in
            fieldEnds.withUnsafeMutableBufferPointer { fields in
                records.withUnsafeMutableBufferPointer { records in
                    cscan_index(
                        level, bytes.baseAddress, range.lowerBound, range.upperBound, fields.baseAddress, fields.count,
                        records.baseAddress, records.count)
                }
            }
        }
    }

    @inline(__always)
    subscript(index: Int) -> Record {
        let record = records[index]
        let first = record.first_field & ~CSCAN_QUOTED
        let next = records[index &+ 1].first_field & ~CSCAN_QUOTED
        return Record(
            start: Int(record.start), fields: Range(uncheckedBounds: (Int(first), Int(next))),
            isQuoted: record.first_field & CSCAN_QUOTED != 0)
    }

    /// How many quotation marks and line breaks a stretch of text has.
    struct Counts {
        var quotes: Int
        var newlines: Int

        static func += (total: inout Counts, more: Counts) {
            total.quotes += more.quotes
            total.newlines += more.newlines
        }
    }

    static func counts(_ bytes: [UInt8], _ range: Range<Int>) -> Counts {
        let found = bytes[range].withUnsafeBufferPointer { text in
            text.baseAddress.map { cscan_count($0, text.count) } ?? cscan_counts(quotes: 0, newlines: 0)
        }
        return Counts(quotes: found.quotes, newlines: found.newlines)
    }
}

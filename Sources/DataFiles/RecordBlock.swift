/// A stretch of one CSV that begins and ends at a record: the piece of work a thread takes.
struct RecordBlock {
    /// The text is `bytes[range]`; at least `spare` bytes follow it, so that it can be read in wide steps.
    var bytes: [UInt8] = []
    var range = 0..<0
    /// The line of the file on which it begins.
    var firstLine = 1
    /// Its place in the order of reading, over all files.
    var sequence = 0
    /// Which CSV it is of.
    var file = 0
    var fileName = ""
    /// Whether the CSV ends with it.
    var isLast = false
    var columns: StreetColumns?

    static let spare = 64

    /// Makes room for `count` bytes of text.
    mutating func reserve(_ count: Int) {
        let missing = count + Self.spare - bytes.count
        if missing > 0 { bytes.append(contentsOf: repeatElement(0, count: missing)) }
    }

    /// Where the last whole record in `bytes[range]` ends; its start if none does.
    ///
    /// A line break ends a record if an even number of quotation marks stand before it: RFC 4180 doubles those within
    /// a field, so parity alone tells inside from outside.
    /// - Parameter quotes: how many quotation marks the range has.
    func lastRecordEnd(in range: Range<Int>, quotes: Int) -> Int {
        var isInside = quotes % 2 == 1
        for at in range.reversed() {
            if bytes[at] == UInt8(ascii: "\"") { isInside.toggle() }
            if bytes[at] == UInt8(ascii: "\n"), !isInside { return at + 1 }
        }
        return range.lowerBound
    }
}

/// Text that comes piece by piece: a plain file, a gzip file, a member of a ZIP.
protocol ByteStream: AnyObject {
    /// Fills `buffer[range]` with what comes next, as far as there is any; fewer bytes than asked for mean the end.
    func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(DataFileError) -> Int
    /// How many bytes of the file on the disk have been used.
    var bytesUsed: Int { get }
}

/// A file that lies on the disk as it is, or a part of one.
final class PlainStream: ByteStream {
    private let source: SourceBytes
    private var offset: Int
    private let end: Int

    /// - Parameter end: where to stop, or nil for the end of the file, wherever that is by then.
    init(_ source: SourceBytes, from offset: Int = 0, to end: Int? = nil) {
        self.source = source
        self.offset = offset
        self.end = end ?? .max
    }

    var bytesUsed: Int { offset }

    func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(DataFileError) -> Int {
        var filled = 0
        let wanted = min(range.count, end - offset)
        while filled < wanted {
            let from = range.lowerBound + filled
            let got = try source.read(at: offset, into: &buffer, from..<range.lowerBound + wanted)
            if got == 0 { break }
            filled += got
            offset += got
        }
        return filled
    }
}

/// The text met last in some column, kept so that the next row's can be compared with it in a few steps: in files that
/// are in order, most rows say what the row before said.
struct RecentText: Sendable {
    private var byteCount = -1
    /// The first and the last eight or sixteen bytes; they overlap where the text is shorter than both.
    private var first: (UInt64, UInt64) = (0, 0)
    private var last: (UInt64, UInt64) = (0, 0)

    /// A text longer than this is never found again here.
    private static let longest = 32

    /// Remembers a field. The eight bytes behind it must exist.
    @inline(__always)
    mutating func remember(_ range: Range<Int>, of bytes: RawSpan) {
        byteCount = range.count <= Self.longest ? range.count : -1
        (first, last) = Self.words(range, of: bytes)
    }

    /// Remembers nothing: nothing matches.
    mutating func forget() {
        byteCount = -1
    }

    /// Whether a field says the same.
    @inline(__always)
    func matches(_ range: Range<Int>, of bytes: RawSpan) -> Bool {
        guard range.count == byteCount else { return false }
        let (first, last) = Self.words(range, of: bytes)
        return (first.0 ^ self.first.0) | (first.1 ^ self.first.1) | (last.0 ^ self.last.0) | (last.1 ^ self.last.1)
            == 0
    }

    @inline(__always)
    private static func words(
        _ range: Range<Int>, of bytes: RawSpan
    ) -> (first: (UInt64, UInt64), last: (UInt64, UInt64)) {
        let (start, end) = (range.lowerBound, range.upperBound)
        if range.count >= 16 {
            return (
                (bytes.word(at: start), bytes.word(at: start &+ 8)),
                (bytes.word(at: end &- 16), bytes.word(at: end &- 8))
            )
        }
        if range.count >= 8 { return ((bytes.word(at: start), 0), (bytes.word(at: end &- 8), 0)) }
        return ((bytes.word(at: start, upTo: end), 0), (0, 0))
    }
}

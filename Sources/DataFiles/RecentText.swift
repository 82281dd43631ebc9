/// A text met before in some column, kept so that a row's can be compared with it in a few steps: in files that are in
/// order, most rows say what some row just before them said.
struct RecentText: Sendable {
    private var byteCount = -1
    private var words: Words = (0, 0, 0, 0)
    /// Which bits of the words are the text's.
    private var masks: Words = (0, 0, 0, 0)

    private typealias Words = (UInt64, UInt64, UInt64, UInt64)

    /// A text longer than this is never found again here.
    private static let longest = 32

    /// Remembers a field.
    @inline(__always)
    mutating func remember(_ range: Range<Int>, of bytes: RawSpan) {
        byteCount = range.count <= Self.longest ? range.count : -1
        masks = (
            Self.mask(range.count), Self.mask(range.count - 8), Self.mask(range.count - 16), Self.mask(range.count - 24)
        )
        let (a, b, c, d) = Self.words(from: range.lowerBound, of: bytes)
        words = (a & masks.0, b & masks.1, c & masks.2, d & masks.3)
    }

    /// Remembers nothing: nothing matches.
    mutating func forget() {
        byteCount = -1
    }

    /// Whether a field says the same.
    @inline(__always)
    func matches(_ range: Range<Int>, of bytes: RawSpan) -> Bool {
        guard range.count == byteCount else { return false }
        let (a, b, c, d) = Self.words(from: range.lowerBound, of: bytes)
        return (a & masks.0 ^ words.0) | (b & masks.1 ^ words.1) | (c & masks.2 ^ words.2) | (d & masks.3 ^ words.3)
            == 0
    }

    /// The thirty-two bytes from `offset`, whatever they belong to.
    @inline(__always)
    private static func words(from offset: Int, of bytes: RawSpan) -> Words {
        (
            bytes.word(at: offset), bytes.word(at: offset &+ 8), bytes.word(at: offset &+ 16),
            bytes.word(at: offset &+ 24)
        )
    }

    /// The bits of a word's first `byteCount` bytes: all if there are eight or more, none if there are none.
    private static func mask(_ byteCount: Int) -> UInt64 {
        UInt64.max >> UInt64(64 - 8 * min(max(byteCount, 0), 8))
    }
}

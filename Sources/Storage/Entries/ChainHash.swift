/// A SHA-256 in a chain of entries: of an entry, or of its detail.
struct ChainHash: Equatable, Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64)

    static let length = 32

    /// Zeros, which stand before the first.
    static let beginning = ChainHash(words: (0, 0, 0, 0))

    private init(words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }

    /// - Returns: `nil` where there are not 32 bytes.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.length else { return nil }
        words = bytes.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
    }

    /// The 32 bytes.
    var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    static func == (left: ChainHash, right: ChainHash) -> Bool { left.words == right.words }
}

extension ChainHash: CanonicalField {
    func withCanonicalBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        withUnsafeBytes(of: words, body)
    }
}

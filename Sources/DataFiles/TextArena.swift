/// Short texts kept end to end in eight-byte words, so that one can be compared with a field eight bytes at a time.
struct TextArena: Sendable {
    /// One text: where it lies in the arena.
    struct Text: Sendable {
        fileprivate let firstWord: UInt32
        fileprivate let byteCount: UInt32
    }

    private var words: [UInt64] = []

    /// Keeps a copy of a field.
    mutating func keep(_ range: Range<Int>, of bytes: RawSpan) -> Text {
        let text = Text(firstWord: UInt32(words.count), byteCount: UInt32(range.count))
        var offset = range.lowerBound
        while offset < range.upperBound {
            words.append(bytes.word(at: offset, upTo: range.upperBound))
            offset += 8
        }
        return text
    }

    /// Whether a field says the same as a text kept.
    @inline(__always)
    func matches(_ text: Text, _ range: Range<Int>, of bytes: RawSpan) -> Bool {
        guard Int(text.byteCount) == range.count else { return false }
        var word = Int(text.firstWord)
        var offset = range.lowerBound
        while offset < range.upperBound {
            if words[word] != bytes.word(at: offset, upTo: range.upperBound) { return false }
            word &+= 1
            offset &+= 8
        }
        return true
    }

    /// Whether a text says the same as one in another arena.
    func holds(_ text: Text, like other: Text, in arena: TextArena) -> Bool {
        guard text.byteCount == other.byteCount else { return false }
        let wordCount = (text.byteCount + 7) / 8
        return (0..<wordCount).allSatisfy { word in
            words[Int(text.firstWord + word)] == arena.words[Int(other.firstWord + word)]
        }
    }

    func string(_ text: Text) -> String { string(text, upTo: Int(text.byteCount)) }

    /// The text's first `count` bytes.
    func string(_ text: Text, upTo count: Int) -> String {
        String(unsafeUninitializedCapacity: count) { bytes in
            for index in 0..<count { bytes[index] = byte(index, of: text) }
            return count
        }
    }

    /// How many bytes come before the text's last space, or nil where it has none.
    func lastSpace(in text: Text) -> Int? {
        (0..<Int(text.byteCount)).last { byte($0, of: text) == UInt8(ascii: " ") }
    }

    private func byte(_ index: Int, of text: Text) -> UInt8 {
        UInt8(truncatingIfNeeded: words[Int(text.firstWord) + index / 8] >> UInt64(index % 8 * 8))
    }
}

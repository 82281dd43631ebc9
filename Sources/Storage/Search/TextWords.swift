/// The words of a text in their order, each with its place, as it is spelt, and without its ending.
struct TextWords {
    struct Word: Equatable {
        let range: Range<String.Index>
        /// Folded.
        let spelt: String
        let stem: String
    }

    let words: [Word]

    /// - Parameter most: how many words are read; what comes after them is left out.
    init(_ text: String, most: Int = .max) {
        let (stemmer, reader) = (Stemmer(), WordRanges(text))
        var words: [Word] = []
        var position = text.startIndex
        while words.count < most, let (range, folded) = reader.next(from: position) {
            position = range.upperBound
            let spelt = folded.filter { $0 != "'" }
            guard !spelt.isEmpty else { continue }
            let stem = stemmer.stem(of: folded).filter { $0 != "'" }
            words.append(Word(range: range, spelt: spelt, stem: stem.isEmpty ? spelt : stem))
        }
        self.words = words
    }
}

/// Where the words of a text are.
private struct WordRanges {
    private let text: String
    private let scalars: String.UnicodeScalarView

    init(_ text: String) {
        self.text = text
        scalars = text.unicodeScalars
    }

    /// The first word at or after a place, folded.
    func next(from place: String.Index) -> (Range<String.Index>, folded: String)? {
        guard let start = scalars[place...].firstIndex(where: \.isLetter) else { return nil }
        let end = end(ofWordAt: start)
        let folded = WordFolding.fold(text[start..<end])
        // One writes ‘antisocial’, another ‘anti-social’ and a third ‘anti social’: it is one word to all of them.
        if let next = joined(after: folded, at: end) {
            let end = self.end(ofWordAt: next)
            return (start..<end, WordFolding.fold(text[start..<end]))
        }
        return (start..<end, folded)
    }

    private func end(ofWordAt start: String.Index) -> String.Index {
        var end = scalars.index(after: start)
        while end < scalars.endIndex {
            let scalar = scalars[end]
            if scalar.isLetter || scalar.continuesWord {
                end = scalars.index(after: end)
            } else if Self.apostrophes.contains(scalar), let next = letter(after: end) {
                end = next
            } else {
                break
            }
        }
        return end
    }

    /// Where the rest of a word begins, of which only a prefix has been read.
    private func joined(after prefix: String, at end: String.Index) -> String.Index? {
        guard end < scalars.endIndex else { return nil }
        let isJoin =
            switch scalars[end] {
            case "-", "\u{2010}", "\u{2011}": Self.prefixes.contains(prefix) || Self.neverAlone.contains(prefix)
            case " ", "\u{A0}": Self.neverAlone.contains(prefix)
            default: false
            }
        return isJoin ? letter(after: end) : nil
    }

    /// The place after this one, if a letter is there.
    private func letter(after place: String.Index) -> String.Index? {
        let next = scalars.index(after: place)
        return next < scalars.endIndex && scalars[next].isLetter ? next : nil
    }

    private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "ʼ"]
    private static let neverAlone: Set<String> = ["anti", "multi"]
    private static let prefixes: Set<String> = ["co", "non", "pre", "re", "sub"]
}

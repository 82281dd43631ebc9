/// What somebody looks for, read from what they typed: words, phrases in quotation marks, and perhaps the beginning of
/// a word. Whatever is typed means something or nothing; none of it is an error.
public struct SearchWords: Sendable, Hashable {
    enum Term: Sendable, Hashable {
        /// A word with any ending, by its stem.
        case word(String)
        /// The last word, which may still be going on.
        case beginning(stem: String, spelt: String)
        /// Words as they are spelt, one after another.
        case phrase([String])
    }

    /// Every one of them has to be in what is found.
    let terms: [Term]

    /// So many characters and words of what was typed are read.
    private static let (mostCharacters, mostWords) = (1000, 20)

    public init(_ typed: String) {
        let text = String(String.UnicodeScalarView(typed.unicodeScalars.prefix(Self.mostCharacters)))
        let parts = text.split(omittingEmptySubsequences: false) { "\"“”".contains($0) }.map(String.init)
        var terms: [Term] = []
        var left = Self.mostWords
        for (index, part) in parts.enumerated() where left > 0 {
            let words = TextWords(part, most: left).words
            left -= words.count
            // A quotation that was never closed is none.
            let isPhrase = index % 2 == 1 && index < parts.count - 1
            if isPhrase {
                if !words.isEmpty { terms.append(.phrase(words.map(\.spelt))) }
            } else {
                terms += words.map { .word($0.stem) }
                if index == parts.count - 1, let last = words.last, last.range.upperBound == part.endIndex,
                    last.spelt.count > 1
                {
                    terms[terms.count - 1] = .beginning(stem: last.stem, spelt: last.spelt)
                }
            }
        }
        self.terms = Self.telling(terms)
    }

    /// Whether there is anything to look for.
    public var isEmpty: Bool { terms.isEmpty }

    /// Without what is said twice, and without the words that are in every text, unless there are no others.
    private static func telling(_ terms: [Term]) -> [Term] {
        var seen: Set<Term> = []
        let once = terms.filter { seen.insert($0).inserted }
        let telling = once.filter { term in
            switch term {
            case .word(let word), .beginning(_, let word): !everywhere.contains(word)
            case .phrase: true
            }
        }
        return telling.isEmpty ? once : telling
    }

    private static let everywhere: Set<String> = [
        "a", "about", "also", "am", "an", "and", "ani", "any", "are", "as", "at", "be", "been", "but", "by", "can",
        "did", "do", "doe", "does", "for", "from", "had", "has", "have", "he", "her", "him", "his", "how", "i", "if",
        "in", "into", "is", "it", "its", "me", "my", "not", "of", "on", "or", "our", "she", "so", "that", "the",
        "their", "them", "there", "these", "they", "this", "those", "to", "us", "was", "we", "were", "what", "when",
        "where", "which", "who", "whi", "why", "will", "with", "you", "your",
    ]
}

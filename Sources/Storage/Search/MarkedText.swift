/// A text with places in it marked where something was found. Places, not markup: a page says how they look.
public struct MarkedText: Sendable, Hashable {
    public let text: String
    /// In their order; none touches another.
    public let found: [Range<String.Index>]

    /// The text in pieces, each of which is what was found or is not.
    public var pieces: [(text: String, isFound: Bool)] {
        var pieces: [(text: String, isFound: Bool)] = []
        var place = text.startIndex
        for range in found {
            if place < range.lowerBound { pieces.append((String(text[place..<range.lowerBound]), false)) }
            pieces.append((String(text[range]), true))
            place = range.upperBound
        }
        if place < text.endIndex { pieces.append((String(text[place...]), false)) }
        return pieces
    }

    /// The whole of a text.
    init(_ text: String, finding words: SearchWords) {
        let places = FoundPlaces(in: TextWords(text).words, words)
        self.init(text, places.ranges)
    }

    /// The part of a text where most of the words are, near to each other.
    init(extractOf text: String, finding words: SearchWords) {
        let all = TextWords(text).words
        let places = FoundPlaces(in: all, words)
        let window = places.window(of: Self.longestExtract)
        guard let first = all[window].first, let last = all[window].last else {
            self.init("", [])
            return
        }
        let isBeginning = window.lowerBound == 0
        let isEnd = window.upperBound == all.count
        let start = isBeginning ? text.startIndex : first.range.lowerBound
        let end = isEnd ? text.endIndex : last.range.upperBound
        let source = text[start..<end]
        let part = source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let extract = (isBeginning ? "" : "… ") + part + (isEnd ? "" : " …")
        // Found afresh, since the places have moved. A phrase that the window cuts is then not found in it.
        self.init(extract, FoundPlaces(in: TextWords(extract).words, words).ranges)
    }

    private init(_ text: String, _ found: [Range<String.Index>]) {
        self.text = text
        self.found = found
    }

    /// In words: some two lines of a page.
    private static let longestExtract = 30
}

/// Which words of a text are what somebody looks for.
private struct FoundPlaces {
    private let words: [TextWords.Word]
    /// The terms that are found at each place, by their numbers.
    private var termsAt: [Int: Set<Int>] = [:]
    private let phrases: Set<Int>

    init(in words: [TextWords.Word], _ wanted: SearchWords) {
        self.words = words
        phrases = Set(wanted.terms.indices.filter { if case .phrase = wanted.terms[$0] { true } else { false } })
        for (number, term) in wanted.terms.enumerated() {
            switch term {
            case .word(let stem): add(number) { $0.stem == stem }
            case .beginning(let stem, let spelt):
                add(number) { $0.stem == stem || $0.spelt.utf8.starts(with: spelt.utf8) }
            case .phrase(let phrase): add(number, phrase)
            }
        }
    }

    private mutating func add(_ term: Int, where isFound: (TextWords.Word) -> Bool) {
        for place in words.indices where isFound(words[place]) { termsAt[place, default: []].insert(term) }
    }

    private mutating func add(_ term: Int, _ phrase: [String]) {
        guard !phrase.isEmpty, words.count >= phrase.count else { return }
        for start in 0...(words.count - phrase.count)
        where zip(words[start...], phrase).allSatisfy({ $0.spelt == $1 }) {
            for place in start..<(start + phrase.count) { termsAt[place, default: []].insert(term) }
        }
    }

    /// Where they are in the text. The words of a phrase are one place.
    var ranges: [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var last: Int?
        for place in termsAt.keys.sorted() {
            let range = words[place].range
            if let last, last == place - 1, let before = ranges.last, isOnePhrase(last, place) {
                ranges[ranges.count - 1] = before.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
            last = place
        }
        return ranges
    }

    private func isOnePhrase(_ one: Int, _ other: Int) -> Bool {
        !phrases.isDisjoint(with: termsAt[one, default: []].intersection(termsAt[other, default: []]))
    }

    /// The first run of so many words in which most different terms are, and most often.
    func window(of longest: Int) -> Range<Int> {
        guard words.count > longest else { return words.indices }
        // A few words before the first that was found say how it came about.
        let lead = 6
        let length = longest - lead
        var best = (start: 0, terms: 0, places: 0)
        let places = termsAt.keys.sorted()
        var counts: [Int: Int] = [:]
        var next = 0
        for (index, place) in places.enumerated() {
            while next < places.count, places[next] < place + length {
                for term in termsAt[places[next], default: []] { counts[term, default: 0] += 1 }
                next += 1
            }
            let held = counts.values.count { $0 > 0 }
            if held > best.terms || (held == best.terms && next - index > best.places) {
                best = (place, held, next - index)
            }
            for term in termsAt[place, default: []] { counts[term, default: 0] -= 1 }
        }
        let start = max(0, min(best.start - lead, words.count - longest))
        return start..<(start + longest)
    }
}

import Web

/// A text with figures named in it, as it can be read: `{{figure …}}` becomes the figure in words, `{{number …}}` its number
/// alone, and `{{sentence …}}` the whole sentence that was drafted for it.
///
/// Where the writer names the unit themselves it is said once, and of one as one says it (``SpokenUnit``).
///
/// What cannot be told stands in the text as such, with the reason beside it: it never becomes 0 or nothing.
struct LiveText: Sendable {
    /// Where a figure leads.
    enum Lead: Sendable {
        /// To its own page.
        case page
        /// To its place in the list of figures of the same document.
        case list
        /// Nowhere: it is words alone.
        case nowhere
        /// To both: the words to its page, and its number to the list.
        case pageAndList
    }

    let markdown: String

    /// - Parameter figures: every figure that the text names.
    init(_ text: String, _ figures: FigureList, leading lead: Lead) {
        let pieces = Self.pieces(of: text)
        markdown = pieces.indices.map { index in
            switch pieces[index] {
            case .words(let words): Self.words(words, after: index > 0 ? pieces[index - 1] : nil, figures)
            case .figure(let address):
                Self.told(address, figures) { Self.leading(Self.escaped($0.figure.words), $0, lead) }
            case .number(let address):
                Self.told(address, figures) { named in
                    Self.leading(Self.escaped(named.figure.number ?? named.figure.words), named, lead)
                }
            case .sentence(let address): Self.told(address, figures) { Self.sentence($0, lead) }
            }
        }.joined()
    }

    /// - Parameter before: what stands right before them.
    private static func words(_ words: String, after before: Piece?, _ figures: FigureList) -> String {
        guard let address = before?.address, case .success(let named)? = figures[address] else { return words }
        return switch before {
        case .figure: SpokenUnit(figure: named.figure).heard(in: words)
        case .number: SpokenUnit(figure: named.figure).agreed(in: words)
        default: words
        }
    }

    private static func told(
        _ address: String, _ figures: FigureList, _ words: (FigureList.Numbered) -> String
    ) -> String {
        switch figures[address] {
        case .success(let figure)?: words(figure)
        case .failure(let missing)?: "**[no figure: \(escaped(missing.reason))]**"
        case nil: "**[no figure: it was not looked for]**"
        }
    }

    /// - Parameter words: of the figure, without markup.
    private static func leading(_ words: String, _ figure: FigureList.Numbered, _ lead: Lead) -> String {
        switch lead {
        case .page: page(words, figure)
        case .list: "\(words) \(number(figure))"
        case .nowhere: words
        case .pageAndList: "\(page(words, figure)) \(number(figure))"
        }
    }

    /// The figure's own words lead on where the sentence has them; its number stands at the end.
    private static func sentence(_ figure: FigureList.Numbered, _ lead: Lead) -> String {
        let sentence = figure.figure.sentence
        let ending = lead == .page || lead == .nowhere ? "" : " \(number(figure))"
        if lead == .page || lead == .pageAndList, let own = sentence.firstRange(of: figure.figure.words) {
            return escaped(String(sentence[..<own.lowerBound])) + page(escaped(figure.figure.words), figure)
                + escaped(String(sentence[own.upperBound...])) + ending
        }
        return escaped(sentence) + (lead == .page ? " \(page("Open the figure", figure))" : ending)
    }

    private static func page(_ words: String, _ figure: FigureList.Numbered) -> String {
        "[\(words)](\(Address("/figures").asking(["at": figure.address])))"
    }

    private static func number(_ figure: FigureList.Numbered) -> String {
        "[\\[\(figure.number)\\]](#figure-\(figure.number))"
    }

    enum Piece: Hashable {
        case words(String)
        /// By its address.
        case figure(String)
        /// The number alone.
        case number(String)
        case sentence(String)

        /// Of the figure that it names.
        var address: String? {
            switch self {
            case .words: nil
            case .figure(let address), .number(let address), .sentence(let address): address
            }
        }
    }

    /// The text cut at `{{figure …}}`, `{{number …}}` and `{{sentence …}}`.
    static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let opening = rest.firstMatch(of: #/\{\{(figure|number|sentence) /#),
            let closing = rest[opening.range.upperBound...].firstRange(of: "}}")
        {
            let before = rest[..<opening.range.lowerBound]
            if !before.isEmpty { pieces.append(.words(String(before))) }
            let named = rest[opening.range.upperBound..<closing.lowerBound].split(whereSeparator: \.isWhitespace)
            let address = named.joined(separator: " ")
            let piece: Piece =
                switch opening.output.1 {
                case "figure": .figure(address)
                case "number": .number(address)
                default: .sentence(address)
                }
            pieces.append(piece)
            rest = rest[closing.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        return pieces
    }

    /// So that no character of it is markup.
    static func escaped(_ words: String) -> String {
        var written: [Character] = []
        for character in words {
            if character.isASCII, character.isPunctuation || character.isSymbol { written.append("\\") }
            written.append(character)
        }
        return String(written)
    }
}

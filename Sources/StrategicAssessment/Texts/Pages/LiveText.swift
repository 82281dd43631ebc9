import Web

/// A text with figures named in it, as it can be read: `{{figure …}}` becomes the figure in words, and `{{sentence …}}` the
/// whole sentence that was drafted for it.
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
        markdown = Self.pieces(of: text).map { piece in
            switch piece {
            case .words(let words): words
            case .figure(let address):
                Self.told(address, figures) { Self.leading(Self.escaped($0.figure.words), $0, lead) }
            case .sentence(let address): Self.told(address, figures) { Self.sentence($0, lead) }
            }
        }.joined()
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
        case sentence(String)

        /// Of the figure that it names.
        var address: String? {
            switch self {
            case .words: nil
            case .figure(let address), .sentence(let address): address
            }
        }
    }

    /// The text cut at `{{figure …}}` and `{{sentence …}}`.
    static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let opening = rest.firstMatch(of: #/\{\{(figure|sentence) /#),
            let closing = rest[opening.range.upperBound...].firstRange(of: "}}")
        {
            let before = rest[..<opening.range.lowerBound]
            if !before.isEmpty { pieces.append(.words(String(before))) }
            let named = rest[opening.range.upperBound..<closing.lowerBound].split(whereSeparator: \.isWhitespace)
            let address = named.joined(separator: " ")
            pieces.append(opening.output.1 == "figure" ? .figure(address) : .sentence(address))
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

import Markdown

/// A text with figures named in it, `{{figure …}}`, and what became of each.
///
/// A figure is put in as words that lead to it. What cannot be told stands in the text as such, with the reason beside it:
/// it never becomes 0 or nothing.
struct LiveText: Sendable {
    /// One figure of a text, in the order in which they stand.
    struct Named: Sendable {
        let address: String
        let figure: Result<Evidence.Figure, Evidence.Missing>
    }

    /// As it can be read: every figure in words.
    let markdown: String
    let figures: [Named]

    /// - Parameter lead: where a figure leads, by its place among all of the document and its address.
    init(
        _ text: String, from desk: any EvidenceDesk, known: inout [String: Result<Evidence.Figure, Evidence.Missing>],
        lead: (Int, String) -> String
    ) async throws {
        var written = ""
        var figures: [Named] = []
        for piece in Self.pieces(of: text) {
            switch piece {
            case .words(let words): written += words
            case .figure(let address):
                let found: Result<Evidence.Figure, Evidence.Missing>
                if let already = known[address] {
                    found = already
                } else {
                    found = try await desk.figure(at: address)
                    known[address] = found
                }
                figures.append(Named(address: address, figure: found))
                switch found {
                case .success(let figure):
                    written += "[\(Self.escaped(figure.words))](\(lead(figures.count, address)))"
                case .failure(let missing):
                    written += "**[no figure: \(Self.escaped(missing.reason))]**"
                }
            }
        }
        markdown = written
        self.figures = figures
    }

    enum Piece: Hashable {
        case words(String)
        /// By its address.
        case figure(String)
    }

    /// The text cut at `{{figure …}}`.
    static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let opening = rest.firstRange(of: "{{figure "),
            let closing = rest[opening.upperBound...].firstRange(of: "}}")
        {
            let before = rest[..<opening.lowerBound]
            if !before.isEmpty { pieces.append(.words(String(before))) }
            let address = rest[opening.upperBound..<closing.lowerBound].split(whereSeparator: \.isWhitespace)
            pieces.append(.figure(address.joined(separator: " ")))
            rest = rest[closing.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        return pieces
    }

    /// So that no character of it is markup.
    static func escaped(_ words: String) -> String {
        words.reduce(into: "") { written, character in
            if character.isASCII, character.isPunctuation || character.isSymbol { written += "\\" }
            written.append(character)
        }
    }
}

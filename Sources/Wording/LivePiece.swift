/// A piece of a text that names figures by their addresses: `{{figure …}}` for one in words, `{{number …}}` for its number alone,
/// and `{{sentence …}}` for the whole sentence that was drafted for it. They are chosen, and never typed.
public enum LivePiece: Hashable, Sendable {
    case words(String)
    /// By its address.
    case figure(String)
    /// The number alone.
    case number(String)
    case sentence(String)

    /// Of the figure that it names.
    public var address: String? {
        switch self {
        case .words: nil
        case .figure(let address), .number(let address), .sentence(let address): address
        }
    }

    /// A text cut at the figures that it names.
    public static func all(in text: String) -> [LivePiece] {
        var pieces: [LivePiece] = []
        var rest = text[...]
        while let opening = rest.firstRange(of: "{{") {
            let before = rest[..<opening.lowerBound]
            if !before.isEmpty { pieces.append(.words(String(before))) }
            let behind = rest[opening.upperBound...]
            let closing = self.closing(in: behind)
            pieces.append(piece(behind[..<closing.lowerBound]))
            rest = rest[closing.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        return pieces
    }

    /// Where what began with two braces ends: at the next two, or with its line where these were forgotten.
    private static func closing(in text: Substring) -> Range<Substring.Index> {
        if let found = text.firstRange(of: "}}"), !text[..<found.lowerBound].contains("{{") { return found }
        let end = text.firstIndex(where: \.isNewline) ?? text.endIndex
        return end..<end
    }

    /// What stands between braces. A slip of the pen names a figure that cannot be told, so that somebody hears of it.
    private static func piece(_ inside: Substring) -> LivePiece {
        let words = inside.split(whereSeparator: \.isWhitespace)
        let address = words.dropFirst().joined(separator: " ")
        return switch words.first {
        case "figure": .figure(address)
        case "number": .number(address)
        case "sentence": .sentence(address)
        default: .figure(words.joined(separator: " "))
        }
    }

    /// A text with each figure that it names told in its place; what a figure brought along of its unit is said once.
    ///
    /// - Parameters:
    ///   - unit: of the figure at an address; nil of one that cannot be told.
    ///   - told: what stands in the place of a piece that names a figure, with its address.
    public static func telling(
        _ text: String, unit: (String) -> SpokenUnit?, _ told: (LivePiece, String) -> String
    ) -> String {
        var before: (piece: LivePiece, address: String)?
        return all(in: text).map { piece in
            defer { before = piece.address.map { (piece, $0) } }
            if let address = piece.address { return told(piece, address) }
            guard case .words(let words) = piece else { return "" }
            return before.flatMap { named in unit(named.address)?.following(named.piece, words) } ?? words
        }.joined()
    }
}

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
        while let opening = rest.firstMatch(of: #/\{\{(figure|number|sentence) /#),
            let closing = rest[opening.range.upperBound...].firstRange(of: "}}")
        {
            let before = rest[..<opening.range.lowerBound]
            if !before.isEmpty { pieces.append(.words(String(before))) }
            let named = rest[opening.range.upperBound..<closing.lowerBound].split(whereSeparator: \.isWhitespace)
            let address = named.joined(separator: " ")
            let piece: LivePiece =
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

/// What a writer says of a figure's unit right after it, so that it is said once, and of one as one says it.
public struct SpokenUnit: Sendable {
    /// The figure in words: "245 crimes".
    private let words: String
    /// Its number alone; nil of one that has none.
    private let number: String?
    /// What is counted: "crimes".
    private let unit: String?

    public init(words: String, number: String?, unit: String?) {
        (self.words, self.number, self.unit) = (words, number, unit)
    }

    /// What follows the figure that a piece names.
    public func following(_ piece: LivePiece, _ words: String) -> String {
        switch piece {
        case .words, .sentence: words
        case .figure: heard(in: words)
        case .number: agreed(in: words)
        }
    }

    /// What follows a figure that brought its unit along: "245 crimes" and then "crimes were recorded" is said once.
    private func heard(in words: String) -> String {
        for said in [brought, unit, unit?.ofOne].compactMap(\.self) {
            if let rest = Self.rest(of: words, after: said) { return rest }
        }
        return words
    }

    /// What follows a number that stands alone: "1" and then "incidents" is one incident.
    private func agreed(in words: String) -> String {
        guard number == "1", let unit, unit != unit.ofOne,
            let rest = Self.rest(of: words, after: unit)
        else { return words }
        return words.prefix(while: \.isWhitespace) + unit.ofOne + rest
    }

    /// "for each 1,000 people": what its words say after the number.
    private var brought: String? {
        guard let number, words.hasPrefix(number + " ") else { return nil }
        return String(words.dropFirst(number.count + 1))
    }

    /// What comes after something, where words begin with it; nil where they do not.
    private static func rest(of words: String, after said: String) -> String? {
        let begun = words.drop(while: \.isWhitespace)
        guard !said.isEmpty, begun.startIndex != words.startIndex, begun.lowercased().hasPrefix(said.lowercased())
        else {
            return nil
        }
        let rest = begun.dropFirst(said.count)
        if let next = rest.first, next.isLetter || next.isNumber || next == "-" { return nil }
        return String(rest)
    }
}

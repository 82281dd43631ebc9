import Wording

/// What a writer says of a figure's unit right after it, so that it is said once, and of one as one says it.
struct SpokenUnit {
    let figure: Evidence.Figure

    /// What follows a figure that brought its unit along: "245 crimes" and then "crimes were recorded" is said once.
    func heard(in words: String) -> String {
        for said in [brought, figure.unit, figure.unit?.ofOne].compactMap(\.self) {
            if let rest = Self.rest(of: words, after: said) { return rest }
        }
        return words
    }

    /// What follows a number that stands alone: "1" and then "incidents" is one incident.
    func agreed(in words: String) -> String {
        guard figure.number == "1", let unit = figure.unit, unit != unit.ofOne,
            let rest = Self.rest(of: words, after: unit)
        else { return words }
        return words.prefix(while: \.isWhitespace) + unit.ofOne + rest
    }

    /// "for each 1,000 people": what its words say after the number.
    private var brought: String? {
        guard let number = figure.number, figure.words.hasPrefix(number + " ") else { return nil }
        return String(figure.words.dropFirst(number.count + 1))
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

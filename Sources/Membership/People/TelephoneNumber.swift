import Storage

/// A telephone number as people write it: “01843 577000 ext. 12”, “+44 (0)1843 577000”.
public struct TelephoneNumber: Hashable, Sendable, LosslessStringConvertible, SQLConvertible {
    public let description: String

    /// Nil for what cannot be one: it is not checked that somebody answers.
    public init?(_ text: String) {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // The digits first: most people's is left empty, and the pattern is read anew each time.
        guard text.count <= 40, (3...20).contains(text.count(where: \.isNumber)),
            text.wholeMatch(of: /\+?[0-9() .\/-]+( ?(ext\.?|extension|x) ?[0-9]{1,6})?/.ignoresCase()) != nil
        else { return nil }
        description = text
    }

    /// What is kept was looked at when it was entered: a rule that grows stricter must not make somebody unreadable.
    public init?(sqlValue value: Value) {
        guard case .text(let text) = value else { return nil }
        description = text
    }

    /// What a telephone dials: without the “(0)” that is left out from abroad, and without an extension, which somebody asks
    /// for.
    public var dialled: String {
        let number = description.prefix { !$0.isLetter }.replacing("(0)", with: "")
        return String(number.filter { $0.isNumber || $0 == "+" })
    }
}

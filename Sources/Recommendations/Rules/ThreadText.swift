/// A recommendation in the words it has at a step: the text, and what was added to it since.
public struct ThreadText: Hashable, Sendable {
    /// In Markdown.
    public var text: String
    /// Each as it follows "with the addendum that".
    public var addenda: [String]
    /// What was decided of it in words of its own, each as it was decided: which points were agreed, and which were not.
    public var decided: [String]

    public init(_ text: String, addenda: [String] = [], decided: [String] = []) {
        (self.text, self.addenda, self.decided) = (text, addenda, decided)
    }

    /// All of it, in Markdown.
    public var full: String {
        ([text] + addenda.map { "with the addendum that \(Self.bare($0))" }
            + decided.map { "Decided on this:\n\n\($0)" })
            .joined(separator: "\n\n")
    }

    /// Whether it has these words already, however they are spaced and stopped.
    public func says(_ words: String) -> Bool {
        let (all, some) = (ThreadBody.plain(full), ThreadBody.plain(words))
        return !some.isEmpty && " \(all) ".contains(" \(some) ")
    }

    /// What stands after "with the addendum that" in the words of a decision; nil where they say no such thing.
    public static func addendum(in words: String) -> String? {
        parted(words).flatMap { $0.added.isEmpty ? nil : $0.added }
    }

    /// What stands before that; nil where they name no addendum.
    static func beforeAddendum(in words: String) -> String? { parted(words)?.before }

    private static func parted(_ words: String) -> (before: String, added: String)? {
        let flat = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return flat.firstRange(of: "with the addendum that ").map {
            (String(flat[..<$0.lowerBound]), String(flat[$0.upperBound...]))
        }
    }

    /// Without a second "that" before it.
    private static func bare(_ words: String) -> String {
        for start in ["with the addendum that ", "that "] where words.lowercased().hasPrefix(start) {
            return String(words.dropFirst(start.count))
        }
        return words
    }
}

/// A text that two people changed at once: how it was, how the first left it, and what the second wants to save.
/// Nothing either of them wrote is lost.
public struct EditConflict: Hashable, Sendable {
    /// The smallest part that two people can change beside one another.
    public enum Grain: Sendable, Hashable {
        case words
        /// For lists, of which each line is one thing: words of two dates make a third that nobody meant.
        case lines
    }

    public let base: String
    public let theirs: String
    public let mine: String
    let grain: Grain

    public init(base: String, theirs: String, mine: String, by grain: Grain = .words) {
        self.base = Self.plain(base)
        self.theirs = Self.plain(theirs)
        self.mine = Self.plain(mine)
        self.grain = grain
    }

    /// Browsers send lines that end in two characters.
    static func plain(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// Both, put together: line by line, and word by word where both changed the same ones. Where they changed the same
    /// words, their lines stand first and mine after them.
    public var together: String {
        byLines.pieces.flatMap { piece in
            switch piece {
            case .settled(let lines): lines
            case .disputed(let was, let theirs, let mine): settled(was, theirs, mine).lines
            }
        }.joined(separator: "\n")
    }

    /// Whether both changed the same words, so that somebody has to choose.
    public var isDisputed: Bool {
        byLines.pieces.contains { piece in
            guard case .disputed(let was, let theirs, let mine) = piece else { return false }
            return settled(was, theirs, mine).isDisputed
        }
    }

    private var byLines: ThreeWay<String> {
        ThreeWay(base: Self.lines(base), theirs: Self.lines(theirs), mine: Self.lines(mine))
    }

    /// Lines that both changed, put together. Where there are as many in all three versions each is put together by
    /// itself, so that one line in dispute leaves the others settled.
    private func settled(
        _ was: [String], _ theirs: [String], _ mine: [String]
    ) -> (lines: [String], isDisputed: Bool) {
        if let together = together(was, theirs, mine) { return (together, false) }
        guard was.count > 1, was.count == theirs.count, was.count == mine.count else { return (theirs + mine, true) }
        let lines = zip(was, zip(theirs, mine)).map { was, both in
            let (theirs, mine) = both
            return (together: together([was], [theirs], [mine]), both: [theirs, mine])
        }
        return (lines.flatMap { $0.together ?? $0.both }, lines.contains { $0.together == nil })
    }

    /// Nothing where they changed the same.
    private func together(_ was: [String], _ theirs: [String], _ mine: [String]) -> [String]? {
        switch grain {
        case .words: Self.byWords(was, theirs, mine)
        case .lines: theirs == mine || mine == was ? theirs : theirs == was ? mine : nil
        }
    }

    private static func byWords(_ was: [String], _ theirs: [String], _ mine: [String]) -> [String]? {
        let versions = [was, theirs, mine].map { words($0.joined(separator: "\n")) }
        let together = ThreeWay(base: versions[0], theirs: versions[1], mine: versions[2])
        guard !together.isDisputed else { return nil }
        let text = together.pieces.flatMap { piece in
            if case .settled(let words) = piece { words } else { [String]() }
        }.joined()
        return lines(text)
    }

    static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Words and the blanks between them, so that joined they are the text again.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var isBlank: Bool?
        for character in text {
            if character.isWhitespace == isBlank, !character.isNewline {
                words[words.count - 1].append(character)
            } else {
                words.append(String(character))
                isBlank = character.isNewline ? nil : character.isWhitespace
            }
        }
        return words
    }
}

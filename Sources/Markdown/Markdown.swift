/// What a text in Markdown says: headings, paragraphs, lists, links. It holds words and their place, never markup, so
/// whoever sets it, as a page or as a paper, escapes them as every other words.
public struct Markdown: Hashable, Sendable {
    public let blocks: [Block]

    /// How long a text may be, in bytes of UTF-8: some fifteen thousand words.
    public static let longest = 100_000

    /// A text longer than ``longest`` is set as it stands, so that no text can keep the reading busy.
    public init(_ text: String) {
        blocks = text.utf8.count <= Self.longest ? CommonMarkTree.blocks(of: text) : [.paragraph([.text(text)])]
    }

    /// A part of a text that was read already.
    public init(blocks: [Block]) {
        self.blocks = blocks
    }
}

extension Markdown {
    /// A part of a text that stands by itself.
    public indirect enum Block: Hashable, Sendable {
        case paragraph([Inline])
        /// - level: 1 to 6, as it was typed.
        case heading(level: Int, [Inline])
        case quotation([Block])
        /// - start: the number of the first; nil where the items are not numbered.
        case list(start: Int?, [[Block]])
        case code(String)
        case rule
        /// Its first row is the header.
        case table([[Cell]])
    }

    /// A cell of a table.
    public struct Cell: Hashable, Sendable {
        public enum Side: Hashable, Sendable {
            case left, centre, right
        }

        public let inlines: [Inline]
        public let side: Side
    }

    /// Words within a block.
    public indirect enum Inline: Hashable, Sendable {
        case text(String)
        case code(String)
        case emphasis([Inline])
        case strong([Inline])
        case struck([Inline])
        case link(LinkTarget, [Inline])
        case lineBreak

        /// The words alone.
        public var text: String {
            switch self {
            case .text(let text), .code(let text): text
            case .emphasis(let inlines), .strong(let inlines), .struck(let inlines), .link(_, let inlines):
                inlines.map(\.text).joined()
            case .lineBreak: " "
            }
        }
    }
}

extension Markdown {
    /// Words as a text in Markdown has them, so that no character of them is markup.
    public static func escaped(_ words: String) -> String {
        var written: [Character] = []
        for character in words {
            if character.isASCII, character.isPunctuation || character.isSymbol { written.append("\\") }
            written.append(character)
        }
        return String(written)
    }
}

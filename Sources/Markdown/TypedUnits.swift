/// Units of money that were typed beside a table in a text. They are refused where a meeting is to decide by it: a unit that is
/// typed can be wrong by a thousand, and was.
public struct TypedUnits: Hashable, Sendable {
    /// Where it stands, as it was typed: “£m” of “Table 1: external funding (£m)”.
    public struct Found: Hashable, Sendable {
        public let unit: String
        public let within: String
    }

    /// Those in the head of a table, or in what stands right above or below it as its caption.
    public static func all(in text: Markdown) -> [Found] { all(in: text.blocks) }

    private static func all(in blocks: [Markdown.Block]) -> [Found] {
        var found: [Found] = []
        for (place, block) in blocks.enumerated() {
            switch block {
            case .table(let rows):
                let head = rows.first.map { $0.map { words($0.inlines) } } ?? []
                let around = [place - 1, place + 1].filter(blocks.indices.contains).map { blocks[$0] }
                for words in head + around.compactMap(caption) {
                    if let unit = unit(in: words) { found.append(Found(unit: unit, within: words)) }
                }
            case .quotation(let inside): found += all(in: inside)
            case .list(_, let items): found += items.flatMap { all(in: $0) }
            default: continue
            }
        }
        return found
    }

    /// The unit that a heading or a title says, as it was typed; nil where it says none.
    public static func unit(in words: String) -> String? {
        for pattern in patterns {
            if let found = try? pattern.firstMatch(in: words) { return String(found.output.1) }
        }
        return nil
    }

    private static var patterns: [Regex<(Substring, Substring)>] {
        [
            // £m, £k, £bn, £ million, £'000, £000s
            /(?i)(£\s?(?:['’‘]?000(?:['’]?s)?|m|k|bn|millions?|thousands?|billions?))(?![a-z0-9])/,
            // '000, ’000s, (000)
            /(?i)(?:^|[^0-9,.])(['’‘]?000(?:['’]?s)?)(?![0-9])/,
            /(?i)(?:^|[^a-z])(millions?|thousands?|billions?)(?![a-z])/,
            // (m), (k)
            /(?i)\((m|k|bn)\)/,
        ]
    }

    /// A heading, or a paragraph that is one: short, and no sentence of the text.
    private static func caption(_ block: Markdown.Block) -> String? {
        switch block {
        case .heading(_, let inlines): return words(inlines)
        case .paragraph(let inlines):
            let words = words(inlines)
            let isSentence = words.hasSuffix(".") && !words.hasPrefix("Table")
            return isSentence && words.firstMatch(of: /(?i)\b(figures|amounts|all in|shown in)\b/) == nil
                || words.count > 200
                ? nil : words
        default: return nil
        }
    }

    private static func words(_ inlines: [Markdown.Inline]) -> String { inlines.map(\.text).joined() }
}

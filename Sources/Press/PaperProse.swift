// SPDX-License-Identifier: AGPL-3.0-or-later
import Markdown

/// A text in Markdown as papers are given one, and as `prose` of `prose.typ` sets it: headings, lists, tables,
/// quotations, links and emphasis.
public struct PaperProse: Encodable, Sendable, Hashable {
    private let blocks: [PaperBlock]

    /// - Parameters:
    ///   - headingAbove: the level of the heading over it; the text's own stand below that.
    ///   - labels: the places of the paper that a link of the form `#place` may lead to. A link to anywhere else within the
    ///     site is its words alone, for paper has no site.
    public init(_ text: Markdown, under headingAbove: Int = 1, labels: Set<String> = []) {
        var levels = HeadingLevels(of: text.blocks, under: headingAbove)
        blocks = PaperBlock.all(text.blocks, &levels, labels, inside: 0)
    }

    public var isEmpty: Bool { blocks.isEmpty }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(blocks)
    }
}

private struct PaperBlock: Encodable, Sendable, Hashable {
    let block: String
    var level: Int?
    var start: Int?
    var text: String?
    var inlines: [PaperInline]?
    var blocks: [PaperBlock]?
    var items: [[PaperBlock]]?
    var rows: [[PaperCell]]?

    /// So many quotations and lists stand within one another: Typst sets no more than about a dozen, and nobody reads so many.
    private static let deepest = 6

    /// - Parameter depth: how many quotations and lists they are inside of. What would be too deep stands a level higher.
    static func all(
        _ blocks: [Markdown.Block], _ levels: inout HeadingLevels, _ labels: Set<String>, inside depth: Int
    ) -> [PaperBlock] {
        var made: [PaperBlock] = []
        for block in blocks {
            switch block {
            case .quotation(let inside) where depth >= deepest:
                made += all(inside, &levels, labels, inside: depth)
            case .list(_, let items) where depth >= deepest:
                for item in items { made += all(item, &levels, labels, inside: depth) }
            default: made.append(PaperBlock(block, &levels, labels, inside: depth + 1))
            }
        }
        return made
    }

    private init(
        _ block: Markdown.Block, _ levels: inout HeadingLevels, _ labels: Set<String>, inside depth: Int
    ) {
        switch block {
        case .paragraph(let inside):
            self.block = "paragraph"
            inlines = inside.flatMap { PaperInline.all($0, labels) }
        case .heading(let typed, let inside):
            self.block = "heading"
            level = levels.next(typed: typed)
            inlines = inside.flatMap { PaperInline.all($0, labels) }
        case .quotation(let inside):
            self.block = "quotation"
            blocks = Self.all(inside, &levels, labels, inside: depth)
        case .list(let first, let all):
            self.block = first == nil ? "list" : "numbered"
            start = first
            items = all.map { item in Self.all(item, &levels, labels, inside: depth) }
        case .code(let code):
            self.block = "code"
            text = code
        case .rule: self.block = "rule"
        case .table(let all):
            self.block = "table"
            rows = all.map { row in row.map { PaperCell($0, labels) } }
        }
    }
}

private struct PaperCell: Encodable, Sendable, Hashable {
    let inlines: [PaperInline]
    let side: String

    init(_ cell: Markdown.Cell, _ labels: Set<String>) {
        inlines = cell.inlines.flatMap { PaperInline.all($0, labels) }
        side =
            switch cell.side {
            case .left: "left"
            case .centre: "centre"
            case .right: "right"
            }
    }
}

private struct PaperInline: Encodable, Sendable, Hashable {
    let inline: String
    var text: String?
    var to: String?
    var inlines: [PaperInline]?

    static func all(_ inline: Markdown.Inline, _ labels: Set<String>) -> [PaperInline] {
        func inside(_ inlines: [Markdown.Inline]) -> [PaperInline] { inlines.flatMap { all($0, labels) } }
        switch inline {
        // A line that was broken in typing is not one on paper.
        case .text(let text): return [PaperInline(inline: "text", text: text.replacing("\n", with: " "))]
        case .code(let text): return [PaperInline(inline: "code", text: text)]
        case .emphasis(let words): return [PaperInline(inline: "emphasis", inlines: inside(words))]
        case .strong(let words): return [PaperInline(inline: "strong", inlines: inside(words))]
        case .struck(let words): return [PaperInline(inline: "struck", inlines: inside(words))]
        case .lineBreak: return [PaperInline(inline: "break")]
        case .link(let target, let words):
            let address = target.address
            if address.hasPrefix("#"), labels.contains(String(address.dropFirst())) {
                return [PaperInline(inline: "place", to: String(address.dropFirst()), inlines: inside(words))]
            }
            guard ["http:", "https:", "mailto:"].contains(where: address.lowercased().hasPrefix) else {
                return inside(words)
            }
            return [PaperInline(inline: "link", to: address, inlines: inside(words))]
        }
    }
}

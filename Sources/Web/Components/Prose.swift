import Markdown

/// What somebody wrote in Markdown, set as a part of a page. Its words are escaped here as every other words are.
public struct Prose: Sendable {
    let text: Markdown
    let headingAbove: Int

    /// - Parameter headingAbove: the level of the page's heading over it; the text's own stand below that, and never
    ///   leave a level out, whatever was typed.
    public init(_ text: Markdown, under headingAbove: Int = 2) {
        self.text = text
        self.headingAbove = headingAbove
    }

    public var html: HTML {
        var headings = HeadingLevels(of: text.blocks, under: headingAbove)
        return "<div class=\"prose\">\n\(text.blocks.map { Self.set($0, &headings) })</div>\n"
    }

    private static func set(_ block: Markdown.Block, _ headings: inout HeadingLevels) -> HTML {
        switch block {
        case .paragraph(let inlines): return "<p>\(set(inlines))</p>\n"
        case .heading(let level, let inlines): return headings.heading(level, set(inlines))
        case .quotation(let blocks): return "<blockquote>\n\(blocks.map { set($0, &headings) })</blockquote>\n"
        case .list(nil, let items): return "<ul>\n\(items.map { set(item: $0, &headings) })</ul>\n"
        case .list(let start?, let items):
            return "<ol start=\"\(start)\">\n\(items.map { set(item: $0, &headings) })</ol>\n"
        case .code(let text): return "<pre tabindex=\"0\"><code>\(text)</code></pre>\n"
        case .rule: return "<hr>\n"
        case .table(let rows): return set(table: rows)
        }
    }

    /// An item of one paragraph is set without the space around it.
    private static func set(item: [Markdown.Block], _ headings: inout HeadingLevels) -> HTML {
        if case .paragraph(let inlines)? = item.first {
            return "<li>\(set(inlines))\n\(item.dropFirst().map { set($0, &headings) })</li>\n"
        }
        return "<li>\(item.map { set($0, &headings) })</li>\n"
    }

    private static func set(table rows: [[Markdown.Cell]]) -> HTML {
        guard let header = rows.first else { return .empty }
        return """
            <div class="table-scroll" role="region" aria-label="Table" tabindex="0">
            <table class="data-table">
            <thead><tr>\(header.html { "<th scope=\"col\"\(side($0))>\(set($0.inlines))</th>" })</tr></thead>
            <tbody>
            \(rows.dropFirst().html { row in "<tr>\(row.html { "<td\(side($0))>\(set($0.inlines))</td>" })</tr>\n" })
            </tbody>
            </table>
            </div>

            """
    }

    private static func side(_ cell: Markdown.Cell) -> HTML? {
        cell.side == .right ? " class=\"number\"" : nil
    }

    private static func set(_ inlines: [Markdown.Inline]) -> HTML {
        inlines.html { inline in
            switch inline {
            case .text(let text): HTML(text: text)
            case .code(let text): "<code>\(text)</code>"
            case .emphasis(let inside): "<em>\(set(inside))</em>"
            case .strong(let inside): "<strong>\(set(inside))</strong>"
            case .struck(let inside): "<s>\(set(inside))</s>"
            case .link(let target, let inside): "<a href=\"\(target.address)\">\(set(inside))</a>"
            case .lineBreak: "<br>"
            }
        }
    }
}

extension HeadingLevels {
    fileprivate mutating func heading(_ level: Int, _ words: HTML) -> HTML {
        switch next(typed: level) {
        case ...2: "<h2>\(words)</h2>\n"
        case 3: "<h3>\(words)</h3>\n"
        case 4: "<h4>\(words)</h4>\n"
        case 5: "<h5>\(words)</h5>\n"
        default: "<h6>\(words)</h6>\n"
        }
    }
}

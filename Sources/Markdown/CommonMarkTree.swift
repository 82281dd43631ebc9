import CCommonMark

/// The tree that the system's CommonMark parser makes of a text, read into values. Its own HTML is never asked for.
struct CommonMarkTree {
    /// Nobody nests deeper; what is below is set as plain words, so that no text can exhaust the stack.
    private static let deepest = 20

    static func blocks(of text: String) -> [Markdown.Block] {
        guard isReady, let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8) else {
            return [.paragraph([.text(text)])]
        }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough"] {
            if let syntax = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, syntax) }
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else { return [] }
        defer { cmark_node_free(document) }
        return children(of: document).compactMap { block($0, depth: 1) }
    }

    /// Once for all threads: the parser's list of extensions is the program's.
    private static let isReady: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    private static func children(of node: OpaquePointer) -> [OpaquePointer] {
        Array(
            sequence(state: cmark_node_first_child(node)) { next in
                defer { next = next.flatMap { cmark_node_next($0) } }
                return next
            })
    }

    private static func block(_ node: OpaquePointer, depth: Int) -> Markdown.Block? {
        guard depth < deepest else { return .paragraph([.text(words(of: node))]) }
        func inside() -> [Markdown.Block] { children(of: node).compactMap { block($0, depth: depth + 1) } }
        switch string(cmark_node_get_type_string(node)) {
        case "paragraph": return .paragraph(inlines(of: node, depth: depth))
        case "heading":
            return .heading(level: Int(cmark_node_get_heading_level(node)), inlines(of: node, depth: depth))
        case "block_quote": return .quotation(inside())
        case "list":
            let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            let items = children(of: node).map { item in
                children(of: item).compactMap { block($0, depth: depth + 2) }
            }
            return .list(start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil, items)
        case "code_block": return .code(string(cmark_node_get_literal(node)))
        case "thematic_break": return .rule
        case "table": return table(node, depth: depth)
        // Markup that was typed is words like any other.
        case "html_block": return .paragraph([.text(string(cmark_node_get_literal(node)))])
        default: return inside().isEmpty ? nil : .quotation(inside())
        }
    }

    private static func table(_ node: OpaquePointer, depth: Int) -> Markdown.Block {
        let sides = UnsafeBufferPointer(
            start: cmark_gfm_extensions_get_table_alignments(node),
            count: Int(cmark_gfm_extensions_get_table_columns(node)))
        return .table(
            children(of: node).map { row in
                zip(children(of: row), sides).map { cell, side in
                    Markdown.Cell(
                        inlines: inlines(of: cell, depth: depth),
                        side: side == UInt8(ascii: "r") ? .right : side == UInt8(ascii: "c") ? .centre : .left)
                }
            })
    }

    private static func inlines(of node: OpaquePointer, depth: Int) -> [Markdown.Inline] {
        children(of: node).flatMap { inline($0, depth: depth + 1) }
    }

    private static func inline(_ node: OpaquePointer, depth: Int) -> [Markdown.Inline] {
        guard depth < deepest else { return [.text(words(of: node))] }
        func inside() -> [Markdown.Inline] { inlines(of: node, depth: depth) }
        switch string(cmark_node_get_type_string(node)) {
        case "text", "html_inline": return [.text(string(cmark_node_get_literal(node)))]
        case "code": return [.code(string(cmark_node_get_literal(node)))]
        case "softbreak": return [.text("\n")]
        case "linebreak": return [.lineBreak]
        case "emph": return [.emphasis(inside())]
        case "strong": return [.strong(inside())]
        case "strikethrough": return [.struck(inside())]
        // A picture from elsewhere would tell that site who reads here: it is a link to it, by its description. A link
        // that may not lead where it wants to is its words alone.
        case "link", "image":
            guard let target = LinkTarget(string(cmark_node_get_url(node))) else { return inside() }
            let label = inside()
            return [.link(target, label.isEmpty ? [.text(target.address)] : label)]
        default: return inside()
        }
    }

    /// Every word below a node, without walking it by recursion.
    private static func words(of node: OpaquePointer) -> String {
        guard let walk = cmark_iter_new(node) else { return "" }
        defer { cmark_iter_free(walk) }
        var words = ""
        while true {
            let event = cmark_iter_next(walk)
            guard event != CMARK_EVENT_DONE else { return words }
            guard event == CMARK_EVENT_ENTER, let literal = cmark_node_get_literal(cmark_iter_get_node(walk)) else {
                continue
            }
            words += (words.isEmpty ? "" : " ") + string(literal)
        }
    }

    private static func string(_ text: UnsafePointer<CChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}

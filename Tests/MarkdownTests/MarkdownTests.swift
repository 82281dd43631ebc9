import Testing

@testable import Markdown

@Suite("What people write in Markdown is read for its words and their place")
struct MarkdownTests {
    @Test("headings, paragraphs, lists and quotations are what they were typed as")
    func blocks() {
        let text = """
            ## What we found

            Of **412** who *answered*, ~~most~~ many named `burglary`.

            - one
            - two

            3. three

            > They said so.

            ---

                typed
            """
        #expect(
            Markdown(text).blocks == [
                .heading(level: 2, [.text("What we found")]),
                .paragraph([
                    .text("Of "), .strong([.text("412")]), .text(" who "), .emphasis([.text("answered")]), .text(", "),
                    .struck([.text("most")]), .text(" many named "), .code("burglary"), .text("."),
                ]),
                .list(start: nil, [[.paragraph([.text("one")])], [.paragraph([.text("two")])]]),
                .list(start: 3, [[.paragraph([.text("three")])]]),
                .quotation([.paragraph([.text("They said so.")])]), .rule, .code("typed\n"),
            ])
    }

    @Test("a table has its cells and the side each stands at")
    func tables() throws {
        guard case .table(let rows)? = Markdown("| Ward | Answers |\n|:--|--:|\n| Harbour | 96 |").blocks.first else {
            Issue.record("no table")
            return
        }
        #expect(rows.map { $0.map { $0.inlines.map(\.text).joined() } } == [["Ward", "Answers"], ["Harbour", "96"]])
        #expect(rows[1].map(\.side) == [.left, .right])
    }

    @Test("a link leads to the web, to a mailbox or within the site")
    func links() {
        for (typed, address) in [
            ("[a](https://www.gov.uk/a?b=1&c=2#d)", "https://www.gov.uk/a?b=1&c=2#d"),
            ("[a](HTTP://example.org)", "HTTP://example.org"),
            ("[a](mailto:clerk@example.org)", "mailto:clerk@example.org"),
            ("[a](/assessment/thanet)", "/assessment/thanet"), ("[a](#below)", "#below"), ("[a](page)", "page"),
            ("[a](<https://example.org/é>)", "https://example.org/%C3%A9"),
            ("<https://example.org>", "https://example.org"),
        ] {
            #expect(Markdown(typed).links.map(\.address) == [address], "\(typed)")
        }
    }

    @Test(
        "a link that would run or fetch something else is its words alone",
        arguments: [
            "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](javascript&#58;alert(1))",
            "[a](&#x6A;avascript:alert(1))", "[a](<java\tscript:alert(1)>)", "[a](\u{1}javascript:alert(1))",
            "[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](vbscript:x)", "[a](file:///etc/passwd)",
            "[a](//elsewhere.example)",
            "[a](/\\\\elsewhere.example)", "[a](<\\\\\\\\elsewhere.example>)", "[a](ftp://example.org)",
            "<javascript:alert(1)>",
            "[a]: javascript:alert(1)\n\n[a]", "![a](javascript:alert(1))", "[a](blob:https://example.org/x)",
            "[a](< javascript:alert(1)>)", "[a](%6Aavascript:alert(1))", "[a](javascript%3Aalert(1):)",
        ])
    func hostileLinks(text: String) {
        #expect(Markdown(text).links.isEmpty)
    }

    @Test("a picture from elsewhere is not fetched: it is a link by its description")
    func pictures() {
        #expect(
            Markdown("![the pier](https://example.org/a.png)").blocks
                == [.paragraph([.link(LinkTarget("https://example.org/a.png")!, [.text("the pier")])])])
    }

    @Test(
        "markup that was typed is words like any other",
        arguments: ["<script>alert(1)</script>", "<!-- x -->", "<b onclick=x>b</b>"])
    func markup(text: String) {
        #expect([text, text + "\n"].contains(Markdown(text).words))
    }

    @Test("a NUL and broken characters are shown as what cannot be shown")
    func broken() {
        #expect(Markdown("a\0b").words == "a\u{FFFD}b")
    }

    @Test("however deep something is nested, its words are there and nothing falls over")
    func deep() {
        for text in [
            String(repeating: "> ", count: 20_000) + "found", String(repeating: "- ", count: 2_000) + "found",
            String(repeating: "*a ", count: 5_000) + "found" + String(repeating: "*", count: 5_000),
            String(repeating: "[", count: 20_000) + "found" + String(repeating: "](/a)", count: 15_000),
        ] {
            #expect(Markdown(text).words.contains("found"))
        }
    }

    @Test(
        "no text keeps the reading busy",
        arguments: [
            "> ", "*a ", "_a ", "[", "![", "](", "`a``", "<", "<!--", "&", "~~a ", "| a ", "[a](<", "- ", "1. ",
            "a\n> ", "\\",
            "[a]: /b\n", "[^", "**x [a*b**c*](d) ", "| a |\n", "<?", "\u{00A0}", "***", "_*",
        ])
    func patient(piece: String) {
        let text = String(repeating: piece, count: Markdown.longest / piece.utf8.count)
        let spent = ContinuousClock().measure { _ = Markdown(text) }
        #expect(spent < .seconds(5), "\(piece): \(spent)")
    }

    @Test("a text too long to be read as Markdown is set as it stands")
    func long() {
        let text = String(repeating: "# a\n", count: Markdown.longest)
        #expect(Markdown(text).blocks == [.paragraph([.text(text)])])
    }
}

extension Markdown {
    /// Every word of it, in order.
    var words: String { Self.inlines(blocks).map(\.text).joined() }

    var links: [LinkTarget] { Self.inlines(blocks).flatMap(\.links) }

    private static func inlines(_ blocks: [Block]) -> [Inline] {
        blocks.flatMap { block -> [Inline] in
            switch block {
            case .paragraph(let inlines), .heading(_, let inlines): inlines
            case .quotation(let inside): inlines(inside)
            case .list(_, let items): items.flatMap { item in inlines(item) }
            case .code(let text): [.code(text)]
            case .rule: []
            case .table(let rows): rows.flatMap { row in row.flatMap { cell in cell.inlines } }
            }
        }
    }
}

extension Markdown.Inline {
    fileprivate var links: [LinkTarget] {
        switch self {
        case .link(let target, let inside): [target] + inside.flatMap(\.links)
        case .emphasis(let inside), .strong(let inside), .struck(let inside): inside.flatMap(\.links)
        default: []
        }
    }
}

import Markdown
import Testing

@testable import Web

@Suite("What people wrote in Markdown is set as a part of the page")
struct ProseTests {
    @Test("headings stand below the page’s and leave no level out")
    func headings() {
        let html = Prose(Markdown("# A\n\n#### B\n\n## C\n\n###### D"), under: 2).html.description
        let levels = html.matches(of: /<h([1-6])>/).map { String($0.output.1) }
        #expect(levels == ["3", "4", "4", "5"])
    }

    @Test("lists, tables, code and links are what they are")
    func parts() {
        let html = Prose(
            Markdown("3. a\n\n| W | N |\n|--|--:|\n| x | 1 |\n\n`c`\n\n[l](/a?b=1&c=2)  \nnext"), under: 1
        ).html.description
        for piece in [
            "<ol start=\"3\">\n<li>a", "<th scope=\"col\" class=\"number\">N</th>", "<td class=\"number\">1</td>",
            "<code>c</code>", "<a href=\"/a?b=1&amp;c=2\">l</a><br>",
        ] {
            #expect(html.contains(piece), "\(piece) in \(html)")
        }
    }

    @Test("nothing that was typed becomes markup, wherever it stands", arguments: HTMLTests.corpus)
    func hostile(text: String) {
        for place in [
            "\(text)", "# \(text)", "- \(text)", "`\(text)`", "| a |\n|--|\n| \(text) |", "[\(text)](/a)", "> \(text)",
            "    \(text)", "```\n\(text)\n```", "[a](\(text))", "![\(text)](\(text))",
        ] {
            let html = Prose(Markdown(place)).html.description
            let elements = html.matches(of: /<\/?([a-zA-Z!][^\s>]*)/).map { String($0.output.1) }
            let known: Set = [
                "div", "p", "h3", "h4", "ul", "ol", "li", "code", "pre", "table", "thead", "tbody", "tr", "th", "td",
                "a", "em",
                "strong", "s", "br", "hr", "blockquote",
            ]
            #expect(known.isSuperset(of: elements), "\(place): \(html)")
            #expect(html.firstMatch(of: /<[^>]* on\w+=/) == nil, "\(place): \(html)")
            for address in html.matches(of: /href="([^"]*)"/) {
                #expect(address.output.1.firstMatch(of: /^(?i)(javascript|data|vbscript):/) == nil, "\(html)")
            }
        }
    }

    @Test("an editor shows what was typed, and how it will read only when asked")
    func editor() {
        let shut = MarkdownEditor("why", "Why", text: "</textarea><b>").html.description
        #expect(shut.contains("&lt;/textarea&gt;&lt;b&gt;</textarea>") && shut.contains("aria-live=\"polite\" hidden>"))
        let open = MarkdownEditor("why", "Why", text: "**so**", isShown: true).html.description
        #expect(open.contains("<strong>so</strong>"))
    }
}

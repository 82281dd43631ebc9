import Foundation
import Testing

@testable import Web

@Suite("What people typed never becomes markup")
struct HTMLTests {
    /// Texts that have become markup somewhere once: the start of OWASP's and others' lists, and Markus Kuhn's sorts.
    static let corpus = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><b>",
        "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */oNcliCk=alert() )//%0D%0A//</stYle/</titLe/</teXtarEa/</scRipt/--!>"
            + "\\x3csVg/<sVg/oNloAd=alert()//>\\x3e",
        "<svg/onload=alert(1)>", "]]><x>", "<!--", "-->", "&lt;script&gt;", "&#x3c;b&#x3e;", "&amp;amp;",
        "\u{2028}<b>\u{2029}", "\u{202E}<b>", "<\u{301}b>", "e\u{301}<\u{338}>", "👩‍👩‍👧‍👦<i>", "＜b＞", "`${1}`",
        "\\u003cb\\u003e",
    ]

    @Test("text in an element stays text", arguments: corpus)
    func inElement(text: String) {
        let html: HTML = "<p>\(text)</p>"
        let inside = html.description.dropFirst(3).dropLast(4)
        #expect(!inside.utf8.contains(UInt8(ascii: "<")) && !inside.utf8.contains(UInt8(ascii: ">")))
        #expect(read(String(inside)) == text)
    }

    @Test("text in a quoted attribute cannot leave it", arguments: corpus)
    func inAttribute(text: String) {
        let html: HTML = "<a title=\"\(text)\" class='\(text)'>x</a>"
        let inside = html.description.dropFirst("<a title=\"".utf8.count)
        let first = inside.prefix { $0 != "\"" }
        #expect(!first.utf8.contains(UInt8(ascii: "'")))
        #expect(read(String(first)) == text)
        #expect(html.description.utf8.count { $0 == UInt8(ascii: "\"") } == 2)
        #expect(html.description.utf8.count { $0 == UInt8(ascii: "'") } == 2)
    }

    @Test("a NUL, which no page can hold, is shown as the sign for what cannot be shown")
    func nul() {
        let text = "a\0b"
        let html: HTML = "<p>\(text)</p>"
        #expect(html.description == "<p>a\u{FFFD}b</p>")
    }

    @Test("numbers, pieces and addresses stand where they are put, and nothing stands for nothing")
    func pieces() {
        let address: Address = "/a?b=1&c=2"
        let none: HTML? = nil
        let html: HTML = "<a href=\"\(address)\">\(-3)\(none)\(["<b>x</b>", "<i>y</i>"] as [HTML])</a>"
        #expect(html.description == "<a href=\"/a?b=1&amp;c=2\">-3<b>x</b><i>y</i></a>")
        #expect((["<", "b"].html { "<li>\($0)</li>" }).description == "<li>&lt;</li><li>b</li>")
        #expect((HTML(text: "&") + "<br>").description == "&amp;<br>")
        #expect(HTML.empty.isEmpty)
    }

    /// What a browser reads of escaped text.
    private func read(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal) }
    }
}

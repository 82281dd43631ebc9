import Testing

@testable import Press

@Suite("What a page may show")
struct StaticDrawingTests {
    private func fault(_ inside: String) -> String? {
        StaticDrawing.fault(in: Array("<svg xmlns=\"http://www.w3.org/2000/svg\">\(inside)</svg>".utf8))
    }

    @Test(
        "shapes, words and references within the drawing are shown",
        arguments: [
            "", "<path d=\"M0,0h9\" fill=\"#fff\"/>",
            "<text aria-label=\"url(http://a.b) style=\">a &lt;script&gt; b</text>",
            "<g clip-path=\"url(#clip0)\"><use xlink:href=\"#dot\"/></g>", "<rect fill=\"url( '#gradient' )\" />",
        ])
    func harmless(inside: String) {
        #expect(fault(inside) == nil)
    }

    @Test(
        "what can run, style or load is refused",
        arguments: [
            "<script>alert(1)</script>", "<SCRIPT/>", "<g onclick=\"alert(1)\"/>", "<g ONLOAD=\"a\"/>",
            "<g style=\"a:b\"/>",
            "<style>a{}</style>", "<foreignObject/>", "<image href=\"data:image/png;base64,\"/>", "<a href=\"#x\"/>",
            "<use href=\"https://a.b/#c\"/>", "<use xlink:href=\"//a.b\"/>", "<rect fill=\"url(https://a.b/c)\"/>",
            "<rect fill=\"URL( &quot;https://a.b)\"/>", "<animate/>", "<!ENTITY a \"b\">", "<!-- -->", "<?xml?>",
            "<![CDATA[a]]>", "<g a=b/>", "<g a='b'/>", "<g a/>", "<g a=\"b/>", "<g", "</g onclick=\"a\">",
        ])
    func harmful(inside: String) {
        #expect(fault(inside) != nil)
    }

    @Test("what is cut short is refused", arguments: ["", "<svg", "<svg>", "<svg></svg", "<html></svg>"])
    func cutShort(svg: String) {
        #expect(StaticDrawing.fault(in: Array(svg.utf8)) != nil)
    }
}

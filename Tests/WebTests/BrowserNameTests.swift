import Testing

@testable import Web

@Suite("A browser goes by a name that people know")
struct BrowserNameTests {
    @Test(
        "of what a browser says of itself, the names we know are shown",
        arguments: [
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox on Windows"),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
                "Edge on Linux"
            ),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "Safari on an iPhone"),
            ("curl/7.88.1", "A browser"), ("", "A browser"), ("Edg", "Edge"), ("Ed", "A browser"),
            ("<b>Chrome/</b>, né Ünïcode", "Chrome"),
        ])
    func name(said: String, name: String) {
        #expect(BrowserName.of(said) == name)
    }

    @Test("who says nothing is a browser")
    func silent() {
        #expect(BrowserName.of(nil) == "A browser")
    }
}

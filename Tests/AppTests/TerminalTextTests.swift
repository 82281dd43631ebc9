import Testing

@testable import App

@Suite("What people are called is shown on a terminal, and tells it nothing")
struct TerminalTextTests {
    @Test(
        "controls of one character or two, turned directions and unseen marks are shown as what they are",
        arguments: [
            ("Ada\u{9b}31m", "Ada\u{FFFD}31m"), ("\u{1b}[2JAda", "\u{FFFD}[2JAda"),
            ("Ada\u{202E}nevets", "Ada\u{FFFD}nevets"),
            ("a\u{2028}b\u{0}c\r\n", "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}"),
            ("Zoë O’Brien\tactive", "Zoë O’Brien\tactive"),
            ("王小明 😀", "王小明 😀"),
        ])
    func shown(text: String, shown: String) {
        #expect(text.forTerminal == shown)
    }
}

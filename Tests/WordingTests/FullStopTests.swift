import Testing
import Wording

@Suite("What is told on its own ends as a sentence does")
struct FullStopTests {
    @Test(
        "a full stop is put where there is none",
        arguments: [
            ("Choose a file", "Choose a file."), ("Choose a file.", "Choose a file."), ("Why?", "Why?"),
            ("Take ‘2026/27’", "Take ‘2026/27’."), ("They say “no.”", "They say “no.”"), ("", ""),
            ("Choose one (or none)", "Choose one (or none)."),
        ])
    func stops(text: String, told: String) {
        #expect(text.withFullStop == told)
    }
}

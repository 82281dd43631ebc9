import Testing
import Wording

@Suite("Figures that a text names are found, and so is a slip of the pen")
struct LivePieceTests {
    @Test(
        "each piece in its order",
        arguments: [
            ("None.", [LivePiece.words("None.")]),
            ("It is {{figure a b}}.", [.words("It is "), .figure("a b"), .words(".")]),
            ("{{number a}} and {{sentence b  c}}", [.number("a"), .words(" and "), .sentence("b c")]),
            ("{{figure a\nb}} on two lines", [.figure("a b"), .words(" on two lines")]),
        ])
    func pieces(_ text: String, _ expected: [LivePiece]) {
        #expect(LivePiece.all(in: text) == expected)
    }

    @Test(
        "what is no way to name a figure is a figure that cannot be told, and is not read as words by everybody",
        arguments: [
            ("{{count theft}} fell", [LivePiece.figure("count theft"), .words(" fell")]),
            ("{{}}", [.figure("")]), ("{{ figure a }}", [.figure("a")]), ("{{Figure a}}", [.figure("Figure a")]),
            ("{{figure a\nNext line.", [.figure("a"), .words("\nNext line.")]),
            ("{{figure a and {{number b}}", [.figure("a and {{number b}}")]),
        ])
    func slips(_ text: String, _ expected: [LivePiece]) {
        #expect(LivePiece.all(in: text) == expected)
    }
}

import Membership
import ScratchDatabases
import Testing

@testable import Web

@Suite("When two people change a text at once nobody’s words are lost")
struct EditConflictTests {
    private static let base = "We met at the hall.\nLighting was named.\nNext meeting: May."

    @Test("changes to different lines are both taken")
    func lines() {
        let conflict = EditConflict(
            base: Self.base, theirs: "We met in the library.\nLighting was named.\nNext meeting: May.",
            mine: "We met at the hall.\nLighting was named.\nNext meeting: 9 May.")
        #expect(!conflict.isDisputed)
        #expect(conflict.together == "We met in the library.\nLighting was named.\nNext meeting: 9 May.")
    }

    @Test("changes to different words of one line are both taken")
    func words() {
        let conflict = EditConflict(
            base: "We met at the old hall in March.", theirs: "We met at the new hall in March.",
            mine: "We met at the old hall in May.")
        #expect(!conflict.isDisputed)
        #expect(conflict.together == "We met at the new hall in May.")
    }

    @Test("changes to the same words stand one after the other, and are for the second person to put right")
    func disputed() {
        let conflict = EditConflict(
            base: Self.base, theirs: Self.base.replacing("named", with: "repaired"),
            mine: Self.base.replacing("named", with: "refused"))
        #expect(conflict.isDisputed)
        #expect(
            conflict.together
                == "We met at the hall.\nLighting was repaired.\nLighting was refused.\nNext meeting: May.")
    }

    @Test("a line that one took out and the other changed is kept as it was changed")
    func removed() {
        let conflict = EditConflict(
            base: Self.base, theirs: "We met at the hall.\nNext meeting: May.",
            mine: Self.base.replacing("named", with: "refused"))
        #expect(conflict.together.contains("Lighting was refused."))
    }

    @Test("the same change twice is one change, and no change is none")
    func same() {
        let changed = Self.base.replacing("May", with: "June")
        #expect(EditConflict(base: Self.base, theirs: changed, mine: changed).together == changed)
        #expect(EditConflict(base: Self.base, theirs: Self.base, mine: changed).together == changed)
        #expect(EditConflict(base: Self.base, theirs: changed, mine: Self.base).together == changed)
        #expect(EditConflict(base: "", theirs: "", mine: "").together.isEmpty)
    }

    @Test("lines as browsers send them are no change")
    func lineEnds() {
        let conflict = EditConflict(
            base: Self.base, theirs: Self.base, mine: Self.base.replacing("\n", with: "\r\n"))
        #expect(!conflict.isDisputed && conflict.together == Self.base)
    }

    @Test("every word that either wrote anew is in what is put together, whatever they wrote")
    func nothingLost() {
        var chance = SeededChance(seed: 9)
        let vocabulary = ["a", "b", "c", "d", "\n", " ", "e f", "g\nh"]
        func text() -> String {
            (0..<Int.random(in: 0...12, using: &chance)).map { _ in vocabulary.randomElement(using: &chance) ?? "" }
                .joined()
        }
        for round in 0..<500 {
            let conflict = EditConflict(
                base: text(), theirs: text() + "\ntheirs\(round)", mine: "mine\(round)\n" + text())
            #expect(conflict.together.contains("theirs\(round)") && conflict.together.contains("mine\(round)"))
        }
    }

    @Test("texts of thousands of lines with nothing in common are put together without keeping anybody waiting")
    func patient() {
        let texts = (0..<3).map { version in (0..<5_000).map { "\(version) line \($0)" }.joined(separator: "\n") }
        let spent = ContinuousClock().measure {
            let conflict = EditConflict(base: texts[0], theirs: texts[1], mine: texts[2])
            #expect(conflict.isDisputed)
        }
        #expect(spent < .seconds(20))
    }

    @Test("what differs is marked, and the marked text is the version with what was taken out of it")
    func marks() {
        let marked = MarkedText("We met in the library.", since: "We met at the hall.")
        let now = marked.runs.filter { $0.mark != .removed }.map(\.words).joined()
        let was = marked.runs.filter { $0.mark != .added }.map(\.words).joined()
        #expect(now == "We met in the library." && was == "We met at the hall.")
        #expect(marked.runs.first?.words == "We met ")
        #expect(marked.html.description.contains("<del>") && marked.html.description.contains("[put in: "))
    }

    @Test("the screen shows both, sends both, and no word of either becomes markup")
    func screen() {
        let html = ConflictScreen(
            EditConflict(base: "a", theirs: "a <b>", mine: "a </textarea><script>"), of: "minutes", "Minutes",
            savedBy: "Aysha <Bell>", to: "/minutes", Visit(path: "/"),
            wayBack: Mention(at: "/minutes", titled: "Leave it")
        ).html.description
        #expect(html.contains("name=\"minutes-theirs\" value=\"a &lt;b&gt;\""))
        #expect(html.contains("name=\"minutes-mine\" value=\"a &lt;/textarea&gt;&lt;script&gt;\""))
        #expect(!html.contains("<script") && !html.contains("<Bell>"))
    }
}

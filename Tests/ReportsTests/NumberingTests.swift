import Markdown
import ScratchDatabases
import Storage
import Testing

@testable import Reports

@Suite("Numbers of sections and paragraphs are counted by the program, never typed, and never twice the same")
struct NumberingTests {
    private static func id() -> ID<ReportItem> { Identities.system.new(at: Scratch.noon) }

    private func content(sections: [String]) -> ReportContent {
        var content = ReportContent()
        content[.sections] = sections.map { .init(Self.id(), PartAnswers(["heading": "H", "text": $0])) }
        return content
    }

    private func numbers(_ chapters: ReportChapters) -> [String] {
        chapters.all.flatMap { chapter in
            [chapter.numbered]
                + chapter.parts.flatMap { part in
                    [part.heading?.number].compactMap(\.self) + part.pieces.compactMap(\.number)
                }
        }
    }

    @Test("a list belongs to the paragraph before it, and a heading has no number")
    func pieces() {
        var numbering = Numbering("4")
        let pieces = numbering.pieces(
            of: Markdown("One.\n\n- a\n- b\n\nTwo.\n\n## Apart\n\n| a |\n|---|\n| b |\n\nThree."))

        #expect(pieces.map(\.number) == ["4.1", "4.2", nil, "4.3", "4.4"])
        #expect(pieces[0].text.blocks.count == 2)
    }

    @Test("chapters follow one another as in the real paper, and an implication numbers its own paragraphs")
    func order() {
        var content = content(sections: ["a\n\nb", "c"])
        content[.options] = [.init(Self.id(), PartAnswers(["name": "Do nothing"]))]
        content[.financial] = PartAnswers(["text": "x\n\ny"])
        content[.legal] = PartAnswers(["text": "z"])
        content[.recommendations] = [.init(Self.id(), PartAnswers(["text": "That it is so."]))]
        content[.process] = PartAnswers(["text": "It goes on."])

        let chapters = ReportChapters(content, bodies: [:])

        #expect(
            chapters.all.map(\.title) == [
                "H", "H", "Options", "Corporate implications", "Recommendation", "Decision-making process",
            ])
        #expect(
            numbers(chapters) == [
                "1.0", "1.1", "1.2", "2.0", "2.1", "3.0", "3.1", "4.0", "4.1", "4.1.1", "4.1.2", "4.2", "4.2.1", "5.0",
                "5.1", "6.0", "6.1",
            ])
    }

    @Test("no number is there twice, however long the sections are", arguments: 1...8)
    func unique(sections: Int) {
        let texts = (0..<sections).map { Array(repeating: "p", count: ($0 * 7) % 25 + 1).joined(separator: "\n\n") }
        let numbers = numbers(ReportChapters(content(sections: texts), bodies: [:]))

        #expect(Set(numbers).count == numbers.count)
    }

    @Test(
        "a number typed at the start of a paragraph or a heading is found; a year or a sum is none",
        arguments: [
            ("4.4 It is proposed", ["4.4"]), ("7.1.1 District", ["7.1.1"]), ("4.4) It", ["4.4"]), ("2016 was", []),
            ("4.3% less", []), ("£4.4 million", []), ("In 4.4 we say", []),
        ])
    func typed(text: String, found: [String]) {
        #expect(Numbering.typed(in: Markdown(text)) == found)
    }

    @Test(
        "a heading says no number of its own",
        arguments: [("4.0 Delivery", "4.0"), ("4. Delivery", "4."), ("2016 in review", nil), ("3 focus areas", nil)])
    func headings(heading: String, found: String?) {
        #expect(Numbering.typed(inHeading: heading) == found)
    }

    @Test("tables are numbered through the whole report, in the order in which they stand")
    func tables() {
        var content = content(sections: ["a", "b"])
        content[.financial] = PartAnswers(["text": "x"])
        let places = ["financial", content[.sections][1].id, content[.sections][0].id].enumerated().map {
            index, place in
            index == 0 ? "financial" : "sections/\(place)"
        }
        content[.tables] = places.map { place in
            .init(
                Self.id(),
                PartAnswers(["in": place, "title": "T", "unit": "pounds", "columns": "Now", "rows": "a | 1"]))
        }

        let numbered = ReportChapters(content, bodies: [:]).all.flatMap(\.parts).map {
            ($0.place, $0.tables.map(\.number))
        }

        #expect(numbered.map(\.1) == [[1], [2], [3]])
    }
}

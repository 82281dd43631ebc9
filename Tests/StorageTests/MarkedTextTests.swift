import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("What was found is shown in its place")
struct MarkedTextTests {
    /// As the tests write it: what was found in square brackets.
    private func marked(_ text: MarkedText) -> String {
        text.pieces.map { $0.isFound ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test(
        "words as they were written are marked",
        arguments: [
            (
                "Reducing burglaries in Thanet’s cafés", "cafe burglary thanet reduce",
                "[Reducing] [burglaries] in [Thanet’s] [cafés]"
            ),
            ("Crime and disorder, crime", "\"crime and disorder\"", "[Crime and disorder], crime"),
            ("Crime and disorder, crime", "crime disorder", "[Crime] and [disorder], [crime]"),
            ("police police", "police", "[police] [police]"),
            ("Anti-social behaviour", "antisocial", "[Anti-social] behaviour"),
            ("Housing", "hous", "[Housing]"), ("Nothing of it", "police", "Nothing of it"),
            ("<b>police</b> & \"more\"", "police", "<b>[police]</b> & \"more\""), ("", "police", ""),
            ("👮🏽‍♀️ police 🚨", "police", "👮🏽‍♀️ [police] 🚨"), ("cafe\u{301}s", "café", "[cafe\u{301}s]"),
        ])
    func title(text: String, typed: String, expected: String) {
        #expect(marked(MarkedText(text, finding: SearchWords(typed))) == expected)
    }

    @Test("an extract is where most of the words are, and says what is left out")
    func extract() {
        let filler = (0..<50).map { "filler\($0)" }.joined(separator: " ")
        let text = "One burglary. \(filler) Of burglary,\n\n and of theft too. \(filler)"
        let extract = MarkedText(extractOf: text, finding: SearchWords("theft burglary"))
        #expect(
            marked(extract).hasPrefix(
                "… filler45 filler46 filler47 filler48 filler49 Of [burglary], and of [theft] too. "))
        #expect(marked(extract).hasSuffix(" …"))
        #expect(TextWords(extract.text).words.count == 30)
    }

    @Test("a short text is shown whole; a long one without any of it, from its beginning")
    func whole() {
        let long = (0..<50).map { "word\($0)" }.joined(separator: " ")
        #expect(MarkedText(extractOf: "  Short,\n and sweet. ", finding: SearchWords("x")).text == "Short, and sweet.")
        #expect(MarkedText(extractOf: long, finding: SearchWords("x")).text.hasPrefix("word0 "))
        #expect(MarkedText(extractOf: long, finding: SearchWords("x")).text.hasSuffix("word29 …"))
        #expect(MarkedText(extractOf: "— … —", finding: SearchWords("x")).text == "")
        let atEnd = MarkedText(extractOf: long, finding: SearchWords("word49"))
        #expect(marked(atEnd).hasSuffix(" [word49]"))
    }

    @Test("marks are in order, inside the text, and never touch, whatever the text is")
    func random() {
        var chance = SeededChance(seed: 3)
        let parts = [
            "crime", "Crimes", "and", "disorder", "é", "\u{301}", "’", "'s", "-", " ", "\n", "👮🏽‍♀️", "\"", "anti", "½",
        ]
        for _ in 0..<2000 {
            let text = (0..<40).map { _ in parts.randomElement(using: &chance) ?? "" }.joined()
            let typed = (0..<6).map { _ in parts.randomElement(using: &chance) ?? "" }.joined(separator: " ")
            for marked in [
                MarkedText(text, finding: SearchWords(typed)), MarkedText(extractOf: text, finding: SearchWords(typed)),
            ] {
                #expect(marked.pieces.map(\.text).joined().unicodeScalars.elementsEqual(marked.text.unicodeScalars))
                #expect(zip(marked.found, marked.found.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
                #expect(marked.found.allSatisfy { !$0.isEmpty })
            }
        }
    }
}

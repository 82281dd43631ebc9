import Foundation
import ScratchDatabases
import Testing

@testable import Press

@Suite("A PDF with words that nobody sees who reads it is refused, with the page", .enabled(if: Workshop.hasPython))
struct UnseenWordsTests {
    private func problems(_ files: [UInt8]...) async throws -> [[String]] {
        var found: [[String]] = []
        try await Workshop.open { workshop in
            for file in files { found.append(try await workshop.press.inspection(of: file).problems) }
        }
        return found
    }

    /// A line of words at a height, drawn in some way.
    private static func line(_ words: String, _ way: String, at height: Int = 500) -> String {
        "q BT \(way) /F1 24 Tf 72 \(height) Td (\(words)) Tj ET Q"
    }

    /// What covers the words of a line and nothing else.
    private static let box = "q 0 g 68 490 200 34 re f Q"

    @Test("invisible, in white, under a box, in white upon a box of white, and beside the page")
    func hidden() async throws {
        let found = try await problems(
            GivenPDF.plain("Jane Roe", isHidden: true),
            GivenPDF.plain("Seen", content: Self.line("Jane Roe", "1 g")),
            GivenPDF.plain("Seen", content: Self.line("Jane Roe", "0 g") + Self.box),
            GivenPDF.plain("Seen", content: Self.line("Jane Roe", "0.99 g")),
            GivenPDF.plain("Seen", content: Self.line("Jane Roe", "0 g", at: 2_000)),
            GivenPDF.plain("Jane Roe", page: "/CropBox [0 0 595 400]"))
        for problems in found {
            #expect(problems.count == 1)
            #expect(
                problems.first?.hasPrefix("Page 1 has 2 words that nobody sees who reads it") == true, "\(problems)")
        }
        #expect(found[2][0].contains("the first 11 cm from its top"))
    }

    @Test("a name alone that is covered within a line is found")
    func coveredInPart() async throws {
        let name = "q 0 g 165 490 58 34 re f Q"
        let found = try await problems(
            GivenPDF.plain("Seen", content: Self.line("Given to Jane by us", "0 g") + name))
        #expect(found[0].count == 1 && found[0][0].hasPrefix("Page 1 has 1 word "), "\(found)")
    }

    @Test(
        "what is seen is taken: white upon a dark ground, a pale mark, a turned page, a page whose corner is elsewhere")
    func seen() async throws {
        var modern: [UInt8] = []
        try await Workshop.open { modern = try await GivenPDF.modern(["Alpha", "Beta"], with: $0.press) }
        let found = try await problems(
            GivenPDF.plain("Seen", content: Self.box + Self.line("Jane Roe", "1 g")),
            GivenPDF.plain("Seen", content: Self.line("DRAFT", "0.9 g")),
            GivenPDF.plain("Seen", page: "/Rotate 90", content: Self.line("Jane Roe", "0 g")),
            GivenPDF.plain(
                "Seen", page: "/Rotate 180 /CropBox [50 100 595 842]", content: Self.line("Jane Roe", "0 g")),
            GivenPDF.plain("Seen", page: "/UserUnit 2", content: Self.line("Jane Roe", "0 g")), modern)
        #expect(found == Array(repeating: [], count: 6))
    }

    @Test("words that were read from a scan lie invisible over its picture, and are taken")
    func scan() async throws {
        // A picture of stripes stands for a scanned line.
        let picture =
            "q 200 0 0 34 68 490 cm BI /W 16 /H 1 /BPC 8 /CS /G /F /AHx ID 00FF00FF00FF00FF00FF00FF00FF00FF> EI Q "
        let found = try await problems(
            GivenPDF.plain("Seen", content: picture + Self.line("Jane Roe", "3 Tr")))
        #expect(found == [[]])
    }
}

import Foundation
import ScratchDatabases
import Testing

@testable import Press

@Suite(
    "A strange page costs nobody the paper", .timeLimit(.minutes(10)),
    .enabled(if: Workshop.hasPython, "there is no .press environment: run ‘make setup’"))
struct StrangePagesTests {
    /// What a page draws besides, and what that needs.
    private static let strange: [(name: String, content: String, resources: String, objects: [String])] = [
        (
            "a form that draws itself", "/X1 Do", "/XObject << /X1 7 0 R >>",
            [form("/X1 Do", "/XObject << /X1 7 0 R >>")]
        ),
        (
            "marks that are not closed",
            "/Span << /MCID 3 /Alt (a (b) c) >> BDC /P BMC /Q << /A <</B [1 2]>> >> DP /R MP", "", []
        ),
        ("marks with nothing before them", "BDC EMC EMC", "", []),
        ("orders within a text", "BT /F1 9 Tf 9 9 Td (BDC /Span BMC \\) EMC) Tj <424443> Tj ET", "", []),
        ("a picture among the orders", "BI /W 2 /H 2 /BPC 8 /CS /G /L 4 ID ab\nEI EI Q /P BMC EMC", "", []),
        ("a layer", "/OC /L1 BDC 9 9 9 9 re f EMC", "/Properties << /L1 7 0 R >>", ["<< /Type /OCG /Name (Layer) >>"]),
        (
            "a form with marks", "/X1 Do", "/XObject << /X1 7 0 R >>",
            [form("/Span << /MCID 9 >> BDC 1 1 5 5 re f EMC", "")]
        ),
        ("something that is not there", "/X9 Do /G9 gs", "/XObject << /X9 99 0 R >>", []),
        ("a reference to its own page", "/X1 Do", "/XObject << /X1 4 0 R >> /Pattern << /P 4 0 R >>", []),
        ("orders without end", "BT (no end", "", []),
    ]

    private static let onlyDrawn = ["marks with nothing before them", "a reference to its own page"]

    private static func form(_ content: String, _ resources: String) -> String {
        "<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /StructParents 4 /Resources << \(resources) >> "
            + "/Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }

    @Test(
        "its words are still found, and nothing of its structure is in the paper", arguments: strange.map(\.name),
        [true, false])
    func shown(name: String, isTakenAsItIs: Bool) async throws {
        let strange = try #require(Self.strange.first { $0.name == name })
        try await Workshop.open { workshop in
            let given = GivenPDF.plain(
                "Found here", content: strange.content, objects: strange.objects, resources: strange.resources,
                isHidden: isTakenAsItIs)
            let pdf = try await GivenPDF.paper(showing: [given], with: workshop.press)
            // What is drawn anew has what is seen, and no more.
            let isFound = !(isTakenAsItIs && Self.onlyDrawn.contains(name))
            #expect(try await GivenPDF.words(pdf, page: 2).contains("Found here") == isFound)
            let all = try await GivenPDF.unpacked(pdf)
            #expect(!all.contains("/MCID 9") && !all.contains("/Span << /MCID 3") && !all.contains("'/Type': '/OCG'"))
        }
    }

    @Test("one of which nothing can be made is refused when it is given, with its name and what to do")
    func refused() async throws {
        try await Workshop.open(adjusting: { $0.shownLimit = 2_000 }) { workshop in
            let paper = await GivenPaper(
                GivenPDF.plain("Large"), named: "Plan.pdf", lookedIntoBy: workshop.press)
            #expect(paper.problems.count == 1)
            #expect(paper.problems[0].hasPrefix("Plan.pdf was not taken. It is too large"), "\(paper.problems)")
            #expect(paper.problems[0].hasSuffix("or give its parts one by one."), "\(paper.problems)")
        }
    }
}

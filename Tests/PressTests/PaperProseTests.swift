// SPDX-License-Identifier: AGPL-3.0-or-later
import Foundation
import Markdown
import Testing

@testable import Press

@Suite("What somebody wrote in Markdown goes on paper as on the page")
struct PaperProseTests {
    private func json(_ text: String, labels: Set<String> = []) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let prose = PaperProse(Markdown(text), under: 2, labels: labels)
        return String(decoding: try encoder.encode(prose), as: UTF8.self)
    }

    @Test("headings stand below the one above them, and leave no level out")
    func headings() throws {
        #expect(
            try json("# A\n\n#### B")
                == #"[{"block":"heading","inlines":[{"inline":"text","text":"A"}],"level":3},"#
                + #"{"block":"heading","inlines":[{"inline":"text","text":"B"}],"level":4}]"#)
    }

    @Test("a link leads to the web or to a place that the paper has, and is otherwise its words")
    func links() throws {
        let text = "[a](https://example.org) [b](#figure-1) [c](#figure-2) [d](/figures)"
        let found = try json(text, labels: ["figure-1"])
        #expect(
            found.contains(
                #"{"inline":"link","inlines":[{"inline":"text","text":"a"}],"to":"https://example.org"}"#))
        #expect(found.contains(#"{"inline":"place","inlines":[{"inline":"text","text":"b"}],"to":"figure-1"}"#))
        #expect(!found.contains("figure-2"))
        #expect(!found.contains("/figures"))
    }

    static let everything = """
        # A heading

        Words with *emphasis*, **strength**, ~~what no longer holds~~, `code`, a
        line that was broken, and [a link](https://www.legislation.gov.uk). A figure [\\[1\\]](#figure-1).

        > Somebody said so.
        >
        > - in a list

        1. One
        2. Two

           with a paragraph below
           - and a list

        | Ward | Crimes |
        |------|-------:|
        | Eastcliff | 1,204 |
        | #not-a-label | *few* |

        ```
        #import "x"
        ```

        ---

        $math$ _and_ #set text(fill: red) \\\\ @reference <label>
        """

    @Test("what lies in more quotations and lists than paper sets stands a level higher, and not a word is lost")
    func deep() throws {
        let set = try json(
            String(repeating: "> ", count: 20) + "deep\n\n" + String(repeating: "- ", count: 15) + "down")
        #expect(set.components(separatedBy: "\"quotation\"").count - 1 <= 6)
        #expect(set.components(separatedBy: "\"list\"").count - 1 <= 6)
        #expect(set.contains("deep") && set.contains("down"))
    }

    @Test(
        "everything that Markdown can say is set, and nothing of it is taken for Typst",
        .enabled(if: Workshop.hasPython, "there is no .press environment: run ‘make setup’"))
    func set() async throws {
        let prose = PaperProse(Markdown(Self.everything), under: 1, labels: ["figure-1"])
        let words = [UInt8](try JSONEncoder().encode(prose))
        try await Workshop.open { workshop in
            let pdf = try await workshop.press.pdf(
                Workshop.paper(
                    "#import \"/prose.typ\": prose\n= Top\n#prose(json(\"prose.json\"))\n#block[The figure.] #label(\"figure-1\")",
                    files: ["prose.json": words]))
            let text = String(decoding: pdf, as: UTF8.self)
            for mark in ["/S/BlockQuote", "/S/L", "/S/Table", "/S/TH", "/S/H2", "/S/Link"] {
                #expect(text.contains(mark), "\(mark)")
            }
        }
    }
}

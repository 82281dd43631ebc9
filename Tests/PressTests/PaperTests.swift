import Foundation
import Testing

@testable import Press

@Suite("Papers", .enabled(if: Workshop.hasPython, "there is no .press environment: run ‘make setup’"))
struct PaperTests {
    @Test("a paper is a tagged PDF/UA with its title and its language")
    func accessible() async throws {
        try await Workshop.open { workshop in
            let pdf = try await workshop.press.pdf(Workshop.paper("= Where\nIn the east."))
            let text = String(decoding: pdf, as: UTF8.self)
            #expect(text.hasPrefix("%PDF-1.7"))
            for mark in [
                "/MarkInfo<</Marked true", "/Lang(en-GB)", "/StructTreeRoot", "/DisplayDocTitle true",
                "<pdfuaid:part>1</pdfuaid:part>", "<rdf:li xml:lang=\"x-default\">Crime in Thanet</rdf:li>",
            ] {
                #expect(text.contains(mark), "\(mark)")
            }
        }
    }

    @Test("every piece of the house style passes the checks of PDF/UA")
    func houseStyle() async throws {
        try await Workshop.open { workshop in
            let chart = try await workshop.press.svg(Workshop.bars([3, 1, 2]))
            let pdf = try await workshop.press.pdf(
                Workshop.paper(Self.everything, files: ["bars.svg": Array(chart.utf8)]))
            let text = String(decoding: pdf, as: UTF8.self)
            for mark in ["/S/Table", "/S/TH", "/S/Caption", "/S/Figure", "/S/H1", "/Alt(Bars of three areas)"] {
                #expect(text.contains(mark), "\(mark)")
            }
        }
    }

    private static let everything = """
        #lead[Fewer crimes than last year.]
        #facts(("District", "Thanet"), ("Period", "2014"))
        #note[*December is missing.* It is not counted as zero.]
        = Figures
        #cards(
          card(label: "Crimes", value: "11,231", unit: "in 2014", interval: "95 %", sentence: [Fewer.], citation: "Police"),
          card(label: "Change", value: "−4.3 %"),
        )
        #data-table(
          title: "Types", head: ("Type", "Number"), columns: ("text", "number"),
          rows: range(60).map(i => ("Type " + str(i), str(i))), total: ("All", "1,770"), citation: "Police",
        )
        #chart("bars.svg", title: "Areas", alt: "Bars of three areas", sentence: [The first has most.])
        #chart("bars.svg", kind: "map", title: "Areas", alt: "Map of three areas")
        #notes(("Source", [Police data.]), ("Rates", [For every 1,000 residents.]))
        """

    @Test(
        "a name in letters that the type does not have is shown as boxes, and costs nobody the paper",
        arguments: ["王小明", "Zoë 😀", "👩‍👩‍👧 family", "Adaeze Ọlá, 王"])
    func strangeLetters(name: String) async throws {
        try await Workshop.open { workshop in
            let words = try JSONEncoder().encode(["name": name])
            let pdf = try await workshop.press.pdf(
                Workshop.paper("#json(\"paper.json\").name", files: ["paper.json": Array(words)]))
            #expect(String(decoding: pdf, as: UTF8.self).hasPrefix("%PDF-1.7"))
        }
    }

    @Test("the same document gives the same bytes")
    func reproducible() async throws {
        try await Workshop.open { workshop in
            let document = Workshop.paper("= Once\nAnd again.")
            let first = try await workshop.press.pdf(document)
            await workshop.press.stop()
            try await Workshop.open { other in
                let second = try await other.press.pdf(document)
                #expect(first == second)
            }
        }
    }

    @Test("a mistake in a paper is told with its file, line and column")
    func mistake() async throws {
        try await Workshop.open { workshop in
            let template = Array("#let theme(x) = [\n  #x.nothing\n]".utf8)
            let document = Workshop.paper(
                "#import \"theme.typ\": theme\n#theme((a: 1))", files: ["theme.typ": template])
            let error = await pressError { _ = try await workshop.press.pdf(document) }
            guard case .failed(let message) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(message.hasPrefix("theme.typ, line 2, column"))
            #expect(message.contains("nothing"))
        }
    }

    @Test("a picture without words for those who can’t see it is refused")
    func missingAlternative() async throws {
        try await Workshop.open { workshop in
            let dot = Array(
                #"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0,0h9"/></svg>"#.utf8)
            let error = await pressError {
                _ = try await workshop.press.pdf(Workshop.paper("#image(\"dot.svg\")", files: ["dot.svg": dot]))
            }
            guard case .failed(let message) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(message.contains("missing alt text"))
        }
    }

    @Test(
        "a paper reads nothing but its own files",
        arguments: [
            "#read(\"/etc/hostname\")", "#read(\"../../../etc/hostname\")", "#read(\"etc/hostname\")",
            "#import \"@preview/cetz:0.2.2\": *", "#import \"@local/theme:1.0.0\": *",
        ])
    func sealed(body: String) async throws {
        try await Workshop.open { workshop in
            let error = await pressError { _ = try await workshop.press.pdf(Workshop.paper(body)) }
            guard case .failed(let message) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(message.hasPrefix("main.typ, line 3, column"))
        }
    }

    @Test("a paper named to escape its folder is refused")
    func escapingName() async throws {
        try await Workshop.open { workshop in
            let error = await pressError {
                _ = try await workshop.press.pdf(Workshop.paper("Text.", files: ["../house.typ": []]))
            }
            #expect(error == .failed(message: "path escapes project root"))
        }
    }
}

import Foundation
import ScratchDatabases
import Testing

@testable import Press

@Suite(
    "Pages of a PDF that somebody gave are shown as they are, and nothing else of it goes with them",
    .timeLimit(.minutes(10)),
    .enabled(if: Workshop.hasPython, "there is no .press environment: run ‘make setup’"))
struct GivenPagesTests {
    @Test("their words are found on the pages where they stand, and the paper stays what it was")
    func words() async throws {
        try await Workshop.open { workshop in
            let press = workshop.press
            let given = try await GivenPDF.modern(["Aldington", "Birchington"], with: press)
            let pdf = try await GivenPDF.paper(showing: [given], with: press)
            // The given one begins with a page of its title.
            for (page, word) in [(3, "Aldington"), (4, "Birchington")] {
                #expect(try await GivenPDF.words(pdf, page: page).contains(word))
            }
            #expect(try await !GivenPDF.words(pdf, page: 1).contains("Aldington"))
            let facts = try await GivenPDF.facts(pdf)
            #expect(facts.contains("Tagged:          yes") && facts.contains("PDF version:     1.7"), "\(facts)")
            let structure = try await GivenPDF.facts(pdf, "-struct")
            #expect(structure.components(separatedBy: "Figure").count == 4, "\(structure)")
            let all = String(decoding: pdf, as: UTF8.self)
            #expect(all.contains("<pdfuaid:part>1</pdfuaid:part>") && all.contains("/Alt(Plan 0 (page 2 of 3))"))
            let fonts = String(decoding: try await Tool.run("pdffonts", ["-"], input: pdf), as: UTF8.self)
            #expect(!fonts.contains(" no "), "every font is in it, and says what its letters stand for: \(fonts)")
        }
    }

    @Test("their marks of structure are not taken for the paper’s own")
    func marks() async throws {
        try await Workshop.open { workshop in
            let given = try await GivenPDF.modern(["Marked (twice)"], with: workshop.press)
            let pdf = try await GivenPDF.paper(showing: [given], with: workshop.press)
            let own = try await workshop.press.pdf(Workshop.paper("= Own words\nOf the paper."))
            let (mixed, alone) = try await (GivenPDF.unpacked(pdf), GivenPDF.unpacked(own))
            // Two figures of one page each are all that comes to the paper’s own.
            #expect(mixed.components(separatedBy: "/MCID").count < alone.components(separatedBy: "/MCID").count + 12)
            let forms = mixed.components(separatedBy: "'/Subtype': '/Form'").dropFirst()
            #expect(forms.count == 2 && forms.allSatisfy { !$0.prefix(100_000).contains("BDC\\n/Span") })
        }
    }

    @Test("nothing of the file but what its pages show is in the paper")
    func rest() async throws {
        try await Workshop.open { workshop in
            let given = try await GivenPDF.changed(
                try await GivenPDF.modern(["Open"], with: workshop.press),
                """
                secret = writer._add_object(TextStringObject("HEMLOCK"))
                writer.root_object[NameObject("/PieceInfo")] = secret
                page = writer.pages[1]
                page[NameObject("/PieceInfo")] = secret
                page["/Resources"][NameObject("/Properties")] = DictionaryObject({NameObject("/P"): secret})
                writer.add_metadata({"/Subject": "HEMLOCK"})
                """)
            #expect(try await GivenPDF.unpacked(given).contains("HEMLOCK"))
            let pdf = try await GivenPDF.paper(showing: [given], with: workshop.press)
            #expect(try await !GivenPDF.unpacked(pdf).contains("HEMLOCK"))
        }
    }

    @Test(
        "a page that is turned lies as readers see it, on a sheet that lies as it does", arguments: [0, 90, 180, 270])
    func turned(by degrees: Int) async throws {
        try await Workshop.open { workshop in
            let given = try await GivenPDF.changed(
                GivenPDF.plain("Turned"), "writer.pages[0].rotate(\(degrees))")
            let pdf = try await GivenPDF.paper(showing: [given], with: workshop.press)
            let (seen, shown) = try await (GivenPDF.shades(given, page: 1), GivenPDF.shades(pdf, page: 2))
            #expect(seen.isWide == shown.isWide && shown.isWide == (degrees % 180 == 90))
            let darkest = seen.quarters.firstIndex(of: 1)
            #expect(shown.quarters.firstIndex(of: 1) == darkest, "\(seen.quarters) \(shown.quarters)")
        }
    }

    @Test("only what is within its box is shown, as large as the sheet allows")
    func cropped() async throws {
        try await Workshop.open { workshop in
            for box in ["[50 650 300 750]", "[0 0 190 190]"] {
                let given = GivenPDF.plain("Within", page: "/CropBox \(box)")
                let pdf = try await GivenPDF.paper(showing: [given], with: workshop.press)
                let shown = try await GivenPDF.shades(pdf, page: 2)
                #expect(shown.isWide == box.hasPrefix("[50"))
                #expect(try await GivenPDF.words(pdf, page: 2).contains("Within") == box.hasPrefix("[50"))
                if box.hasPrefix("[0") {
                    #expect(shown.quarters.prefix(2).allSatisfy { $0 > 0.9 }, "\(shown.quarters)")
                }
            }
        }
    }

    @Test("one whose font is not in it is drawn with one that is, and its words are still found")
    func drawnAnew() async throws {
        try await Workshop.open { workshop in
            let pdf = try await GivenPDF.paper(showing: [GivenPDF.plain("Helvetica’s words")], with: workshop.press)
            #expect(try await GivenPDF.words(pdf, page: 2).contains("words"))
            let fonts = String(decoding: try await Tool.run("pdffonts", ["-"], input: pdf), as: UTF8.self)
            #expect(!fonts.contains(" no "), "\(fonts)")
        }
    }

    @Test("what somebody answered in a form is shown with its page, and where links lead to is not")
    func annotations() async throws {
        try await Workshop.open { workshop in
            let (answer, look) = ("BT /F1 24 Tf 5 5 Td (Forty) Tj ET", "/Resources << /Font << /F1 3 0 R >> >>")
            let given = GivenPDF.plain(
                "A form", page: "/Annots [7 0 R 9 0 R]",
                objects: [
                    "<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (Forty) /Rect [72 400 300 440] /F 4 "
                        + "/AP << /N 8 0 R >> >>",
                    "<< /Type /XObject /Subtype /Form /BBox [0 0 228 40] \(look) /Length \(answer.utf8.count) >>\nstream\n"
                        + "\(answer)\nendstream",
                    "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org/x) >> >>",
                ], catalog: "/AcroForm << /Fields [7 0 R] >>")
            let pdf = try await GivenPDF.paper(showing: [given], with: workshop.press)
            #expect(try await GivenPDF.words(pdf, page: 2).contains("Forty"))
            #expect(!String(decoding: pdf, as: UTF8.self).contains("example.org"))
        }
    }

    @Test("a file shown twice is in the paper once, and one with much on every page is no larger than it was")
    func once() async throws {
        try await Workshop.open { workshop in
            let press = workshop.press
            let given = try await GivenPDF.modern((1...30).map { "Page \($0)" }, with: press)
            let first = try await GivenPDF.paper(showing: [given], with: press)
            let twice = try await GivenPDF.paper(showing: [given, given], with: press)
            #expect(first.count < given.count * 2)
            // Each further sheet costs the sheet, and no more of the file.
            #expect(twice.count - first.count < 80_000, "\(first.count) \(twice.count)")
            #expect(try await GivenPDF.words(twice, page: 40).contains("Page 8"))
        }
    }

    @Test("a thousand pages of several files are one paper, no larger than they are together")
    func thousand() async throws {
        try await Workshop.open { workshop in
            let press = workshop.press
            let given = try await GivenPDF.modern((1..<250).map { "Page \($0)" }, with: press)
            // Four files: their bytes are others, though they say the same.
            let files = (0..<4).map { given + Array("%\($0)\n".utf8) }
            let pdf = try await GivenPDF.paper(showing: files, with: press)
            let facts = try await GivenPDF.facts(pdf)
            #expect(facts.contains("Pages:           1001") && facts.contains("Tagged:          yes"), "\(facts)")
            #expect(pdf.count < given.count * 8, "\(pdf.count) \(given.count)")
            for (page, word) in [(250, "Page 248"), (1001, "Page 249")] {
                #expect(try await GivenPDF.words(pdf, page: page).contains(word))
            }
        }
    }

    @Test("pages that were made ready are had though the worker is busy, and nothing of them lies on the disk")
    func readyBefore() async throws {
        try await Workshop.open { workshop in
            let pdf = try await workshop.press.pdf(Workshop.paper("One page."))
            let first = try await workshop.press.pages(of: pdf)
            let process = try #require(await workshop.press.process)
            #expect(kill(process, SIGSTOP) == 0)
            let second = try await workshop.press.pages(of: pdf)
            #expect(kill(process, SIGKILL) == 0)
            #expect(first == second)
            let kept = FileManager.default.enumerator(atPath: workshop.folder.path)?.compactMap { $0 as? String } ?? []
            #expect(kept.isEmpty, "\(kept)")
        }
    }

    @Test("those used least lately are forgotten first where there are too many")
    func forgotten() {
        var shelf = GivenPagesShelf(limit: 250)
        let pages = (0..<3).map { GivenPages(of: [UInt8($0)], packed: [UInt8](repeating: 0, count: 100)) }
        shelf.keep(pages[0])
        shelf.keep(pages[1])
        _ = shelf[pages[0].name]
        shelf.keep(pages[2])
        #expect(shelf[pages[0].name] == pages[0] && shelf[pages[1].name] == nil && shelf[pages[2].name] == pages[2])
    }

    @Test("a paper that would show more than a press takes is not even sent")
    func tooMuch() async throws {
        try await Workshop.open(python: nil, adjusting: { $0.shownLimit = 1 << 20 }) { workshop in
            var paper = Workshop.paper("Text.")
            paper.shown["one"] = GivenPages(of: [1], packed: [UInt8](repeating: 0, count: 3 << 20))
            let document = paper
            let error = await pressError { _ = try await workshop.press.pdf(document) }
            #expect(error == .tooLarge(reason: "3 MB to work on, where 1 MB is the limit"))
            #expect(
                error?.words(advising: "Give less.")
                    == "It is too large: 3 MB to work on, where 1 MB is the limit. Give less.")
        }
    }
}

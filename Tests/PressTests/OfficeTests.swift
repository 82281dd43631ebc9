import Foundation
import ScratchDatabases
import Testing

@testable import Press

@Suite(
    "An Office file is looked into and made a PDF, and nothing hidden in it goes further",
    .enabled(if: Workshop.hasPython))
struct OfficeTests {

    private func problems(_ file: [UInt8]) async throws -> [String] {
        var found: [String] = []
        try await Workshop.open { found = try await $0.press.officeInspection(of: file).problems }
        return found
    }

    private static let cell = "<row r=\"5\"%><c r=\"B5\"@><v>7</v></c></row>"

    private static func row(_ attributes: String = "", cell attribute: String = "") -> String {
        cell.replacing("%", with: attributes).replacing("@", with: attribute)
    }

    @Test("a document with nothing hidden is taken; white letters on a coloured ground are not hidden")
    func good() async throws {
        let shaded =
            "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill=\"1F5673\"/></w:tcPr>"
            + OfficeFiles.paragraph("Head", "<w:color w:val=\"FFFFFF\"/>") + "</w:tc></w:tr></w:tbl>"
        #expect(try await problems(OfficeFiles.docx(OfficeFiles.paragraph("Plain.") + shaded)) == [])
        #expect(try await problems(OfficeFiles.xlsx(rows: Self.row(cell: " s=\"2\""))) == [])
        #expect(try await problems(OfficeFiles.pptx(slide: "<p/>")) == [])
        #expect(try await problems(OfficeFiles.odt("<text:p>Plain.</text:p>")) == [])
    }

    @Test("what is hidden in a document of Word is said by what it is")
    func words() async throws {
        let cases: [(body: String, parts: [String: String], expected: String)] = [
            ("<w:p><w:del><w:r><w:delText>Mr X</w:delText></w:r></w:del></w:p>", [:], "It keeps a tracked change"),
            (OfficeFiles.paragraph("Mr X", "<w:vanish/>"), [:], "It has hidden text, ‘Mr X’."),
            (OfficeFiles.paragraph("Mr X", "<w:color w:val=\"ffffff\"/>"), [:], "It has white text on white, ‘Mr X’."),
            (
                "", ["word/comments.xml": "<w:comments xmlns:w=\"\(OfficeFiles.word)\"><w:comment/></w:comments>"],
                "It has a comment of somebody’s."
            ),
            (
                "",
                [
                    "word/_rels/document.xml.rels":
                        "<Relationships><Relationship Type=\"x/image\" TargetMode=\"External\" Target=\"http://x.example/\"/></Relationships>"
                ], "It fetches something from elsewhere when it is opened (image)."
            ),
            ("", ["word/vbaProject.bin": "x"], "It holds macros"),
            (
                "", ["word/header1.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"],
                "It declares what no Office file declares."
            ),
        ]
        for (body, parts, expected) in cases {
            let found = try await problems(OfficeFiles.docx(body, parts))
            #expect(found.count == 1 && found.first?.hasPrefix(expected) == true, "\(expected) \(found)")
        }
    }

    @Test("what is hidden in a workbook is said with its sheet, row, column or cell")
    func workbooks() async throws {
        let column = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"
        let cases: [(file: [UInt8], expected: String)] = [
            (try await OfficeFiles.xlsx(state: "hidden"), "The sheet ‘Names’ is hidden."),
            (try await OfficeFiles.xlsx(state: "veryHidden"), "The sheet ‘Names’ is hidden."),
            (try await OfficeFiles.xlsx(rows: Self.row(" hidden=\"1\"")), "Row 5 of ‘Costs’ is hidden."),
            (try await OfficeFiles.xlsx(columns: column, rows: Self.row()), "Column B of ‘Costs’ is hidden."),
            (try await OfficeFiles.xlsx(rows: Self.row(cell: " s=\"1\"")), "The cell B5 of ‘Costs’ is white on white."),
            (
                try await OfficeFiles.xlsx(parts: ["xl/pivotCache/pivotCacheRecords1.xml": "<x/>"]),
                "It has a pivot table, which keeps all rows that it was made of."
            ),
            (
                try await OfficeFiles.xlsx(parts: ["xl/externalLinks/externalLink1.xml": "<x/>"]),
                "It links to another workbook"
            ),
            (try await OfficeFiles.xlsx(parts: ["xl/comments1.xml": "<x/>"]), "It has comments of somebody’s."),
        ]
        for (file, expected) in cases {
            let found = try await problems(file)
            #expect(found.count == 1 && found.first?.hasPrefix(expected) == true, "\(expected) \(found)")
        }
        #expect(
            try await problems(OfficeFiles.xlsx(columns: column)) == [], "a column with nothing in it hides nothing")
    }

    @Test("so it is in slides and in documents of LibreOffice, and what is no such file is refused")
    func others() async throws {
        let cases: [(file: [UInt8], expected: String)] = [
            (try await OfficeFiles.pptx(slide: "<p show=\"0\"/>"), "Slide 1 is hidden."),
            (try await OfficeFiles.odt("<text:tracked-changes/>"), "It keeps tracked changes"),
            (try await OfficeFiles.odt("<text:p><office:annotation/></text:p>"), "It has comments of somebody’s."),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "It is protected by a password, or in the format of"),
            (Array("MZ".utf8), "It is neither a PDF nor a file of Word"),
            (try await OfficeFiles.archive(["x": "y"]), "It is neither a PDF nor a document of Word"),
        ]
        for (file, expected) in cases {
            let found = try await problems(file)
            #expect(found.count == 1 && found.first?.hasPrefix(expected) == true, "\(expected) \(found)")
        }
    }

    @Test(
        "of one with nothing hidden a PDF is made that says nothing of who wrote it",
        .enabled(if: Press.findOffice() != nil))
    func converted() async throws {
        let core = """
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Jane Writer</dc:creator></cp:coreProperties>
            """
        let file = try await OfficeFiles.docx(
            OfficeFiles.paragraph("Café £5"), ["docProps/core.xml": core])
        try await Workshop.open { workshop in
            let made = try await workshop.press.readied(file)
            #expect(made.isConverted && made.inspection.pages == 1 && made.inspection.problems == [])
            #expect(made.inspection.text?.contains("Café £5") == true)
            #expect(made.name(of: "Annex 1.docx") == "Annex 1.pdf")
            let told = String(decoding: try await Tool.run("pdfinfo", ["-"], input: made.pdf), as: UTF8.self)
            #expect(told.contains("Tagged:          yes") && !told.contains("Jane"))
        }
    }

    @Test("a PDF keeps its pages, title and structure, and tells no more who wrote it")
    func bared() async throws {
        let script = """
            import io, sys, pypdf
            writer = pypdf.PdfWriter()
            writer.add_blank_page(200, 200)
            writer.metadata = {"/Title": "Annex", "/Author": "Jane Writer"}
            writer.xmp_metadata = (b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
                b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
                b'<dc:creator><rdf:Seq><rdf:li>Jane Writer</rdf:li></rdf:Seq></dc:creator><pdfuaid:part>1</pdfuaid:part>'
                b'</rdf:Description></rdf:RDF></x:xmpmeta>')
            made = io.BytesIO()
            writer.write(made)
            sys.stdout.buffer.write(made.getvalue())
            """
        let python = try #require(Workshop.python)
        let pdf = try await Tool.run(python, ["-c", script])
        try await Workshop.open { workshop in
            let made = try await workshop.press.readied(pdf)
            #expect(made.isBared && !made.isConverted && made.inspection.problems == [] && made.inspection.pages == 1)
            let told = String(decoding: try await Tool.run("pdfinfo", ["-meta", "-"], input: made.pdf), as: UTF8.self)
            let info = String(decoding: try await Tool.run("pdfinfo", ["-"], input: made.pdf), as: UTF8.self)
            #expect(!told.contains("Jane") && told.contains("<pdfuaid:part>1</pdfuaid:part>"))
            #expect(!info.contains("Jane") && info.contains("Annex"))
            #expect(try await !workshop.press.readied(made.pdf).isAnother, "what tells nothing stays byte for byte")
        }
    }

    @Test(
        "several at once are made one after another, and one of which nothing can be made fails alone",
        .enabled(if: Press.findOffice() != nil))
    func several() async throws {
        let (good, bad) = (try await OfficeFiles.docx(OfficeFiles.paragraph("Good.")), Array("no file".utf8))
        try await Workshop.open { workshop in
            await withTaskGroup(of: Bool.self) { group in
                for file in [good, bad, good] {
                    group.addTask { (try? await workshop.press.office.pdf(of: file, .docx))?.isEmpty == false }
                }
                #expect(await group.reduce(into: 0) { $0 += $1 ? 1 : 0 } == 2)
            }
        }
    }

    @Test("one that takes too long is stopped, and the next is made", .enabled(if: Press.findOffice() != nil))
    func slow() async throws {
        let file = try await OfficeFiles.docx(OfficeFiles.paragraph("Good."))
        try await Workshop.open(adjusting: { $0.officeLimit = .milliseconds(1) }) { workshop in
            for _ in 0..<2 {
                let error = await pressError { _ = try await workshop.press.office.pdf(of: file, .docx) }
                #expect(error == .timedOut(limit: .milliseconds(1)))
            }
        }
    }

    @Test("without LibreOffice it says what to do instead")
    func missing() async throws {
        let file = try await OfficeFiles.docx(OfficeFiles.paragraph("Good."))
        try await Workshop.open(adjusting: { $0.office = nil }) { workshop in
            let error = await pressError { _ = try await workshop.press.readied(file) }
            #expect("\(error.map { "\($0)" } ?? "")".contains("Save the file as PDF where it was made, and give that."))
        }
    }
}

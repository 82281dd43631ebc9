import Foundation
import ScratchDatabases
import Testing

@testable import Press

/// PDFs as people give them, and papers that show them.
enum GivenPDF {
    /// With its fonts in it and tagged, as programs make them today: a page for each of these words.
    static func modern(_ words: [String], with press: Press) async throws -> [UInt8] {
        let pages = words.map { "= \($0)\n#lorem(200)\n" }.joined(separator: "#pagebreak()\n")
        return try await press.pdf(Workshop.paper("#pagebreak()\n" + pages))
    }

    /// With a font that is not in it. A black square stands at the lower left.
    ///
    /// - Parameters:
    ///   - page: what else the page says of itself.
    ///   - content: what else it draws.
    ///   - objects: what it needs for that, from the seventh object on.
    ///   - isHidden: whether its words are there to be found and not to be seen, as over a picture of a page.
    static func plain(
        _ words: String, page: String = "", content: String = "", objects: [String] = [], catalog: String = "",
        resources: String = "", isHidden: Bool = false
    ) -> [UInt8] {
        let drawn = "BT \(isHidden ? "3 Tr " : "")/F1 24 Tf 72 700 Td (\(words)) Tj ET 0 0 200 200 re f \(content)"
        return HandmadePDF.document(
            of: [
                "<< /Type /Catalog /Pages 2 0 R \(catalog) >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> "
                    + "\(resources) >> \(page) >>",
                "<< /Length \(drawn.utf8.count) >>\nstream\n\(drawn)\nendstream", "(Nothing)",
            ] + objects)
    }

    /// Changed by a program for pypdf, which is given `writer` with it.
    static func changed(_ pdf: [UInt8], _ program: String) async throws -> [UInt8] {
        let whole = """
            import io, sys, pypdf
            from pypdf.generic import *
            writer = pypdf.PdfWriter(clone_from=io.BytesIO(sys.stdin.buffer.read()))
            \(program)
            made = io.BytesIO()
            writer.write(made)
            sys.stdout.buffer.write(made.getvalue())
            """
        return try await Tool.run(#require(Workshop.python), ["-c", whole], input: pdf)
    }

    /// A paper of a page of its own, and the pages of these files after it.
    static func paper(showing files: [[UInt8]], with press: Press) async throws -> [UInt8] {
        let shows = files.indices.map { "#sheets(\"given-\($0)\", \"Plan \($0)\")" }.joined(separator: "\n")
        var paper = Workshop.paper("#import \"/sheets.typ\": sheets\n= Own words\nOf the paper.\n\(shows)")
        for (index, file) in files.enumerated() { paper.shown["given-\(index)"] = try await press.pages(of: file) }
        return try await press.pdf(paper)
    }

    /// The words of a page, counted from 1.
    static func words(_ pdf: [UInt8], page: Int) async throws -> String {
        let pages = ["-f", "\(page)", "-l", "\(page)", "-layout", "-", "-"]
        return String(decoding: try await Tool.run("pdftotext", pages, input: pdf), as: UTF8.self)
    }

    static func facts(_ pdf: [UInt8], _ options: String...) async throws -> String {
        String(decoding: try await Tool.run("pdfinfo", options + ["-"], input: pdf), as: UTF8.self)
    }

    /// Everything in it, unpacked.
    static func unpacked(_ pdf: [UInt8]) async throws -> String {
        let program = """
            import io, sys, pypdf
            reader = pypdf.PdfReader(io.BytesIO(sys.stdin.buffer.read()))
            for number in range(1, reader.trailer["/Size"]):
                one = reader.get_object(number)
                print(number, repr(one)[:4000])
                if hasattr(one, "get_data") and one.get("/Subtype") != "/Image":
                    print(one.get_data()[:200000])
            """
        return String(
            decoding: try await Tool.run(#require(Workshop.python), ["-c", program], input: pdf), as: UTF8.self)
    }

    /// How dark a page is in each quarter, row by row from the upper left, in parts of the darkest.
    static func shades(_ pdf: [UInt8], page: Int) async throws -> (isWide: Bool, quarters: [Double]) {
        let asked = ["-r", "20", "-gray", "-f", "\(page)", "-l", "\(page)", "-"]
        let picture = try await Tool.run("pdftoppm", asked, input: pdf)
        let head = picture.prefix(40).split(separator: UInt8(ascii: "\n"), maxSplits: 3).map(Array.init)
        let sides = String(decoding: head[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        let (across, up) = (sides[0], sides[1])
        let dots = picture.suffix(across * up)
        var sums = [0.0, 0, 0, 0]
        for (place, dot) in dots.enumerated() {
            let (row, column) = (place / across, place % across)
            // What stands at the head and the foot of every page is left out.
            guard row > up / 10, row < up * 9 / 10 else { continue }
            sums[(row < up / 2 ? 0 : 2) + (column < across / 2 ? 0 : 1)] += Double(255 - dot)
        }
        let darkest = sums.max() ?? 1
        return (across > up, sums.map { $0 / max(darkest, 1) })
    }
}

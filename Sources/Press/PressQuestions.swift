// SPDX-License-Identifier: AGPL-3.0-or-later
import Foundation

/// What the press is asked besides making papers and charts.
extension Press {
    /// Compiles a document to PDF/UA-1, and asks what it says of itself.
    ///
    /// - Parameter label: of the one `metadata` in which the document says it.
    /// - Returns: the PDF, and the metadata's value as JSON.
    /// - Throws: as ``pdf(_:)``
    public func pdf(
        _ document: TypstDocument, telling label: String
    ) async throws(PressError) -> (pdf: [UInt8], told: [UInt8]) {
        var document = document
        document.telling = label
        let bytes = try await pdf(document)
        let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard bytes.count >= 4 + length else { throw .failed(message: "the document said nothing of itself") }
        return (Array(bytes[(4 + length)...]), Array(bytes[4..<4 + length]))
    }

    /// Looks into a PDF that somebody gave, before it goes anywhere.
    ///
    /// - Throws: `failed` where it cannot be read at all.
    public func inspection(of pdf: [UInt8]) async throws(PressError) -> PDFInspection {
        try checkSize(pdf.count)
        let told = try await answer(to: try admit(.inspection(pdf))).get()
        guard let inspection = try? JSONDecoder().decode(PDFInspection.self, from: Data(told)) else {
            throw .failed(message: "the PDF could not be looked into")
        }
        return inspection
    }

    /// Each page of a PDF as a drawing (SVG), to be put into a paper: no PDF/UA can hold another PDF.
    ///
    /// - Parameter pages: so many it has.
    /// - Throws: `failed` where a page cannot be drawn.
    public func pictures(of pdf: [UInt8], pages: Int) async throws(PressError) -> [[UInt8]] {
        try checkSize(pdf.count)
        let told = try await answer(to: try admit(.pictures(pdf, pages: pages))).get()
        guard let drawings = try? JSONDecoder().decode([String].self, from: Data(told)) else {
            throw .failed(message: "the PDF could not be drawn")
        }
        return drawings.map { Array($0.utf8) }
    }
}

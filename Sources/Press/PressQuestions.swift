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

    /// Looks into an Office file that somebody gave, before a PDF is made of it.
    ///
    /// - Throws: `failed` where it cannot be read at all.
    func officeInspection(of file: [UInt8]) async throws(PressError) -> OfficeInspection {
        try checkSize(file.count)
        let told = try await answer(to: try admit(.officeInspection(file))).get()
        guard let inspection = try? JSONDecoder().decode(OfficeInspection.self, from: Data(told)) else {
            throw .failed(message: "the file could not be looked into")
        }
        return inspection
    }

    /// A file that somebody gave, as it can go into papers: a PDF as it came, or one that was made of an Office file. Both were looked
    /// into, and neither tells any more who wrote it.
    ///
    /// - Throws: as what is asked for on the way.
    func readied(_ given: [UInt8]) async throws(PressError) -> ReadiedFile {
        guard !given.starts(with: Array("%PDF-".utf8)) else { return try await readied(pdf: given, isConverted: false) }
        let found = try await officeInspection(of: given)
        guard let kind = found.kind, found.problems.isEmpty else {
            let refused = PDFInspection(pages: 0, problems: found.problems, text: nil)
            return ReadiedFile(pdf: [], isConverted: false, isBared: false, inspection: refused)
        }
        return try await readied(pdf: office.pdf(of: given, kind), isConverted: true)
    }

    private func readied(pdf: [UInt8], isConverted: Bool) async throws(PressError) -> ReadiedFile {
        let inspection = try await inspection(of: pdf)
        guard inspection.problems.isEmpty, inspection.namesPeople == true else {
            return ReadiedFile(pdf: pdf, isConverted: isConverted, isBared: false, inspection: inspection)
        }
        let bare = try await answer(to: try admit(.bare(pdf))).get()
        return ReadiedFile(pdf: bare, isConverted: isConverted, isBared: true, inspection: inspection)
    }
}

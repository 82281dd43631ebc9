// SPDX-License-Identifier: AGPL-3.0-or-later

/// What is in a PDF that somebody gave.
public struct PDFInspection: Sendable, Hashable, Decodable {
    public let pages: Int
    /// What speaks against showing it to anybody, a sentence each with the place and what to do; none for a good one.
    public let problems: [String]
    /// The words on its pages, for whoever looks for one: as far as they can be read.
    public let text: String?
    /// Whether its properties tell who wrote it, which nobody sees who reads it; not asked of one that is signed.
    var namesPeople: Bool?
}

/// A file that somebody gave, as a PDF that can go into papers.
struct ReadiedFile: Sendable, Hashable {
    let pdf: [UInt8]
    /// Whether a PDF was made of what was given.
    let isConverted: Bool
    /// Whether who wrote it was taken out of its properties.
    let isBared: Bool
    let inspection: PDFInspection

    /// Whether its bytes are others than those that were given.
    var isAnother: Bool { isConverted || isBared }

    /// What it is called: "Annex.docx" that was made a PDF is "Annex.pdf".
    func name(of given: String) -> String {
        guard isConverted, let dot = given.lastIndex(of: ".") else { return given }
        return given[..<dot] + ".pdf"
    }
}

import Foundation
import Press
import Storage
import Wording

/// Where reports are printed by themselves, set by `Papers/single-report.typ`.
struct ReportPrinter: Sendable {
    /// What that template is to say.
    private struct Words: Encodable, Sendable {
        let partnership: String
        let accent: String
        let date: String
        let notice: String
        let noticeInBrief: String
        let report: ReportPaper
    }

    private let printing: Printing
    private let papers = PaperDesk()
    private let files: KeptFiles

    init(_ printing: Printing, files: KeptFiles) {
        (self.printing, self.files) = (printing, files)
    }

    var canPrint: Bool { get async { await printing.press.status.canDraw } }

    /// - Parameter final: which final version it is, with when it was finished; nil of a draft.
    /// - Returns: a tagged PDF/UA-1. As long as it would say the same it is made once.
    /// - Throws: `PressError`, `KeptFileFault`
    func pdf(of document: ReportDocument, final: (number: Int, at: Date)?, at time: Date) async throws -> [UInt8] {
        let draft = final == nil ? "This is a draft of \(time.day). Anything in it may change." : nil
        let words = Words(
            partnership: printing.partnership, accent: printing.accent ?? "#1f5673",
            date: final.map { "Final version \($0.number), \($0.at.day)" } ?? "Draft of \(time.day)",
            notice: [draft, printing.notice].compactMap(\.self).joined(separator: " "),
            noticeInBrief: draft == nil ? "" : "Draft", report: ReportPaper(document))
        let library = try ReportPaper.library()
        let paper = try TypstDocument(
            "single-report", of: .module, saying: words, files: [library.name: library.bytes],
            created: final?.at ?? time)
        let press = printing.press
        return try await papers.making(PaperDesk.name(of: words)) { [files] in
            var paper = paper
            for annex in document.annexesWithFiles {
                paper.shown[annex.sheets] = try await press.pages(of: files.bytes(of: annex.file.hash))
            }
            return try await press.pdf(paper)
        }.pdf()
    }
}

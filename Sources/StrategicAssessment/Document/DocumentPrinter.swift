import Foundation
import Press
import Storage
import Wording

/// Where the document is printed: the same words and figures as the page, set by `Papers/strategic-assessment.typ`.
struct DocumentPrinter: Sendable {
    private let printing: Printing
    /// Of its pictures, for page and publication too.
    let drawing: ExhibitDrawing
    private let papers = PaperDesk()

    init(_ printing: Printing) {
        self.printing = printing
        drawing = ExhibitDrawing(by: printing.press, accent: printing.accent)
    }

    /// Nil where papers can be made; otherwise why not, and what to do about it.
    var advice: String? {
        get async {
            let status = await printing.press.status
            return status.canDraw ? nil : "\(status)"
        }
    }

    /// - Parameter version: as which it is published; nil of a draft.
    func making(_ document: YearDocument, as version: Int? = nil, at time: Date) async throws -> PaperDesk.Making {
        let words = words(document, version, on: time.day)
        let (press, drawing) = (printing.press, drawing)
        return await papers.making(try PaperDesk.name(of: words)) {
            let files = try await drawing.files(of: document.exhibits)
            return try await press.pdf(
                TypstDocument("strategic-assessment", of: .module, saying: words, files: files, created: time))
        }
    }

    func isMade(_ document: YearDocument, at time: Date) async throws -> Bool {
        await papers.isMade(try PaperDesk.name(of: words(document, nil, on: time.day)))
    }

    private func words(_ document: YearDocument, _ version: Int?, on day: String) -> DocumentWords {
        let draft =
            version == nil ? "This is a draft of \(day). It was not published, and anything in it may change." : nil
        return DocumentWords(
            document, accent: printing.accent ?? "#1f5673",
            madeOn: version.map { "Version \($0), published on \(day)" } ?? "Made on \(day)",
            notice: [draft, printing.notice].compactMap(\.self).joined(separator: " "),
            inBrief: [draft.map { _ in "Draft" }, printing.notice.map { _ in "Generated incidents: an example" }]
                .compactMap(\.self).joined(separator: ". "))
    }
}

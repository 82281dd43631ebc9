import Foundation
import Press
import Storage
import Web

/// Where packs are printed.
struct PackPrinter: Sendable {
    let press: Press
    let files: KeptFiles

    /// A pack, and on which pages its papers are.
    struct Made: Sendable {
        let pdf: [UInt8]
        let pages: [Place]
    }

    /// The pages of one paper, as they are counted.
    struct Place: Sendable, Decodable {
        let key: String
        let first: Int
        let last: Int
    }

    /// - Throws: `PressError`, `KeptFileFault`
    func made(_ maker: PackMaker, withClosed: Bool, at time: Date) async throws -> Made {
        let words = maker.words(withClosed: withClosed)
        var given: [String: [UInt8]] = ["report.typ": try Self.standIn()]
        if words.qr, let picture = QRCode(words.link, describedAs: "").picture {
            given["qr.svg"] = Array(picture.utf8)
        }
        var shown: [String: GivenPages] = [:]
        let printed = Set(words.items.flatMap(\.papers).compactMap(\.file))
        for paper in maker.agenda.standing.flatMap(\.standing) {
            switch paper.content {
            case .text: break
            case .report(let address, let version):
                let name = "report-\(paper.id).json"
                guard printed.contains(name), let report = maker.reports[PackMaker.key(of: address, version)] else {
                    continue
                }
                given[name] = report.words
                given["report.typ"] = report.template
                for annex in report.annexes { shown[annex.sheets] = try await pages(of: annex.file, in: annex.title) }
            case .file(let file):
                let name = "file-\(paper.id)"
                guard printed.contains(name) else { continue }
                shown[name] = try await pages(of: file, in: paper.title)
            }
        }
        var document = try TypstDocument("agenda", of: .module, saying: words, files: given, created: time)
        document.shown = shown
        let (pdf, told) = try await press.pdf(document, telling: "pages")
        return Made(pdf: pdf, pages: try JSONDecoder().decode([Place].self, from: Data(told)))
    }

    private func pages(of file: PaperFile, in title: String) async throws -> GivenPages {
        do {
            return try await press.pages(of: files.bytes(of: file.hash))
        } catch PressError.failed(let message) {
            throw PressError.failed(
                message:
                    "‘\(title)’, \(file.name): \(message). Print it to a new PDF from where it was made, and give that")
        }
    }

    private static func standIn() throws -> [UInt8] {
        guard let url = Bundle.module.url(forResource: "report", withExtension: "typ", subdirectory: "Papers") else {
            throw CocoaError(.fileReadNoSuchFile)
        }
        return try [UInt8](Data(contentsOf: url))
    }
}

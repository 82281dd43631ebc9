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
                for annex in report.annexes {
                    given.merge(try await sheets(of: annex.file, annex.pictures)) { own, _ in own }
                }
            case .file(let file):
                let name = "file-\(paper.id)"
                guard printed.contains(name) else { continue }
                given.merge(try await sheets(of: file, name)) { own, _ in own }
            }
        }
        let document = try TypstDocument("agenda", of: .module, saying: words, files: given, created: time)
        let (pdf, told) = try await press.pdf(document, telling: "pages")
        return Made(pdf: pdf, pages: try JSONDecoder().decode([Place].self, from: Data(told)))
    }

    private func sheets(of file: PaperFile, _ name: String) async throws -> [String: [UInt8]] {
        try await press.pictures(of: files.bytes(of: file.hash), pages: file.pages, named: name)
    }

    private static func standIn() throws -> [UInt8] {
        guard let url = Bundle.module.url(forResource: "report", withExtension: "typ", subdirectory: "Papers") else {
            throw CocoaError(.fileReadNoSuchFile)
        }
        return try [UInt8](Data(contentsOf: url))
    }
}

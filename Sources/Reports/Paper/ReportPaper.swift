import Foundation
import Markdown
import Press
import Storage

/// A report as papers are given one, and as `report` of `report.typ` sets it: every word as people read it, and no Markdown. A pack
/// prints several, each where the pack puts it.
public struct ReportPaper: Encodable, Sendable, Hashable {
    private struct Fact: Encodable, Hashable {
        let name: String
        let value: String
    }

    private struct Piece: Encodable, Hashable {
        let number: String?
        let prose: PaperProse
    }

    private struct Table: Encodable, Hashable {
        let table: PaperTable
        /// What the totals are in full pounds.
        let checks: [String]
    }

    private struct Part: Encodable, Hashable {
        let number: String?
        let title: String?
        let pieces: [Piece]
        let tables: [Table]
        let note: String?
    }

    private struct Chapter: Encodable, Hashable {
        let number: String
        let title: String
        let parts: [Part]
    }

    private struct Annex: Encodable, Hashable {
        let name: String
        let title: String
        let prose: PaperProse
        let tables: [Table]
        let file: Sheets?
    }

    /// A PDF, whose pages follow as they are.
    private struct Sheets: Encodable, Hashable {
        /// What it is called among those that the paper shows.
        let name: String
        let pages: Int
        /// For whoever cannot see them.
        let shows: String
    }

    public let title: String
    private let facts: [Fact]
    private let restriction: String?
    private let summary: PaperProse
    private let chapters: [Chapter]
    private let contacts: [Fact]
    private let papers: [String]
    private let hasNoPapers: Bool
    /// Those that the texts name, by their numbers: the sentence, and its source.
    private let figures: [[String]]
    private let consultation: [[String]]
    private let annexes: [Annex]

    init(_ document: ReportDocument) {
        title = document.title
        facts = document.head.map { Fact(name: $0.name, value: $0.value) }
        restriction = document.restriction?.reason
        summary = PaperProse(document.summary)
        chapters = document.chapters.map(Self.chapter)
        contacts = document.contacts.map(Self.fact)
        (papers, hasNoPapers) = (document.papers, document.hasNoPapers)
        figures = document.figures.map { [$0.sentence, $0.source] }
        consultation = document.consultation.map { [$0.area, $0.who, $0.on] }
        annexes = document.annexes.map {
            Annex(
                name: "Annex \($0.number)", title: $0.title, prose: PaperProse($0.text),
                tables: $0.tables.map(Self.table), file: Self.sheets($0))
        }
    }

    private static func sheets(_ annex: ReportDocument.Annex) -> Sheets? {
        annex.file.map { Sheets(name: sheets(of: $0), pages: $0.pages, shows: annex.shows) }
    }

    /// What a file is called among those that a paper shows.
    static func sheets(of file: AnnexFile) -> String { "annex-\(file.hash)" }

    private static func chapter(_ chapter: ReportChapter) -> Chapter {
        Chapter(
            number: chapter.numbered, title: chapter.title,
            parts: chapter.parts.map { part in
                Part(
                    number: part.heading?.number, title: part.heading?.title,
                    pieces: part.pieces.map {
                        Piece(number: $0.number, prose: PaperProse($0.text, under: part.heading == nil ? 1 : 2))
                    },
                    tables: part.tables.map(table), note: part.note)
            })
    }

    private static func fact(_ officer: ContactOfficer) -> Fact {
        let value = [officer.name, officer.title, officer.telephone, officer.email].filter { !$0.isEmpty }
        return Fact(name: officer.isContact ? "Contact officer" : "Reporting to", value: value.joined(separator: ", "))
    }

    private static func table(_ numbered: NumberedTable) -> Table {
        let table = numbered.table
        let columns: [(head: String, kind: PaperTable.Kind)] =
            [("What", .text)] + table.columns.map { ("\($0), \(table.unit.head)", .number) }
        let rows = table.rows.map { row in
            [row.name] + row.amounts.enumerated().map { table.text($0.element, in: $0.offset) }
        }
        let total = ["Total"] + table.totals.enumerated().map { table.text($0.element, in: $0.offset) }
        return Table(
            table: PaperTable(table.caption, columns: columns, rows: rows, total: table.hasTotal ? total : nil),
            checks: table.checks)
    }
}

extension FinalReport {
    /// It as papers are given one.
    ///
    /// - Parameter addressee: the body that it is printed for and when it meets, which may be another than the one it was written
    ///   to: "Overview & Scrutiny Panel – 9 February 2016".
    public func paper(to addressee: String) -> ReportPaper { ReportPaper(frozen.document.addressed(to: addressee)) }
}

extension ReportPaper {
    /// The file in Typst’s language with the function `report(words, level: 1)`: a paper that prints reports has it among its files
    /// by this name, and begins `#import "report.typ": report`.
    ///
    /// - Throws: where the files that come with the program are not there.
    public static func library() throws -> (name: String, bytes: [UInt8]) {
        guard let url = Bundle.module.url(forResource: "report", withExtension: "typ", subdirectory: "Papers") else {
            throw CocoaError(.fileReadNoSuchFile)
        }
        return ("report.typ", [UInt8](try Data(contentsOf: url)))
    }
}

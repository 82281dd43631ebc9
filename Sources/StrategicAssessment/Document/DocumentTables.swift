import DataFiles
import Foundation
import Press
import Statistics
import Storage
import Wording

/// A table of the document in words, which page, paper and file each give their own shape.
public struct DocumentTable: Sendable {
    let title: String
    let columns: [(head: String, isNumber: Bool)]
    let rows: [[String]]

    public init(title: String, columns: [(head: String, isNumber: Bool)], rows: [[String]]) {
        (self.title, self.columns, self.rows) = (title, columns, rows)
    }

    var csv: [UInt8] {
        var writer = DelimitedWriter(header: columns.map(\.head))
        for row in rows { writer.write(row) }
        return writer.bytes
    }

    var paper: PaperTable {
        PaperTable(title, columns: columns.map { ($0.head, $0.isNumber ? .number : .text) }, rows: rows)
    }
}

extension YearDocument {
    /// Every figure that the texts name, in their order.
    var figuresTable: DocumentTable {
        DocumentTable(
            title: "Figures",
            columns: [
                ("number", true), ("figure", false), ("sentence", false), ("interval", false), ("notes", false),
                ("source", false), ("address", false),
            ],
            rows: figures.told.map { named in
                [
                    "\(named.number)", named.figure.words, named.figure.sentence, named.figure.interval ?? "",
                    named.figure.notes.joined(separator: " "), named.figure.source, named.address,
                ]
            })
    }

    var rankingTable: DocumentTable? { rankingTable(withReasons: false) }

    /// The same with how far each place holds, and why a theme has another than the scores give it: for the file, where there is
    /// room.
    var rankingFile: DocumentTable? { rankingTable(withReasons: true) }

    private func rankingTable(withReasons: Bool) -> DocumentTable? {
        ranking.map { version in
            let isEntered = version.ranking.isEntered
            let hasReasons = withReasons && isEntered
            let ranges = withReasons ? version.ranking.rangesFile : nil
            return DocumentTable(
                title: "Themes in the order agreed, with their scores from 1 to 5",
                columns: [("Theme", false), ("Place", true)] + (isEntered ? [("By the scores", true)] : [])
                    + Criterion.allCases.map { ($0.title, true) } + [("Composite", true)] + (ranges?.heads ?? [])
                    + (hasReasons ? [("Why the place differs", false)] : []),
                rows: version.ranking.lines.map { line in
                    [line.theme, line.placeWords] + (isEntered ? [line.rankWords] : [])
                        + Criterion.allCases.map { criterion in
                            line.scores.first { $0.criterion == criterion.rawValue }?.score.map(Score.wording) ?? "–"
                        } + [line.composite?.rounded(places: 2) ?? "–"] + (ranges?.row(line) ?? [])
                        + (hasReasons ? [line.agreed?.why ?? ""] : [])
                })
        }
    }

    /// The own district beside others, a row for each theme that can be told; nil where none can.
    var comparisonTable: DocumentTable? {
        guard !beside.told.isEmpty else { return nil }
        return DocumentTable(
            title: "Rates for each 1,000 people, beside the districts compared with, \(assessment.period)",
            columns: [
                ("Theme", false), ("Rate", true), ("95% interval", true), ("Group’s mean", true),
                ("Among the others", false),
                ("Place", true), ("Could be", true),
            ],
            rows: beside.told.map { theme, standing in
                [
                    theme, standing.rate, standing.interval, standing.mean, standing.besideMean, standing.place,
                    standing.couldBe,
                ]
            })
    }

    /// The same for programs, with what is counted, over which months, and where it comes from.
    var comparisonFile: DocumentTable? {
        comparisonTable.map { table in
            DocumentTable(
                title: table.title,
                columns: table.columns + [
                    ("Counted", false), ("Sentence", false), ("Source", false), ("Address", false),
                ],
                rows: zip(table.rows, beside.told).map { row, told in
                    let figure = told.standing.figure
                    return row + [told.standing.what, figure.sentence, figure.source, figure.address ?? ""]
                })
        }
    }

    var owedTable: DocumentTable {
        DocumentTable(
            title: "Data that were promised and have not come",
            columns: [("From whom", false), ("What", false), ("Due by", false)],
            rows: owed.map { [$0.provider, $0.what, $0.due] })
    }

    var sourcesTable: DocumentTable {
        DocumentTable(
            title: "What the figures rest on",
            columns: [("What", false), ("Publisher", false), ("Received", false), ("SHA-256", false)],
            rows: releases.map { [$0.title, $0.publisher, $0.receivedAt.day, $0.sha256] })
    }

    /// Under which licences the data may be used.
    var licences: String { Set(releases.map(\.licence)).sorted().joined(separator: "; ") }
}

import Foundation
import Press
import Statistics
import Storage
import Wording

/// A table of the document in words, which page and paper each give their own shape.
public struct DocumentTable: Sendable {
    let title: String
    let columns: [(head: String, isNumber: Bool)]
    let rows: [[String]]

    public init(title: String, columns: [(head: String, isNumber: Bool)], rows: [[String]]) {
        (self.title, self.columns, self.rows) = (title, columns, rows)
    }

    var paper: PaperTable {
        PaperTable(title, columns: columns.map { ($0.head, $0.isNumber ? .number : .text) }, rows: rows)
    }
}

extension YearDocument {
    var rankingTable: DocumentTable? {
        ranking.map { version in
            let isEntered = version.ranking.isEntered
            return DocumentTable(
                title: "Themes in the order agreed, with their scores from 1 to 5",
                columns: [("Theme", false), ("Place", true)] + (isEntered ? [("By the scores", true)] : [])
                    + Criterion.allCases.map { ($0.title, true) } + [("Composite", true)],
                rows: version.ranking.lines.map { line in
                    [line.theme, line.placeWords] + (isEntered ? [line.rankWords] : [])
                        + Criterion.allCases.map { criterion in
                            line.scores.first { $0.criterion == criterion.rawValue }?.score.map(Score.wording) ?? "–"
                        } + [line.composite?.rounded(places: 2) ?? "–"]
                })
        }
    }

    /// The own district beside others, a row for each theme that can be told; nil where none can.
    var comparisonTable: DocumentTable? {
        guard !beside.told.isEmpty else { return nil }
        let isOfSeveral = beside.periods.count > 1
        return DocumentTable(
            title: "Rates for each 1,000 people, beside the districts compared with, \(beside.periods.inWords)",
            columns: [("Theme", false)] + (isOfSeveral ? [("Months", false)] : []) + [
                ("Rate", true), ("95% interval", true), ("Group’s mean", true), ("Among the others", false),
                ("Place", true),
                ("Could be", true),
            ],
            rows: beside.told.map { theme, standing in
                [theme] + (isOfSeveral ? [standing.period] : []) + [
                    standing.rate, standing.interval, standing.mean, standing.besideMean, standing.place,
                    standing.couldBe,
                ]
            })
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

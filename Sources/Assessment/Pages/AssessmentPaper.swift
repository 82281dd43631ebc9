import Charts
import DataFiles
import Foundation
import Press
import Web
import Wording

/// The assessment on paper: the same words and figures as the page, set by `Papers/assessment.typ`.
public struct AssessmentPaper: Sendable {
    let assessment: DistrictAssessment
    let charts: AssessmentCharts
    let partnership: String
    let madeAt: Date

    /// Draws the charts and sets the pages.
    ///
    /// - Returns: a tagged PDF/UA-1.
    /// - Throws: `PressError`
    func pdf(by press: Press) async throws -> [UInt8] {
        var files: [String: [UInt8]] = [:]
        for named in charts.all {
            files["charts/\(named.name).svg"] = Array(try await press.svg(named.chart.spec(width: .wide)).utf8)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        files["paper.json"] = [UInt8](try encoder.encode(words))
        return try await press.pdf(TypstDocument(main: try Self.template(), files: files, created: madeAt))
    }

    private static func template() throws -> String {
        guard let url = Bundle.module.url(forResource: "assessment", withExtension: "typ", subdirectory: "Papers")
        else {
            throw CocoaError(.fileReadNoSuchFile)
        }
        return try String(contentsOf: url, encoding: .utf8)
    }

    private var words: PaperWords {
        let tables = AssessmentTables(assessment: assessment)
        let sources = AssessmentSources(assessment: assessment)
        return PaperWords(
            title: "Crime and anti-social behaviour in \(assessment.district), \(assessment.period)",
            partnership: partnership,
            date: "Made on \(madeAt.day)",
            source: sources.citationText,
            notice: assessment.isGenerated
                ? "Every incident in this document is generated: made up so that yearly totals match published ones. "
                    + "None of them happened." : nil,
            lead: "\(assessment.crime.sentence) \(assessment.antiSocialBehaviour.sentence)",
            gaps: assessment.gaps.map { $0.sentence(force: assessment.force) },
            cards: AssessmentFigures(assessment: assessment, citation: .empty).cards.map(PaperWords.Card.init),
            months: [
                figure(charts.allCrime, assessment.crime),
                figure(charts.antiSocialBehaviour, assessment.antiSocialBehaviour),
            ],
            types: PaperWords.Table(tables.types),
            share: figure(charts.share, nil),
            typeCharts: zip(charts.types, assessment.types).map { figure($0, $1) },
            places: PaperWords.Table(tables.places(first: 10)),
            placesChart: charts.places.map { figure($0, nil) },
            map: charts.map.map { figure($0, nil) },
            sources: PaperWords.Table(sources.table))
    }

    private func figure(_ named: AssessmentCharts.Named, _ finding: Finding?) -> PaperWords.Figure {
        PaperWords.Figure(
            file: "charts/\(named.name).svg", title: named.chart.title, alt: named.chart.sentence,
            sentence: finding.map { ([$0.sentence] + $0.notes).joined(separator: " ") } ?? named.chart.sentence,
            table: finding.map { PaperWords.Table(AssessmentTables.months($0)) })
    }
}

/// What the template reads: text only, already written as people read it.
struct PaperWords: Encodable {
    struct Card: Encodable {
        let label: String
        let value: String
        let unit: String?
        let interval: String?

        init(_ card: FigureCard) {
            (label, value, unit, interval) = (card.name, card.value, card.unit, card.interval)
        }
    }

    struct Table: Encodable {
        let title: String
        let head: [String]
        let kinds: [String]
        let rows: [[String]]
        let total: [String]?

        init(_ table: TextTable) {
            title = table.caption
            head = table.columns.map(\.title)
            kinds = table.columns.enumerated().map { $1.isNumber ? "number" : $0 == 0 ? "text" : "name" }
            rows = table.rows
            total = table.footer
        }
    }

    struct Figure: Encodable {
        let file: String
        let title: String
        let alt: String
        let sentence: String
        let table: Table?
    }

    let title: String
    let partnership: String
    let date: String
    let source: String
    let notice: String?
    let lead: String
    let gaps: [String]
    let cards: [Card]
    let months: [Figure]
    let types: Table
    let share: Figure
    let typeCharts: [Figure]
    let places: Table
    let placesChart: Figure?
    let map: Figure?
    let sources: Table
}

import Charts
import DataFiles
import DataRegister
import Foundation
import Press
import Web
import Wording

/// The assessment on paper: the same words and figures as the page, set by `Papers/assessment.typ`.
public struct AssessmentPaper: Sendable {
    let assessment: DistrictAssessment
    let charts: AssessmentCharts
    let partnership: String
    let accent: Colour
    let madeAt: Date

    /// Draws the charts and sets the pages.
    ///
    /// - Returns: a tagged PDF/UA-1.
    /// - Throws: `PressError`
    func pdf(by press: Press) async throws -> [UInt8] {
        var files: [String: [UInt8]] = [:]
        let small = Set((charts.types + [charts.allCrime, charts.antiSocialBehaviour]).map(\.name))
        for named in charts.all {
            // Two of these stand side by side, each on half the page.
            let width: ChartWidth = small.contains(named.name) ? .narrow : .wide
            let svg = try await press.svg(named.chart.spec(width: width, accent: accent))
            files["charts/\(named.name).svg"] = Array(svg.utf8)
        }
        return try await press.pdf(
            TypstDocument("assessment", of: .module, saying: words, files: files, created: madeAt))
    }

    private var words: PaperWords {
        let tables = AssessmentTables(assessment: assessment)
        let sources = AssessmentSources(assessment: assessment)
        return PaperWords(
            title: "Crime and anti-social behaviour in \(assessment.district), \(assessment.period)",
            partnership: partnership,
            accent: accent.hex,
            date: "First assessment, made on \(madeAt.day)",
            source: sources.citationText,
            notice: assessment.isGenerated
                ? "Every incident in this document is generated: made up so that yearly totals match published ones. "
                    + "None of them happened." : nil,
            lead: AssessmentHeadline(assessment: assessment).text,
            gaps: assessment.gaps.map { $0.sentence(force: assessment.force) }
                + assessment.cautions.filter { !parting.contains($0) },
            cards: AssessmentFigures(assessment).cards.map(PaperWords.Card.init),
            months: [
                figure(charts.allCrime, small(assessment.crime)),
                figure(charts.antiSocialBehaviour, small(assessment.antiSocialBehaviour)),
            ],
            parting: parting,
            types: PaperTable(tables.types),
            share: figure(charts.share),
            typeCharts: zip(charts.types, assessment.types).map {
                figure($0, small($1, leavingOut: assessment.crime.notes))
            },
            places: PaperTable(tables.places(first: 10)),
            placesChart: charts.places.map { figure($0) },
            map: charts.map.map { figure($0, AssessmentCharts.mapSentence) },
            monthTables: MonthTables(assessment: assessment).tables.map(PaperTable.init),
            files: PaperWords.Files(summary: sources.summary, assessment.sources))
    }

    /// Where nothing is compared, what parts the charts, to be read in the notes.
    private var parting: [String] {
        assessment.comparison == nil ? assessment.crime.breaks.map(\.sentence).filter(assessment.cautions.contains) : []
    }

    private func small(_ finding: Finding, leavingOut known: [String] = []) -> String {
        [finding.counts(leavingOut: known), finding.trend.map { "\($0.words)." }].compactMap(\.self).joined(
            separator: " ")
    }

    private func figure(_ named: AssessmentCharts.Named, _ sentence: String? = nil) -> PaperWords.Figure {
        PaperWords.Figure(
            file: "charts/\(named.name).svg", title: named.chart.title, alt: named.chart.sentence,
            sentence: sentence ?? named.chart.sentence)
    }
}

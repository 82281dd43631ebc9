import Charts
import DataFiles
import Web
import Wording

/// `/assessment/{district}`: the first assessment, every figure with where it comes from.
struct AssessmentPage {
    let question: AssessmentQuestion
    let assessment: DistrictAssessment
    let charts: AssessmentCharts
    let canDraw: Bool
    /// Why no chart can be drawn, and what to do about it.
    let pressAdvice: String?

    var page: Page {
        Page(
            "\(assessment.district), \(assessment.period)",
            crumbs: [
                Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment"),
            ],
            width: .wide,
            body: """
                \(AssessmentOpening(question: question, assessment: assessment).html)
                \(pressAdvice.map { Notice(.warning, "Charts and PDF are not to be had", "<p>\($0)</p>").html })
                \(AssessmentFigures(assessment: assessment, citation: citation).html)
                \(byMonth)
                \(byType)
                \(places)
                \(map)
                \(AssessmentSources(assessment: assessment).html)
                """)
    }

    private var citation: HTML { AssessmentSources(assessment: assessment).citation }

    private var byMonth: HTML {
        """
        <h2 id="by-month">Month by month</h2>
        \(figure(charts.allCrime, of: assessment.crime))
        \(figure(charts.antiSocialBehaviour, of: assessment.antiSocialBehaviour))
        """
    }

    private var byType: HTML {
        """
        <h2 id="by-type">By type of crime</h2>
        <p>\(multiplicity)</p>
        \(assessmentTable(AssessmentTables(assessment: assessment).types, csv: question.address("/assessment/\(question.district.slug)/types.csv")).html)
        <p class="citation">\(citation)</p>
        \(figure(charts.share, table: assessmentTable(charts.share.table)))
        <div class="chart-grid">
        \(zip(charts.types, assessment.types).html { figure($0, of: $1) })
        </div>
        """
    }

    /// With many types set side by side some will stand out by chance alone: the reader is told how many.
    private var multiplicity: String {
        guard assessment.comparison != nil, !assessment.types.isEmpty else {
            return "Each type’s share is of recorded crime; anti-social behaviour is counted apart."
        }
        let changed = assessment.changed.count
        return "\(changed) of \(assessment.types.count) types changed by more than chance. With as many comparisons as "
            + "this, chance alone would be expected to flag about "
            + "\(max(1, Int((Double(assessment.types.count) * 0.05).rounded()))), so read one on its own with care."
    }

    private var places: HTML {
        let tables = AssessmentTables(assessment: assessment)
        let csv = question.address("/assessment/\(question.district.slug)/places.csv")
        return """
            <h2 id="places">Where</h2>
            <p>An LSOA is a census area of about 1,500 people. Town centres have many visitors and few residents, so \
            their rates are high whatever anybody does; an area at the top of the list this year is likely to be lower \
            next year by chance alone.</p>
            \(charts.places.map { figure($0, table: assessmentTable(tables.places(first: 10), csv: csv)) })
            """
    }

    private var map: HTML? {
        guard let map = charts.map else { return nil }
        return """
            <h2 id="map">On the map</h2>
            <p>Crimes are published at anonymous map points, each standing for several streets: a cluster is not an \
            address.</p>
            \(figure(map, table: assessmentTable(map.table)))
            """
    }

    private func figure(_ named: AssessmentCharts.Named, of finding: Finding) -> HTML {
        figure(
            named, sentence: ([finding.sentence, named.chart.sentence] + finding.notes).joined(separator: " "),
            table: assessmentTable(AssessmentTables.months(finding)))
    }

    private func figure(_ named: AssessmentCharts.Named, sentence: String? = nil, table: DataTable) -> HTML {
        let path: Address = "/assessment/\(question.district.slug)/charts/\(named.name).svg"
        return ChartFigure(
            id: named.name, named.chart.title, sentence: sentence ?? named.chart.sentence,
            alternative: named.chart.sentence,
            pictures: canDraw
                ? (wide: question.address(path), narrow: question.address(path, width: "narrow")) : nil,
            table: table, citation: citation
        ).html
    }
}

extension AssessmentCharts.Named {
    /// What is drawn, as a table in words.
    var table: TextTable {
        TextTable(
            chart.title,
            columns: chart.table.headings.enumerated().map { $0 == 0 ? .text($1) : .number($1) },
            rows: chart.table.rows)
    }
}

/// A table in words as a page shows it.
func assessmentTable(_ table: TextTable, csv: Address? = nil) -> DataTable {
    DataTable(
        table.caption, columns: table.columns.map { $0.isNumber ? .number($0.title) : .text($0.title) },
        rows: table.rows.map { $0.map(HTML.init(text:)) }, footer: table.footer.map { $0.map(HTML.init(text:)) },
        csv: csv)
}

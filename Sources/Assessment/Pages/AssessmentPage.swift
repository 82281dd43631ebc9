import Charts
import DataFiles
import DataRegister
import Web
import Wording

/// `/assessment/{district}`: the first assessment, every figure with where it comes from.
struct AssessmentPage {
    let question: AssessmentQuestion
    let assessment: DistrictAssessment
    let charts: AssessmentCharts
    /// The months that are looked at where nobody chose any.
    let usual: UsualMonths?
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
                \(AssessmentOpening(question: question, assessment: assessment, usual: usual, canPrint: canDraw).html)
                \(pressAdvice.map { Notice(.warning, "Charts and the PDF cannot be made", "<p>\($0)</p>").html })
                \(AssessmentFigures(assessment).html)
                \(contents.html)
                \(byMonth)
                \(byType)
                \(places)
                \(map)
                \(sources.html)
                \(months)
                """)
    }

    private var sources: AssessmentSources { AssessmentSources(assessment: assessment) }

    private var contents: Contents {
        let parts: [(id: String, title: String)] = [
            ("by-month", "Month by month"), ("by-type", "By type"), ("places", "Where"), ("map", "On the map"),
            ("sources", "Sources"), ("months", "Other months"),
        ]
        return Contents(parts.filter { $0.id != "map" || charts.map != nil })
    }

    private var byMonth: HTML {
        """
        <h2 id="by-month">Month by month</h2>
        \(monthly(charts.allCrime, of: assessment.crime))
        \(monthly(charts.antiSocialBehaviour, of: assessment.antiSocialBehaviour))
        <p class="measure"><a href="\(signals)">Which months of which types were unusually high or low</a>, held against the same \
        season of earlier years.</p>
        """
    }

    private var signals: Address {
        Place.district(question.district.name).signals.asking(["to": "\(assessment.period.to)"])
    }

    private var byType: HTML {
        """
        <h2 id="by-type">By type of crime</h2>
        <p class="measure">\(assessment.multiplicity)</p>
        \(TypesTable(assessment: assessment, csv: address("types.csv")).html)
        <p class="citation">\(sources.citation(method: "change"))</p>
        <div class="chart-grid">
        \(zip(charts.types, assessment.types).html(small))
        </div>
        <p class="citation">\(sources.citation(method: "change"))</p>
        \(figure(charts.share, method: "share", table: assessmentTable(charts.share.table)))
        """
    }

    private var places: HTML {
        let table = AssessmentTables(assessment: assessment).places(first: 10)
        return """
            <h2 id="places">Where</h2>
            <p class="measure">An LSOA is a census area of about 1,500 people. Town centres have many visitors and few \
            residents, so their rates are high whatever anybody does; an area at the top of the list this year is likely \
            to be lower next year by chance alone.</p>
            \(charts.places.map {
                figure($0, method: "places", table: assessmentTable(table, csv: address("places.csv")), opensTable: true)
            })
            """
    }

    private var map: HTML? {
        guard let map = charts.map else { return nil }
        return """
            <h2 id="map">On the map</h2>
            \(figure(
                map, sentence: charts.mapSentence, method: "places", table: assessmentTable(map.table), size: .wide))
            """
    }

    private var months: HTML {
        """
        <section class="other-months">
        <h2 id="months">Other months</h2>
        \(PeriodForm(action: "/assessment/\(question.district.slug)", typed: question.typed).html)
        </section>
        """
    }

    private func small(_ named: AssessmentCharts.Named, of finding: Finding) -> HTML {
        figure(
            named, sentence: finding.counts(leavingOut: assessment.crime.notes), method: nil,
            table: assessmentTable(AssessmentTables.months(finding)), size: .small, trend: finding.trend)
    }

    private func monthly(_ named: AssessmentCharts.Named, of finding: Finding) -> HTML {
        figure(
            named, sentence: ([finding.sentence] + finding.notes).joined(separator: " "), method: "change",
            table: assessmentTable(AssessmentTables.months(finding)))
    }

    private func figure(
        _ named: AssessmentCharts.Named, sentence: String? = nil, method: StaticString?, table: DataTable,
        size: ChartFigure.Size = .beside, trend: Trend? = nil, opensTable: Bool = false
    ) -> HTML {
        let path: Address = "/assessment/\(question.district.slug)/charts/\(named.name).svg"
        return ChartFigure(
            id: "chart-\(named.name)", named.chart.title, sentence: sentence ?? named.chart.sentence,
            alternative: named.chart.sentence,
            pictures: canDraw
                ? (wide: question.address(path), narrow: question.address(path, width: "narrow")) : nil,
            table: table, citation: method.map { sources.citation(method: $0) }, size: size, trend: trend,
            opensTable: opensTable
        ).html
    }

    private func address(_ file: String) -> Address {
        question.address("/assessment/\(question.district.slug)/\(file)")
    }
}

import Charts
import DataRegister
import Statistics
import Web
import Wording

/// The part of a comparison's page that sets its years beside each other.
enum ComparedYearsSection {
    case told(ComparedYears)
    /// Why there are none.
    case untold(String)

    func html(of comparison: Comparison, canDraw: Bool) -> HTML {
        let content: HTML =
            switch self {
            case .told(let years): Self.told(years, of: comparison, canDraw: canDraw)
            case .untold(let reason): "<p class=\"measure\">\(reason)</p>"
            }
        return """
            <h2 id="years">Over the years</h2>
            \(content)
            """
    }

    private static func told(_ years: ComparedYears, of comparison: Comparison, canDraw: Bool) -> HTML {
        let picture = comparison.asking("/comparators/\(comparison.set.address)/comparison/years.svg")
        let chart = years.chart
        return """
            \(ChartFigure(
                id: "chart-years", chart.title, sentence: years.sentence, alternative: chart.sentence,
                pictures: canDraw ? (wide: picture, narrow: picture.asking(["width": "narrow"])) : nil,
                table: table(years, of: comparison), notes: years.notes.html { "<p>\($0)</p>" },
                citation: HTML(text: "Source: \(years.citation.words)"), size: .wide
            ).html)
            """
    }

    private static func table(_ years: ComparedYears, of comparison: Comparison) -> DataTable {
        DataTable(
            years.chart.title,
            columns: [
                .text("Year"), .number("Count"), .number("Residents"), .number("For each 1,000"),
                .number("95% interval"), .number("Place"),
                .number("Mean of the group"), .number("Times the mean"),
            ],
            rows: years.years.reversed().map { year in
                [
                    HTML(text: "\(year.year)"), HTML(text: year.own.map { Int($0.count).grouped } ?? "not known"),
                    HTML(text: year.people.map { "\($0.people.grouped) (\($0.basis))" } ?? "not known"),
                    HTML(text: year.own?.told ?? "–"),
                    HTML(text: year.own?.interval.wording(places: 1) ?? "–"),
                    HTML(text: year.place.map { "\($0.rank) of \($0.of)" } ?? "–"),
                    HTML(text: year.mean?.rounded(places: 1) ?? "–"),
                    HTML(text: year.times?.rounded(places: 2) ?? "–"),
                ]
            }, csv: comparison.asking("/comparators/\(comparison.set.address)/comparison/years.csv"), isStacked: true)
    }
}

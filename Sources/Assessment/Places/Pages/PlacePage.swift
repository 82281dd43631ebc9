import Charts
import DataFiles
import DataRegister
import Statistics
import Web
import Wording

/// `/places/{level}/{key}`: everything about one ward or small area.
struct PlacePage {
    let place: PlaceAssessment
    let overview: PlacesOverview
    let question: PlacesQuestion
    let gathered: PlaceGathered
    let canDraw: Bool

    private var assessment: DistrictAssessment { place.assessment }

    var page: Page {
        Page(
            "\(place.place.name), \(assessment.period)",
            crumbs: [
                Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment"),
                Mention(at: "/places", titled: "Places"),
            ],
            width: .wide,
            body: """
                <p class="eyebrow">\(place.place.level.name.capitalisedFirst) in \(place.district)</p>
                <h1>\(place.place.name), \(assessment.period.description)</h1>
                <p class="lead">\(assessment.crime.sentence)</p>
                \(Notice(
                    .information, "Before anything is said of it",
                    """
                    <p>A place that is looked at because it had most is likely to have less next time by chance alone (regression to \
                    the mean). Its years stand beside one another below; no before and after may be claimed of a place that was \
                    chosen at its peak.</p>
                    """
                ).html)
                \(GatheredSections(place: place, gathered: gathered).opening)
                \(yearsForm)
                \(history)
                <h2 id="types">By type</h2>
                \(TypesTable(assessment: assessment, csv: nil).html)
                <p class="measure">\(assessment.multiplicity)</p>
                <p class="measure">\(assessment.antiSocialBehaviour.sentence) It is counted apart from crime.</p>
                \(months)
                \(map)
                \(points)
                \(clusters)
                \(parts)
                \(GatheredSections(place: place, gathered: gathered).html)
                \(place.sources.html)
                """)
    }

    private var history: HTML {
        """
        <h2 id="years">Year by year</h2>
        \(SummaryList(place.history.reversed().map { year in
            ("\(year.period)", HTML(text: year.crimes.map { $0.counted("crime", "crimes") } ?? "not all of its months are here"))
        }).html)
        """
    }

    private var months: HTML {
        let charts = AssessmentCharts(assessment: assessment, map: nil)
        let picture = file("months.svg")
        return """
            <h2 id="by-month">Month by month</h2>
            \(ChartFigure(
                id: "chart-months", charts.allCrime.chart.title, sentence: assessment.crime.sentence,
                alternative: charts.allCrime.chart.sentence,
                pictures: canDraw ? (wide: picture, narrow: picture.asking(["width": "narrow"])) : nil,
                table: assessmentTable(AssessmentTables.months(assessment.crime)),
                citation: place.sources.citation(method: "change")
            ).html)
            \(signals)
            """
    }

    /// Of a ward; a small area has too few a month to tell.
    private var signals: HTML? {
        guard SignalDesk.levels.contains(place.place.level) else { return nil }
        return """
            <p class="measure"><a href="\(place.place.signals)">Which months of which types were unusually high or low here</a></p>
            """
    }

    private func file(_ name: String) -> Address {
        question.years(of: "/places/\(place.place.level.addressName)/\(PlaceAddress(place.place).key)/\(name)")
    }

    private var yearsForm: HTML {
        let (from, to) = ("\(assessment.period.from)", "\(assessment.period.to)")
        return Disclosure(
            "Look at other years",
            """
            <form class="period-form" method="get" action="\(place.place.page)">
            <fieldset class="field-group">
            <legend>Whole years, or a part of one</legend>
            <div class="field-row">
            \(Field("from", "First month", hint: "Like 2015-01", .month, value: from).html)
            \(Field("to", "Last month", hint: "Like 2015-12", .month, value: to).html)
            </div>
            </fieldset>
            \(Button("Show these years").html)
            </form>
            """
        ).html
    }

    private var map: HTML? {
        place.map.map { map in
            let table = AssessmentCharts.Named(name: "map", chart: map).table
            let picture = file("map.svg")
            return """
                <h2 id="map">On the map</h2>
                \(ChartFigure(
                    id: "chart-map", map.title, sentence: AssessmentCharts.mapSentence, alternative: map.sentence,
                    pictures: canDraw ? (wide: picture, narrow: picture.asking(["width": "narrow"])) : nil,
                    table: assessmentTable(table), citation: place.sources.citation(method: "places"), size: .wide
                ).html)
                """
        }
    }

    private var streets: HTML? {
        guard let streets = place.streets else { return nil }
        let table =
            streets.lines.isEmpty
            ? nil : assessmentTable(streets.table(first: Self.shownStreets), csv: file("streets.csv")).html
        return """
            \(Notice(
                .warning, "Points are moved, and name no address",
                """
                <p>data.police.uk moves each crime to the nearest of its map points, the middle of a street or a public place \
                with many addresses about it. The place is approximate and never where it happened; some crimes were put at \
                police stations for want of a better place. A name at the top of this list is a reason to ask the police, and \
                says nothing of who lives there.</p>
                """
            ).html)
            \(table)
            \(streets.note.map { "<p class=\"measure\">\($0)</p>" })
            """
    }

    /// More names than these are not read; all are in the file.
    private static let shownStreets = 10

    private var points: HTML? {
        place.points.map { points in
            """
            <h2 id="points">Streets</h2>
            <p class="measure">Its crimes of \(assessment.period.description) were put at \(points.all.counted("map point", "map points")); \
            half of them at \(points.holdingHalf). A map point is anonymous and stands for several streets: crimes on any of them \
            are put there, and some that happened elsewhere. Nothing can be said of one street from it, and no point is an \
            address.</p>
            \(streets)
            """
        }
    }

    private var clusters: HTML? {
        guard !place.clusters.isEmpty else { return nil }
        return """
            <h2 id="clusters">Clusters</h2>
            <ul class="measure">\(place.clusters.html { cluster in
                let name: HTML? = place.areas.count > 1 ? "\(cluster.name): " : nil
                return "<li>\(name)\(cluster.sentence)</li>\n"
            })</ul>
            """
    }

    /// A ward's small areas, or the wards that a small area lies in.
    private var parts: HTML? {
        if place.place.level == .ward {
            let codes = Set(place.areas.map(\.code))
            let lines = overview.areas.filter { $0.place.code.map(codes.contains) ?? false }
            return DataTable(
                "Small areas of \(place.place.name)", columns: [.text("Small area"), .number("Crimes")],
                rows: lines.map {
                    [
                        "<a href=\"\(question.years(of: $0.place.page))\">\($0.place.name)</a>",
                        HTML(text: $0.crimes.grouped),
                    ]
                }
            ).html
        }
        return nil
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

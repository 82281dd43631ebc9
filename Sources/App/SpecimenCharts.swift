import Assessment
import Charts
import Geography
import Hummingbird
import Press
import Web

/// `/style-guide` with its specimens of a chart and a map, which are made up and drawn as every other.
struct SpecimenCharts: Sendable {
    let press: Press
    let accent: Accent?

    func add(to routes: inout Routes) {
        routes.visitors(.get, "/style-guide") { request, context in
            await .page(guide(StyleGuideTrial(request, context)).page)
        }
        routes.visitors(.post, "/style-guide") { form, context in
            let trial = StyleGuideTrial(form, context)
            return await .page(guide(trial).page, status: trial.isRefused ? .unprocessableContent : .ok)
        }
        routes.visitors(.get, "/style-guide/charts/{chart}", as: .printing, use: draw)
    }

    private func guide(_ trial: StyleGuideTrial) async -> StyleGuide {
        let canDraw = await press.status.canDraw
        return StyleGuide(
            chart: figure("chart", Self.months, .beside, canDraw: canDraw),
            map: figure("map", Self.map, .wide, canDraw: canDraw), trial: trial)
    }

    private func draw(_ request: Request, _ context: VisitorContext) async throws -> Reply {
        let charts: [String: any Chart] = ["chart.svg": Self.months, "map.svg": Self.map]
        guard let chart = context.parameters.get("chart").flatMap({ charts[$0] }) else { throw HTTPError(.notFound) }
        return await press.drawn(chart, for: request, accent: Colour(accent))
    }

    private func figure(_ name: String, _ chart: any Chart, _ size: ChartFigure.Size, canDraw: Bool) -> ChartFigure {
        let address: Address = "/style-guide/charts/\(name).svg"
        return ChartFigure(
            id: "specimen-\(name)", chart.title, sentence: chart.sentence, alternative: chart.sentence,
            pictures: canDraw ? (wide: address, narrow: address.asking(["width": "narrow"])) : nil,
            table: DataTable(
                chart.title, columns: chart.table.headings.enumerated().map { $0 == 0 ? .text($1) : .number($1) },
                rows: chart.table.rows.map { $0.map(HTML.init(text:)) }),
            citation: "Source: made up for this page · method", size: size)
    }

    private static let months = MonthlyChart(
        title: "Burglary each month", unit: "crimes",
        current: line(2015, [99, 74, 95, 123, 92, nil, 75, 68, 68, 69, 70, 60]),
        earlier: line(2014, [125, 126, 165, 130, 128, 136, 118, 70, 114, 98, 93, 95]))

    private static func line(_ year: Int, _ counts: [Int?]) -> MonthlyChart.Line {
        MonthlyChart.Line(
            label: "\(year)",
            months: counts.enumerated().map { MonthlyChart.Month(year: year, number: $0 + 1, count: $1) })
    }

    /// A district of hexagons, one of them without crime, one without data and one kept back.
    private static let map: MapChart = {
        let places = (0..<120).map { index in
            Position(longitude: 1.36 + 0.008 * Double(index % 12), latitude: 51.34 + 0.005 * Double(index / 12))
        }
        let hexagons = HexagonGrid(binning: places.map { ($0, 1) }, width: 1_000).hexagons
        return MapChart(
            title: "Recorded crime by hexagon", unit: "crimes", noun: "hexagon",
            naming: "named after the small area (LSOA) that most of its crimes are in",
            areas: hexagons.enumerated().map { index, hexagon in
                MapChart.Area(
                    name: "Testham \(101 + index / 4)\(["A", "B", "C", "D"][index % 4])",
                    polygons: [[hexagon.corners.map { MapChart.Point(x: $0.x, y: $0.y) }]],
                    value: index == 9 ? nil : index == 4 ? 0 : Double(index * index % 47 + (index % 7 == 0 ? 90 : 1)),
                    isSuppressed: index == 17)
            })
    }()
}

/// Lays a map out in pixels: areas, hatching, outline, the three highest, scale bar and legend.
struct MapPicture {
    private let chart: MapChart
    private let width: ChartWidth
    private let plane: MapPlane
    private let classes: MapClasses
    private let shades: [String]
    private let hasLegendBeside: Bool

    private static let margin = 6.0
    private static let legendBeside = 170.0

    init(of chart: MapChart, width: ChartWidth, accent: Colour) {
        self.chart = chart
        self.width = width
        classes = MapClasses(of: chart.areas.compactMap(\.value), format: chart.format)
        shades = accent.ramp(classes.floors.count).map(\.hex)
        let points = chart.areas.flatMap { $0.polygons.joined().joined() } + chart.outline.joined()
        let whole = MapPlane(showing: points, in: (1, .infinity), margin: 0)
        // A tall district leaves room beside it.
        hasLegendBeside = width == .wide && whole.height > whole.width * 0.8
        let across = width.pixels - 2 * Self.margin - (hasLegendBeside ? Self.legendBeside : 0)
        plane = MapPlane(showing: points, in: (across, width == .wide ? 470 : 400), margin: Self.margin)
    }

    var specification: JSONValue {
        let foot = plane.top + plane.height + Self.margin + 8
        let legend = MapLegend(
            of: classes, shades: shades, chart: chart,
            left: hasLegendBeside ? width.pixels - Self.legendBeside : Self.margin,
            top: hasLegendBeside ? plane.top : foot + 24,
            width: hasLegendBeside ? 0 : width.pixels - 2 * Self.margin)
        let height = max(foot + 22, legend.bottom + Self.margin)
        let bar = MapScaleBar(plane: plane, left: Self.margin, top: foot)
        return HouseStyle.specification(
            of: chart, size: (width.pixels, height.rounded(.up)), fontSize: 13, fit: false,
            layers: [halo, areas, hatching] + outline + ranks + bar.layers + legend.layers
        ).with(["data": ["values": features], "projection": ["type": "identity", "scale": 1, "translate": [0, 0]]])
    }

    private var features: JSONValue {
        .array(
            chart.ranked.map { name, area in
                let polygons = area.polygons.map { MapPlane.coordinates(plane.rings($0)) }
                return [
                    "type": "Feature", "geometry": ["type": "MultiPolygon", "coordinates": .array(polygons)],
                    "fill": .text(fill(of: area)), "about": .text(chart.description(of: area, named: name)),
                ]
            })
    }

    /// Behind the areas, so that only the outer edge of the district shows a line.
    private var halo: JSONValue {
        [
            "mark": [
                "type": "geoshape", "stroke": .text(HouseStyle.axis), "strokeWidth": 2.5, "filled": false,
                "aria": false,
            ]
        ]
    }

    private var areas: JSONValue {
        [
            "mark": ["type": "geoshape", "stroke": "white", "strokeWidth": 0.7],
            "encoding": [
                "fill": ["field": "fill", "type": "nominal", "scale": nil, "legend": nil],
                "description": ["field": "about"],
            ],
        ]
    }

    private var hatching: JSONValue {
        let lines = chart.areas.flatMap { area -> [(MapChart.Point, MapChart.Point)] in
            guard area.value == nil else { return [] }
            let hatching = area.isSuppressed ? Hatching.rising : .falling
            return area.polygons.flatMap { hatching.lines(in: plane.rings($0)) }
        }
        return MapLines.layer(lines, stroke: HouseStyle.axis, width: 1)
    }

    private var outline: [JSONValue] {
        guard !chart.outline.isEmpty else { return [] }
        let lines = plane.rings(chart.outline).flatMap { ring in Array(zip(ring, ring.dropFirst() + ring.prefix(1))) }
        return [MapLines.layer(lines, stroke: HouseStyle.muted, width: 1)]
    }

    /// The highest, so that the sentence and the first rows of the table can be found on the map.
    private var ranks: [JSONValue] {
        let rings = chart.highest.compactMap { area in
            area.polygons.map(plane.rings)
                .max { abs(MapPlane.twiceArea($0.first ?? [])) < abs(MapPlane.twiceArea($1.first ?? [])) }
        }
        return MapRanks(of: rings, on: plane).layers
    }

    private func fill(of area: MapChart.Area) -> String {
        guard let value = area.value else { return "white" }
        return classes.index(of: value).map { shades[$0] } ?? HouseStyle.paper
    }
}

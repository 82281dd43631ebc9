/// Lays a funnel out: the limits as lines, the middle line, a point for each place, and names for those that stand out.
struct FunnelPicture {
    private let chart: FunnelChart
    private let width: ChartWidth
    private let accent: Colour
    private let values: ValueAxis
    private let sizes: ValueAxis

    private let fontSize = 13.0
    /// More names than these would lie on one another.
    private let mostNames = 6

    init(of chart: FunnelChart, width: ChartWidth, accent: Colour) {
        self.chart = chart
        self.width = width
        self.accent = accent
        let tops = chart.points.map(\.value) + chart.limits.flatMap { [$0.outer.upperBound] }
        let most = tops.filter(\.isFinite)
        values = ValueAxis(covering: most, ticks: 5, whole: false)
        sizes = ValueAxis(
            covering: chart.points.map(\.size) + chart.limits.map(\.size), ticks: width == .wide ? 6 : 3, whole: true)
    }

    var specification: JSONValue {
        let lines = [
            line("outerLow", dash: [2, 3]), line("outerHigh", dash: [2, 3]), line("innerLow", dash: [6, 3]),
            line("innerHigh", dash: [6, 3]),
        ]
        return HouseStyle.specification(
            of: chart, size: (width.pixels, width == .wide ? 380 : 330), fontSize: fontSize,
            names: ([], width == .wide ? chart.points.filter(isNamed).map(\.label) : []),
            layers: lines + lineNames + [middle, points(own: false), points(own: true)]
                + [names(leftOf: false, halo: true), names(leftOf: true, halo: true)]
                + [names(leftOf: false), names(leftOf: true)]
        ).with(["encoding": ["x": horizontal, "y": vertical]])
    }

    private func isNamed(_ point: FunnelChart.Point) -> Bool {
        let far = chart.points.filter { $0.place.isFar }
        return point.isOwn || point.place.isFar && far.count <= mostNames
    }

    private func line(_ field: String, dash: JSONValue) -> JSONValue {
        let rows = chart.limits.map { limits -> JSONValue in
            let value =
                switch field {
                case "outerLow": limits.outer.lowerBound
                case "outerHigh": limits.outer.upperBound
                case "innerLow": limits.inner.lowerBound
                default: limits.inner.upperBound
                }
            return ["x": .number(limits.size), "y": .number(max(0, value))]
        }
        return [
            "data": ["values": .array(rows)],
            "mark": [
                "type": "line", "stroke": .text(HouseStyle.axis), "strokeWidth": 1.25, "strokeDash": dash,
                "aria": false,
            ],
        ]
    }

    /// What each line is, beside its right end, where no point lies.
    private var lineNames: [JSONValue] {
        guard let last = chart.limits.last else { return [] }
        let rows: [(Double, String)] = [
            (last.outer.upperBound, "99.8%"), (last.inner.upperBound, "95%"), (chart.centre, "together"),
        ]
        let data = rows.map { value, name -> JSONValue in
            ["x": .number(sizes.upper), "y": .number(value), "name": .text(name)]
        }
        return [
            [
                "data": ["values": .array(data)],
                "mark": [
                    "type": "text", "align": "left", "baseline": "middle", "dx": 5, "fontSize": 11,
                    "color": .text(HouseStyle.muted), "aria": false,
                ],
                "encoding": ["text": ["field": "name"]],
            ]
        ]
    }

    private var middle: JSONValue {
        [
            "data": [
                "values": [
                    ["x": .number(sizes.lower), "y": .number(chart.centre)],
                    ["x": .number(sizes.upper), "y": .number(chart.centre)],
                ]
            ],
            "mark": ["type": "line", "stroke": .text(HouseStyle.muted), "strokeWidth": 1.25, "aria": false],
        ]
    }

    /// The own one is told by its shape and its name too, not by its colour alone; those that stand out are filled.
    private func points(own: Bool) -> JSONValue {
        let rows = chart.points.filter { $0.isOwn == own }.map { point -> JSONValue in
            let rate = ValueFormat.decimal(places: 1).amount(point.value, chart.unit)
            return [
                "x": .number(point.size), "y": .number(point.value),
                "fill": .text(own ? accent.onPaper.hex : point.place.isFar ? HouseStyle.ink : "#ffffff"),
                "about": .text("\(point.label): \(rate), \(point.place.rawValue)"),
            ]
        }
        return [
            "data": ["values": .array(rows)],
            "mark": [
                "type": "point", "shape": own ? "diamond" : "circle", "size": own ? 130 : 38,
                "stroke": .text(own ? accent.onPaper.hex : HouseStyle.ink), "strokeWidth": 1.25, "opacity": 1,
            ],
            "encoding": [
                "fill": ["field": "fill", "type": "nominal", "scale": nil, "legend": nil],
                "description": ["field": "about"],
            ],
        ]
    }

    /// The names of those that stand out, at the side of their points where there is room.
    ///
    /// - Parameter halo: light about the letters, for a name that lies on other points.
    private func names(leftOf isLeft: Bool, halo: Bool = false) -> JSONValue {
        let middle = (sizes.lower + sizes.upper) / 2
        let rows = chart.points.filter { isNamed($0) && ($0.size > middle) == isLeft }.map { point -> JSONValue in
            ["x": .number(point.size), "y": .number(point.value), "name": .text(point.label)]
        }
        let letters: JSONValue = [
            "type": "text", "align": isLeft ? "right" : "left", "baseline": "middle", "dx": isLeft ? -11 : 11,
            "aria": false, "fontWeight": "bold",
        ]
        return [
            "data": ["values": .array(rows)], "mark": halo ? letters.with(HouseStyle.light(width: 5)) : letters,
            "encoding": ["text": ["field": "name"]],
        ]
    }

    private var horizontal: JSONValue {
        [
            "field": "x", "type": "quantitative",
            "scale": ["domain": sizes.domain, "nice": false, "zero": true],
            "axis": [
                "values": .array(sizes.ticks.map { .number($0) }), "format": ",.0f", "grid": false,
                "labelPadding": 4, "labelFlush": false, "title": .text(chart.sizeUnit), "titlePadding": 4,
            ],
        ]
    }

    private var vertical: JSONValue {
        [
            "field": "y", "type": "quantitative",
            "scale": ["domain": values.domain, "nice": false, "zero": true],
            "axis": [
                "values": .array(values.ticks.map { .number($0) }),
                "format": .text(ValueFormat.decimal(places: 1).axisFormat(step: values.step)),
                "domain": false, "ticks": false, "labelPadding": 6, "title": .text(chart.unit), "titleAngle": 0,
                "titleAlign": "left", "titleBaseline": "bottom", "titleAnchor": "end", "titleX": 0, "titleY": -8,
            ],
        ]
    }
}

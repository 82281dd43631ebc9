/// Lays bars out in rows of fixed height: names at the left on a wide page, above the bars on a narrow one.
struct BarPicture {
    private let chart: BarChart
    private let width: ChartWidth
    private let accent: Colour
    private let axis: ValueAxis
    private let hasIntervals: Bool

    private let fontSize = 13.0
    private let thickness = 15.0

    init(of chart: BarChart, width: ChartWidth, accent: Colour) {
        self.chart = chart
        self.width = width
        self.accent = accent
        let ends = chart.bars.flatMap {
            [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap(\.self)
        }
        // Shares and decimals are not whole, nor is an axis of counts worth less than one.
        axis = ValueAxis(covering: ends, ticks: width == .wide ? 5 : 3, whole: chart.format == .count)
        hasIntervals = chart.bars.contains { $0.interval != nil }
    }

    private var pitch: Double { width == .wide ? 25 : 41 }
    private var height: Double { Double(max(chart.bars.count, 1)) * pitch + (hasIntervals ? 4 : 0) }

    var specification: JSONValue {
        let whiskers = hasIntervals ? [whisker, cap(at: "low"), cap(at: "high")] : []
        return HouseStyle.specification(
            of: chart, size: (width.pixels, height), fontSize: fontSize,
            names: (width == .wide ? chart.bars.map(\.label) : [], chart.bars.map { chart.format.text($0.value) }),
            layers: [bars] + whiskers + [baseline, names, numbers]
        ).with(["data": ["values": .array(rows)], "encoding": ["x": values]])
    }

    private var rows: [JSONValue] {
        chart.bars.enumerated().map { index, bar in
            let top = Double(index) * pitch + (width == .wide ? (pitch - thickness) / 2 : pitch - thickness - 4)
            let end = max(bar.value ?? 0, bar.interval?.upperBound ?? 0, 0)
            return [
                "name": .text(bar.label), "value": .number(bar.value), "low": .number(bar.interval?.lowerBound),
                "high": .number(bar.interval?.upperBound), "end": .number(end),
                "text": .text(chart.format.text(bar.value)),
                "about": .text("\(bar.label): \(bar.value.map { chart.format.amount($0, chart.unit) } ?? noData)"),
                "top": .number(top), "bottom": .number(top + thickness), "middle": .number(top + thickness / 2),
                "capTop": .number(top + thickness / 2 - 4), "capBottom": .number(top + thickness / 2 + 4),
            ]
        }
    }

    /// With whiskers an axis is needed to read them; without, every bar has its number and the axis would be noise.
    private var values: JSONValue {
        let shown: JSONValue = [
            "values": .array(axis.ticks.map { .number($0) }), "format": .text(chart.format.axisFormat(step: axis.step)),
            "domain": false, "ticks": false, "labelPadding": 4, "labelFlush": false, "title": .text(chart.unit),
            "titlePadding": 4,
        ]
        return [
            "field": "value", "type": "quantitative", "axis": hasIntervals ? shown : nil,
            "scale": ["domain": axis.domain, "nice": false, "zero": true],
        ]
    }

    private var bars: JSONValue {
        // Under a whisker the bar is lighter, so that the ink stands out.
        let fill = hasIntervals ? accent.with(luminance: 0.36) : accent.onPaper
        return [
            "transform": [["filter": "isValid(datum.value)"]],
            "mark": ["type": "rect", "fill": .text(fill.hex)],
            "encoding": [
                "x2": ["datum": 0], "y": pixels("top"), "y2": ["field": "bottom"], "description": ["field": "about"],
            ],
        ]
    }

    private var whisker: JSONValue {
        [
            "transform": [["filter": "isValid(datum.low)"]],
            "mark": ["type": "rule", "stroke": .text(HouseStyle.ink), "strokeWidth": 1.5, "aria": false],
            "encoding": ["x": ["field": "low"], "x2": ["field": "high"], "y": pixels("middle")],
        ]
    }

    private func cap(at end: String) -> JSONValue {
        [
            "transform": [["filter": "isValid(datum.low)"]],
            "mark": ["type": "rule", "stroke": .text(HouseStyle.ink), "strokeWidth": 1.5, "aria": false],
            "encoding": ["x": ["field": .text(end)], "y": pixels("capTop"), "y2": ["field": "capBottom"]],
        ]
    }

    private var baseline: JSONValue {
        [
            "data": ["values": [[:]]],
            "mark": ["type": "rule", "stroke": .text(HouseStyle.axis), "aria": false],
            "encoding": ["x": ["datum": 0], "y": ["value": 0], "y2": ["value": "height"]],
        ]
    }

    private var names: JSONValue {
        let isWide = width == .wide
        return [
            "mark": [
                "type": "text", "align": isWide ? "right" : "left", "baseline": isWide ? "middle" : "bottom",
                "limit": isWide ? 300 : 330, "dx": isWide ? -8 : 1, "dy": isWide ? 1 : -3, "aria": false,
            ],
            "encoding": ["x": ["value": 0], "y": pixels(isWide ? "middle" : "top"), "text": ["field": "name"]],
        ]
    }

    private var numbers: JSONValue {
        [
            "mark": ["type": "text", "align": "left", "baseline": "middle", "dx": 6, "dy": 1, "aria": false],
            "encoding": ["x": ["field": "end"], "y": pixels("middle"), "text": ["field": "text"]],
        ]
    }

    /// A place down the page that is already in pixels.
    private func pixels(_ field: JSONValue) -> JSONValue {
        ["field": field, "type": "quantitative", "scale": nil, "axis": nil]
    }
}

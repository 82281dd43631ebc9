/// Lays a monthly chart out in layers, from the back: what is missing, the earlier period, the current one, names.
struct MonthlyPicture {
    let chart: MonthlyChart
    let frame: MonthlyFrame
    let slots: MonthlySlots
    let axis: ValueAxis
    let strokes: (current: LineStroke, earlier: LineStroke)

    /// - Parameter ceiling: the least height of the axis of values, so that several pictures can be compared.
    init(of chart: MonthlyChart, frame: MonthlyFrame, ceiling: Double? = nil, accent: Colour) {
        self.chart = chart
        self.frame = frame
        slots = MonthlySlots(current: chart.current, earlier: chart.earlier)
        let values = (chart.current.months + (chart.earlier?.months ?? [])).compactMap(\.value)
        axis = ValueAxis(
            covering: values + [ceiling].compactMap(\.self), ticks: frame.ticks, whole: chart.format == .count)
        strokes = (.current(accent), .earlier)
    }

    /// The specification; `shown` gives it title and sentence.
    func specification(of shown: some Chart) -> JSONValue {
        var layers = MonthlyGaps(current: chart.current, earlier: chart.earlier, slots: slots, frame: frame).layers()
        if let earlier = chart.earlier {
            layers += line(earlier, stroke: strokes.earlier, slot: slots.slot(ofEarlier:))
        }
        layers += line(chart.current, stroke: strokes.current, slot: slots.slot(of:))
        if chart.earlier != nil { layers += MonthlyNames(of: self).layers() }
        return HouseStyle.specification(
            of: shown, size: (frame.width, frame.height), fontSize: frame.fontSize, layers: layers
        ).with(["encoding": ["x": months, "y": values]])
    }

    private func line(
        _ line: MonthlyChart.Line, stroke: LineStroke, slot: (MonthlyChart.Month) -> Int
    ) -> [JSONValue] {
        let rows = line.months.map { month -> JSONValue in
            [
                "x": .number(Double(slot(month))), "y": .number(month.value),
                "about": "\(month.name) \(String(month.year)): \(month.value.map(chart.amount) ?? noData)",
            ]
        }
        // Where months are many, only those that stand alone between gaps have a point: no line would show them.
        let isDense = frame.isCompact || frame.pitch(of: slots) < 14
        let values = line.months.map(\.value)
        let dots = rows.indices.filter { index in
            let before = index > 0 ? values[index - 1] : nil
            let after = index + 1 < values.count ? values[index + 1] : nil
            return values[index] != nil && (!isDense || before == nil && after == nil)
        }
        return [
            ["data": ["values": .array(rows)], "mark": stroke.line(named: line.label)],
            [
                "data": ["values": .array(dots.map { rows[$0] })], "mark": stroke.point,
                "encoding": ["description": ["field": "about"]],
            ],
        ]
    }

    private var months: JSONValue {
        let labels = frame.labels(for: slots)
        // Names of months and years only, so the expression can hold no text from outside.
        let words = labels.map { "[" + $0.map { "'\($0)'" }.joined(separator: ",") + "]" }.joined(separator: ",")
        let hasRoom = !frame.isCompact && frame.pitch(of: slots) >= 8
        let ticks = labels.indices.filter { hasRoom || !labels[$0].isEmpty }
        return [
            "field": "x", "type": "quantitative", "title": nil,
            "scale": [
                "domain": [-0.5, .number(Double(max(slots.months.count, 1)) - 0.5)], "nice": false, "zero": false,
            ],
            "axis": [
                "values": .array(ticks.map { .number(Double($0)) }), "labelExpr": "[\(words)][datum.value]",
                "labelOverlap": false, "labelFlush": false, "grid": false, "tickSize": 4, "labelPadding": 3,
            ],
        ]
    }

    private var values: JSONValue {
        [
            "field": "y", "type": "quantitative",
            "scale": ["domain": axis.domain, "nice": false, "zero": true],
            "axis": [
                "values": .array(axis.ticks.map { .number($0) }),
                "format": .text(chart.format.axisFormat(step: axis.step)),
                "domain": false, "ticks": false, "labelPadding": 6, "title": frame.isCompact ? nil : .text(chart.unit),
                "titleAngle": 0, "titleAlign": "left", "titleBaseline": "bottom", "titleAnchor": "end", "titleX": 0,
                "titleY": -8,
            ],
        ]
    }
}

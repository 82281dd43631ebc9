/// Lays a monthly chart out in layers, from the back: what is missing, the earlier period, the current one, breaks, names.
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
        layers +=
            MonthlyBreaks(
                chart.breaks, current: chart.current, earlier: chart.earlier, slots: slots, axis: axis, frame: frame
            ).layers()
        if chart.earlier != nil { layers += MonthlyNames(of: self).layers() }
        return HouseStyle.specification(
            of: shown, size: (frame.width, frame.height), fontSize: frame.fontSize, layers: layers
        ).with([
            "encoding": ["x": frame.months(of: slots), "y": frame.values(axis, chart.format, unit: chart.unit)]
        ])
    }

    private func line(
        _ line: MonthlyChart.Line, stroke: LineStroke, slot: (MonthlyChart.Month) -> Int
    ) -> [JSONValue] {
        let rows = line.months.map { month -> JSONValue in
            [
                "x": .number(Double(slot(month))), "y": .number(month.value),
                "about": "\(month.name) \(String(month.year)): \(month.value.map(chart.amount) ?? noData)",
                "stretch": .number(Double(month.stretch(chart.breaks))),
            ]
        }
        // Where months are many, only those that stand alone between gaps or breaks have a point: no line would show them.
        let isDense = frame.isCompact || frame.pitch(of: slots) < 14
        let dots = rows.indices.filter { index in
            isDense ? line.months.isAlone(index, chart.breaks) : line.months[index].value != nil
        }
        return [
            [
                "data": ["values": .array(rows)], "mark": stroke.line(named: line.label),
                "encoding": ["detail": ["field": "stretch"]],
            ],
            [
                "data": ["values": .array(dots.map { rows[$0] })], "mark": stroke.point,
                "encoding": ["description": ["field": "about"]],
            ],
        ]
    }
}

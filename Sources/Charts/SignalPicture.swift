/// Lays a chart of signals out, from the back: missing months, the range expected of each month, what was expected, the
/// counts, and the months that stand out, by shape and name.
struct SignalPicture {
    private let chart: SignalChart
    private let frame: MonthlyFrame
    private let line: MonthlyChart.Line
    private let slots: MonthlySlots
    private let axis: ValueAxis
    private let stroke: LineStroke

    init(of chart: SignalChart, frame: MonthlyFrame, accent: Colour) {
        self.chart = chart
        self.frame = frame
        line = MonthlyChart.Line(label: chart.unit, months: chart.months.map(\.month))
        slots = MonthlySlots(current: line, earlier: nil)
        let values = chart.months.flatMap { [$0.month.value, $0.expected, $0.usual?.upperBound] }.compactMap(\.self)
        axis = ValueAxis(covering: values.filter(\.isFinite), ticks: frame.ticks, whole: true)
        stroke = .current(accent)
    }

    var specification: JSONValue {
        let gaps = MonthlyGaps(current: line, earlier: nil, slots: slots, frame: frame).layers()
        return HouseStyle.specification(
            of: chart, size: (frame.width, frame.height), fontSize: frame.fontSize,
            layers: gaps
                + ([range, edges(\.upperBound), edges(\.lowerBound), expected].compactMap(\.self) + [counts, lone])
                + MonthlyBreaks(chart.breaks, current: line, slots: slots, axis: axis, frame: frame).layers() + marks
                + key
        ).with([
            "encoding": ["x": frame.months(of: slots), "y": frame.values(axis, .count, unit: chart.unit)]
        ])
    }

    private func row(_ month: SignalChart.Month, _ values: JSONValue) -> JSONValue {
        let slot = Double(slots.slot(of: month.month))
        return JSONValue.object([("x", .number(slot - 0.5)), ("end", .number(slot + 0.5))]).with(values)
    }

    // A layer that has no rows is left out: vl-convert cannot draw a rule of none.

    /// As wide as a month each, so that a single one is seen too, and none is joined to another across a gap.
    private var range: JSONValue? {
        let rows = chart.months.compactMap { month in
            month.usual.map { usual in
                row(month, ["y": .number(max(0, usual.lowerBound)), "top": .number(usual.upperBound)])
            }
        }
        guard !rows.isEmpty else { return nil }
        return [
            "data": ["values": .array(rows)],
            "mark": ["type": "rect", "color": .text(HouseStyle.usual), "aria": false],
            "encoding": ["x2": ["field": "end"], "y2": ["field": "top"]],
        ]
    }

    private func edges(_ end: KeyPath<ClosedRange<Double>, Double>) -> JSONValue? {
        let rows = chart.months.compactMap { month in
            month.usual.flatMap { usual in
                usual[keyPath: end] > 0 ? row(month, ["y": .number(usual[keyPath: end])]) : nil
            }
        }
        guard !rows.isEmpty else { return nil }
        return [
            "data": ["values": .array(rows)],
            "mark": ["type": "rule", "stroke": .text(HouseStyle.axis), "strokeWidth": 1, "aria": false],
            "encoding": ["x2": ["field": "end"]],
        ]
    }

    private var expected: JSONValue? {
        let rows = chart.months.compactMap { month in month.expected.map { row(month, ["y": .number($0)]) } }
        guard !rows.isEmpty else { return nil }
        return [
            "data": ["values": .array(rows)],
            "mark": [
                "type": "rule", "stroke": .text(HouseStyle.earlier), "strokeWidth": 1.5, "strokeDash": [4, 2],
                "aria": false,
            ],
            "encoding": ["x2": ["field": "end"]],
        ]
    }

    private func point(_ month: SignalChart.Month) -> JSONValue {
        [
            "x": .number(Double(slots.slot(of: month.month))), "y": .number(month.month.value),
            "stretch": .number(Double(month.month.stretch(chart.breaks))),
            "about": .text(
                "\(month.name): \(month.month.value.map { ValueFormat.count.amount($0, chart.unit) } ?? noData)"),
        ]
    }

    private var counts: JSONValue {
        [
            "data": ["values": .array(chart.months.map(point))], "mark": stroke.line(named: chart.unit),
            "encoding": ["detail": ["field": "stretch"]],
        ]
    }

    /// A month between two gaps or breaks, which no line would show.
    private var lone: JSONValue {
        let months = chart.months.map(\.month)
        let rows = chart.months.indices.filter { months.isAlone($0, chart.breaks) }.map { point(chart.months[$0]) }
        return ["data": ["values": .array(rows)], "mark": stroke.point]
    }

    /// The months that stand out: by a triangle that points the way, and by name where there is room.
    private var marks: [JSONValue] {
        SignalChart.Month.Mark.allCases.flatMap { mark -> [JSONValue] in
            let isHigh = mark == .high
            let those = chart.months.filter { $0.mark == mark }
            let roomy = named(those)
            let rows: JSONValue = .array(
                those.map { month in
                    point(month).with(["name": .text(roomy.contains(month) ? month.month.shortName : "")])
                })
            let triangle: JSONValue = [
                "data": ["values": rows], "mark": Self.triangle(mark),
                "encoding": ["description": ["field": "about"]],
            ]
            let letters: JSONValue = [
                "type": "text", "fontSize": 12, "fontWeight": "bold", "align": "center", "color": .text(HouseStyle.ink),
                "baseline": isHigh ? "bottom" : "top", "dy": isHigh ? -8 : 9, "aria": false,
            ]
            func names(_ mark: JSONValue) -> JSONValue {
                ["data": ["values": rows], "mark": mark, "encoding": ["text": ["field": "name"]]]
            }
            return frame.isCompact
                ? [triangle] : [triangle, names(letters.with(HouseStyle.light(width: 4))), names(letters)]
        }
    }

    /// Those whose names do not run into one another, the newest first: a table beside the chart names all of them.
    private func named(_ marked: [SignalChart.Month]) -> [SignalChart.Month] {
        let pitch = frame.pitch(of: slots)
        func height(_ month: SignalChart.Month) -> Double {
            ((month.month.value ?? 0) - axis.lower) / (axis.upper - axis.lower) * frame.height
        }
        return marked.reversed().reduce(into: []) { named, month in
            let isClose = named.contains { other in
                Double(abs(slots.slot(of: other.month) - slots.slot(of: month.month))) * pitch < Self.nameWidth
                    && abs(height(other) - height(month)) < Self.nameHeight
            }
            if !isClose { named.append(month) }
        }
    }

    /// What a month's short name takes, in pixels.
    private static let (nameWidth, nameHeight) = (32.0, 16.0)

    private static func triangle(_ mark: SignalChart.Month.Mark) -> JSONValue {
        [
            "type": "point", "shape": mark == .high ? "triangle-up" : "triangle-down", "size": 90,
            "fill": .text(HouseStyle.ink), "stroke": "#ffffff", "strokeWidth": 1, "opacity": 1,
        ]
    }

    /// What is drawn how, above the picture.
    private var key: [JSONValue] {
        guard !frame.isCompact else { return [] }
        let (y, one): (Double, JSONValue) = (-34, ["values": [[:]]])
        func at(_ x: Double, to end: Double? = nil) -> JSONValue {
            let place: JSONValue = ["x": ["value": .number(x)], "y": ["value": .number(y)]]
            return end.map { place.with(["x2": ["value": .number($0)]]) } ?? place
        }
        func words(_ text: String, _ x: Double) -> JSONValue {
            [
                "data": ["values": [["name": .text(text)]]],
                "mark": [
                    "type": "text", "align": "left", "baseline": "middle", "fontSize": 12,
                    "color": .text(HouseStyle.muted),
                ],
                "encoding": at(x).with(["text": ["field": "name"]]),
            ]
        }
        return [
            [
                "data": one,
                "mark": [
                    "type": "rect", "color": .text(HouseStyle.usual), "stroke": .text(HouseStyle.axis), "aria": false,
                ],
                "encoding": [
                    "x": ["value": 0], "x2": ["value": 18], "y": ["value": .number(y - 6)],
                    "y2": ["value": .number(y + 6)],
                ],
            ],
            words("usual", 24),
            [
                "data": one,
                "mark": [
                    "type": "rule", "stroke": .text(HouseStyle.earlier), "strokeWidth": 1.5, "strokeDash": [4, 2],
                    "aria": false,
                ],
                "encoding": at(70, to: 90),
            ],
            words("expected", 96),
            ["data": one, "mark": Self.triangle(.high).with(["aria": false]), "encoding": at(168)],
            words("high", 178),
            ["data": one, "mark": Self.triangle(.low).with(["aria": false]), "encoding": at(222)],
            words("low", 232),
        ]
    }
}

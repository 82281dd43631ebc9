/// Lays years out, from the back: the middle half of the group, its mean, the place's own line, and the breaks.
struct YearsPicture {
    private let chart: YearsChart
    private let frame: MonthlyFrame
    private let axis: ValueAxis
    private let own: LineStroke
    private let shownBreaks: [ChartBreak]

    init(of chart: YearsChart, frame: MonthlyFrame, accent: Colour) {
        (self.chart, self.frame) = (chart, frame)
        let values = chart.years.flatMap { [$0.value, $0.mean, $0.middle?.upperBound] }.compactMap(\.self)
        axis = ValueAxis(covering: values.filter(\.isFinite), ticks: frame.ticks, whole: false)
        own = .current(accent)
        shownBreaks = chart.shownBreaks
    }

    var specification: JSONValue {
        HouseStyle.specification(
            of: chart, size: (frame.width, frame.height), fontSize: frame.fontSize,
            layers: [
                band, line(\.mean, .earlier, named: chart.group), points(\.mean, .earlier, named: chart.group),
                line(\.value, own, named: chart.name), points(\.value, own, named: chart.name),
            ].compactMap(\.self) + breaks + key
        ).with([
            "encoding": ["x": years, "y": frame.values(axis, .decimal(places: 1), unit: chart.unit)]
        ])
    }

    private var years: JSONValue {
        let every = Double(chart.years.count) * frame.fontSize * 3 > frame.width - 60 ? 2 : 1
        let shown = chart.years.map(\.number).enumerated().filter { $0.offset.isMultiple(of: every) }.map(\.element)
        let (first, last) = (chart.years.first?.number ?? 0, chart.years.last?.number ?? 0)
        return [
            "field": "x", "type": "quantitative", "title": nil,
            "scale": [
                "domain": [.number(Double(first) - 0.5), .number(Double(last) + 0.5)], "nice": false, "zero": false,
            ],
            "axis": [
                "values": .array(shown.map { .number(Double($0)) }), "format": "d", "grid": false, "tickSize": 4,
                "labelPadding": 3,
            ],
        ]
    }

    /// In which stretch between breaks a year lies: a year with a break in it belongs to what came before.
    private func stretch(_ year: Int) -> JSONValue {
        .number(
            Double(shownBreaks.count { $0.month.year < year || $0.month.year == year && $0.month.number == 1 }))
    }

    private var band: JSONValue? {
        let rows = chart.years.compactMap { year in
            year.middle.map { middle -> JSONValue in
                [
                    "x": .number(Double(year.number)), "y": .number(max(0, middle.lowerBound)),
                    "top": .number(middle.upperBound), "stretch": stretch(year.number),
                ]
            }
        }
        guard !rows.isEmpty else { return nil }
        return [
            "data": ["values": .array(rows)],
            "mark": ["type": "area", "color": .text(HouseStyle.usual), "aria": false],
            "encoding": ["y2": ["field": "top"], "detail": ["field": "stretch"]],
        ]
    }

    private func rows(_ value: KeyPath<YearsChart.Year, Double?>, named name: String) -> [JSONValue] {
        chart.years.map { year in
            [
                "x": .number(Double(year.number)), "y": .number(year[keyPath: value]),
                "about": .text("\(name), \(year.number): \(ValueFormat.decimal(places: 1).text(year[keyPath: value]))"),
                "stretch": stretch(year.number),
            ]
        }
    }

    private func line(
        _ value: KeyPath<YearsChart.Year, Double?>, _ stroke: LineStroke, named name: String
    ) -> JSONValue? {
        guard chart.years.contains(where: { $0[keyPath: value] != nil }) else { return nil }
        return [
            "data": ["values": .array(rows(value, named: name))], "mark": stroke.line(named: name),
            "encoding": ["detail": ["field": "stretch"]],
        ]
    }

    private func points(
        _ value: KeyPath<YearsChart.Year, Double?>, _ stroke: LineStroke, named name: String
    ) -> JSONValue? {
        guard chart.years.contains(where: { $0[keyPath: value] != nil }) else { return nil }
        let known = zip(chart.years, rows(value, named: name)).filter { $0.0[keyPath: value] != nil }.map(\.1)
        return [
            "data": ["values": .array(known)], "mark": stroke.point, "encoding": ["description": ["field": "about"]],
        ]
    }

    private var breaks: [JSONValue] {
        MonthlyBreaks.layers(
            shownBreaks.map { change in
                MonthlyBreaks.Mark(
                    x: Double(change.month.year) + Double(change.month.number - 1) / 12 - 0.5, words: change.words)
            }, in: frame)
    }

    /// What is drawn how, above the picture, one under the other.
    private var key: [JSONValue] {
        let one: JSONValue = ["values": [[:]]]
        var entries: [(name: String, mark: JSONValue)] = [(chart.name, own.sample)]
        if chart.years.contains(where: { $0.mean != nil }) {
            entries.append((chart.group, LineStroke.earlier.sample))
        }
        if band != nil {
            let rule: JSONValue = [
                "type": "rule", "stroke": .text(HouseStyle.usual), "strokeWidth": 10, "aria": false,
            ]
            entries.append(("the middle half of them", rule))
        }
        return entries.reversed().enumerated().flatMap { index, entry -> [JSONValue] in
            let y: JSONValue = ["value": .number(-34 - Double(index) * (frame.fontSize + 6))]
            return [
                ["data": one, "mark": entry.mark, "encoding": ["x": ["value": 0], "x2": ["value": 28], "y": y]],
                [
                    "data": ["values": [["name": .text(entry.name)]]],
                    "mark": [
                        "type": "text", "align": "left", "baseline": "middle", "fontSize": .number(frame.fontSize),
                        "color": .text(HouseStyle.ink),
                    ],
                    "encoding": ["x": ["value": 34], "y": y, "text": ["field": "name"]],
                ],
            ]
        }
    }
}

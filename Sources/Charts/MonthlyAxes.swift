/// The axes that pictures of months share.
extension MonthlyFrame {
    /// The months along the foot, as many of their names as have room.
    func months(of slots: MonthlySlots) -> JSONValue {
        let labels = labels(for: slots)
        // Names of months and years only, so the expression can hold no text from outside.
        let words = labels.map { "[" + $0.map { "'\($0)'" }.joined(separator: ",") + "]" }.joined(separator: ",")
        let hasRoom = !isCompact && pitch(of: slots) >= 8
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

    /// The values at the side, from zero, with their unit above.
    func values(_ axis: ValueAxis, _ format: ValueFormat, unit: String) -> JSONValue {
        [
            "field": "y", "type": "quantitative",
            "scale": ["domain": axis.domain, "nice": false, "zero": true],
            "axis": [
                "values": .array(axis.ticks.map { .number($0) }),
                "format": .text(format.axisFormat(step: axis.step)),
                "domain": false, "ticks": false, "labelPadding": 6, "title": isCompact ? nil : .text(unit),
                "titleAngle": 0, "titleAlign": "left", "titleBaseline": "bottom", "titleAnchor": "end", "titleX": 0,
                "titleY": -8,
            ],
        ]
    }
}

/// Where what is counted changed: a dotted line before the first month that is counted in the new way, with words along it.
struct MonthlyBreaks {
    private let current: [ChartBreak]
    private let earlier: [ChartBreak]
    private let slots: MonthlySlots
    private let frame: MonthlyFrame

    init(
        _ breaks: [ChartBreak], current: MonthlyChart.Line, earlier: MonthlyChart.Line? = nil, slots: MonthlySlots,
        frame: MonthlyFrame
    ) {
        (self.current, self.earlier) = Self.parted(breaks, current, earlier, isOverlay: slots.isOverlay)
        (self.slots, self.frame) = (slots, frame)
    }

    /// Those that are drawn, in order.
    static func shown(
        _ breaks: [ChartBreak], current: MonthlyChart.Line, earlier: MonthlyChart.Line?
    ) -> [ChartBreak] {
        let isOverlay = MonthlySlots(current: current, earlier: earlier).isOverlay
        let parted = parted(breaks, current, earlier, isOverlay: isOverlay)
        return parted.earlier + parted.current
    }

    private static func parted(
        _ breaks: [ChartBreak], _ current: MonthlyChart.Line, _ earlier: MonthlyChart.Line?, isOverlay: Bool
    ) -> (current: [ChartBreak], earlier: [ChartBreak]) {
        guard let earlier else { return (breaks.within(current), []) }
        if isOverlay { return (breaks.within(current), breaks.within(earlier)) }
        // Where one period follows the other, the change may lie between the two.
        return (breaks.within(MonthlyChart.Line(label: "", months: earlier.months + current.months)), [])
    }

    func layers() -> [JSONValue] {
        Self.layers(
            current.map { mark($0, at: slots.slot(of: $0.month)) }
                + earlier.map { mark($0, at: slots.slot(ofEarlier: $0.month)) }, in: frame)
    }

    private func mark(_ change: ChartBreak, at slot: Int) -> (x: Double, words: String) {
        let when = slots.isOverlay ? ", \(change.month.shortName) \(change.month.year)" : ""
        return (Double(slot) - 0.5, change.words + when)
    }

    /// - Parameter marks: where each line stands on the axis along the foot, and what is written along it.
    static func layers(_ marks: [(x: Double, words: String)], in frame: MonthlyFrame) -> [JSONValue] {
        guard !marks.isEmpty else { return [] }
        let rows = marks.map { ["x": .number($0.x), "words": .text($0.words)] as JSONValue }
        let line: JSONValue = [
            "data": ["values": .array(rows)],
            "mark": [
                "type": "rule", "stroke": .text(HouseStyle.muted), "strokeWidth": 1.5, "strokeDash": [1, 3],
                "aria": false,
            ],
            "encoding": ["y": ["value": 0], "y2": ["value": "height"]],
        ]
        return frame.isCompact ? [line] : [line, words(rows, isHalo: true), words(rows, isHalo: false)]
    }

    /// Up the line, from its top, with light behind them, so that they can be read where a series crosses them.
    private static func words(_ rows: [JSONValue], isHalo: Bool) -> JSONValue {
        let mark: JSONValue = [
            "type": "text", "angle": 270, "align": "right", "baseline": "top", "dy": 3, "fontSize": 11,
            "color": .text(HouseStyle.muted), "aria": false,
        ]
        return [
            "data": ["values": .array(rows)], "mark": isHalo ? mark.with(HouseStyle.light(width: 4)) : mark,
            "encoding": ["y": ["value": 4], "text": ["field": "words"]],
        ]
    }
}

extension MonthlyChart.Month {
    /// Which stretch between breaks it lies in: a line is drawn within one alone.
    func stretch(_ breaks: [ChartBreak]) -> JSONValue { .number(Double(breaks.count { $0.month.ordinal <= ordinal })) }
}

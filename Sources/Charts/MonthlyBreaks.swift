/// Where what is counted changed: a dotted line before the first month that is counted in the new way, with words along it.
struct MonthlyBreaks {
    private let current: [ChartBreak]
    private let earlier: [ChartBreak]
    private let slots: MonthlySlots
    private let frame: MonthlyFrame
    /// The places along the axis at which a line or a point runs through the upper half, and through the lower.
    private let (crowdedAbove, crowdedBelow): (Set<Int>, Set<Int>)

    init(
        _ breaks: [ChartBreak], current: MonthlyChart.Line, earlier: MonthlyChart.Line? = nil, slots: MonthlySlots,
        axis: ValueAxis, frame: MonthlyFrame
    ) {
        let middle = (axis.lower + axis.upper) / 2
        let values =
            current.months.map { (slots.slot(of: $0), $0.value) }
            + (earlier?.months ?? []).map { (slots.slot(ofEarlier: $0), $0.value) }
        crowdedAbove = Set(values.filter { $0.1.map { $0 > middle } ?? false }.map(\.0))
        crowdedBelow = Set(values.filter { $0.1.map { $0 <= middle } ?? false }.map(\.0))
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

    private func mark(_ change: ChartBreak, at slot: Int) -> Mark {
        let when = slots.isOverlay ? ", \(change.month.shortName) \(change.month.year)" : ""
        let beside = [slot, slot + 1]
        return Mark(
            x: Double(slot) - 0.5, words: change.words + when,
            isLow: beside.contains(where: crowdedAbove.contains) && !beside.contains(where: crowdedBelow.contains))
    }

    /// Where a line stands on the axis along the foot, what is written along it, and whether from the foot and not from the top.
    struct Mark {
        let x: Double
        let words: String
        var isLow = false
    }

    static func layers(_ marks: [Mark], in frame: MonthlyFrame) -> [JSONValue] {
        guard !marks.isEmpty else { return [] }
        func rows(_ marks: [Mark]) -> [JSONValue] {
            marks.map { ["x": .number($0.x), "words": .text($0.words)] as JSONValue }
        }
        let line: JSONValue = [
            "data": ["values": .array(rows(marks))],
            "mark": [
                "type": "rule", "stroke": .text(HouseStyle.muted), "strokeWidth": 1.5, "strokeDash": [1, 3],
                "aria": false,
            ],
            "encoding": ["y": ["value": 0], "y2": ["value": "height"]],
        ]
        if frame.isCompact { return [line] }
        let (low, high) = (rows(marks.filter(\.isLow)), rows(marks.filter { !$0.isLow }))
        return [line] + (high.isEmpty ? [] : [true, false].map { words(high, at: 4, "right", isHalo: $0) })
            + (low.isEmpty ? [] : [true, false].map { words(low, at: frame.height - 6, "left", isHalo: $0) })
    }

    /// Along the line, from its top or its foot, with light behind them, so that they can be read where a series crosses them.
    private static func words(_ rows: [JSONValue], at y: Double, _ align: String, isHalo: Bool) -> JSONValue {
        let mark: JSONValue = [
            "type": "text", "angle": 270, "align": .text(align), "baseline": "top", "dy": 3, "fontSize": 11,
            "color": .text(HouseStyle.muted), "aria": false,
        ]
        return [
            "data": ["values": .array(rows)], "mark": isHalo ? mark.with(HouseStyle.light(width: 4)) : mark,
            "encoding": ["y": ["value": .number(y)], "text": ["field": "words"]],
        ]
    }
}

extension MonthlyChart.Month {
    /// Which stretch between breaks it lies in: a line is drawn within one alone.
    func stretch(_ breaks: [ChartBreak]) -> Int { breaks.count { $0.month.ordinal <= ordinal } }
}

extension [MonthlyChart.Month] {
    /// Whether a month stands alone between gaps and breaks: no line would show it.
    func isAlone(_ index: Int, _ breaks: [ChartBreak]) -> Bool {
        func isJoined(to other: Int) -> Bool {
            indices.contains(other) && self[other].value != nil
                && self[other].stretch(breaks) == self[index].stretch(breaks)
        }
        return self[index].value != nil && !isJoined(to: index - 1) && !isJoined(to: index + 1)
    }
}

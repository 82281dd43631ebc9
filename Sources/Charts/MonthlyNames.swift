/// The names of two periods, as near to their lines as there is room: at the lines' ends where they lie over each
/// other, above the lines where they follow one another, else as a key above the picture.
struct MonthlyNames {
    private typealias Period = (name: String, line: MonthlyChart.Line, stroke: LineStroke, slots: [Int])

    private let picture: MonthlyPicture
    private let periods: [Period]

    init(of picture: MonthlyPicture) {
        self.picture = picture
        let (chart, slots) = (picture.chart, picture.slots)
        func name(_ line: MonthlyChart.Line) -> String { slots.isOverlay ? line.shortLabel : line.label }
        var periods: [Period] = [
            (name(chart.current), chart.current, picture.strokes.current, chart.current.months.map(slots.slot(of:)))
        ]
        if let earlier = chart.earlier {
            periods.append(
                (name(earlier), earlier, picture.strokes.earlier, earlier.months.map(slots.slot(ofEarlier:))))
        }
        self.periods = periods.filter { !$0.slots.isEmpty }
    }

    func layers() -> [JSONValue] {
        if picture.slots.isOverlay {
            let room = picture.frame.width / (picture.frame.isCompact ? 5 : 8)
            return periods.allSatisfy { width(of: $0) <= room } ? atEnds() : key()
        }
        let fits = periods.allSatisfy {
            width(of: $0) <= Double($0.slots.count) * picture.frame.pitch(of: picture.slots)
        }
        return fits ? above() : key()
    }

    private func width(of period: Period) -> Double {
        HouseStyle.width(of: period.name, fontSize: picture.frame.fontSize)
    }

    private func atEnds() -> [JSONValue] {
        let gap = picture.frame.fontSize + 2
        var ends = periods.compactMap { period -> (period: Period, y: Double)? in
            guard let value = period.line.months.compactMap(\.value).last else { return nil }
            return (period, height(of: value))
        }.sorted { $0.y < $1.y }
        if ends.count == 2, ends[1].y - ends[0].y < gap {
            // Two names at one place part, but stay beside the picture.
            let middle = min(max((ends[0].y + ends[1].y) / 2, gap / 2), picture.frame.height - gap / 2)
            ends[0].y = middle - gap / 2
            ends[1].y = middle + gap / 2
        }
        return ends.map { end in
            text(end.period, x: ["value": "width"], y: end.y, mark: ["baseline": "middle", "dx": 4])
        }
    }

    private func above() -> [JSONValue] {
        periods.map { period in
            let start = Double(period.slots.min() ?? 0) - 0.5
            return text(
                period, x: ["datum": .number(start)], y: 2, mark: ["baseline": "top", "dx": 4])
        }
    }

    private func key() -> [JSONValue] {
        let height = picture.frame.fontSize + 6
        return periods.reversed().enumerated().flatMap { index, period -> [JSONValue] in
            let y = -(picture.frame.isCompact ? 6 : 34) - Double(index) * height
            let row: JSONValue = ["values": [[:]]]
            let level: JSONValue = ["value": .number(y)]
            return [
                [
                    "data": row, "mark": period.stroke.sample,
                    "encoding": ["x": ["value": 0], "x2": ["value": 28], "y": level],
                ],
                [
                    "data": row, "mark": period.stroke.point.with(["aria": false]),
                    "encoding": ["x": ["value": 14], "y": level],
                ],
                text(period, x: ["value": 34], y: y, mark: ["baseline": "middle"]),
            ]
        }
    }

    private func text(_ period: Period, x: JSONValue, y: Double, mark: JSONValue) -> JSONValue {
        [
            "data": ["values": [["name": .text(period.name)]]],
            "mark": period.stroke.name.with(mark),
            "encoding": ["x": x, "y": ["value": .number(y)], "text": ["field": "name"]],
        ]
    }

    private func height(of value: Double) -> Double {
        let axis = picture.axis
        return picture.frame.height * (1 - (value - axis.lower) / (axis.upper - axis.lower))
    }
}

/// The missing months: a pale band across the height, with words on it.
struct MonthlyGaps {
    private struct Band: Hashable {
        var slots: ClosedRange<Int>
        let words: String
    }

    private let bands: [Band]
    private let frame: MonthlyFrame
    private let pitch: Double

    init(current: MonthlyChart.Line, earlier: MonthlyChart.Line?, slots: MonthlySlots, frame: MonthlyFrame) {
        let missing = Set(current.months.filter { $0.value == nil }.map(slots.slot(of:)))
        let missingEarlier = Set((earlier?.months ?? []).filter { $0.value == nil }.map(slots.slot(ofEarlier:)))
        var bands: [Band] = []
        for slot in missing.union(missingEarlier).sorted() {
            let words: String
            if !slots.isOverlay || missing.contains(slot) == missingEarlier.contains(slot) {
                words = noData
            } else {
                words = "no data for " + (missing.contains(slot) ? current.shortLabel : earlier?.shortLabel ?? "")
            }
            if let last = bands.last, last.slots.upperBound + 1 == slot, last.words == words {
                bands[bands.count - 1].slots = last.slots.lowerBound...slot
            } else {
                bands.append(Band(slots: slot...slot, words: words))
            }
        }
        self.bands = bands
        self.frame = frame
        pitch = frame.pitch(of: slots)
    }

    func layers() -> [JSONValue] {
        guard !bands.isEmpty else { return [] }
        let rows = bands.map { band -> JSONValue in
            ["x": .number(Double(band.slots.lowerBound) - 0.5), "end": .number(Double(band.slots.upperBound) + 0.5)]
        }
        let ground: JSONValue = [
            "data": ["values": .array(rows)],
            "mark": ["type": "rect", "color": .text(HouseStyle.paper), "aria": false],
            "encoding": ["x2": ["field": "end"], "y": ["value": 0], "y2": ["value": "height"]],
        ]
        return [ground] + bands.map(words)
    }

    /// Along the foot of the band where it is wide enough, else up its middle, and shorter where it isn't that high.
    private func words(on band: Band) -> JSONValue {
        let length = HouseStyle.width(of: band.words, fontSize: 11)
        let liesFlat = length + 8 < Double(band.slots.count) * pitch
        let words = liesFlat || length < frame.height - 8 ? band.words : noData
        let turned: JSONValue =
            liesFlat
            ? ["align": "center", "baseline": "bottom"] : ["align": "left", "baseline": "middle", "angle": 270]
        let middle = Double(band.slots.lowerBound + band.slots.upperBound) / 2
        return [
            "data": ["values": [["x": .number(middle), "words": .text(words)]]],
            "mark": turned.with(["type": "text", "fontSize": 11, "color": .text(HouseStyle.muted)]),
            "encoding": ["y": ["value": .number(frame.height - 6)], "text": ["field": "words"]],
        ]
    }
}

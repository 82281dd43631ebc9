/// The legend: a swatch and a range for each class, and whatever else the map shows, in rows or in a column.
struct MapLegend {
    private struct Entry {
        let label: String
        var fill: String = "white"
        var hatching: Hatching?
        var isRank = false
    }

    private let placed: [(entry: Entry, x: Double, y: Double)]
    private let unit: String
    private let left: Double
    private let top: Double

    private static let swatch = (width: 22.0, height: 14.0)
    private static let row = 22.0
    private static let fontSize = 13.0

    init(
        of classes: MapClasses, shades: [String], chart: MapChart, left: Double, top: Double, width: Double
    ) {
        var entries: [Entry] = classes.hasZero ? [Entry(label: "0", fill: HouseStyle.paper)] : []
        entries += shades.indices.prefix(classes.floors.count).map { Entry(label: classes.label($0), fill: shades[$0]) }
        if chart.areas.contains(where: \.isSuppressed) { entries.append(Entry(label: "kept back", hatching: .rising)) }
        if chart.areas.contains(where: { $0.value == nil && !$0.isSuppressed }) {
            entries.append(Entry(label: noData, hatching: .falling))
        }
        let highest = chart.highest.count
        if highest > 0 {
            entries.append(Entry(label: highest == 1 ? "the highest" : "to \(highest): the highest", isRank: true))
        }
        unit = chart.unit
        self.left = left
        self.top = top
        var (x, y) = (left, top + 16)
        var placed: [(entry: Entry, x: Double, y: Double)] = []
        for entry in entries {
            let length = Self.swatch.width + 22 + HouseStyle.width(of: entry.label, fontSize: Self.fontSize)
            // Without a width, one below the other.
            if x > left, x + length > left + width + 16 {
                x = left
                y += Self.row
            }
            placed.append((entry, x, y))
            x += length
        }
        self.placed = placed
    }

    var bottom: Double { (placed.map(\.y).max() ?? top) + Self.row }

    var layers: [JSONValue] {
        let swatches = placed.filter { !$0.entry.isRank }
        let boxes = swatches.map { item -> JSONValue in
            [
                "x": .number(item.x), "x2": .number(item.x + Self.swatch.width), "y": .number(item.y),
                "y2": .number(item.y + Self.swatch.height), "fill": .text(item.entry.fill),
            ]
        }
        let box: JSONValue = [
            "data": ["values": .array(boxes)],
            "mark": ["type": "rect", "stroke": .text(HouseStyle.axis), "strokeWidth": 0.7, "aria": false],
            "encoding": [
                "x": MapText.pixels("x"), "x2": ["field": "x2"], "y": MapText.pixels("y"), "y2": ["field": "y2"],
                "fill": ["field": "fill", "type": "nominal", "scale": nil, "legend": nil],
            ],
        ]
        let lines = swatches.flatMap { $0.entry.hatching?.lines(in: [corners($0.x, $0.y)]) ?? [] }
        return [box, MapLines.layer(lines, stroke: HouseStyle.axis, width: 1), words]
            + MapRanks.layers(
                placed.filter(\.entry.isRank).map { item in
                    ("1", MapChart.Point(x: item.x + Self.swatch.width - 9, y: item.y + Self.swatch.height / 2))
                })
    }

    private var words: JSONValue {
        let labels = placed.map { item in
            (text: item.entry.label, point: MapChart.Point(x: item.x + Self.swatch.width + 5, y: item.y + 8))
        }
        return MapText.layer([(unit, MapChart.Point(x: left, y: top + 2))] + labels)
    }

    private func corners(_ x: Double, _ y: Double) -> MapChart.Ring {
        [
            (x, y), (x + Self.swatch.width, y), (x + Self.swatch.width, y + Self.swatch.height),
            (x, y + Self.swatch.height),
        ]
        .map { MapChart.Point(x: $0, y: $1) }
    }
}

/// The numbers of the highest areas in small discs: on a large area inside it, on a small one beside it with a line.
struct MapRanks {
    private var spots: [(anchor: MapChart.Point, disc: MapChart.Point)]

    private static let radius = 8.0

    /// - Parameter areas: the rings of each area in pixels, the highest first.
    init(of areas: [[MapChart.Ring]], on plane: MapPlane) {
        let centre = MapChart.Point(x: plane.left + plane.width / 2, y: plane.top + plane.height / 2)
        spots = areas.compactMap { rings in
            guard let anchor = Hatching.middle(of: rings) else { return nil }
            let (x, y) = (anchor.x - centre.x, anchor.y - centre.y)
            let distance = (x * x + y * y).squareRoot()
            if Self.hasRoom(rings) || distance == 0 { return (anchor, anchor) }
            // Outwards: most often to the edge of the district, away from its small and crowded areas.
            let step = 3 * Self.radius / distance
            return (anchor, MapChart.Point(x: anchor.x + x * step, y: anchor.y + y * step))
        }
        for _ in 0..<12 { part() }
        let right = plane.left + plane.width - Self.radius
        for index in spots.indices {
            spots[index].disc = MapChart.Point(
                x: min(max(spots[index].disc.x, plane.left + Self.radius), right),
                y: max(spots[index].disc.y, Self.radius + 2))
        }
    }

    /// Whether a disc leaves most of the area to be seen.
    private static func hasRoom(_ rings: [MapChart.Ring]) -> Bool {
        abs(MapPlane.twiceArea(rings.first ?? [])) / 2 > 40 * radius * radius
    }

    /// Moves discs that overlap away from one another.
    private mutating func part() {
        let gap = 2 * Self.radius + 2
        for first in spots.indices {
            for second in spots.indices.dropFirst(first + 1) {
                let (a, b) = (spots[first].disc, spots[second].disc)
                let (x, y) = (b.x - a.x, b.y - a.y)
                let distance = (x * x + y * y).squareRoot()
                guard distance < gap else { continue }
                let push = (gap - distance) / 2 + 0.1
                let (dx, dy) = distance > 0 ? (x / distance * push, y / distance * push) : (push, 0)
                spots[first].disc = MapChart.Point(x: a.x - dx, y: a.y - dy)
                spots[second].disc = MapChart.Point(x: b.x + dx, y: b.y + dy)
            }
        }
    }

    var layers: [JSONValue] {
        let leaders = spots.filter { $0.anchor != $0.disc }.map { ($0.disc, $0.anchor) }
        let lines = MapLines.layer(leaders, stroke: HouseStyle.ink, width: 1)
        let marks = spots.enumerated().map { (text: String($0.offset + 1), point: $0.element.disc) }
        return (leaders.isEmpty ? [] : [lines]) + Self.layers(marks)
    }

    /// Numbers in discs.
    static func layers(_ marks: [MapChart.Mark]) -> [JSONValue] {
        guard !marks.isEmpty else { return [] }
        let rows = marks.map { mark -> JSONValue in ["x": .number(mark.point.x), "y": .number(mark.point.y)] }
        let discs: JSONValue = [
            "data": ["values": .array(rows)],
            "mark": [
                "type": "point", "shape": "circle", "size": .number(radius * radius * Double.pi), "fill": "white",
                "stroke": .text(HouseStyle.ink), "strokeWidth": 1, "opacity": 1, "aria": false,
            ],
            "encoding": ["x": MapText.pixels("x"), "y": MapText.pixels("y")],
        ]
        // Text sits a little high on its middle.
        let lowered = marks.map { ($0.text, MapChart.Point(x: $0.point.x, y: $0.point.y + 0.5)) }
        return [discs, MapText.layer(lowered, align: "center", weight: "bold")]
    }
}

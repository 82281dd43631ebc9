/// A bar of a round length, in metres or kilometres.
struct MapScaleBar {
    private let label: String
    private let line: (start: MapChart.Point, end: MapChart.Point)

    init(plane: MapPlane, left: Double, top: Double) {
        let longest = max(plane.width, 1) / 4 / plane.scale
        var exponent = 0
        while power(exponent + 1) <= longest { exponent += 1 }
        let metres = [5, 2, 1].map { $0 * power(exponent) }.first { $0 <= longest } ?? longest
        label = metres < 1000 ? "\(ValueFormat.count.text(metres)) m" : "\(ValueFormat.count.text(metres / 1000)) km"
        line = (MapChart.Point(x: left, y: top), MapChart.Point(x: left + metres * plane.scale, y: top))
    }

    var layers: [JSONValue] {
        let ends = [line.start, line.end].map { end in
            (MapChart.Point(x: end.x, y: end.y - 4), MapChart.Point(x: end.x, y: end.y))
        }
        return [
            MapLines.layer([line] + ends, stroke: HouseStyle.muted, width: 1),
            MapText.layer([(label, MapChart.Point(x: line.end.x + 6, y: line.end.y - 1))]),
        ]
    }
}

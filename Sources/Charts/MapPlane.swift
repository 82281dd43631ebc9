/// Puts metres onto pixels, north upwards, and writes rings as geometry.
struct MapPlane {
    /// Pixels the areas take.
    let width: Double
    let height: Double
    /// Pixels to a metre.
    let scale: Double
    private let west: Double
    private let north: Double
    /// The pixel the areas begin at.
    let left: Double
    let top: Double

    /// - Parameters:
    ///   - points: everything that is to be seen, in metres.
    ///   - room: the pixels there are.
    ///   - margin: pixels kept free at the left and the top.
    init(showing points: some Collection<MapChart.Point>, in room: (width: Double, height: Double), margin: Double) {
        let known = points.filter { $0.x.isFinite && $0.y.isFinite }
        let (west, east) = (known.map(\.x).min() ?? 0, known.map(\.x).max() ?? 1)
        let (south, north) = (known.map(\.y).min() ?? 0, known.map(\.y).max() ?? 1)
        scale = min(room.width / max(east - west, 1), room.height / max(north - south, 1))
        width = (east - west) * scale
        height = (north - south) * scale
        self.west = west
        self.north = north
        left = margin + (room.width - width) / 2
        // Room for the numbers of the highest, which stand beside small areas.
        top = margin + 18
    }

    /// The rings in pixels, on a grid of a quarter pixel, where neighbours that share a line go on sharing it.
    func rings(_ rings: [MapChart.Ring]) -> [MapChart.Ring] {
        rings.map { ring in
            var placed: MapChart.Ring = []
            for point in ring where point.x.isFinite && point.y.isFinite {
                let snapped = MapChart.Point(
                    x: ((left + (point.x - west) * scale) * 4).rounded() / 4,
                    y: ((top + (north - point.y) * scale) * 4).rounded() / 4)
                if snapped != placed.last { placed.append(snapped) }
            }
            if placed.count > 1, placed.first == placed.last { placed.removeLast() }
            return placed
        }
    }

    /// A polygon's coordinates as GeoJSON. Outer ring and holes wind opposite ways, since that is how SVG tells them.
    static func coordinates(_ rings: [MapChart.Ring]) -> JSONValue {
        .array(
            rings.enumerated().filter { $0.element.count > 2 || $0.offset == 0 }.map { index, ring in
                let isOuter = index == 0
                let wound = (twiceArea(ring) > 0) == isOuter ? ring : ring.reversed()
                return .array((wound + wound.prefix(1)).map(position))
            })
    }

    static func position(_ point: MapChart.Point) -> JSONValue {
        .array([point.x, point.y].map { .number(($0 * 100).rounded() / 100) })
    }

    static func twiceArea(_ ring: MapChart.Ring) -> Double {
        zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
    }
}

/// An area on the plane: polygons of rings, in metres.
public struct Shape: Hashable, Sendable {
    /// One polygon for each piece of land: its outer ring first, then its holes.
    public let polygons: [[Ring]]

    public init(polygons: [[Ring]]) {
        self.polygons = polygons
    }

    /// Square metres of land, holes left out.
    public var area: Double { moments.area }

    /// The centre of mass, which may lie outside a bent or scattered area; `nil` where there is no area.
    public var centroid: Point? {
        let moments = moments
        guard moments.area > 0 else { return nil }
        return Point(x: moments.x / moments.area, y: moments.y / moments.area)
    }

    /// `nil` where there are no points.
    public var bounds: Bounds? { Bounds(around: polygons.joined().lazy.flatMap(\.points)) }

    /// Whether the point lies on the land. A point on the line between two neighbours belongs to one of them.
    public func contains(_ point: Point) -> Bool {
        polygons.contains { rings in
            guard let outer = rings.first, outer.contains(point) else { return false }
            return !rings.dropFirst().contains { $0.contains(point) }
        }
    }

    /// Outer rings count as land and holes as none, whichever way the file winds them.
    private var moments: (area: Double, x: Double, y: Double) {
        var sum = (area: 0.0, x: 0.0, y: 0.0)
        for (index, ring) in polygons.lazy.flatMap({ $0.enumerated() }) {
            let moments = ring.moments
            let sign: Double = (moments.area < 0 ? -1 : 1) * (index == 0 ? 1 : -1)
            sum = (sum.area + sign * moments.area, sum.x + sign * moments.x, sum.y + sign * moments.y)
        }
        return sum
    }
}

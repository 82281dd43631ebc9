/// A closed line on the plane: at least four points, the last repeating the first.
public struct Ring: Hashable, Sendable {
    public let points: [Point]

    public init(points: [Point]) {
        self.points = points
    }

    /// Square metres, positive where the ring runs anticlockwise (Gauss's shoelace formula).
    public var signedArea: Double { moments.area }

    /// Whether the point lies inside, by the even-odd rule.
    public func contains(_ point: Point) -> Bool {
        var inside = false
        for (a, b) in zip(points, points.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
            if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { inside.toggle() }
        }
        return inside
    }

    /// Signed area, and the area times the centroid, both from the first point so that large coordinates cost no
    /// digits.
    var moments: (area: Double, x: Double, y: Double) {
        guard let origin = points.first else { return (0, 0, 0) }
        var (area, x, y) = (0.0, 0.0, 0.0)
        for (a, b) in zip(points, points.dropFirst()) {
            let cross = (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
            area += cross / 2
            x += cross * (a.x + b.x - 2 * origin.x) / 6
            y += cross * (a.y + b.y - 2 * origin.y) / 6
        }
        return (area, x + area * origin.x, y + area * origin.y)
    }
}
